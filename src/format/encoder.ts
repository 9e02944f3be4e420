/** Writes an image: headers, and records whose lengths and padding it works out (spec 2 to 4). Pages are passed on, not copied. */

import { type Check, checkOf } from "../codecs/checks.ts";
import { hexText, parseHex } from "./blobs.ts";
import { type CodecEdition, editionInForce, NEWEST } from "./edition.ts";
import { FieldError } from "./field-error.ts";
import { appendedHeader, type Framing, framingOf, IMAGE_HEADER, PLAIN } from "./framing.ts";
import { bodySegments, type Layer } from "./record-fields.ts";
import { paddingOf } from "./records.ts";
import type { BlobSource, HandOver, StreamDocument, StreamRecord } from "./stream-document.ts";
import { RECORD } from "./vocabulary.ts";

/** Octets to be written one after the other; not to be changed. */
export type Writing = Generator<Uint8Array, void, void>;

/** The image header of an edition, always big-endian. */
export function imageHeaderOctets(image: StreamDocument["image"], edition: CodecEdition): Uint8Array {
  const { version, options, reserved } = image;
  const octets = new Uint8Array(IMAGE_HEADER + appendedHeader(edition));
  const view = new DataView(octets.buffer);
  octets.fill(0xff, 0, 8);
  view.setUint32(8, 0x58454e46);
  view.setUint32(12, version);
  view.setUint16(16, options);
  octets.set(parseHex(reserved ?? "").subarray(0, 6), 18);
  if (octets.length > IMAGE_HEADER) {
    view.setUint32(24, image.incompat ?? 0);
    view.setUint32(28, image.compat ?? 0);
    view.setUint16(32, image.recordCheck ?? 0);
    view.setUint16(34, image.imageDigest ?? 0);
  } else for (const key of ["incompat", "compat", "recordCheck", "imageDigest"] as const) absent(image, key);
  return octets;
}

/** The domain header in the image's byte order. */
export function domainHeaderOctets(domain: StreamDocument["domain"], isBe: boolean, framing = PLAIN): Uint8Array {
  const octets = new Uint8Array(framing.domainHeader);
  const view = new DataView(octets.buffer);
  view.setUint16(4, domain.pageShift, !isBe);
  view.setUint16(6, domain.reserved ?? 0, !isBe);
  if (framing.domainHeader === 8) {
    view.setUint16(0, domain.arch ?? 1, !isBe);
    view.setUint16(2, domain.type, !isBe);
    if (domain.xenMajor !== 0 || domain.xenMinor !== 0)
      throw new FieldError(
        "domain",
        `Xen ${domain.xenMajor}.${domain.xenMinor}`,
        "0.0, as this edition names no release",
      );
    return octets;
  }
  absent(domain, "arch");
  view.setUint32(0, domain.type, !isBe);
  view.setUint32(8, domain.xenMajor, !isBe);
  view.setUint32(12, domain.xenMinor, !isBe);
  return octets;
}

/** One record: head, body, padding, and a trailer where the framing has one. Throws FieldError, its path beginning with `path`, where the record cannot be written. */
export function* encodeRecord(
  layer: Layer,
  record: StreamRecord,
  path: string,
  isBe: boolean,
  source: BlobSource,
  edition: CodecEdition = NEWEST,
  framing: Framing = PLAIN,
): Writing {
  try {
    const body = bodySegments(layer, record, isBe, source, edition);
    const length = body.reduce((sum, segment) => sum + segment.length, 0);
    if (length > 0xffff_ffff) throw new FieldError("body", `${length} octets`, "a length of 32 bits");
    const head = headOctets(record, length, isBe, framing);
    const segments = [...gathered(body), padding(record, length)];
    yield head;
    yield* segments;
    if (framing.trailer === 0) absent(record, "footReserved");
    else yield trailerOctets(record, head, segments, isBe, framing);
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    throw new FieldError(`${path}.${error.path}`, error.found, error.wanted);
  }
}

function headOctets(record: StreamRecord, length: number, isBe: boolean, { recordHead }: Framing): Uint8Array {
  const head = new DataView(new ArrayBuffer(recordHead));
  head.setUint32(0, record.type, !isBe);
  head.setUint32(4, length, !isBe);
  const octets = new Uint8Array(head.buffer);
  if (recordHead === 16) {
    head.setUint16(8, record.options ?? 0, !isBe);
    octets.set(given(record, "headReserved", 6), 10);
  } else {
    absent(record, "options");
    absent(record, "headReserved");
  }
  return octets;
}

/** The sum, or 0 for a record without one, and the reserved octets. */
function trailerOctets(
  record: StreamRecord,
  head: Uint8Array,
  segments: readonly Uint8Array[],
  isBe: boolean,
  { check, trailer }: Framing,
): Uint8Array {
  const octets = new Uint8Array(trailer);
  if (trailer === 8) octets.set(given(record, "footReserved", 4), 4);
  if (check === undefined || !check.holds({ options: record.options ?? 0 })) return octets;
  const summed = check.from === "head" ? [head, ...segments] : segments;
  const sum = check.by.begin();
  for (const segment of summed) sum.add(segment);
  const counted = sum.octets(isBe);
  octets.set(trailer === 8 ? counted.subarray(0, 4) : counted);
  return octets;
}

/** Throws for what the framing has no place for. */
function absent<Key extends string>(said: { readonly [key in Key]?: unknown }, key: Key): void {
  if (said[key] !== undefined)
    throw new FieldError(key, String(said[key]), "nothing, as this edition has no such field");
}

function given(record: StreamRecord, key: "headReserved" | "footReserved", length: number): Uint8Array {
  const octets = parseHex(record[key] ?? "");
  if (octets.length !== 0 && octets.length !== length)
    throw new FieldError(key, `${octets.length} octets`, `${length}`);
  return octets;
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

/** A whole image, by a Writer of `edition`; `handOver` writes what the libxl layer has between two rounds. */
export function* encodeImage(
  document: StreamDocument,
  edition: CodecEdition,
  source: BlobSource,
  handOver: (block: HandOver, path: string) => Writing,
): Writing {
  const { image } = document;
  const isBe = (image.options & 1) !== 0;
  const inForce = editionInForce(image.version, edition);
  const framing = framingOf(inForce, image);
  const round = roundSum(inForce === "v4-draft" ? checkOf(image.imageDigest ?? 0) : undefined);
  const headers = [imageHeaderOctets(image, inForce), domainHeaderOctets(document.domain, isBe, framing)];
  yield* round.added(headers);
  if (framing.check?.from === "head") yield* round.added([sumOf(headers, framing.check.by, isBe)]);
  for (const [index, record] of document.records.entries()) {
    const path = `records[${index}]`;
    if ("libxl" in record) yield* handOver(record, `${path}.libxl`);
    else {
      const whole = round.isDue(record) ? round.digest(record.type, image.imageDigest ?? 0, isBe) : record;
      yield* round.added(encodeRecord("image", whole, path, isBe, source, inForce, framing));
      if (record.type === RECORD.CHECKPOINT) round.begin();
    }
  }
}

function sumOf(segments: readonly Uint8Array[], by: Check, isBe: boolean): Uint8Array {
  const sum = by.begin();
  for (const segment of segments) sum.add(segment);
  return sum.octets(isBe);
}

/** The sum over a round of the image while it is written (spec 18.3); IMAGE_DIGEST with fields gets its body from it. */
function roundSum(check: Check | undefined) {
  let sum = check?.begin();
  let position = 0;
  return {
    *added(segments: Iterable<Uint8Array>): Writing {
      for (const segment of segments) {
        sum?.add(segment);
        position += segment.length;
        yield segment;
      }
    },
    isDue: ({ type, fields }: StreamRecord) =>
      sum !== undefined && type === RECORD.IMAGE_DIGEST && fields !== undefined,
    digest(type: number, algorithm: number, isBe: boolean): StreamRecord {
      const head = new Uint8Array(16);
      const view = new DataView(head.buffer);
      view.setUint16(0, algorithm, !isBe);
      view.setBigUint64(8, BigInt(position), !isBe);
      const body = Buffer.concat([head, sum?.octets(isBe) ?? new Uint8Array(0)]);
      sum = undefined;
      return { type, body: { hex: hexText(body) } };
    },
    begin() {
      sum = check?.begin();
    },
  };
}
