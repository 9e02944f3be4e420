/** The entries of a page batch (spec 15.5). */

import type { PageList, RecordHead } from "../events.ts";
import { fields } from "../octets.ts";
import { PAGE_SIZE, XTAB } from "../vocabulary.ts";
import type { Long } from "./parts.ts";

/** Types from here on bring no contents. */
const WITHOUT_CONTENTS = 0xd;

/** The entries that name a pfn, and where each of them stands. */
export type Entries = { readonly list: PageList; readonly places: readonly number[] };

/** Reads the longs of a batch; `at` is the offset of the first. An entry that has lost its pfn is left out (LEG-032). */
export function readEntries(head: RecordHead, raw: Uint8Array, at: number, long: Long): Entries {
  const { u32 } = fields(raw);
  const most = raw.length / long;
  const pfns = new Float64Array(most);
  const types = new Uint8Array(most);
  const withData = new Uint32Array(most);
  const places: number[] = [];
  let pages = 0;
  let typesSeen = 0;
  let maxPfn = 0;
  for (let entry = 0; entry < most; entry++) {
    const low = u32(long * entry);
    const type = low >>> 28;
    const pfn = (low & 0x0fff_ffff) + (long === 8 ? u32(long * entry + 4) * 2 ** 32 : 0);
    if (type === XTAB && pfn === 0) continue;
    const index = places.length;
    pfns[index] = pfn;
    types[index] = type;
    if (type < WITHOUT_CONTENTS) withData[pages++] = index;
    typesSeen |= 1 << type;
    maxPfn = Math.max(maxPfn, pfn);
    places.push(at + long * entry);
  }
  const list: PageList = {
    head,
    pageSize: PAGE_SIZE,
    at,
    count: most,
    reserved: 0,
    complete: true,
    entries: places.length,
    pfns,
    types,
    withData,
    pages,
    runs: { count: 0, starts: new Uint32Array(0), pfns: new Float64Array(0), types: new Uint8Array(0) },
    firstReserved: -1,
    typesSeen,
    maxPfn,
    expected: head.length,
    raw,
  };
  return { list, places };
}
