/** The Writer: a stream document to octets, containers included; what it wrote is held against the rules while it goes out. */

import { type Code, imageRule } from "../../generated/catalogue.ts";
import type { CodecEdition } from "../format/edition.ts";
import { encodeImage, type Writing } from "../format/encoder.ts";
import { FormatError } from "../format/fault.ts";
import { FieldError } from "../format/field-error.ts";
import type { AnyRule } from "../format/rule.ts";
import type { BlobSource, HandOver, StreamDocument, StreamRecord } from "../format/stream-document.ts";
import { type Context, LIBXL, RECORD } from "../format/vocabulary.ts";
import { allRules } from "./rules.ts";
import { codecEdition, Session } from "./session.ts";
import { wrapping } from "./wrapping.ts";

/** What can be said only of a complete state and still is a matter of writing it. */
const STRUCTURE: readonly Code[] = ["static-end-missing", "vcpu-basic-length", "hvm-params-ioreq-pair"];

/** Reserved fields and padding: a document gives them only where they are not zero, and then they are written as given. */
const GIVEN: readonly Code[] = [
  "image-options-reserved",
  "image-reserved",
  "image-compat",
  "domain-reserved",
  "record-padding",
  "page-reserved",
  "pv-info-reserved",
  "vcpu-reserved",
  "tsc-reserved",
  "hvm-params-reserved",
  "libxl-options-reserved",
  "libxl-padding",
  "libvirt-unused",
  "record-options-reserved",
  "record-head-reserved",
  "record-foot-reserved",
  "vcpu-info-reserved",
];

/** Whether a machine's state is complete and consistent is for the caller to know (REC-033). */
export const writerRules: readonly AnyRule[] = allRules.filter(
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
  const around = wrapping(document, source);
  yield* around.before();
  yield* encodeImage(document, edition, source, around.between);
  yield* around.after();
}
