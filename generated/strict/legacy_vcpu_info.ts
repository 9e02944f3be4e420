// Generated from schemas/legacy_vcpu_info.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/LegacyVcpuInfo";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Which vCPUs are online. */
export interface LegacyVcpuInfo {
  /** Highest number of a vCPU; a signed integer, not negative. */
  readonly maxId: number;
  /** A bit for each vCPU. */
  readonly map: readonly bigint[];
}

register(parsers.LegacyVcpuInfo, {
  fields: [
    { id: "max_id", name: "maxId", kind: "scalar", wanted: "at most 4095", req: ["LEG-042"] },
    { id: "map", name: "map", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a LegacyVcpuInfo from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLegacyVcpuInfo(octets: Uint8Array): LegacyVcpuInfo {
  return parse(parsers.LegacyVcpuInfo, octets, []);
}

/** Like parseLegacyVcpuInfo, but throws nothing and tells the place of every field that could be read. */
export function locateLegacyVcpuInfo(octets: Uint8Array): Located<LegacyVcpuInfo> {
  return locate(parsers.LegacyVcpuInfo, octets, []);
}
