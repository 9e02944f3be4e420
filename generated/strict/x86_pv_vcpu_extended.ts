// Generated from schemas/x86_pv_vcpu_extended.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/X86PvVcpuExtended";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/**
 * Entry points for system calls and the machine-check state of one PV vCPU, in the
 * guest's byte order. The context names the vCPU again and carries its own size.
 */
export interface X86PvVcpuExtended {
  /** Number of the vCPU. */
  readonly vcpuId: number;
  /** Written as zero. */
  readonly reserved: number;
  /** The state. */
  readonly context?: X86PvVcpuExtendedExtendedContext;
}

register(parsers.X86PvVcpuExtended, {
  fields: [
    { id: "vcpu_id", name: "vcpuId", kind: "scalar" },
    { id: "reserved", name: "reserved", kind: "scalar", wanted: "0", req: ["PV-024"] },
    { id: "context", name: "context", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of X86PvVcpuExtended must be told. */
export interface X86PvVcpuExtendedParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a X86PvVcpuExtended from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseX86PvVcpuExtended(octets: Uint8Array, params: X86PvVcpuExtendedParams): X86PvVcpuExtended {
  return parse(parsers.X86PvVcpuExtended, octets, [params.isBe]);
}

/** Like parseX86PvVcpuExtended, but throws nothing and tells the place of every field that could be read. */
export function locateX86PvVcpuExtended(octets: Uint8Array, params: X86PvVcpuExtendedParams): Located<X86PvVcpuExtended> {
  return locate(parsers.X86PvVcpuExtended, octets, [params.isBe]);
}

/**
 * The hypervisor's `xen_domctl_ext_vcpucontext`. 64 octets today; at least
 * the first 32, at most 128.
 */
export interface X86PvVcpuExtendedExtendedContext {
  /** Number of the vCPU, again. */
  readonly vcpu: number;
  /** Octets of this structure that are in use, by its own account. */
  readonly size: number;
  /** Where a 32-bit SYSCALL enters the guest. */
  readonly syscall32CallbackEip: bigint;
  /** Where SYSENTER enters the guest. */
  readonly sysenterCallbackEip: bigint;
  /** Code segment of that entry. */
  readonly syscall32CallbackCs: number;
  /** Code segment of that entry. */
  readonly sysenterCallbackCs: number;
  /** 1 when the entry masks events. */
  readonly syscall32DisablesEvents: number;
  /** 1 when the entry masks events. */
  readonly sysenterDisablesEvents: number;
  /** Unused. */
  readonly pad: number;
  /** Machine-check state; absent in a context of 32 octets. */
  readonly vmce?: X86PvVcpuExtendedVmce;
  /** Room for what a later hypervisor appends. */
  readonly remainder: Uint8Array;
}

register(parsers.X86PvVcpuExtended.ExtendedContext, {
  fields: [
    { id: "length_fits", name: "lengthFits", kind: "scalar", wanted: "32 to 128 octets", req: ["PV-042"], check: true },
    { id: "vcpu", name: "vcpu", kind: "scalar", wanted: "outer_vcpu_id", req: ["PV-044"] },
    { id: "size", name: "size", kind: "scalar", wanted: "at most _io.size", req: ["PV-046"] },
    { id: "syscall32_callback_eip", name: "syscall32CallbackEip", kind: "u64" },
    { id: "sysenter_callback_eip", name: "sysenterCallbackEip", kind: "u64" },
    { id: "syscall32_callback_cs", name: "syscall32CallbackCs", kind: "scalar" },
    { id: "sysenter_callback_cs", name: "sysenterCallbackCs", kind: "scalar" },
    { id: "syscall32_disables_events", name: "syscall32DisablesEvents", kind: "scalar" },
    { id: "sysenter_disables_events", name: "sysenterDisablesEvents", kind: "scalar" },
    { id: "pad", name: "pad", kind: "scalar" },
    { id: "vmce", name: "vmce", kind: "struct" },
    { id: "remainder", name: "remainder", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of X86PvVcpuExtendedExtendedContext must be told. */
export interface X86PvVcpuExtendedExtendedContextParams {
  /** The vCPU that the record names. */
  readonly outerVcpuId: number;
}

/** Reads a X86PvVcpuExtendedExtendedContext from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseX86PvVcpuExtendedExtendedContext(octets: Uint8Array, params: X86PvVcpuExtendedExtendedContextParams): X86PvVcpuExtendedExtendedContext {
  return parse(parsers.X86PvVcpuExtended.ExtendedContext, octets, [params.outerVcpuId]);
}

/** Like parseX86PvVcpuExtendedExtendedContext, but throws nothing and tells the place of every field that could be read. */
export function locateX86PvVcpuExtendedExtendedContext(octets: Uint8Array, params: X86PvVcpuExtendedExtendedContextParams): Located<X86PvVcpuExtendedExtendedContext> {
  return locate(parsers.X86PvVcpuExtended.ExtendedContext, octets, [params.outerVcpuId]);
}

/** Virtual machine-check registers. */
export interface X86PvVcpuExtendedVmce {
  /** MCG_CAP. */
  readonly caps: bigint;
  /** MCi_CTL2 of bank 0. */
  readonly mciCtl2Bank0: bigint;
  /** MCi_CTL2 of bank 1. */
  readonly mciCtl2Bank1: bigint;
  /** MCG_EXT_CTL. */
  readonly mcgExtCtl: bigint;
}

register(parsers.X86PvVcpuExtended.Vmce, {
  fields: [
    { id: "caps", name: "caps", kind: "u64" },
    { id: "mci_ctl2_bank0", name: "mciCtl2Bank0", kind: "u64" },
    { id: "mci_ctl2_bank1", name: "mciCtl2Bank1", kind: "u64" },
    { id: "mcg_ext_ctl", name: "mcgExtCtl", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a X86PvVcpuExtendedVmce from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseX86PvVcpuExtendedVmce(octets: Uint8Array): X86PvVcpuExtendedVmce {
  return parse(parsers.X86PvVcpuExtended.Vmce, octets, []);
}

/** Like parseX86PvVcpuExtendedVmce, but throws nothing and tells the place of every field that could be read. */
export function locateX86PvVcpuExtendedVmce(octets: Uint8Array): Located<X86PvVcpuExtendedVmce> {
  return locate(parsers.X86PvVcpuExtended.Vmce, octets, []);
}
