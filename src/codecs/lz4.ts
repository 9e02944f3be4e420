/** Codec 4: one frame of the LZ4 frame format, taken apart here block by block, so that no block brings more than is wanted. */

import { CodecError, CodecMissingError } from "./codec-error.ts";
import { lz4Frame, openBlock, xxh32 } from "./lz4-library.ts";

const MAGIC = 0x184d2204;
const DICTIONARY = 0x01;
const CONTENT_SUM = 0x04;
const CONTENT_SIZE = 0x08;
const BLOCK_SUMS = 0x10;
const INDEPENDENT = 0x20;
/** How far back a block may point that is not independent. */
const HISTORY = 65_536;

/** One frame that holds `octets`, in independent blocks of at most 4 MiB. Throws CodecMissingError. */
export function lz4Compress(octets: Uint8Array): Uint8Array {
  return lz4Frame(octets);
}

/** The `length` octets that a frame holds. Throws CodecError where it is not sound, asks for a dictionary, or holds more or fewer; CodecMissingError. */
export function lz4Decompress(frame: Uint8Array, length: number): Uint8Array {
  const { flags, blockLimit, end: first } = readHeader(frame, length);
  const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
  const octets = new Uint8Array(length);
  let done = 0;
  let at = first;
  for (;;) {
    const word = u32At(view, at);
    if (word === 0) break;
    const size = word & 0x7fff_ffff;
    if (size > blockLimit) throw new CodecError(at, `a block of ${size} octets`, `at most ${blockLimit}`);
    const from = at + 4;
    const to = from + size;
    if (to > frame.length) throw new CodecError(at, `a block of ${size} octets`, `at most ${frame.length - from}`);
    const block = frame.subarray(from, to);
    if ((flags & BLOCK_SUMS) !== 0) checkSum(view, to, block);
    const history = (flags & INDEPENDENT) !== 0 ? undefined : octets.subarray(Math.max(0, done - HISTORY), done);
    const contents = word >>> 31 === 1 ? block : open(block, Math.min(blockLimit, length - done), history, at);
    if (contents.length > length - done)
      throw new CodecError(at, `more than ${length} octets of contents`, String(length));
    octets.set(contents, done);
    done += contents.length;
    at = to + ((flags & BLOCK_SUMS) !== 0 ? 4 : 0);
  }
  if (done !== length) throw new CodecError(at, `${done} octets of contents`, String(length));
  if ((flags & CONTENT_SUM) !== 0) checkSum(view, at + 4, octets);
  const end = at + ((flags & CONTENT_SUM) !== 0 ? 8 : 4);
  if (end !== frame.length) throw new CodecError(end, `${frame.length - end} octets behind its end`, "none");
  return octets;
}

function readHeader(frame: Uint8Array, length: number): { flags: number; blockLimit: number; end: number } {
  if (frame.length < 11) throw new CodecError(0, `${frame.length} octets`, "an LZ4 frame");
  const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
  if (view.getUint32(0, true) !== MAGIC) throw new CodecError(0, "no magic", "04 22 4d 18");
  const flags = view.getUint8(4);
  if (flags >> 6 !== 1 || (flags & 2) !== 0)
    throw new CodecError(4, `flags 0x${flags.toString(16)}`, "version 1, reserved bit clear");
  if ((flags & DICTIONARY) !== 0) throw new CodecError(4, "a dictionary", "none", "window");
  const descriptor = view.getUint8(5);
  const largest = descriptor >> 4;
  if (largest < 4 || largest > 7 || (descriptor & 15) !== 0)
    throw new CodecError(5, `block descriptor 0x${descriptor.toString(16)}`, "0x40, 0x50, 0x60 or 0x70");
  const end = (flags & CONTENT_SIZE) !== 0 ? 15 : 7;
  if (end > frame.length) throw new CodecError(6, "a header longer than the frame", "a block");
  const sum = (xxh32(frame.subarray(4, end - 1)) >>> 8) & 0xff;
  if (frame[end - 1] !== sum)
    throw new CodecError(end - 1, `0x${frame[end - 1]?.toString(16)}`, `checksum 0x${sum.toString(16)}`);
  if (end === 15 && view.getBigUint64(6, true) !== BigInt(length))
    throw new CodecError(6, `${view.getBigUint64(6, true)} octets of contents`, String(length));
  return { flags, blockLimit: 2 ** (8 + 2 * largest), end };
}

function u32At(view: DataView, at: number): number {
  if (at + 4 > view.byteLength)
    throw new CodecError(view.byteLength, "the end of the frame", "a block or its end mark");
  return view.getUint32(at, true);
}

function checkSum(view: DataView, at: number, octets: Uint8Array): void {
  const sum = xxh32(octets);
  const stored = u32At(view, at);
  if (stored !== sum) throw new CodecError(at, `checksum 0x${stored.toString(16)}`, `0x${sum.toString(16)}`);
}

/** A block's contents, at most `room` octets. */
function open(block: Uint8Array, room: number, history: Uint8Array | undefined, at: number): Uint8Array {
  try {
    return openBlock(block, room, history);
  } catch (error) {
    // That it is not installed is no fault of the block.
    if (error instanceof CodecMissingError) throw error;
    throw new CodecError(
      at,
      `a block that is unsound, or brings more than ${room} octets (${(error as Error).message})`,
      "a sound one",
    );
  }
}
