/** Rules on guest memory: batches, page frame numbers, types, page tables (spec 6). The layout is read in `page-list.ts`. */

import type { PageList } from "./events.ts";
import { fields, hex } from "./octets.ts";
import { type AnyRule, type Report, rule } from "./rule.ts";
import { PAGE_TYPES, RECORD, tableLevel } from "./vocabulary.ts";

/** pfns from here on cannot be addressed by x86 (PAGE-013). */
const PFN_LIMIT = 2 ** 40;
const PFN_WANTED = `less than ${hex(PFN_LIMIT)}`;
/** Entries that savers put into one record (PAGE-007). */
const BATCH = 1024;
const INVALID_TYPES = 0b0000_0001_1110_0000;
/** Types of HVM pages: 0, D, E, F (PAGE-018). */
const HVM_TYPES = 0b1110_0000_0000_0001;
/** L4TAB and pinned L4TAB (PAGE-020). */
const LEVEL_4 = 0b0001_0000_0001_0000;

/** Reports every entry whose type is in the bit set `types`. */
function typesIn(list: PageList, types: number, wanted: string, report: Report): void {
  if ((list.typesSeen & types) === 0) return;
  for (let entry = 0; entry < list.entries; entry++) {
    const type = list.types[entry] as number;
    if ((types & (1 << type)) === 0) continue;
    report(
      entryAt(list, entry),
      `rec[${list.head.index}].pfns[${entry}]`,
      `type ${type.toString(16)}${PAGE_TYPES[type] ? ` (${PAGE_TYPES[type]})` : ""}`,
      wanted,
    );
  }
}

/** Reports every entry whose pfn is `limit` or more. */
function pfnsFrom(list: PageList, limit: number, wanted: string, report: Report): void {
  if (list.entries === 0 || list.maxPfn < limit) return;
  for (let entry = 0; entry < list.entries; entry++) {
    const pfn = list.pfns[entry] as number;
    if (pfn >= limit) report(entryAt(list, entry), `rec[${list.head.index}].pfns[${entry}]`, `pfn ${hex(pfn)}`, wanted);
  }
}

function entryAt({ at }: PageList, entry: number): number {
  return at + 8 + 8 * entry;
}

/** Entries of a page table, as pairs of offset and value; an entry is present when its bit 0 is set. */
function* tableEntries(octets: Uint8Array): Generator<{ slot: number; value: bigint }> {
  const { u32, u64 } = fields(octets);
  for (let slot = 0; slot < 512; slot++) if ((u32(8 * slot) & 1) !== 0) yield { slot, value: u64(8 * slot) };
}

/** The slots of a table that belong to Xen, as [from, to); none for most tables (PAGE-028). */
function xenSlots(level: number, width: number): readonly [number, number] {
  if (level === 4 && width === 8) return [256, 272];
  return level === 3 && width === 4 ? [4, 512] : [0, 0];
}

export const pageDataRules: readonly AnyRule[] = [
  rule("page-count", "page-list", ({ head, at, count }, _, report) => {
    if (count === 0 && head.type === RECORD.PAGE_DATA && head.length >= 8)
      report(at, `rec[${head.index}].count`, 0, "at least 1");
  }),
  rule("page-length", "page-list", ({ head, expected }, _, report) => {
    if (head.length !== expected)
      report(head.at + 4, `rec[${head.index}].body_length`, head.length, `${expected}, as its entries announce`);
  }),
  rule("page-reserved", "page-list", ({ head, at, reserved }, _, report) => {
    if (reserved !== 0) report(at + 4, `rec[${head.index}].reserved`, hex(reserved), "0");
  }),
  rule("page-batch", "page-list", ({ head, at, count }, _, report) => {
    if (count > BATCH && head.type === RECORD.PAGE_DATA)
      report(at, `rec[${head.index}].count`, count, `at most ${BATCH}`);
  }),
  rule("page-pfn-reserved", "page-list", (list, _, report) => {
    if (list.firstReserved !== -1)
      report(
        entryAt(list, list.firstReserved),
        `rec[${list.head.index}].pfns[${list.firstReserved}]`,
        "a bit of 52 to 59 set",
        "bits 52 to 59 clear",
      );
  }),
  rule("page-pfn-range", "page-list", (list, { kind, maxPfn }, report) => {
    if (kind === "pv" && maxPfn !== undefined && list.maxPfn > maxPfn)
      pfnsFrom(list, maxPfn + 1, `at most end_pfn, ${hex(maxPfn)}`, report);
  }),
  rule("page-pfn-limit", "page-list", (list, { kind }, report) => {
    if (kind === "hvm") pfnsFrom(list, PFN_LIMIT, PFN_WANTED, report);
  }),
  rule("page-type", "page-list", (list, _, report) => typesIn(list, INVALID_TYPES, "a type other than 5 to 8", report)),
  rule("page-type-hvm", "page-list", (list, { kind }, report) => {
    if (kind === "hvm")
      typesIn(list, 0xffff & ~HVM_TYPES & ~INVALID_TYPES, "type 0, d, e or f in an HVM domain", report);
  }),
  rule("page-type-levels", "page-list", (list, { kind, pvInfo }, report) => {
    if (kind === "pv" && pvInfo?.levels === 3)
      typesIn(list, LEVEL_4, "no level 4 with three page table levels", report);
  }),
  rule(
    "page-table-pfn",
    "page",
    ({ at, pfn, type, octets }, { kind, maxPfn }, report) => {
      if (kind !== "pv" || maxPfn === undefined || tableLevel(type) === 0) return;
      for (const { slot, value } of tableEntries(octets)) {
        const target = (value >> 12n) & 0xff_ffff_ffffn;
        if (target > BigInt(maxPfn))
          report(at + 8 * slot, `pfn ${hex(pfn)}[${slot}]`, `pfn ${hex(target)}`, `at most end_pfn, ${hex(maxPfn)}`);
      }
    },
    { deep: true },
  ),
  rule(
    "page-table-superpage",
    "page",
    ({ at, pfn, type, octets }, { kind }, report) => {
      if (kind !== "pv" || tableLevel(type) < 2) return;
      for (const { slot, value } of tableEntries(octets)) {
        if ((value & 0x80n) !== 0n)
          report(at + 8 * slot, `pfn ${hex(pfn)}[${slot}]`, hex(value), "page size bit (7) clear");
      }
    },
    { deep: true },
  ),
  rule(
    "page-table-xen-slot",
    "page",
    ({ at, pfn, type, octets }, { kind, pvInfo }, report) => {
      if (kind !== "pv" || pvInfo === undefined) return;
      const [from, to] = xenSlots(tableLevel(type), pvInfo.width);
      const { u64 } = fields(octets);
      for (let slot = from; slot < to; slot++) {
        if (u64(8 * slot) !== 0n)
          report(at + 8 * slot, `pfn ${hex(pfn)}[${slot}]`, hex(u64(8 * slot)), "0 in a slot of Xen");
      }
    },
    { deep: true },
  ),
];
