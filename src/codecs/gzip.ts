/** Codec 2: one member of RFC 1952. */

import { CodecError } from "./codec-error.ts";
import { crc32 } from "./crc32.ts";
import { gzipMember, inflateRaw } from "./deflate.ts";

const FHCRC = 0x02;
const FEXTRA = 0x04;
const FNAME = 0x08;
const FCOMMENT = 0x10;
const RESERVED = 0xe0;
const TRAILER = 8;

/** One gzip member that holds `octets`; level 1, which is the fastest. */
export function gzip(octets: Uint8Array): Uint8Array {
  return gzipMember(octets);
}

/** The `length` octets that a member holds. Throws CodecError where it holds more or fewer, is unsound, or does not end with the frame. */
export function gunzip(frame: Uint8Array, length: number): Uint8Array {
  const start = headerLength(frame);
  const { octets, used } = inflate(frame.subarray(start), length, start);
  const trailer = start + used;
  if (octets.length !== length) throw new CodecError(trailer, `${octets.length} octets of contents`, String(length));
  if (frame.length !== trailer + TRAILER)
    throw new CodecError(trailer, `${frame.length - trailer} octets behind the contents`, `${TRAILER}, a trailer`);
  const view = new DataView(frame.buffer, frame.byteOffset + trailer, TRAILER);
  const sum = crc32(octets);
  if (view.getUint32(0, true) !== sum)
    throw new CodecError(trailer, hex(view.getUint32(0, true)), `CRC-32 ${hex(sum)}`);
  if (view.getUint32(4, true) !== length)
    throw new CodecError(trailer + 4, `a length of ${view.getUint32(4, true)}`, String(length));
  return octets;
}

function hex(value: number): string {
  return `0x${value.toString(16)}`;
}

function headerLength(frame: Uint8Array): number {
  if (frame.length < 10 + TRAILER) throw new CodecError(0, `${frame.length} octets`, "a gzip member");
  if (frame[0] !== 0x1f || frame[1] !== 0x8b) throw new CodecError(0, "no magic", "1f 8b");
  if (frame[2] !== 8) throw new CodecError(2, `method ${frame[2]}`, "8 (DEFLATE)");
  const flags = frame[3] as number;
  if ((flags & RESERVED) !== 0) throw new CodecError(3, `flags ${hex(flags)}`, "reserved flags clear");
  let at = 10;
  if ((flags & FEXTRA) !== 0) at += 2 + (frame[at] as number) + ((frame[at + 1] as number) << 8);
  for (const flag of [FNAME, FCOMMENT]) {
    if ((flags & flag) === 0) continue;
    const end = frame.indexOf(0, at);
    if (end < 0) throw new CodecError(at, "a text without end", "a text that ends with 00");
    at = end + 1;
  }
  if ((flags & FHCRC) !== 0) {
    const stored = (frame[at] as number) + ((frame[at + 1] as number) << 8);
    if (stored !== (crc32(frame.subarray(0, at)) & 0xffff)) throw new CodecError(at, hex(stored), "the header's CRC");
    at += 2;
  }
  if (at + TRAILER > frame.length) throw new CodecError(10, "a header longer than the frame", "contents");
  return at;
}

function inflate(deflated: Uint8Array, length: number, at: number): { octets: Uint8Array; used: number } {
  let inflated: ReturnType<typeof inflateRaw>;
  try {
    inflated = inflateRaw(deflated, length);
  } catch (error) {
    throw new CodecError(at, `deflated contents that are unsound (${(error as Error).message})`, "sound ones");
  }
  if (inflated === undefined) throw new CodecError(at, `more than ${length} octets of contents`, String(length));
  return inflated;
}
