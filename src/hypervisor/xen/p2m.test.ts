import { expect, test } from "vitest";
import { PAGE } from "../backend.ts";
import type { Frames } from "./frames.ts";
import { readP2m } from "./p2m.ts";
import { rewriteTable } from "./page-tables.ts";

const DOMAIN = 7;
const PAGES = 1300;
const SHARED = { maxPfn: 3088, listOfLists: 3096, cr3: 3112, virtual: 3120 };
const TABLE = [10, 11, 12];
const frameOf = (pfn: number) => 0x40_0000 + pfn * 3;
const gone = new Set([5, 600]);

/** A host's memory: frames by number, whole. */
function hostOf(contents: ReadonlyMap<number, BigUint64Array>): Frames {
  return {
    read(_: number, frames: readonly number[], into: Uint8Array) {
      const missing: number[] = [];
      for (const [index, frame] of frames.entries()) {
        const words = contents.get(frame);
        if (words === undefined) missing.push(index);
        else into.set(new Uint8Array(words.buffer), index * PAGE);
      }
      return missing;
    },
  } as unknown as Frames;
}

function words(entries: Iterable<readonly [index: number, value: bigint]>): BigUint64Array {
  const page = new BigUint64Array(PAGE / 8);
  for (const [index, value] of entries) page[index] = value;
  return page;
}

function sharedInfo(fields: Partial<Record<keyof typeof SHARED, bigint>>): Uint8Array {
  const octets = new Uint8Array(PAGE);
  for (const [name, value] of Object.entries(fields))
    new DataView(octets.buffer).setBigUint64(SHARED[name as keyof typeof SHARED], value, true);
  return octets;
}

/** The pages of the table. */
const table = TABLE.map((pfn, part) => {
  const entries = Array.from({ length: PAGE / 8 }, (_, index): [number, bigint] => {
    const page = part * 512 + index;
    if (page >= PAGES || gone.has(page)) return [index, 0xffff_ffff_ffff_ffffn];
    return [index, BigInt(frameOf(page))];
  });
  return [frameOf(pfn), words(entries)] as const;
});

const listed = new Map([
  ...table,
  [frameOf(20), words([[0, BigInt(frameOf(21))]])],
  [frameOf(21), words(TABLE.map((pfn, index) => [index, BigInt(frameOf(pfn))]))],
]);

test("a guest's table is found by its list of lists, or by its own page tables", () => {
  const byList = readP2m(
    hostOf(listed),
    DOMAIN,
    sharedInfo({ maxPfn: BigInt(PAGES), listOfLists: BigInt(frameOf(20)) }),
  );
  const virtual = 0xffff_c900_0000_0000n;
  const at = (shift: bigint) => Number((virtual >> shift) & 511n);
  const entry = (pfn: number) => (BigInt(frameOf(pfn)) << 12n) | 0x8000_0000_0000_0067n;
  const walked = new Map([
    ...table,
    [frameOf(30), words([[at(39n), entry(31)]])],
    [frameOf(31), words([[at(30n), entry(32)]])],
    [frameOf(32), words([[at(21n), entry(33)]])],
    [frameOf(33), words(TABLE.map((pfn, index) => [index, entry(pfn)]))],
  ]);
  const cr3 = BigInt(frameOf(30)) << 12n;
  const byTables = readP2m(hostOf(walked), DOMAIN, sharedInfo({ maxPfn: BigInt(PAGES), cr3, virtual }));
  for (const { frames, table, pfnOf } of [byList, byTables]) {
    expect(table).toEqual(TABLE);
    expect(frames).toHaveLength(PAGES);
    expect(frames.flatMap((frame, pfn) => (frame === undefined ? [pfn] : []))).toEqual([...gone]);
    expect(frames.every((frame, pfn) => frame === undefined || pfnOf(frame) === pfn)).toBe(true);
    expect(pfnOf(1)).toBeUndefined();
  }
});

test.each([
  ["says nothing of its memory", { maxPfn: 0n }, /says that it has 0 pages/],
  ["has more than there can be", { maxPfn: 2n ** 40n }, /says that it has 1099511627776 pages/],
  ["names a list that it does not have", { maxPfn: 1300n, listOfLists: 3n }, /frames that it does not have/],
  [
    "maps nothing where it says",
    { maxPfn: 1300n, cr3: BigInt(frameOf(20)) << 12n, virtual: 1n << 40n },
    /nothing is mapped/,
  ],
])("a guest that %s is refused", (_, fields, message) => {
  expect(() => readP2m(hostOf(listed), DOMAIN, sharedInfo(fields))).toThrow(message);
});

test("a page table names pages instead of frames, keeps its flags, and loses what is Xen's", () => {
  const flags = 0x8000_0000_0000_0067n;
  const filled = (level: number) => {
    const page = words(Array.from({ length: 512 }, (_, index) => [index, (BigInt(frameOf(index)) << 12n) | flags]));
    page[3] = 0x1234_5000n;
    const octets = new Uint8Array(page.buffer);
    rewriteTable(octets, level, (frame) => (frame - 0x40_0000) / 3, "a table");
    return page;
  };
  const [lowest, top] = [filled(1), filled(4)];
  expect([lowest[2], lowest[3], lowest[300]]).toEqual([(2n << 12n) | flags, 0x1234_5000n, (300n << 12n) | flags]);
  expect([top[255], top[256], top[271], top[272]]).toEqual([(255n << 12n) | flags, 0n, 0n, (272n << 12n) | flags]);
  const stray = new Uint8Array(words([[9, 0x77_7001n]]).buffer);
  expect(() => rewriteTable(stray, 1, () => undefined, "a table")).toThrow("a table has at 9 the entry 0x777001");
});
