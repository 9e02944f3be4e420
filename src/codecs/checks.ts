/** The sums that records, rounds and images of `v4-draft` carry (spec 18.1), by the numbers that its image header uses. */

import { crc32 } from "./crc32.ts";
import { crc32c } from "./crc32c.ts";
import { sha256Running } from "./sha256.ts";

/** A sum that grows by `add`. */
export type RunningSum = {
  add(octets: Uint8Array): void;
  /** A CRC as it stands; 0 for SHA-256. */
  readonly crc: number;
  /** The sum as it is written, 8 or 32 octets; a CRC in the byte order of the image, and 4 octets of 0. */
  octets(isBe: boolean): Uint8Array;
};

/** One algorithm: its name, how many octets its sum takes, and a sum of nothing to begin with. */
export type Check = { readonly name: string; readonly length: 8 | 32; readonly begin: () => RunningSum };

function crcSum(next: (octets: Uint8Array, before: number) => number): RunningSum {
  let crc = 0;
  return {
    add(octets) {
      crc = next(octets, crc);
    },
    get crc() {
      return crc;
    },
    octets(isBe) {
      const octets = new Uint8Array(8);
      new DataView(octets.buffer).setUint32(0, crc, !isBe);
      return octets;
    },
  };
}

function sha256Sum(): RunningSum {
  const hash = sha256Running();
  return { add: (octets) => hash.update(octets), crc: 0, octets: () => hash.digest() };
}

/** CRC-32 (ISO-HDLC), which `draft-b` uses as well. */
export const CRC32: Check = { name: "CRC-32", length: 8, begin: () => crcSum(crc32) };

const CHECKS: ReadonlyMap<number, Check> = new Map<number, Check>([
  [3, CRC32],
  [5, { name: "CRC-32C", length: 8, begin: () => crcSum(crc32c) }],
  [6, { name: "SHA-256", length: 32, begin: sha256Sum }],
]);

/** The algorithm of a number; undefined for 0, which is none, and for numbers that are not given out. */
export function checkOf(number: number): Check | undefined {
  return CHECKS.get(number);
}
