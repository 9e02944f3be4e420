// Generated from schemas/x86_pv_vcpu_msrs.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/X86PvVcpuMsrs";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Names of x86_pv_vcpu_msrs::vcpu_msr; a number without a name stays a number. */
export type X86PvVcpuMsrsVcpuMsr = "spec_ctrl" | "misc_features_enables" | "tsc_aux" | "dr1_address_mask" | "dr2_address_mask" | "dr3_address_mask" | "dr0_address_mask";

/** Number to name, x86_pv_vcpu_msrs::vcpu_msr. */
export const x86PvVcpuMsrsVcpuMsrNames: Readonly<Record<number, X86PvVcpuMsrsVcpuMsr>> = {
  0x48: "spec_ctrl",
  0x140: "misc_features_enables",
  0xc0000103: "tsc_aux",
  0xc0011019: "dr1_address_mask",
  0xc001101a: "dr2_address_mask",
  0xc001101b: "dr3_address_mask",
  0xc0011027: "dr0_address_mask",
};

/**
 * Model-specific registers of one PV vCPU; those that are zero are left out. The registers are in the guest's byte
 * order, little-endian, in every image.
 */
export interface X86PvVcpuMsrs {
  /** Number of the vCPU. */
  readonly vcpuId: number;
  /** Written as zero. */
  readonly reserved: number;
  /** The registers, up to the end of the body. */
  readonly msrs: readonly X86PvVcpuMsrsMsr[];
}

register(parsers.X86PvVcpuMsrs, {
  fields: [
    { id: "vcpu_id", name: "vcpuId", kind: "scalar" },
    { id: "reserved", name: "reserved", kind: "scalar", wanted: "0", req: ["PV-024"] },
    { id: "msrs", name: "msrs", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of X86PvVcpuMsrs must be told. */
export interface X86PvVcpuMsrsParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a X86PvVcpuMsrs from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseX86PvVcpuMsrs(octets: Uint8Array, params: X86PvVcpuMsrsParams): X86PvVcpuMsrs {
  return parse(parsers.X86PvVcpuMsrs, octets, [params.isBe]);
}

/** Like parseX86PvVcpuMsrs, but throws nothing and tells the place of every field that could be read. */
export function locateX86PvVcpuMsrs(octets: Uint8Array, params: X86PvVcpuMsrsParams): Located<X86PvVcpuMsrs> {
  return locate(parsers.X86PvVcpuMsrs, octets, [params.isBe]);
}

/** One register. */
export interface X86PvVcpuMsrsMsr {
  /** Number of the register. */
  readonly index: X86PvVcpuMsrsVcpuMsr | number;
  /** Always zero; any other value is refused. */
  readonly reserved: number;
  /** Contents of the register. */
  readonly value: bigint;
}

register(parsers.X86PvVcpuMsrs.Msr, {
  fields: [
    { id: "index", name: "index", kind: "scalar", enum: x86PvVcpuMsrsVcpuMsrNames, wanted: "a value of vcpu_msr", req: ["PV-054"] },
    { id: "reserved", name: "reserved", kind: "scalar", wanted: "0", req: ["PV-056"] },
    { id: "value", name: "value", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a X86PvVcpuMsrsMsr from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseX86PvVcpuMsrsMsr(octets: Uint8Array): X86PvVcpuMsrsMsr {
  return parse(parsers.X86PvVcpuMsrs.Msr, octets, []);
}

/** Like parseX86PvVcpuMsrsMsr, but throws nothing and tells the place of every field that could be read. */
export function locateX86PvVcpuMsrsMsr(octets: Uint8Array): Located<X86PvVcpuMsrsMsr> {
  return locate(parsers.X86PvVcpuMsrs.Msr, octets, []);
}
