// Generated from schemas/vcpu_guest_context_x86_64.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/VcpuGuestContextX8664";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./x86_fxsave_area.ts";
import { type X86FxsaveArea } from "./x86_fxsave_area.ts";

/**
 * The hypervisor's `vcpu_guest_context` of a 64-bit PV guest, 5168 octets, in the
 * guest's byte order. In a saved image `gdt_frames`, `ctrlreg[3]`, `ctrlreg[1]` and, on
 * vCPU 0, the register that points at start_info (rdx) hold pseudo-physical
 * frame numbers.
 */
export interface VcpuGuestContextX8664 {
  /** Floating-point registers. */
  readonly fpu: X86FxsaveArea;
  /** What of the context is in use. */
  readonly flags: bigint;
  /** General registers. */
  readonly userRegs: VcpuGuestContextX8664UserRegs;
  /** The interrupt descriptor table that the guest registered. */
  readonly trapCtxt: readonly VcpuGuestContextX8664TrapInfo[];
  /** Linear address of the local descriptor table. */
  readonly ldtBase: bigint;
  /** Entries of that table. */
  readonly ldtEnts: bigint;
  /**
   * Frames that hold the global descriptor table; as many are in use as
   * `gdt_ents` needs.
   */
  readonly gdtFrames: readonly bigint[];
  /** Entries of that table, at most 7168. */
  readonly gdtEnts: bigint;
  /** Stack segment of the guest kernel. */
  readonly kernelSs: bigint;
  /** Stack pointer of the guest kernel. */
  readonly kernelSp: bigint;
  /**
   * CR0 to CR7. CR3 is a frame number shifted left by 12; CR1 is 0, or the
   * user page table shifted left by 12 with bit 0 set.
   */
  readonly ctrlreg: readonly bigint[];
  /** DR0 to DR7. */
  readonly debugreg: readonly bigint[];
  /** Where events enter the guest. */
  readonly eventCallbackEip: bigint;
  /** Where a failed return enters the guest. */
  readonly failsafeCallbackEip: bigint;
  /** Where system calls enter the guest. */
  readonly syscallCallbackEip: bigint;
  /** Assists that the guest has enabled. */
  readonly vmAssist: bigint;
  /** Base of fs. */
  readonly fsBase: bigint;
  /** Base of gs in the guest kernel. */
  readonly gsBaseKernel: bigint;
  /** Base of gs in user mode. */
  readonly gsBaseUser: bigint;
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

register(parsers.VcpuGuestContextX8664, {
  fields: [
    { id: "fpu", name: "fpu", kind: "struct" },
    { id: "flags", name: "flags", kind: "u64" },
    { id: "user_regs", name: "userRegs", kind: "struct" },
    { id: "trap_ctxt", name: "trapCtxt", kind: "struct" },
    { id: "ldt_base", name: "ldtBase", kind: "u64" },
    { id: "ldt_ents", name: "ldtEnts", kind: "u64" },
    { id: "gdt_frames", name: "gdtFrames", kind: "u64" },
    { id: "gdt_ents", name: "gdtEnts", kind: "u64" },
    { id: "kernel_ss", name: "kernelSs", kind: "u64" },
    { id: "kernel_sp", name: "kernelSp", kind: "u64" },
    { id: "ctrlreg", name: "ctrlreg", kind: "u64" },
    { id: "debugreg", name: "debugreg", kind: "u64" },
    { id: "event_callback_eip", name: "eventCallbackEip", kind: "u64" },
    { id: "failsafe_callback_eip", name: "failsafeCallbackEip", kind: "u64" },
    { id: "syscall_callback_eip", name: "syscallCallbackEip", kind: "u64" },
    { id: "vm_assist", name: "vmAssist", kind: "u64" },
    { id: "fs_base", name: "fsBase", kind: "u64" },
    { id: "gs_base_kernel", name: "gsBaseKernel", kind: "u64" },
    { id: "gs_base_user", name: "gsBaseUser", kind: "u64" },
  ],
  found: [],
  instances: [{ id: "i387_valid", name: "i387Valid", kind: "boolean" }, { id: "in_kernel", name: "inKernel", kind: "boolean" }, { id: "failsafe_disables_events", name: "failsafeDisablesEvents", kind: "boolean" }, { id: "syscall_disables_events", name: "syscallDisablesEvents", kind: "boolean" }, { id: "online", name: "online", kind: "boolean" }],
  wide: [],
});

/** Reads a VcpuGuestContextX8664 from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseVcpuGuestContextX8664(octets: Uint8Array): VcpuGuestContextX8664 {
  return parse(parsers.VcpuGuestContextX8664, octets, []);
}

/** Like parseVcpuGuestContextX8664, but throws nothing and tells the place of every field that could be read. */
export function locateVcpuGuestContextX8664(octets: Uint8Array): Located<VcpuGuestContextX8664> {
  return locate(parsers.VcpuGuestContextX8664, octets, []);
}

/** General registers, 200 octets. */
export interface VcpuGuestContextX8664UserRegs {
  /** R15. */
  readonly r15: bigint;
  /** R14. */
  readonly r14: bigint;
  /** R13. */
  readonly r13: bigint;
  /** R12. */
  readonly r12: bigint;
  /** RBP. */
  readonly rbp: bigint;
  /** RBX. */
  readonly rbx: bigint;
  /** R11. */
  readonly r11: bigint;
  /** R10. */
  readonly r10: bigint;
  /** R9. */
  readonly r9: bigint;
  /** R8. */
  readonly r8: bigint;
  /** RAX. */
  readonly rax: bigint;
  /** RCX. */
  readonly rcx: bigint;
  /** RDX. */
  readonly rdx: bigint;
  /** RSI. */
  readonly rsi: bigint;
  /** RDI. */
  readonly rdi: bigint;
  /** Private to the hypervisor. */
  readonly errorCode: number;
  /** Private to the hypervisor. */
  readonly entryVector: number;
  /** RIP. */
  readonly rip: bigint;
  /** CS. */
  readonly cs: number;
  /** Unused. */
  readonly csPad: Uint8Array;
  /** Event mask at the time of the last entry. */
  readonly savedUpcallMask: number;
  /** Unused. */
  readonly savedUpcallMaskPad: Uint8Array;
  /** RFLAGS. */
  readonly rflags: bigint;
  /** RSP. */
  readonly rsp: bigint;
  /** SS. */
  readonly ss: number;
  /** Unused. */
  readonly ssPad: Uint8Array;
  /** ES. */
  readonly es: number;
  /** Unused. */
  readonly esPad: Uint8Array;
  /** DS. */
  readonly ds: number;
  /** Unused. */
  readonly dsPad: Uint8Array;
  /** FS. */
  readonly fs: number;
  /** Unused. */
  readonly fsPad: Uint8Array;
  /** GS. */
  readonly gs: number;
  /** Unused. */
  readonly gsPad: Uint8Array;
}

register(parsers.VcpuGuestContextX8664.UserRegs, {
  fields: [
    { id: "r15", name: "r15", kind: "u64" },
    { id: "r14", name: "r14", kind: "u64" },
    { id: "r13", name: "r13", kind: "u64" },
    { id: "r12", name: "r12", kind: "u64" },
    { id: "rbp", name: "rbp", kind: "u64" },
    { id: "rbx", name: "rbx", kind: "u64" },
    { id: "r11", name: "r11", kind: "u64" },
    { id: "r10", name: "r10", kind: "u64" },
    { id: "r9", name: "r9", kind: "u64" },
    { id: "r8", name: "r8", kind: "u64" },
    { id: "rax", name: "rax", kind: "u64" },
    { id: "rcx", name: "rcx", kind: "u64" },
    { id: "rdx", name: "rdx", kind: "u64" },
    { id: "rsi", name: "rsi", kind: "u64" },
    { id: "rdi", name: "rdi", kind: "u64" },
    { id: "error_code", name: "errorCode", kind: "scalar" },
    { id: "entry_vector", name: "entryVector", kind: "scalar" },
    { id: "rip", name: "rip", kind: "u64" },
    { id: "cs", name: "cs", kind: "scalar" },
    { id: "cs_pad", name: "csPad", kind: "scalar" },
    { id: "saved_upcall_mask", name: "savedUpcallMask", kind: "scalar" },
    { id: "saved_upcall_mask_pad", name: "savedUpcallMaskPad", kind: "scalar" },
    { id: "rflags", name: "rflags", kind: "u64" },
    { id: "rsp", name: "rsp", kind: "u64" },
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

/** Reads a VcpuGuestContextX8664UserRegs from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseVcpuGuestContextX8664UserRegs(octets: Uint8Array): VcpuGuestContextX8664UserRegs {
  return parse(parsers.VcpuGuestContextX8664.UserRegs, octets, []);
}

/** Like parseVcpuGuestContextX8664UserRegs, but throws nothing and tells the place of every field that could be read. */
export function locateVcpuGuestContextX8664UserRegs(octets: Uint8Array): Located<VcpuGuestContextX8664UserRegs> {
  return locate(parsers.VcpuGuestContextX8664.UserRegs, octets, []);
}

/** One gate of the interrupt descriptor table. */
export interface VcpuGuestContextX8664TrapInfo {
  /** Number of the exception. */
  readonly vector: number;
  /** Privilege level in bits 0 and 1; bit 2 masks events. */
  readonly flags: number;
  /** Code segment of the handler. */
  readonly cs: number;
  /** Unused. */
  readonly pad: number;
  /** Entry point of the handler. */
  readonly address: bigint;
}

register(parsers.VcpuGuestContextX8664.TrapInfo, {
  fields: [
    { id: "vector", name: "vector", kind: "scalar" },
    { id: "flags", name: "flags", kind: "scalar" },
    { id: "cs", name: "cs", kind: "scalar" },
    { id: "pad", name: "pad", kind: "scalar" },
    { id: "address", name: "address", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a VcpuGuestContextX8664TrapInfo from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseVcpuGuestContextX8664TrapInfo(octets: Uint8Array): VcpuGuestContextX8664TrapInfo {
  return parse(parsers.VcpuGuestContextX8664.TrapInfo, octets, []);
}

/** Like parseVcpuGuestContextX8664TrapInfo, but throws nothing and tells the place of every field that could be read. */
export function locateVcpuGuestContextX8664TrapInfo(octets: Uint8Array): Located<VcpuGuestContextX8664TrapInfo> {
  return locate(parsers.VcpuGuestContextX8664.TrapInfo, octets, []);
}
