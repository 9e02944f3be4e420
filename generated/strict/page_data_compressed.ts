// Generated from schemas/page_data_compressed.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/PageDataCompressed";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Names of page_data_compressed::codec; a number without a name stays a number. */
export type PageDataCompressedCodec = "none" | "word_delta" | "gzip" | "zstd" | "lz4";

/** Number to name, page_data_compressed::codec. */
export const pageDataCompressedCodecNames: Readonly<Record<number, PageDataCompressedCodec>> = {
  0x0: "none",
  0x1: "word_delta",
  0x2: "gzip",
  0x3: "zstd",
  0x4: "lz4",
};

/**
 * A batch of guest pages whose contents are under a codec: in one frame, or in
 * one for each page.
 */
export interface PageDataCompressed {
  /** Number of entries. */
  readonly count: number;
  /** What the frames are. */
  readonly codec: PageDataCompressedCodec | number;
  /** Bit 0 is set where each page has a frame of its own; the others are zero. */
  readonly flags: number;
  /** Octets of contents that come out of all frames. */
  readonly rawLength: bigint;
  /** The page frames of the batch. */
  readonly pfns: readonly PageDataCompressedPfnEntry[];
  /** Octets of each frame, where each page has one. */
  readonly frameLengths: readonly number[];
  /** Zero octets up to a multiple of eight; any others are refused. */
  readonly padding: readonly number[];
  /** The frames, one after the other. */
  readonly frames: Uint8Array;
  /** Number of entries whose contents are in a frame. */
  readonly numFrames: number;
  /** Number of lengths before the frames. */
  readonly numLengths: number;
  /** Octets between the lengths and the frames. */
  readonly lenPadding: number;
}

register(parsers.PageDataCompressed, {
  fields: [
    { id: "count", name: "count", kind: "scalar", wanted: "at least 1", req: ["ZIP-001"] },
    { id: "codec", name: "codec", kind: "scalar", enum: pageDataCompressedCodecNames, wanted: "a value of codec", req: ["ZIP-014"] },
    { id: "flags", name: "flags", kind: "scalar", wanted: "at most 1", req: ["ZIP-005"] },
    { id: "raw_length", name: "rawLength", kind: "u64" },
    { id: "pfns", name: "pfns", kind: "struct" },
    { id: "frame_lengths", name: "frameLengths", kind: "scalar" },
    { id: "padding", name: "padding", kind: "scalar", wanted: "0", req: ["ZIP-012"] },
    { id: "frames", name: "frames", kind: "scalar" },
  ],
  found: [],
  instances: [{ id: "num_frames", name: "numFrames", kind: "scalar" }, { id: "num_lengths", name: "numLengths", kind: "scalar" }, { id: "len_padding", name: "lenPadding", kind: "scalar" }],
  wide: [],
});

/** What the reader of PageDataCompressed must be told. */
export interface PageDataCompressedParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a PageDataCompressed from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parsePageDataCompressed(octets: Uint8Array, params: PageDataCompressedParams): PageDataCompressed {
  return parse(parsers.PageDataCompressed, octets, [params.isBe]);
}

/** Like parsePageDataCompressed, but throws nothing and tells the place of every field that could be read. */
export function locatePageDataCompressed(octets: Uint8Array, params: PageDataCompressedParams): Located<PageDataCompressed> {
  return locate(parsers.PageDataCompressed, octets, [params.isBe]);
}

/**
 * One 64-bit word: the page frame number in bits 0 to 51, bit 52 for a page
 * of zeros, bits 53 to 59 zero, and the type of the page in bits 60 to 63.
 */
export interface PageDataCompressedPfnEntry {
  /** The whole word. */
  readonly raw: bigint;
  /** What the page is, by the numbers of PAGE_DATA. */
  readonly type: number;
  /** True when the page is full of zeros and has no contents in a frame. */
  readonly isZero: boolean;
  /** True when the contents of this page are in a frame. */
  readonly hasData: boolean;
  readonly pfn: bigint;
}

register(parsers.PageDataCompressed.PfnEntry, {
  fields: [
    { id: "raw", name: "raw", kind: "u64", wanted: "a type other than 5 to 8, bits 53 to 59 zero, and bit 52 only where the type has contents", req: ["PAGE-016","ZIP-007","ZIP-009"] },
  ],
  found: [],
  instances: [{ id: "type", name: "type", kind: "scalar" }, { id: "is_zero", name: "isZero", kind: "boolean" }, { id: "has_data", name: "hasData", kind: "boolean" }],
  wide: [{ name: "pfn", hi: "pfnHi", lo: "pfnLo" }],
});

/** What the reader of PageDataCompressedPfnEntry must be told. */
export interface PageDataCompressedPfnEntryParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
  /** Number of earlier entries of the batch whose contents are in a frame. */
  readonly pagesBefore: number;
}

/** Reads a PageDataCompressedPfnEntry from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parsePageDataCompressedPfnEntry(octets: Uint8Array, params: PageDataCompressedPfnEntryParams): PageDataCompressedPfnEntry {
  return parse(parsers.PageDataCompressed.PfnEntry, octets, [!params.isBe, params.isBe, params.pagesBefore]);
}

/** Like parsePageDataCompressedPfnEntry, but throws nothing and tells the place of every field that could be read. */
export function locatePageDataCompressedPfnEntry(octets: Uint8Array, params: PageDataCompressedPfnEntryParams): Located<PageDataCompressedPfnEntry> {
  return locate(parsers.PageDataCompressed.PfnEntry, octets, [!params.isBe, params.isBe, params.pagesBefore]);
}
