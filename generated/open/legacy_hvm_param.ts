// Generated from schemas/legacy_hvm_param.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/LegacyHvmParam";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** The value of one parameter; which one, the identifier of the chunk says. */
export interface LegacyHvmParam {
  /** Written as zero. */
  readonly padding: number;
  /** Its value. */
  readonly value: bigint;
}

register(parsers.LegacyHvmParam, {
  fields: [
    { id: "padding", name: "padding", kind: "scalar" },
    { id: "value", name: "value", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a LegacyHvmParam from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLegacyHvmParam(octets: Uint8Array): LegacyHvmParam {
  return parse(parsers.LegacyHvmParam, octets, []);
}

/** Like parseLegacyHvmParam, but throws nothing and tells the place of every field that could be read. */
export function locateLegacyHvmParam(octets: Uint8Array): Located<LegacyHvmParam> {
  return locate(parsers.LegacyHvmParam, octets, []);
}
