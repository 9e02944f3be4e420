// Generated from schemas/memory_layout.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/MemoryLayout";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Where the memory of the domain lies. */
export interface MemoryLayout {
  /** The regions, ascending, up to the end of the body. */
  readonly regions: readonly MemoryLayoutRegion[];
}

register(parsers.MemoryLayout, {
  fields: [
    { id: "regions", name: "regions", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of MemoryLayout must be told. */
export interface MemoryLayoutParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a MemoryLayout from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseMemoryLayout(octets: Uint8Array, params: MemoryLayoutParams): MemoryLayout {
  return parse(parsers.MemoryLayout, octets, [params.isBe]);
}

/** Like parseMemoryLayout, but throws nothing and tells the place of every field that could be read. */
export function locateMemoryLayout(octets: Uint8Array, params: MemoryLayoutParams): Located<MemoryLayout> {
  return locate(parsers.MemoryLayout, octets, [params.isBe]);
}

/** Pages that follow each other. */
export interface MemoryLayoutRegion {
  /** Page frame number of the first page. */
  readonly firstPfn: bigint;
  /** Number of pages, at least 1. */
  readonly pages: bigint;
  /** Zero; any other value is refused. */
  readonly flags: bigint;
}

register(parsers.MemoryLayout.Region, {
  fields: [
    { id: "first_pfn", name: "firstPfn", kind: "u64" },
    { id: "pages", name: "pages", kind: "u64" },
    { id: "flags", name: "flags", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of MemoryLayoutRegion must be told. */
export interface MemoryLayoutRegionParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a MemoryLayoutRegion from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseMemoryLayoutRegion(octets: Uint8Array, params: MemoryLayoutRegionParams): MemoryLayoutRegion {
  return parse(parsers.MemoryLayout.Region, octets, [!params.isBe, params.isBe]);
}

/** Like parseMemoryLayoutRegion, but throws nothing and tells the place of every field that could be read. */
export function locateMemoryLayoutRegion(octets: Uint8Array, params: MemoryLayoutRegionParams): Located<MemoryLayoutRegion> {
  return locate(parsers.MemoryLayout.Region, octets, [!params.isBe, params.isBe]);
}
