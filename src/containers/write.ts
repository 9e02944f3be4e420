/** The Writer: a stream document to octets, containers included; what it wrote is held against the rules while it goes out. */

import { type Code, imageRule } from "../../generated/catalogue.ts";
import { blobSegments } from "../format/blobs.ts";
import type { CodecEdition } from "../format/edition.ts";
import { encodeImage, encodeRecords, type Writing } from "../format/encoder.ts";
import { FormatError } from "../format/fault.ts";
import { FieldError } from "../format/field-error.ts";
import type { AnyRule } from "../format/rule.ts";
import type { BlobSource, HandOver, StreamDocument, StreamRecord } from "../format/stream-document.ts";
import { type Context, LIBXL, RECORD } from "../format/vocabulary.ts";
import { allRules } from "./rules.ts";
import { codecEdition, Session } from "./session.ts";
import { XL_MAGIC } from "./xl-save-file.ts";

/** What can be said only of a complete state and still is a matter of writing it. */
const STRUCTURE: readonly Code[] = ["static-end-missing", "vcpu-basic-length", "hvm-params-ioreq-pair"];

/** Reserved fields and padding: a document gives them only where they are not zero, and then they are written as given. */
const GIVEN: readonly Code[] = [
  "image-options-reserved",
  "image-reserved",
  "domain-reserved",
  "record-padding",
  "page-reserved",
  "pv-info-reserved",
  "vcpu-reserved",
  "tsc-reserved",
  "hvm-params-reserved",
  "libxl-options-reserved",
  "libxl-padding",
];

/** Whether a machine's state is complete and consistent is for the caller to know (REC-033). */
const writerRules: readonly AnyRule[] = allRules.filter(
  ({ on, code }) => (on !== "state" || STRUCTURE.includes(code)) && !GIVEN.includes(code),
);

/**
 * The octets that a document describes, in segments, to be written in order. Throws FormatError, at the latest after the last segment, for
 * a document that cannot be written or whose image breaks a MUST: what was written until then is not an image (REC-033).
 */
export function* writeImage(document: StreamDocument, source: BlobSource): Writing {
  const edition = codecEdition(document.edition);
  if ((document.endian === "big") !== ((document.image.options & 1) !== 0)) {
    throw refusal(new FieldError("endian", document.endian, "the byte order that bit 0 of the options names"), edition);
  }
  const session = new Session({ edition, context: contextOf(document), rules: writerRules }, "verifier", () => {});
  try {
    for (const segment of encode(document, edition, source)) {
      session.push(segment);
      if (segment.length > 0) yield segment;
    }
  } catch (error) {
    throw error instanceof FieldError ? refusal(error, edition) : error;
  }
  session.finish();
  const breach = session.examiner.judge.findings.find(({ level }) => level === "MUST");
  if (breach !== undefined) throw new FormatError(breach);
}

function refusal({ path, found, wanted }: FieldError, edition: CodecEdition): FormatError {
  const rule = imageRule("stream-invalid", edition);
  if (rule === undefined) throw new Error("the specification has no requirement for what cannot be written");
  return new FormatError({ code: "stream-invalid", req: rule.req, level: rule.level, at: 0, path, found, wanted });
}

/** A document with CHECKPOINT records is a checkpointed stream; one with CHECKPOINT_STATE is COLO's. */
function contextOf({ records }: StreamDocument): Context {
  const types = (list: readonly (StreamRecord | HandOver)[]) =>
    list.flatMap((record) => ("libxl" in record ? [] : [record.type]));
  const libxl = records.flatMap((record) => ("libxl" in record ? types(record.libxl) : []));
  if (libxl.includes(LIBXL.CHECKPOINT_STATE)) return { stream: "colo", channel: "forward" };
  return { stream: types(records).includes(RECORD.CHECKPOINT) ? "remus" : "plain", channel: "forward" };
}

function* encode(document: StreamDocument, edition: CodecEdition, source: BlobSource): Writing {
  const { xl, libxl } = document;
  if (xl !== undefined) yield* encodeXl(xl, source);
  if (libxl === undefined) {
    yield* encodeImage(document, edition, source, (_, path) => {
      throw new FieldError(path, "records of the libxl layer", "a libxl layer around the image");
    });
    return;
  }
  const isBe = (libxl.options & 1) !== 0;
  const records = (list: readonly StreamRecord[], path: string) => encodeRecords("libxl", list, path, isBe, source);
  yield libxlHeaderOctets(libxl.options);
  const hasContext = libxl.before.some(({ type }) => type === LIBXL.LIBXC_CONTEXT);
  yield* records(hasContext ? libxl.before : [...libxl.before, { type: LIBXL.LIBXC_CONTEXT }], "libxl.before");
  yield* encodeImage(document, edition, source, (block, path) => records(block.libxl, path));
  yield* records(libxl.after, "libxl.after");
}

/** Always little-endian, as x86 hosts write it (XL-003). */
function* encodeXl({ mandatory, optional, data }: NonNullable<StreamDocument["xl"]>, source: BlobSource): Writing {
  const segments = [...blobSegments(data, source)];
  const header = new Uint8Array(48);
  const view = new DataView(header.buffer);
  header.set(XL_MAGIC);
  view.setUint32(32, 0x01020304, true);
  view.setUint32(36, mandatory, true);
  view.setUint32(40, optional, true);
  view.setUint32(
    44,
    segments.reduce((sum, segment) => sum + segment.length, 0),
    true,
  );
  yield header;
  yield* segments;
}

function libxlHeaderOctets(options: number): Uint8Array {
  const octets = new Uint8Array(16);
  octets.set(new TextEncoder().encode("LibxlFmt"));
  const view = new DataView(octets.buffer);
  view.setUint32(8, 2);
  view.setUint32(12, options);
  return octets;
}
