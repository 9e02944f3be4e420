/** Runs of entries of PAGE_DATA and PAGE_DATA_COMPRESSED as documents hold them, written out (CONTRACT 5). */

import { FieldError } from "./field-error.ts";
import { hex } from "./octets.ts";
import { RECORD_LIMIT } from "./vocabulary.ts";

/** Neighbours of one type: the first pfn as a document writes it, how many there are, and the bits that stand above each pfn. */
export type EntryRun = readonly [first: string, count: number, upper: bigint];

/** The bits of an entry below those of its type. */
const BELOW_TYPE = 1n << 60n;
/** Entries that a record has room for. */
const MOST = RECORD_LIMIT / 8;

/** How many entries there are. Throws FieldError for more than a record has room for, before any is made. */
export function countEntries(runs: readonly (readonly [string, number, ...unknown[]])[]): number {
  const count = runs.reduce((sum, [, run]) => sum + run, 0);
  if (count > MOST)
    throw new FieldError("fields.pfns", `${count} entries`, `at most ${MOST}, for which a record has room`);
  return count;
}

/** The octets of a run, 8 for each entry. Throws FieldError where a pfn would reach into the bits of the type. */
export function entryOctets([first, count, upper]: EntryRun, isBe: boolean): Uint8Array {
  const start = BigInt(first);
  if (start + BigInt(count) > BELOW_TYPE) throw new FieldError("fields.pfns", first, `pfns below ${hex(BELOW_TYPE)}`);
  const octets = new Uint8Array(8 * count);
  const view = new DataView(octets.buffer);
  for (let entry = 0; entry < count; entry++) view.setBigUint64(8 * entry, upper | (start + BigInt(entry)), !isBe);
  return octets;
}
