// Generated from schemas/legacy_tsc_info.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/LegacyTscInfo";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** How the guest's time-stamp counter is made, and where it stood. */
export interface LegacyTscInfo {
  /** How the guest reads the counter. */
  readonly mode: number;
  /** Guest time in nanoseconds at the moment of saving. */
  readonly nsec: bigint;
  /** Frequency that the guest was told, in kHz; 0 is the host's own. */
  readonly khz: number;
  /** How often the domain was restored before. */
  readonly incarnation: number;
}

register(parsers.LegacyTscInfo, {
  fields: [
    { id: "mode", name: "mode", kind: "scalar" },
    { id: "nsec", name: "nsec", kind: "u64" },
    { id: "khz", name: "khz", kind: "scalar" },
    { id: "incarnation", name: "incarnation", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a LegacyTscInfo from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLegacyTscInfo(octets: Uint8Array): LegacyTscInfo {
  return parse(parsers.LegacyTscInfo, octets, []);
}

/** Like parseLegacyTscInfo, but throws nothing and tells the place of every field that could be read. */
export function locateLegacyTscInfo(octets: Uint8Array): Located<LegacyTscInfo> {
  return locate(parsers.LegacyTscInfo, octets, []);
}
