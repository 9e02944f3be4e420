// Generated from schemas/x86_pv_vcpu_basic.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/X86PvVcpuBasic";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./vcpu_guest_context_x86_32.ts";
import "./vcpu_guest_context_x86_64.ts";
import { type VcpuGuestContextX8632 } from "./vcpu_guest_context_x86_32.ts";
import { type VcpuGuestContextX8664 } from "./vcpu_guest_context_x86_64.ts";

/**
 * Registers of one PV vCPU: the hypervisor's `vcpu_guest_context` in the guest's
 * width and, whatever the byte order of the image, in the guest's byte order.
 * Frame numbers in it have been turned from machine into pseudo-physical ones.
 */
export interface X86PvVcpuBasic {
  /** Number of the vCPU. */
  readonly vcpuId: number;
  /** Written as zero. */
  readonly reserved: number;
  /** The registers. */
  readonly context?: VcpuGuestContextX8632 | VcpuGuestContextX8664 | Uint8Array;
}

register(parsers.X86PvVcpuBasic, {
  fields: [
    { id: "vcpu_id", name: "vcpuId", kind: "scalar" },
    { id: "reserved", name: "reserved", kind: "scalar" },
    { id: "context", name: "context", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of X86PvVcpuBasic must be told. */
export interface X86PvVcpuBasicParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
  /**
   * Octets in a register of the guest, from X86_PV_INFO; with any other value
   * than 4 or 8 the context stays octets.
   */
  readonly guestWidth: number;
}

/** Reads a X86PvVcpuBasic from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseX86PvVcpuBasic(octets: Uint8Array, params: X86PvVcpuBasicParams): X86PvVcpuBasic {
  return parse(parsers.X86PvVcpuBasic, octets, [params.isBe, params.guestWidth]);
}

/** Like parseX86PvVcpuBasic, but throws nothing and tells the place of every field that could be read. */
export function locateX86PvVcpuBasic(octets: Uint8Array, params: X86PvVcpuBasicParams): Located<X86PvVcpuBasic> {
  return locate(parsers.X86PvVcpuBasic, octets, [params.isBe, params.guestWidth]);
}
