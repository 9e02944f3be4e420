/** Blocks of LZ4 where there is no Node: stands in for src/codecs/lz4-library.ts in the bundle. */

import { xxHash32 } from "js-xxhash";
import { CodecMissingError } from "../../codecs/codec-error.ts";

/** Nothing is written in a browser. Throws CodecMissingError. */
export function lz4Frame(): never {
  throw new CodecMissingError("lz4", "to write it");
}

/** XXH32 with seed 0, unsigned, 32 bits. */
export const xxh32 = (octets: Uint8Array): number => xxHash32(octets, 0);

/** Bits of a token that hold a length; where all are set it goes on in the octets that follow. */
const MOST = 15;
const SHORTEST_MATCH = 4;

/**
 * The contents of a block in the LZ4 block format, which may point back into `history`. Throws where it is unsound or brings more than `room`
 * octets.
 */
export function openBlock(block: Uint8Array, room: number, history = new Uint8Array(0)): Uint8Array {
  const start = history.length;
  const octets = new Uint8Array(start + room);
  octets.set(history);
  let to = start;
  let at = 0;
  const take = (): number => {
    const octet = block[at++];
    if (octet === undefined) throw new Error("it ends within a sequence");
    return octet;
  };
  const lengthFrom = (nibble: number): number => {
    let length = nibble;
    for (let more = nibble === MOST ? 255 : 0; more === 255; length += more) more = take();
    return length;
  };
  for (;;) {
    const token = take();
    const literals = lengthFrom(token >> 4);
    if (at + literals > block.length || to + literals > octets.length) throw new Error("literals beyond the end");
    octets.set(block.subarray(at, at + literals), to);
    at += literals;
    to += literals;
    // Only the last sequence has no match.
    if (at === block.length) return octets.subarray(start, to);
    const back = take() | (take() << 8);
    const length = SHORTEST_MATCH + lengthFrom(token & MOST);
    if (back === 0 || back > to) throw new Error("a match before the start");
    if (to + length > octets.length) throw new Error("a match beyond the end");
    for (const end = to + length; to < end; to++) octets[to] = octets[to - back]!;
  }
}
