/** Writes an image: headers, and records whose lengths and padding it works out (spec 2 to 4). Pages are passed on, not copied. */

import { parseHex } from "./blobs.ts";
import { FieldError } from "./field-error.ts";
import { bodySegments, type Layer } from "./record-fields.ts";
import { paddingOf } from "./records.ts";
import type { BlobSource, HandOver, StreamDocument, StreamRecord } from "./stream-document.ts";

/** Octets to be written one after the other; not to be changed. */
export type Writing = Generator<Uint8Array, void, void>;

/** The image header, always big-endian. */
export function imageHeaderOctets({ version, options, reserved }: StreamDocument["image"]): Uint8Array {
  const octets = new Uint8Array(24);
  const view = new DataView(octets.buffer);
  octets.fill(0xff, 0, 8);
  view.setUint32(8, 0x58454e46);
  view.setUint32(12, version);
  view.setUint16(16, options);
  octets.set(parseHex(reserved ?? "").subarray(0, 6), 18);
  return octets;
}

/** The domain header in the image's byte order. */
export function domainHeaderOctets(domain: StreamDocument["domain"], isBe: boolean): Uint8Array {
  const octets = new Uint8Array(16);
  const view = new DataView(octets.buffer);
  view.setUint32(0, domain.type, !isBe);
  view.setUint16(4, domain.pageShift, !isBe);
  view.setUint16(6, domain.reserved ?? 0, !isBe);
  view.setUint32(8, domain.xenMajor, !isBe);
  view.setUint32(12, domain.xenMinor, !isBe);
  return octets;
}

/** One record: head, body, padding. Throws FieldError, its path beginning with `path`, where the record cannot be written. */
export function* encodeRecord(
  layer: Layer,
  record: StreamRecord,
  path: string,
  isBe: boolean,
  source: BlobSource,
): Writing {
  try {
    const body = bodySegments(layer, record, isBe, source);
    const length = body.reduce((sum, segment) => sum + segment.length, 0);
    if (length > 0xffff_ffff) throw new FieldError("body", `${length} octets`, "a length of 32 bits");
    const head = new DataView(new ArrayBuffer(8));
    head.setUint32(0, record.type, !isBe);
    head.setUint32(4, length, !isBe);
    yield new Uint8Array(head.buffer);
    yield* gathered(body);
    yield padding(record, length);
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    throw new FieldError(`${path}.${error.path}`, error.found, error.wanted);
  }
}

/** Fields are small, and an entry of a page list is one: neighbours go out together, pages as they are. */
const TOGETHER = 2 ** 16;

function* gathered(segments: readonly Uint8Array[]): Writing {
  for (let from = 0; from < segments.length; ) {
    let length = (segments[from] as Uint8Array).length;
    let to = from + 1;
    while (to < segments.length && length + (segments[to] as Uint8Array).length <= TOGETHER)
      length += (segments[to++] as Uint8Array).length;
    if (to === from + 1) yield segments[from] as Uint8Array;
    else yield concat(segments.slice(from, to), length);
    from = to;
  }
}

function concat(segments: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const segment of segments) {
    whole.set(segment, at);
    at += segment.length;
  }
  return whole;
}

function padding({ pad }: StreamRecord, length: number): Uint8Array {
  const octets = new Uint8Array(paddingOf(length));
  const given = parseHex(pad ?? "");
  if (given.length > octets.length) throw new FieldError("pad", `${given.length} octets`, String(octets.length));
  octets.set(given);
  return octets;
}

/** Records of one layer, one after the other. */
export function* encodeRecords(
  layer: Layer,
  records: readonly StreamRecord[],
  path: string,
  isBe: boolean,
  source: BlobSource,
): Writing {
  for (const [index, record] of records.entries())
    yield* encodeRecord(layer, record, `${path}[${index}]`, isBe, source);
}

/** A whole image; `handOver` writes what the libxl layer has between two rounds. */
export function* encodeImage(
  document: StreamDocument,
  source: BlobSource,
  handOver: (block: HandOver, path: string) => Writing,
): Writing {
  const isBe = (document.image.options & 1) !== 0;
  yield imageHeaderOctets(document.image);
  yield domainHeaderOctets(document.domain, isBe);
  for (const [index, record] of document.records.entries()) {
    if ("libxl" in record) yield* handOver(record, `records[${index}].libxl`);
    else yield* encodeRecord("image", record, `records[${index}]`, isBe, source);
  }
}
