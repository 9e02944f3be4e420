/** Which frame of the host each page of a PV guest is: its P2M table, which the guest itself keeps, and the way back. */

import { BackendError, PAGE } from "../backend.ts";
import type { Frames } from "./frames.ts";

/** Where the guest says it in the frame it shares with Xen: 64-bit guests (spec 10). */
const SHARED = { maxPfn: 3088, listOfLists: 3088 + 8, cr3: 3088 + 24, virtual: 3088 + 32 };
const ENTRIES = PAGE / 8;
const FRAME = 0x000f_ffff_ffff_f000n;
const PRESENT = 1n;
/** An entry of the table for a page that is not there, or that belongs to somebody else. */
const FOREIGN = 1n << 62n;
/** No guest has more pages: what a broken one says sizes nothing. */
const MOST = 2 ** 26;

/** A PV guest's memory. `frames[pfn]` is undefined where there is no page; `table` are the pages that hold the table, in order. */
export type P2m = {
  readonly frames: readonly (number | undefined)[];
  readonly table: readonly number[];
  /** The page of a frame of the host; undefined for one that is not the guest's. */
  pfnOf(frame: number): number | undefined;
};

/** Reads the table of a 64-bit PV guest. BackendError where it keeps none, or one that contradicts itself. */
export function readP2m(frames: Frames, domain: number, sharedInfo: Uint8Array): P2m {
  const shared = new DataView(sharedInfo.buffer, sharedInfo.byteOffset);
  const pages = Number(shared.getBigUint64(SHARED.maxPfn, true));
  if (pages === 0 || pages > MOST) throw new BackendError(`domain ${domain} says that it has ${pages} pages`);
  const tablePages = Math.ceil(pages / ENTRIES);
  const read = (list: readonly number[]): BigUint64Array => {
    const octets = new Uint8Array(list.length * PAGE);
    const missing = frames.read(domain, list, octets);
    if (missing.length > 0)
      throw new BackendError(`domain ${domain} has its P2M table in frames that it does not have`);
    return new BigUint64Array(octets.buffer);
  };
  const [cr3, virtual] = [shared.getBigUint64(SHARED.cr3, true), shared.getBigUint64(SHARED.virtual, true)];
  const tableFrames =
    cr3 === 0n
      ? listed(read, Number(shared.getBigUint64(SHARED.listOfLists, true)), tablePages)
      : walked(read, cr3, virtual, tablePages);
  const entries = read(tableFrames).subarray(0, pages);
  const byFrame = new Map<number, number>();
  const found = Array.from(entries, (entry, pfn) => {
    if ((entry & FOREIGN) !== 0n || entry === 0n) return undefined;
    const frame = Number(entry);
    if (!byFrame.has(frame)) byFrame.set(frame, pfn);
    return frame;
  });
  const table = tableFrames.map((frame) => {
    const pfn = byFrame.get(frame);
    if (pfn === undefined)
      throw new BackendError(`domain ${domain} has its P2M table in frame 0x${frame.toString(16)}, which is not in it`);
    return pfn;
  });
  return { frames: found, table, pfnOf: (frame) => byFrame.get(frame) };
}

/** The frames of the table by the list that a list of lists names. */
function listed(read: (list: readonly number[]) => BigUint64Array, listOfLists: number, count: number): number[] {
  const lists = Math.ceil(count / ENTRIES);
  if (lists > ENTRIES) throw new BackendError(`a P2M table of ${count} frames needs a list for which there is no room`);
  const list = Array.from(read([listOfLists]).subarray(0, lists), Number);
  return Array.from(read(list).subarray(0, count), Number);
}

/** The frames of the table by the guest's own page tables, where it keeps it in one stretch of its addresses. */
function walked(
  read: (list: readonly number[]) => BigUint64Array,
  cr3: bigint,
  virtual: bigint,
  count: number,
): number[] {
  const tables = new Map<number, BigUint64Array>();
  const tableAt = (frame: number): BigUint64Array => {
    const known = tables.get(frame);
    if (known !== undefined) return known;
    const table = read([frame]);
    tables.set(frame, table);
    return table;
  };
  return Array.from({ length: count }, (_, page) => {
    const address = virtual + BigInt(page * PAGE);
    let frame = Number(cr3 >> 12n);
    for (const shift of [39n, 30n, 21n, 12n]) {
      const entry = tableAt(frame)[Number((address >> shift) & 511n)] as bigint;
      if ((entry & PRESENT) === 0n)
        throw new BackendError(`nothing is mapped at 0x${address.toString(16)}, where the P2M table should be`);
      frame = Number((entry & FRAME) >> 12n);
    }
    return frame;
  });
}
