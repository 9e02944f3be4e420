/** The public face of the codec: what the command, the backends and the site build on. */

export { CODEC, type CodecName } from "../codecs/page-codecs.ts";
export type { Edition } from "../format/edition.ts";
export { type Finding, FormatError, UnsupportedError } from "../format/fault.ts";
export { recordName } from "../format/profile.ts";
export type { Bulk, State } from "../format/state.ts";
export type { Blob, BlobSink, BlobSource, StreamDocument, StreamRecord } from "../format/stream-document.ts";
export {
  type Choices,
  type Context,
  plainContext,
  type Role,
  referenceChoices,
} from "../format/vocabulary.ts";
export { type Checks, NO_CHECKS } from "./conversion/image-output.ts";
export { newWrapping } from "./conversion/new-wrapping.ts";
export { requiresFor as machineRequires } from "./conversion/requirements.ts";
export { type Difference, diffSurveys, type ImageDiff, type PageRange } from "./diff.ts";
export { type ElfCore, elfCore, type PfnRange } from "./elf-core.ts";
export { extractMemory, extractRecord, type MemoryMap, type PlacePages, type RecordPlace } from "./extraction.ts";
export { type ImageStep, type ImageSteps, imageSteps, type RecordStep } from "./image-steps.ts";
export { type ImageStart, ImageWriter, type RawRecord, type Segments } from "./image-writer.ts";
export { type InspectedRecord, type Inspection, type Inspector, inspectImage } from "./inspect.ts";
export type { InspectedLayer } from "./layers.ts";
export { type MemoryRun, type MemorySurvey, memorySurvey } from "./memory-survey.ts";
export { readImage } from "./read.ts";
export { type Consumer, type Container, codecEdition, type OpenOptions } from "./session.ts";
export { streamOfImage } from "./stream-of-image.ts";
export { type Survey, surveyImage } from "./survey.ts";
export { type Verification, verifyImage } from "./verify.ts";
export type { Wrapping } from "./wrapping.ts";
export { writeImage } from "./write.ts";
