// Generated from schemas/draft_b_vcpu_info.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/DraftBVcpuInfo";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** What a Reader has to know of the vCPUs before their contexts come. */
export interface DraftBVcpuInfo {
  /** The highest number that a vCPU of the domain can have. */
  readonly maxVcpuId: number;
  /** Written as zero. */
  readonly reserved: number;
}

register(parsers.DraftBVcpuInfo, {
  fields: [
    { id: "max_vcpu_id", name: "maxVcpuId", kind: "scalar", wanted: "at most 8191", req: ["DB-061"] },
    { id: "reserved", name: "reserved", kind: "scalar", wanted: "0", req: ["DB-063"] },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["DB-059"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of DraftBVcpuInfo must be told. */
export interface DraftBVcpuInfoParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a DraftBVcpuInfo from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseDraftBVcpuInfo(octets: Uint8Array, params: DraftBVcpuInfoParams): DraftBVcpuInfo {
  return parse(parsers.DraftBVcpuInfo, octets, [params.isBe]);
}

/** Like parseDraftBVcpuInfo, but throws nothing and tells the place of every field that could be read. */
export function locateDraftBVcpuInfo(octets: Uint8Array, params: DraftBVcpuInfoParams): Located<DraftBVcpuInfo> {
  return locate(parsers.DraftBVcpuInfo, octets, [params.isBe]);
}
