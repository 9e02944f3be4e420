/** Blocks of LZ4 and the sums of its frames, by libraries that are optional. In a browser another module stands in for this one. */

import { optional } from "./library.ts";

type Lz4 = typeof import("lz4-napi");
type XxHash = typeof import("@node-rs/xxhash");

const lz4 = optional("lz4", "lz4-napi", (require, path) => require(path) as Lz4);
const xxhash = optional("lz4", "@node-rs/xxhash", (require, path) => require(path) as XxHash);

/** One frame that holds `octets`, in independent blocks of at most 4 MiB. Throws CodecMissingError. */
export function lz4Frame(octets: Uint8Array): Uint8Array {
  return lz4().compressFrameSync(Buffer.from(octets.buffer, octets.byteOffset, octets.length));
}

/** XXH32 with seed 0, unsigned, 32 bits. Throws CodecMissingError. */
export function xxh32(octets: Uint8Array): number {
  return xxhash().xxh32(octets);
}

/**
 * The contents of a block, which may point back into `history`. Throws where it is unsound or brings more than `room` octets: the library
 * sets aside what stands before the block, and refuses more. Throws CodecMissingError.
 */
export function openBlock(block: Uint8Array, room: number, history: Uint8Array | undefined): Uint8Array {
  const { uncompressSync } = lz4();
  const sized = Buffer.allocUnsafe(4 + block.length);
  sized.writeUInt32LE(room, 0);
  sized.set(block, 4);
  return uncompressSync(sized, history === undefined || history.length === 0 ? undefined : Buffer.from(history));
}
