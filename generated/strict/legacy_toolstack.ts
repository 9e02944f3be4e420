// Generated from schemas/legacy_toolstack.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/LegacyToolstack";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Where the emulator has mapped memory of the guest. */
export interface LegacyToolstack {
  /** Version of this structure. */
  readonly version: number;
  /** Number of mappings. */
  readonly count: number;
  /** The mappings. */
  readonly mappings: readonly LegacyToolstackMapping[];
}

register(parsers.LegacyToolstack, {
  fields: [
    { id: "version", name: "version", kind: "scalar", wanted: "1", req: ["LEG-056"] },
    { id: "count", name: "count", kind: "scalar" },
    { id: "mappings", name: "mappings", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of LegacyToolstack must be told. */
export interface LegacyToolstackParams {
  /** Octets of a long of the writer, 4 or 8. */
  readonly longWidth: number;
}

/** Reads a LegacyToolstack from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLegacyToolstack(octets: Uint8Array, params: LegacyToolstackParams): LegacyToolstack {
  return parse(parsers.LegacyToolstack, octets, [params.longWidth]);
}

/** Like parseLegacyToolstack, but throws nothing and tells the place of every field that could be read. */
export function locateLegacyToolstack(octets: Uint8Array, params: LegacyToolstackParams): Located<LegacyToolstack> {
  return locate(parsers.LegacyToolstack, octets, [params.longWidth]);
}

/** One mapping. */
export interface LegacyToolstackMapping {
  /** Where the memory was. */
  readonly physOffset: bigint;
  /** Where it is mapped. */
  readonly startAddr: bigint;
  /** How many octets of it. */
  readonly size: bigint;
  /** Octets of the name, its NUL counted. */
  readonly nameLen: number;
  /** Its name, ended by NUL. */
  readonly name: Uint8Array;
  /** What the structure of a writer with longs of 8 octets ends in. */
  readonly filling: Uint8Array;
}

register(parsers.LegacyToolstack.Mapping, {
  fields: [
    { id: "phys_offset", name: "physOffset", kind: "u64" },
    { id: "start_addr", name: "startAddr", kind: "u64" },
    { id: "size", name: "size", kind: "u64" },
    { id: "name_len", name: "nameLen", kind: "scalar", wanted: "at least 1", req: ["LEG-056"] },
    { id: "name", name: "name", kind: "scalar" },
    { id: "filling", name: "filling", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of LegacyToolstackMapping must be told. */
export interface LegacyToolstackMappingParams {
  /** Octets of a long of the writer, 4 or 8. */
  readonly longWidth: number;
}

/** Reads a LegacyToolstackMapping from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLegacyToolstackMapping(octets: Uint8Array, params: LegacyToolstackMappingParams): LegacyToolstackMapping {
  return parse(parsers.LegacyToolstack.Mapping, octets, [params.longWidth]);
}

/** Like parseLegacyToolstackMapping, but throws nothing and tells the place of every field that could be read. */
export function locateLegacyToolstackMapping(octets: Uint8Array, params: LegacyToolstackMappingParams): Located<LegacyToolstackMapping> {
  return locate(parsers.LegacyToolstack.Mapping, octets, [params.longWidth]);
}
