/** Page tables of a PV guest, whose entries name frames of the host: in an image they name the guest's pages instead (spec 10). */

import { BackendError } from "../backend.ts";

const PRESENT = 1n;
const FRAME = 0x000f_ffff_ffff_f000n;
/** Entries of a top-level table that are Xen's own. */
const XENS_FIRST = 256;
const XENS_LAST = 271;
const TOP = 4;

/** Rewrites a table in place, level 1 to 4, through `to`. BackendError, with the entry, for one that names a frame for which there is no answer. */
export function rewriteTable(
  table: Uint8Array,
  level: number,
  to: (frame: number) => number | undefined,
  what: string,
): void {
  const entries = new BigUint64Array(table.buffer, table.byteOffset, table.length / 8);
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index] as bigint;
    if (level === TOP && index >= XENS_FIRST && index <= XENS_LAST) entries[index] = 0n;
    else if ((entry & PRESENT) !== 0n) {
      const frame = to(Number((entry & FRAME) >> 12n));
      if (frame === undefined)
        throw new BackendError(
          `${what} has at ${index} the entry 0x${entry.toString(16)}, which is of no page of the guest`,
        );
      entries[index] = (entry & ~FRAME) | (BigInt(frame) << 12n);
    }
  }
}

/** The pages that a table of an image names. */
export function framesOf(table: Uint8Array): number[] {
  const view = new DataView(table.buffer, table.byteOffset, table.length);
  const found: number[] = [];
  for (let at = 0; at < table.length; at += 8) {
    const entry = view.getBigUint64(at, true);
    if ((entry & PRESENT) !== 0n) found.push(Number((entry & FRAME) >> 12n));
  }
  return found;
}
