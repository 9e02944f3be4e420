// Generated from schemas/page_data.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/PageData";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Names of page_data::page_type; a number without a name stays a number. */
export type PageDataPageType = "notab" | "l1" | "l2" | "l3" | "l4" | "l1pin" | "l2pin" | "l3pin" | "l4pin" | "broken" | "xalloc" | "xtab";

/** Number to name, page_data::page_type. */
export const pageDataPageTypeNames: Readonly<Record<number, PageDataPageType>> = {
  0x0: "notab",
  0x1: "l1",
  0x2: "l2",
  0x3: "l3",
  0x4: "l4",
  0x9: "l1pin",
  0xa: "l2pin",
  0xb: "l3pin",
  0xc: "l4pin",
  0xd: "broken",
  0xe: "xalloc",
  0xf: "xtab",
};

/**
 * A batch of guest pages. Every entry names a page frame and says what it is;
 * the contents follow for those entries whose type carries data, in the order
 * of the entries.
 */
export interface PageData {
  /** Number of entries. */
  readonly count: number;
  /** Written as zero. */
  readonly reserved: number;
  /** The page frames of the batch. */
  readonly pfns: readonly PageDataPfnEntry[];
  /** Contents, one page for each entry that carries data. */
  readonly pages: readonly Uint8Array[];
  /** Number of entries that carry data. */
  readonly numPages: number;
}

register(parsers.PageData, {
  fields: [
    { id: "count", name: "count", kind: "scalar" },
    { id: "reserved", name: "reserved", kind: "scalar" },
    { id: "pfns", name: "pfns", kind: "struct" },
    { id: "pages", name: "pages", kind: "scalar" },
  ],
  found: [],
  instances: [{ id: "num_pages", name: "numPages", kind: "scalar" }],
  wide: [],
});

/** What the reader of PageData must be told. */
export interface PageDataParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
  /** Octets in a page, 1 << page_shift of the domain header. */
  readonly pageSize: number;
}

/** Reads a PageData from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parsePageData(octets: Uint8Array, params: PageDataParams): PageData {
  return parse(parsers.PageData, octets, [params.isBe, params.pageSize]);
}

/** Like parsePageData, but throws nothing and tells the place of every field that could be read. */
export function locatePageData(octets: Uint8Array, params: PageDataParams): Located<PageData> {
  return locate(parsers.PageData, octets, [params.isBe, params.pageSize]);
}

/**
 * One 64-bit word: the page frame number in bits 0 to 51, reserved bits 52
 * to 59, and the type of the page in bits 60 to 63.
 */
export interface PageDataPfnEntry {
  /** The whole word. Types 5 to 8 do not exist, bits 52 to 59 are zero. */
  readonly raw: bigint;
  /** What the page is. */
  readonly type: PageDataPageType | number;
  /** Bits 52 to 59, written as zero. */
  readonly reserved: number;
  /** True when the record carries the contents of this page. */
  readonly hasData: boolean;
  readonly pfn: bigint;
}

register(parsers.PageData.PfnEntry, {
  fields: [
    { id: "raw", name: "raw", kind: "u64" },
  ],
  found: [],
  instances: [{ id: "type", name: "type", kind: "scalar", enum: pageDataPageTypeNames }, { id: "reserved", name: "reserved", kind: "scalar" }, { id: "has_data", name: "hasData", kind: "boolean" }],
  wide: [{ name: "pfn", hi: "pfnHi", lo: "pfnLo" }],
});

/** What the reader of PageDataPfnEntry must be told. */
export interface PageDataPfnEntryParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
  /** Number of earlier entries of the batch that carry data. */
  readonly pagesBefore: number;
}

/** Reads a PageDataPfnEntry from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parsePageDataPfnEntry(octets: Uint8Array, params: PageDataPfnEntryParams): PageDataPfnEntry {
  return parse(parsers.PageData.PfnEntry, octets, [!params.isBe, params.isBe, params.pagesBefore]);
}

/** Like parsePageDataPfnEntry, but throws nothing and tells the place of every field that could be read. */
export function locatePageDataPfnEntry(octets: Uint8Array, params: PageDataPfnEntryParams): Located<PageDataPfnEntry> {
  return locate(parsers.PageData.PfnEntry, octets, [!params.isBe, params.isBe, params.pagesBefore]);
}
