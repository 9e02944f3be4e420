/** The outside of a zstd frame (RFC 8878, 3.1.1): what it asks for and where it ends, told before anything is decoded. */

import { CodecError } from "./codec-error.ts";

/** The largest window that a frame may ask for (ZIP-020). */
export const WINDOW_LIMIT = 8 * 2 ** 20;

const MAGIC = 0xfd2fb528;
const LARGEST_BLOCK = 128 * 1024;
const ID_LENGTHS = [0, 1, 2, 4] as const;
const RLE = 1;
const RESERVED = 3;

/** Holds a frame against its limits: of `length` octets of contents if it says so, and ending where its octets do. Throws CodecError. */
export function checkZstdFrame(frame: Uint8Array, length: number): void {
  if (frame.length < 9) throw new CodecError(0, `${frame.length} octets`, "a zstd frame");
  const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
  if (view.getUint32(0, true) !== MAGIC) throw new CodecError(0, "no magic", "28 b5 2f fd");
  const descriptor = view.getUint8(4);
  if ((descriptor & 0x08) !== 0) throw new CodecError(4, "the reserved bit set", "clear");
  const single = (descriptor & 0x20) !== 0;
  const idLength = ID_LENGTHS[descriptor & 3] as number;
  const sizeFlag = descriptor >> 6;
  const sizeLength = sizeFlag === 0 ? (single ? 1 : 0) : 2 ** sizeFlag;
  const idAt = single ? 5 : 6;
  const sizeAt = idAt + idLength;
  if (sizeAt + sizeLength + 3 > frame.length) throw new CodecError(4, "a header longer than the frame", "a block");
  const size = contentSize(view, sizeAt, sizeLength);
  // A frame in one segment has a window as large as its contents.
  const window = single ? (size as bigint) : windowOf(view.getUint8(5));
  if (window > WINDOW_LIMIT)
    throw new CodecError(single ? sizeAt : 5, `a window of ${window} octets`, `at most ${WINDOW_LIMIT}`, "window");
  if (idLength > 0 && frame.subarray(idAt, sizeAt).some((octet) => octet !== 0))
    throw new CodecError(idAt, "a dictionary", "none", "window");
  if (size !== undefined && size !== BigInt(length))
    throw new CodecError(sizeAt, `${size} octets of contents`, String(length));
  const end = blocksEnd(view, sizeAt + sizeLength) + ((descriptor & 4) !== 0 ? 4 : 0);
  if (end !== frame.length)
    throw new CodecError(Math.min(end, frame.length), `${frame.length - end} octets behind its end`, "none");
}

function windowOf(descriptor: number): bigint {
  const base = 2n ** BigInt(10 + (descriptor >> 3));
  return base + (base / 8n) * BigInt(descriptor & 7);
}

function contentSize(view: DataView, at: number, length: number): bigint | undefined {
  if (length === 0) return undefined;
  if (length === 1) return BigInt(view.getUint8(at));
  if (length === 2) return BigInt(view.getUint16(at, true) + 256);
  return length === 4 ? BigInt(view.getUint32(at, true)) : view.getBigUint64(at, true);
}

function blocksEnd(view: DataView, first: number): number {
  for (let at = first; ; ) {
    if (at + 3 > view.byteLength) throw new CodecError(at, "the end of the frame", "a block");
    const header = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    const type = (header >> 1) & 3;
    const size = header >> 3;
    if (type === RESERVED) throw new CodecError(at, "a block of the reserved type", "raw, RLE or compressed");
    if (size > LARGEST_BLOCK) throw new CodecError(at, `a block of ${size} octets`, `at most ${LARGEST_BLOCK}`);
    at += 3 + (type === RLE ? 1 : size);
    if ((header & 1) !== 0) return at;
  }
}
