// Generated from schemas/uint64.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/Uint64";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/**
 * A 64-bit integer that stays exact in every target language.
 *
 * Runtimes whose only number is a double (JavaScript, Lua) round a `u8` above
 * 2^53, so no file of this set uses that type: the two halves are read apart
 * and a caller joins them, `hi << 32 | lo`, in whatever wide integer it has.
 */
export interface Uint64 {
  /** The half at the lower address. */
  readonly first: number;
  /** The half at the higher address. */
  readonly second: number;
  readonly value: bigint;
}

register(parsers.Uint64, {
  fields: [
    { id: "first", name: "first", kind: "scalar" },
    { id: "second", name: "second", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [{ name: "value", hi: "hi", lo: "lo" }],
});

/** What the reader of Uint64 must be told. */
export interface Uint64Params {
  /** True when the most significant half comes first. */
  readonly isBe: boolean;
}

/** Reads a Uint64 from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseUint64(octets: Uint8Array, params: Uint64Params): Uint64 {
  return parse(parsers.Uint64, octets, [params.isBe]);
}

/** Like parseUint64, but throws nothing and tells the place of every field that could be read. */
export function locateUint64(octets: Uint8Array, params: Uint64Params): Located<Uint64> {
  return locate(parsers.Uint64, octets, [params.isBe]);
}
