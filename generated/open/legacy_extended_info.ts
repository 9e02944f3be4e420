// Generated from schemas/legacy_extended_info.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/LegacyExtendedInfo";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/**
 * What a PV stream says before its p2m frame list, after the signature: blocks of
 * an id, a size and data.
 */
export interface LegacyExtendedInfo {
  /** Octets of all blocks. */
  readonly totBytes: number;
  /** The blocks. */
  readonly blocks: LegacyExtendedInfoBlocks;
}

register(parsers.LegacyExtendedInfo, {
  fields: [
    { id: "tot_bytes", name: "totBytes", kind: "scalar" },
    { id: "blocks", name: "blocks", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a LegacyExtendedInfo from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLegacyExtendedInfo(octets: Uint8Array): LegacyExtendedInfo {
  return parse(parsers.LegacyExtendedInfo, octets, []);
}

/** Like parseLegacyExtendedInfo, but throws nothing and tells the place of every field that could be read. */
export function locateLegacyExtendedInfo(octets: Uint8Array): Located<LegacyExtendedInfo> {
  return locate(parsers.LegacyExtendedInfo, octets, []);
}

/** Blocks, one after the other. */
export interface LegacyExtendedInfoBlocks {
  /** They fill the room that there is. */
  readonly blocks: readonly LegacyExtendedInfoBlock[];
}

register(parsers.LegacyExtendedInfo.Blocks, {
  fields: [
    { id: "blocks", name: "blocks", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a LegacyExtendedInfoBlocks from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLegacyExtendedInfoBlocks(octets: Uint8Array): LegacyExtendedInfoBlocks {
  return parse(parsers.LegacyExtendedInfo.Blocks, octets, []);
}

/** Like parseLegacyExtendedInfoBlocks, but throws nothing and tells the place of every field that could be read. */
export function locateLegacyExtendedInfoBlocks(octets: Uint8Array): Located<LegacyExtendedInfoBlocks> {
  return locate(parsers.LegacyExtendedInfo.Blocks, octets, []);
}

/** One block. */
export interface LegacyExtendedInfoBlock {
  /** What it is. */
  readonly id: string;
  /** Octets of data. */
  readonly size: number;
  /** Data. */
  readonly data: Uint8Array;
}

register(parsers.LegacyExtendedInfo.Block, {
  fields: [
    { id: "id", name: "id", kind: "scalar" },
    { id: "size", name: "size", kind: "scalar" },
    { id: "data", name: "data", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a LegacyExtendedInfoBlock from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLegacyExtendedInfoBlock(octets: Uint8Array): LegacyExtendedInfoBlock {
  return parse(parsers.LegacyExtendedInfo.Block, octets, []);
}

/** Like parseLegacyExtendedInfoBlock, but throws nothing and tells the place of every field that could be read. */
export function locateLegacyExtendedInfoBlock(octets: Uint8Array): Located<LegacyExtendedInfoBlock> {
  return locate(parsers.LegacyExtendedInfo.Block, octets, []);
}
