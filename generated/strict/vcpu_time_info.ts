// Generated from schemas/vcpu_time_info.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/VcpuTimeInfo";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** The 32 octets from which a guest computes its time. Always little-endian. */
export interface VcpuTimeInfo {
  /** Odd while Xen is changing the rest. */
  readonly version: number;
  /** Unused. */
  readonly pad0: number;
  /** Time-stamp counter at the last change. */
  readonly tscTimestamp: bigint;
  /** Nanoseconds since the host started, at the last change. */
  readonly systemTime: bigint;
  /** Nanoseconds in a tick of the shifted counter, times 2^32. */
  readonly tscToSystemMul: number;
  /** How far to shift the counter left before multiplying. */
  readonly tscShift: number;
  /** Bit 0 is set when the counters of all vCPUs agree. */
  readonly flags: number;
  /** Unused. */
  readonly pad1: number;
}

register(parsers.VcpuTimeInfo, {
  fields: [
    { id: "version", name: "version", kind: "scalar" },
    { id: "pad0", name: "pad0", kind: "scalar" },
    { id: "tsc_timestamp", name: "tscTimestamp", kind: "u64" },
    { id: "system_time", name: "systemTime", kind: "u64" },
    { id: "tsc_to_system_mul", name: "tscToSystemMul", kind: "scalar" },
    { id: "tsc_shift", name: "tscShift", kind: "scalar" },
    { id: "flags", name: "flags", kind: "scalar" },
    { id: "pad1", name: "pad1", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a VcpuTimeInfo from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseVcpuTimeInfo(octets: Uint8Array): VcpuTimeInfo {
  return parse(parsers.VcpuTimeInfo, octets, []);
}

/** Like parseVcpuTimeInfo, but throws nothing and tells the place of every field that could be read. */
export function locateVcpuTimeInfo(octets: Uint8Array): Located<VcpuTimeInfo> {
  return locate(parsers.VcpuTimeInfo, octets, []);
}
