// Generated from schemas/vcpu_guest_context_x86_32.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/VcpuGuestContextX8632";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./x86_fxsave_area.ts";
import { type X86FxsaveArea } from "./x86_fxsave_area.ts";

/**
 * The hypervisor's `vcpu_guest_context` of a 32-bit PV guest, 2800 octets, in the
 * guest's byte order. In a saved image `gdt_frames`, `ctrlreg[3]` and, on
 * vCPU 0, the register that points at start_info (edx) hold pseudo-physical
 * frame numbers.
 */
export interface VcpuGuestContextX8632 {
  /** Floating-point registers. */
  readonly fpu: X86FxsaveArea;
  /** What of the context is in use. */
  readonly flags: number;
  /** General registers. */
  readonly userRegs: VcpuGuestContextX8632UserRegs;
  /** The interrupt descriptor table that the guest registered. */
  readonly trapCtxt: readonly VcpuGuestContextX8632TrapInfo[];
  /** Linear address of the local descriptor table. */
  readonly ldtBase: number;
  /** Entries of that table. */
  readonly ldtEnts: number;
  /**
   * Frames that hold the global descriptor table; as many are in use as
   * `gdt_ents` needs.
   */
  readonly gdtFrames: readonly number[];
  /** Entries of that table, at most 7168. */
  readonly gdtEnts: number;
  /** Stack segment of the guest kernel. */
  readonly kernelSs: number;
  /** Stack pointer of the guest kernel. */
  readonly kernelSp: number;
  /** CR0 to CR7. CR3 is a frame number rotated left by 12 within 32 bits. */
  readonly ctrlreg: readonly number[];
  /** DR0 to DR7. */
  readonly debugreg: readonly number[];
  /** Code segment of the next. */
  readonly eventCallbackCs: number;
  /** Where events enter the guest. */
  readonly eventCallbackEip: number;
  /** Code segment of the next. */
  readonly failsafeCallbackCs: number;
  /** Where a failed return enters the guest. */
  readonly failsafeCallbackEip: number;
  /** Assists that the guest has enabled. */
  readonly vmAssist: number;
  /** Bit 0 of `flags`. The floating-point state is in use. */
  readonly i387Valid: boolean;
  /** Bit 2 of `flags`. The vCPU was in its kernel. */
  readonly inKernel: boolean;
  /** Bit 3 of `flags`. The failsafe callback masks events. */
  readonly failsafeDisablesEvents: boolean;
  /** Bit 4 of `flags`. The system-call entry masks events. */
  readonly syscallDisablesEvents: boolean;
  /** Bit 5 of `flags`. The vCPU is online. */
  readonly online: boolean;
}

register(parsers.VcpuGuestContextX8632, {
  fields: [
    { id: "fpu", name: "fpu", kind: "struct" },
    { id: "flags", name: "flags", kind: "scalar" },
    { id: "user_regs", name: "userRegs", kind: "struct" },
    { id: "trap_ctxt", name: "trapCtxt", kind: "struct" },
    { id: "ldt_base", name: "ldtBase", kind: "scalar" },
    { id: "ldt_ents", name: "ldtEnts", kind: "scalar" },
    { id: "gdt_frames", name: "gdtFrames", kind: "scalar" },
    { id: "gdt_ents", name: "gdtEnts", kind: "scalar" },
    { id: "kernel_ss", name: "kernelSs", kind: "scalar" },
    { id: "kernel_sp", name: "kernelSp", kind: "scalar" },
    { id: "ctrlreg", name: "ctrlreg", kind: "scalar" },
    { id: "debugreg", name: "debugreg", kind: "scalar" },
    { id: "event_callback_cs", name: "eventCallbackCs", kind: "scalar" },
    { id: "event_callback_eip", name: "eventCallbackEip", kind: "scalar" },
    { id: "failsafe_callback_cs", name: "failsafeCallbackCs", kind: "scalar" },
    { id: "failsafe_callback_eip", name: "failsafeCallbackEip", kind: "scalar" },
    { id: "vm_assist", name: "vmAssist", kind: "scalar" },
  ],
  found: [],
  instances: [{ id: "i387_valid", name: "i387Valid", kind: "boolean" }, { id: "in_kernel", name: "inKernel", kind: "boolean" }, { id: "failsafe_disables_events", name: "failsafeDisablesEvents", kind: "boolean" }, { id: "syscall_disables_events", name: "syscallDisablesEvents", kind: "boolean" }, { id: "online", name: "online", kind: "boolean" }],
  wide: [],
});

/** Reads a VcpuGuestContextX8632 from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseVcpuGuestContextX8632(octets: Uint8Array): VcpuGuestContextX8632 {
  return parse(parsers.VcpuGuestContextX8632, octets, []);
}

/** Like parseVcpuGuestContextX8632, but throws nothing and tells the place of every field that could be read. */
export function locateVcpuGuestContextX8632(octets: Uint8Array): Located<VcpuGuestContextX8632> {
  return locate(parsers.VcpuGuestContextX8632, octets, []);
}

/** General registers, 68 octets. */
export interface VcpuGuestContextX8632UserRegs {
  /** EBX. */
  readonly ebx: number;
  /** ECX. */
  readonly ecx: number;
  /** EDX. */
  readonly edx: number;
  /** ESI. */
  readonly esi: number;
  /** EDI. */
  readonly edi: number;
  /** EBP. */
  readonly ebp: number;
  /** EAX. */
  readonly eax: number;
  /** Private to the hypervisor. */
  readonly errorCode: number;
  /** Private to the hypervisor. */
  readonly entryVector: number;
  /** EIP. */
  readonly eip: number;
  /** CS. */
  readonly cs: number;
  /** Event mask at the time of the last entry. */
  readonly savedUpcallMask: number;
  /** Unused. */
  readonly savedUpcallMaskPad: number;
  /** EFLAGS. */
  readonly eflags: number;
  /** ESP. */
  readonly esp: number;
  /** SS. */
  readonly ss: number;
  /** Unused. */
  readonly ssPad: number;
  /** ES. */
  readonly es: number;
  /** Unused. */
  readonly esPad: number;
  /** DS. */
  readonly ds: number;
  /** Unused. */
  readonly dsPad: number;
  /** FS. */
  readonly fs: number;
  /** Unused. */
  readonly fsPad: number;
  /** GS. */
  readonly gs: number;
  /** Unused. */
  readonly gsPad: number;
}

register(parsers.VcpuGuestContextX8632.UserRegs, {
  fields: [
    { id: "ebx", name: "ebx", kind: "scalar" },
    { id: "ecx", name: "ecx", kind: "scalar" },
    { id: "edx", name: "edx", kind: "scalar" },
    { id: "esi", name: "esi", kind: "scalar" },
    { id: "edi", name: "edi", kind: "scalar" },
    { id: "ebp", name: "ebp", kind: "scalar" },
    { id: "eax", name: "eax", kind: "scalar" },
    { id: "error_code", name: "errorCode", kind: "scalar" },
    { id: "entry_vector", name: "entryVector", kind: "scalar" },
    { id: "eip", name: "eip", kind: "scalar" },
    { id: "cs", name: "cs", kind: "scalar" },
    { id: "saved_upcall_mask", name: "savedUpcallMask", kind: "scalar" },
    { id: "saved_upcall_mask_pad", name: "savedUpcallMaskPad", kind: "scalar" },
    { id: "eflags", name: "eflags", kind: "scalar" },
    { id: "esp", name: "esp", kind: "scalar" },
    { id: "ss", name: "ss", kind: "scalar" },
    { id: "ss_pad", name: "ssPad", kind: "scalar" },
    { id: "es", name: "es", kind: "scalar" },
    { id: "es_pad", name: "esPad", kind: "scalar" },
    { id: "ds", name: "ds", kind: "scalar" },
    { id: "ds_pad", name: "dsPad", kind: "scalar" },
    { id: "fs", name: "fs", kind: "scalar" },
    { id: "fs_pad", name: "fsPad", kind: "scalar" },
    { id: "gs", name: "gs", kind: "scalar" },
    { id: "gs_pad", name: "gsPad", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a VcpuGuestContextX8632UserRegs from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseVcpuGuestContextX8632UserRegs(octets: Uint8Array): VcpuGuestContextX8632UserRegs {
  return parse(parsers.VcpuGuestContextX8632.UserRegs, octets, []);
}

/** Like parseVcpuGuestContextX8632UserRegs, but throws nothing and tells the place of every field that could be read. */
export function locateVcpuGuestContextX8632UserRegs(octets: Uint8Array): Located<VcpuGuestContextX8632UserRegs> {
  return locate(parsers.VcpuGuestContextX8632.UserRegs, octets, []);
}

/** One gate of the interrupt descriptor table. */
export interface VcpuGuestContextX8632TrapInfo {
  /** Number of the exception. */
  readonly vector: number;
  /** Privilege level in bits 0 and 1; bit 2 masks events. */
  readonly flags: number;
  /** Code segment of the handler. */
  readonly cs: number;
  /** Entry point of the handler. */
  readonly address: number;
}

register(parsers.VcpuGuestContextX8632.TrapInfo, {
  fields: [
    { id: "vector", name: "vector", kind: "scalar" },
    { id: "flags", name: "flags", kind: "scalar" },
    { id: "cs", name: "cs", kind: "scalar" },
    { id: "address", name: "address", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a VcpuGuestContextX8632TrapInfo from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseVcpuGuestContextX8632TrapInfo(octets: Uint8Array): VcpuGuestContextX8632TrapInfo {
  return parse(parsers.VcpuGuestContextX8632.TrapInfo, octets, []);
}

/** Like parseVcpuGuestContextX8632TrapInfo, but throws nothing and tells the place of every field that could be read. */
export function locateVcpuGuestContextX8632TrapInfo(octets: Uint8Array): Located<VcpuGuestContextX8632TrapInfo> {
  return locate(parsers.VcpuGuestContextX8632.TrapInfo, octets, []);
}
