// Generated from schemas/x86_pv_vcpu_xsave.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/X86PvVcpuXsave";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./x86_xsave_area.ts";
import { type X86XsaveArea } from "./x86_xsave_area.ts";

/**
 * Extended processor state of one PV vCPU, little-endian like every blob of the
 * hypervisor. Sixteen zero octets and no area stand for a vCPU that never touched it.
 */
export interface X86PvVcpuXsave {
  /** Number of the vCPU. */
  readonly vcpuId: number;
  /** Written as zero. */
  readonly reserved: number;
  /** The state. */
  readonly context?: X86PvVcpuXsaveXsaveContext;
}

register(parsers.X86PvVcpuXsave, {
  fields: [
    { id: "vcpu_id", name: "vcpuId", kind: "scalar" },
    { id: "reserved", name: "reserved", kind: "scalar", wanted: "0", req: ["PV-024"] },
    { id: "context", name: "context", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of X86PvVcpuXsave must be told. */
export interface X86PvVcpuXsaveParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a X86PvVcpuXsave from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseX86PvVcpuXsave(octets: Uint8Array, params: X86PvVcpuXsaveParams): X86PvVcpuXsave {
  return parse(parsers.X86PvVcpuXsave, octets, [params.isBe]);
}

/** Like parseX86PvVcpuXsave, but throws nothing and tells the place of every field that could be read. */
export function locateX86PvVcpuXsave(octets: Uint8Array, params: X86PvVcpuXsaveParams): Located<X86PvVcpuXsave> {
  return locate(parsers.X86PvVcpuXsave, octets, [params.isBe]);
}

/** The two masks and the area. */
export interface X86PvVcpuXsaveXsaveContext {
  /** Components enabled now. */
  readonly xcr0: bigint;
  /** Components enabled at any time since the vCPU started. */
  readonly xcr0Accum: bigint;
  /** The components. */
  readonly area?: X86XsaveArea;
}

register(parsers.X86PvVcpuXsave.XsaveContext, {
  fields: [
    { id: "xcr0", name: "xcr0", kind: "u64" },
    { id: "xcr0_accum", name: "xcr0Accum", kind: "u64", wanted: "every component of xcr0", req: ["PV-050"] },
    { id: "area_present", name: "areaPresent", kind: "scalar", wanted: "an area, unless both masks are zero", req: ["PV-048"], check: true },
    { id: "area", name: "area", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a X86PvVcpuXsaveXsaveContext from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseX86PvVcpuXsaveXsaveContext(octets: Uint8Array): X86PvVcpuXsaveXsaveContext {
  return parse(parsers.X86PvVcpuXsave.XsaveContext, octets, []);
}

/** Like parseX86PvVcpuXsaveXsaveContext, but throws nothing and tells the place of every field that could be read. */
export function locateX86PvVcpuXsaveXsaveContext(octets: Uint8Array): Located<X86PvVcpuXsaveXsaveContext> {
  return locate(parsers.X86PvVcpuXsave.XsaveContext, octets, []);
}
