// Generated from schemas/hvm_context.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/HvmContext";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./x86_fxsave_area.ts";
import "./x86_xsave_area.ts";
import { type X86FxsaveArea } from "./x86_fxsave_area.ts";
import { type X86XsaveArea } from "./x86_xsave_area.ts";

/** Names of hvm_context::typecode; a number without a name stays a number. */
export type HvmContextTypecode = "end" | "header" | "cpu" | "pic" | "ioapic" | "lapic" | "lapic_regs" | "pci_irq" | "isa_irq" | "pci_link" | "pit" | "rtc" | "hpet" | "pmtimer" | "mtrr" | "viridian_domain" | "cpu_xsave" | "viridian_vcpu" | "vmce_vcpu" | "tsc_adjust" | "cpu_msr";

/** Number to name, hvm_context::typecode. */
export const hvmContextTypecodeNames: Readonly<Record<number, HvmContextTypecode>> = {
  0x0: "end",
  0x1: "header",
  0x2: "cpu",
  0x3: "pic",
  0x4: "ioapic",
  0x5: "lapic",
  0x6: "lapic_regs",
  0x7: "pci_irq",
  0x8: "isa_irq",
  0x9: "pci_link",
  0xa: "pit",
  0xb: "rtc",
  0xc: "hpet",
  0xd: "pmtimer",
  0xe: "mtrr",
  0xf: "viridian_domain",
  0x10: "cpu_xsave",
  0x11: "viridian_vcpu",
  0x12: "vmce_vcpu",
  0x13: "tsc_adjust",
  0x14: "cpu_msr",
};

/**
 * What the hypervisor knows of an HVM guest: a chain of entries, one for each
 * device and each vCPU's part, closed by an entry END.
 *
 * The chain is the hypervisor's own, so it stays in the byte order of the guest's
 * architecture, little-endian, whatever the byte order of the image.
 *
 * The state of some entries has grown over the releases. Xen takes a shorter one
 * for CPU, LAPIC, RTC, VMCE_VCPU and the two VIRIDIAN entries and continues it with
 * zeros; fields beyond the end are absent here.
 */
export interface HvmContext {
  /** The chain, END included. */
  readonly entries: readonly HvmContextEntry[];
}

register(parsers.HvmContext, {
  fields: [
    { id: "entries", name: "entries", kind: "struct" },
    { id: "chain_closed", name: "chainClosed", kind: "scalar", wanted: "an entry END inside the body", req: ["HVM-003"], check: true },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after the entry END", req: ["HVM-005"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContext from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContext(octets: Uint8Array): HvmContext {
  return parse(parsers.HvmContext, octets, []);
}

/** Like parseHvmContext, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContext(octets: Uint8Array): Located<HvmContext> {
  return locate(parsers.HvmContext, octets, []);
}

/**
 * One entry: a descriptor of eight octets and the state that it describes.
 * There is no padding between entries.
 */
export interface HvmContextEntry {
  /**
   * What the entry holds. The chain starts with the header, and no code
   * above 20 is known to Xen.
   */
  readonly typecode: HvmContextTypecode | number;
  /** Number of the vCPU, or of the device where there are several. */
  readonly instance: number;
  /** Octets of the state, the descriptor not counted. */
  readonly length: number;
  /** The state. */
  readonly body: HvmContextEnd | HvmContextHeader | HvmContextCpu | HvmContextPic | HvmContextIoapic | HvmContextLapic | HvmContextLapicRegs | HvmContextPciIrq | HvmContextIsaIrq | HvmContextPciLink | HvmContextPit | HvmContextRtc | HvmContextHpet | HvmContextPmtimer | HvmContextMtrr | HvmContextViridianDomain | HvmContextCpuXsave | HvmContextViridianVcpu | HvmContextVmceVcpu | HvmContextTscAdjust | HvmContextCpuMsr | Uint8Array;
}

register(parsers.HvmContext.Entry, {
  fields: [
    { id: "typecode", name: "typecode", kind: "scalar", enum: hvmContextTypecodeNames, wanted: "a known code, and the header first", req: ["HVM-001","HVM-009"] },
    { id: "instance", name: "instance", kind: "scalar", wanted: "0, unless the state is a vCPU's or a PIC's", req: ["HVM-013"] },
    { id: "length", name: "length", kind: "scalar" },
    { id: "body", name: "body", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of HvmContextEntry must be told. */
export interface HvmContextEntryParams {
  /** Number of entries before this one. */
  readonly index: number;
}

/** Reads a HvmContextEntry from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextEntry(octets: Uint8Array, params: HvmContextEntryParams): HvmContextEntry {
  return parse(parsers.HvmContext.Entry, octets, [params.index]);
}

/** Like parseHvmContextEntry, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextEntry(octets: Uint8Array, params: HvmContextEntryParams): Located<HvmContextEntry> {
  return locate(parsers.HvmContext.Entry, octets, [params.index]);
}

/** Nothing: the descriptor says it all. */
export interface HvmContextEnd {

}

register(parsers.HvmContext.End, {
  fields: [
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["HVM-005"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextEnd from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextEnd(octets: Uint8Array): HvmContextEnd {
  return parse(parsers.HvmContext.End, octets, []);
}

/** Like parseHvmContextEnd, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextEnd(octets: Uint8Array): Located<HvmContextEnd> {
  return locate(parsers.HvmContext.End, octets, []);
}

/** The Xen that wrote the chain, 24 octets. */
export interface HvmContextHeader {
  /** Marks the chain. */
  readonly magic: number;
  /** Version of the chain. */
  readonly version: number;
  /** Source revision of that Xen; all ones when unknown. */
  readonly changeset: bigint;
  /** EAX of CPUID leaf 1 on the host. */
  readonly cpuid: number;
  /**
   * Frequency of the guest's time-stamp counter; unless 0 it overrides
   * that of X86_TSC_INFO.
   */
  readonly gtscKhz: number;
}

register(parsers.HvmContext.Header, {
  fields: [
    { id: "magic", name: "magic", kind: "scalar", wanted: "1412960902", req: ["HVM-001"] },
    { id: "version", name: "version", kind: "scalar", wanted: "1", req: ["HVM-001"] },
    { id: "changeset", name: "changeset", kind: "u64" },
    { id: "cpuid", name: "cpuid", kind: "scalar" },
    { id: "gtsc_khz", name: "gtscKhz", kind: "scalar" },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["HVM-011"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextHeader from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextHeader(octets: Uint8Array): HvmContextHeader {
  return parse(parsers.HvmContext.Header, octets, []);
}

/** Like parseHvmContextHeader, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextHeader(octets: Uint8Array): Located<HvmContextHeader> {
  return locate(parsers.HvmContext.Header, octets, []);
}

/**
 * Registers of one vCPU: 1032 octets today, 1024 before Xen 4.7, 1016 (without
 * `tsc_aux`, what follows it moved down) before Xen 3.4. Xen takes any shorter
 * entry and continues it with zeros.
 */
export interface HvmContextCpu {
  /** Floating-point registers. */
  readonly fpu?: X86FxsaveArea;
  /** General registers. */
  readonly gprs?: HvmContextGeneralRegisters;
  /** RIP. */
  readonly rip?: bigint;
  /** RFLAGS. */
  readonly rflags?: bigint;
  /** Control registers. */
  readonly control?: HvmContextControlRegisters;
  /** Debug registers. */
  readonly debug?: HvmContextDebugRegisters;
  /** Selectors of cs, ds, es, fs, gs, ss, tr and ldtr. */
  readonly selectors?: readonly number[];
  /** Limits of cs, ds, es, fs, gs, ss, tr, ldtr, idtr and gdtr. */
  readonly limits?: readonly number[];
  /** Bases of cs, ds, es, fs, gs, ss, tr, ldtr, idtr and gdtr. */
  readonly bases?: readonly bigint[];
  /** Access rights of cs, ds, es, fs, gs, ss, tr and ldtr. */
  readonly arbytes?: readonly number[];
  /** Where SYSENTER enters the kernel. */
  readonly sysenter?: HvmContextSysenterRegisters;
  /** Registers of SYSCALL and of the long mode. */
  readonly msrs?: HvmContextSyscallRegisters;
  /** MSR_TSC_AUX. */
  readonly tscAux?: bigint;
  /** The guest's time-stamp counter. */
  readonly tsc?: bigint;
  /** An event on its way into the guest. */
  readonly pendingEvent?: HvmContextPendingEvent;
  /** Error code of that event. */
  readonly errorCode?: number;
  /**
   * Bit 0 is set when the floating-point state is in use. Taken as set
   * where the field is missing.
   */
  readonly flags?: number;
  /** Always zero; any other value is refused. */
  readonly pad0?: number;
  /** Octets of a field that the entry ends inside; empty in every image known. */
  readonly remainder: Uint8Array;
}

register(parsers.HvmContext.Cpu, {
  fields: [
    { id: "length_fits", name: "lengthFits", kind: "scalar", wanted: "at most 1032 octets", req: ["HVM-011"], check: true },
    { id: "fpu", name: "fpu", kind: "struct" },
    { id: "gprs", name: "gprs", kind: "struct" },
    { id: "rip", name: "rip", kind: "u64" },
    { id: "rflags", name: "rflags", kind: "u64" },
    { id: "control", name: "control", kind: "struct" },
    { id: "debug", name: "debug", kind: "struct" },
    { id: "selectors", name: "selectors", kind: "scalar" },
    { id: "limits", name: "limits", kind: "scalar" },
    { id: "bases", name: "bases", kind: "u64" },
    { id: "arbytes", name: "arbytes", kind: "scalar" },
    { id: "sysenter", name: "sysenter", kind: "struct" },
    { id: "msrs", name: "msrs", kind: "struct" },
    { id: "tsc_aux", name: "tscAux", kind: "u64" },
    { id: "tsc", name: "tsc", kind: "u64" },
    { id: "pending_event", name: "pendingEvent", kind: "struct" },
    { id: "error_code", name: "errorCode", kind: "scalar" },
    { id: "flags", name: "flags", kind: "scalar", wanted: "at most 1" },
    { id: "pad0", name: "pad0", kind: "scalar", wanted: "0", req: ["HVM-015"] },
    { id: "remainder", name: "remainder", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextCpu from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextCpu(octets: Uint8Array): HvmContextCpu {
  return parse(parsers.HvmContext.Cpu, octets, []);
}

/** Like parseHvmContextCpu, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextCpu(octets: Uint8Array): Located<HvmContextCpu> {
  return locate(parsers.HvmContext.Cpu, octets, []);
}

/** General registers, in the order of the processor. */
export interface HvmContextGeneralRegisters {
  /** RAX. */
  readonly rax: bigint;
  /** RBX. */
  readonly rbx: bigint;
  /** RCX. */
  readonly rcx: bigint;
  /** RDX. */
  readonly rdx: bigint;
  /** RBP. */
  readonly rbp: bigint;
  /** RSI. */
  readonly rsi: bigint;
  /** RDI. */
  readonly rdi: bigint;
  /** RSP. */
  readonly rsp: bigint;
  /** R8. */
  readonly r8: bigint;
  /** R9. */
  readonly r9: bigint;
  /** R10. */
  readonly r10: bigint;
  /** R11. */
  readonly r11: bigint;
  /** R12. */
  readonly r12: bigint;
  /** R13. */
  readonly r13: bigint;
  /** R14. */
  readonly r14: bigint;
  /** R15. */
  readonly r15: bigint;
}

register(parsers.HvmContext.GeneralRegisters, {
  fields: [
    { id: "rax", name: "rax", kind: "u64" },
    { id: "rbx", name: "rbx", kind: "u64" },
    { id: "rcx", name: "rcx", kind: "u64" },
    { id: "rdx", name: "rdx", kind: "u64" },
    { id: "rbp", name: "rbp", kind: "u64" },
    { id: "rsi", name: "rsi", kind: "u64" },
    { id: "rdi", name: "rdi", kind: "u64" },
    { id: "rsp", name: "rsp", kind: "u64" },
    { id: "r8", name: "r8", kind: "u64" },
    { id: "r9", name: "r9", kind: "u64" },
    { id: "r10", name: "r10", kind: "u64" },
    { id: "r11", name: "r11", kind: "u64" },
    { id: "r12", name: "r12", kind: "u64" },
    { id: "r13", name: "r13", kind: "u64" },
    { id: "r14", name: "r14", kind: "u64" },
    { id: "r15", name: "r15", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextGeneralRegisters from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextGeneralRegisters(octets: Uint8Array): HvmContextGeneralRegisters {
  return parse(parsers.HvmContext.GeneralRegisters, octets, []);
}

/** Like parseHvmContextGeneralRegisters, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextGeneralRegisters(octets: Uint8Array): Located<HvmContextGeneralRegisters> {
  return locate(parsers.HvmContext.GeneralRegisters, octets, []);
}

/** Control registers. */
export interface HvmContextControlRegisters {
  /** CR0. */
  readonly cr0: bigint;
  /** CR2. */
  readonly cr2: bigint;
  /** CR3. */
  readonly cr3: bigint;
  /** CR4. */
  readonly cr4: bigint;
}

register(parsers.HvmContext.ControlRegisters, {
  fields: [
    { id: "cr0", name: "cr0", kind: "u64" },
    { id: "cr2", name: "cr2", kind: "u64" },
    { id: "cr3", name: "cr3", kind: "u64" },
    { id: "cr4", name: "cr4", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextControlRegisters from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextControlRegisters(octets: Uint8Array): HvmContextControlRegisters {
  return parse(parsers.HvmContext.ControlRegisters, octets, []);
}

/** Like parseHvmContextControlRegisters, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextControlRegisters(octets: Uint8Array): Located<HvmContextControlRegisters> {
  return locate(parsers.HvmContext.ControlRegisters, octets, []);
}

/** Debug registers. */
export interface HvmContextDebugRegisters {
  /** DR0. */
  readonly dr0: bigint;
  /** DR1. */
  readonly dr1: bigint;
  /** DR2. */
  readonly dr2: bigint;
  /** DR3. */
  readonly dr3: bigint;
  /** DR6. */
  readonly dr6: bigint;
  /** DR7. */
  readonly dr7: bigint;
}

register(parsers.HvmContext.DebugRegisters, {
  fields: [
    { id: "dr0", name: "dr0", kind: "u64" },
    { id: "dr1", name: "dr1", kind: "u64" },
    { id: "dr2", name: "dr2", kind: "u64" },
    { id: "dr3", name: "dr3", kind: "u64" },
    { id: "dr6", name: "dr6", kind: "u64" },
    { id: "dr7", name: "dr7", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextDebugRegisters from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextDebugRegisters(octets: Uint8Array): HvmContextDebugRegisters {
  return parse(parsers.HvmContext.DebugRegisters, octets, []);
}

/** Like parseHvmContextDebugRegisters, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextDebugRegisters(octets: Uint8Array): Located<HvmContextDebugRegisters> {
  return locate(parsers.HvmContext.DebugRegisters, octets, []);
}

/** Where SYSENTER enters the kernel. */
export interface HvmContextSysenterRegisters {
  /** CS. */
  readonly cs: bigint;
  /** ESP. */
  readonly esp: bigint;
  /** EIP. */
  readonly eip: bigint;
}

register(parsers.HvmContext.SysenterRegisters, {
  fields: [
    { id: "cs", name: "cs", kind: "u64" },
    { id: "esp", name: "esp", kind: "u64" },
    { id: "eip", name: "eip", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextSysenterRegisters from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextSysenterRegisters(octets: Uint8Array): HvmContextSysenterRegisters {
  return parse(parsers.HvmContext.SysenterRegisters, octets, []);
}

/** Like parseHvmContextSysenterRegisters, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextSysenterRegisters(octets: Uint8Array): Located<HvmContextSysenterRegisters> {
  return locate(parsers.HvmContext.SysenterRegisters, octets, []);
}

/** Registers of SYSCALL and of the long mode. */
export interface HvmContextSyscallRegisters {
  /** Base of gs that SWAPGS brings in. */
  readonly shadowGs: bigint;
  /** Obsolete. */
  readonly flags: bigint;
  /** Where a 64-bit SYSCALL enters. */
  readonly lstar: bigint;
  /** Segments of SYSCALL. */
  readonly star: bigint;
  /** Where a 32-bit SYSCALL enters. */
  readonly cstar: bigint;
  /** Flags that SYSCALL clears. */
  readonly syscallMask: bigint;
  /** Extended features enabled. */
  readonly efer: bigint;
}

register(parsers.HvmContext.SyscallRegisters, {
  fields: [
    { id: "shadow_gs", name: "shadowGs", kind: "u64" },
    { id: "flags", name: "flags", kind: "u64" },
    { id: "lstar", name: "lstar", kind: "u64" },
    { id: "star", name: "star", kind: "u64" },
    { id: "cstar", name: "cstar", kind: "u64" },
    { id: "syscall_mask", name: "syscallMask", kind: "u64" },
    { id: "efer", name: "efer", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextSyscallRegisters from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextSyscallRegisters(octets: Uint8Array): HvmContextSyscallRegisters {
  return parse(parsers.HvmContext.SyscallRegisters, octets, []);
}

/** Like parseHvmContextSyscallRegisters, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextSyscallRegisters(octets: Uint8Array): Located<HvmContextSyscallRegisters> {
  return locate(parsers.HvmContext.SyscallRegisters, octets, []);
}

/** An event on its way into the guest, as the processor encodes it. */
export interface HvmContextPendingEvent {
  /** Vector. */
  readonly vector: number;
  /** Kind of event. */
  readonly type: number;
  /** The event has an error code. */
  readonly errorValid: boolean;
  /** Reserved. */
  readonly reserved: number;
  /** There is an event. */
  readonly valid: boolean;
}

register(parsers.HvmContext.PendingEvent, {
  fields: [
    { id: "vector", name: "vector", kind: "scalar", bits: 8 },
    { id: "type", name: "type", kind: "scalar", bits: 3 },
    { id: "error_valid", name: "errorValid", kind: "scalar", bits: 1 },
    { id: "reserved", name: "reserved", kind: "scalar", bits: 19 },
    { id: "valid", name: "valid", kind: "scalar", bits: 1 },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextPendingEvent from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextPendingEvent(octets: Uint8Array): HvmContextPendingEvent {
  return parse(parsers.HvmContext.PendingEvent, octets, []);
}

/** Like parseHvmContextPendingEvent, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextPendingEvent(octets: Uint8Array): Located<HvmContextPendingEvent> {
  return locate(parsers.HvmContext.PendingEvent, octets, []);
}

/** One 8259A, 8 octets. Instance 0 is the master, 1 the slave. */
export interface HvmContextPic {
  /** Requested interrupts. */
  readonly irr: number;
  /** Masked interrupts. */
  readonly imr: number;
  /** Interrupts in service. */
  readonly isr: number;
  /** Vector of the first interrupt. */
  readonly irqBase: number;
  /** Step of the initialisation. */
  readonly initState: number;
  /** Interrupt with the highest priority. */
  readonly priorityAdd: number;
  /** Reads return `isr`. */
  readonly readselIsr: boolean;
  /** Poll command given. */
  readonly poll: boolean;
  /** Interrupts end by themselves. */
  readonly autoEoi: boolean;
  /** Priorities rotate when they do. */
  readonly rotateOnAutoEoi: boolean;
  /** Interrupts nest, those from a slave too. */
  readonly specialFullyNestedMode: boolean;
  /** Masked interrupts in service let lower ones through. */
  readonly specialMaskMode: boolean;
  /** This is the master. */
  readonly isMaster: boolean;
  /** Unused. */
  readonly pad: boolean;
  /** Level-triggered interrupts. */
  readonly elcr: number;
  /** Level of the output. */
  readonly intOutput: number;
}

register(parsers.HvmContext.Pic, {
  fields: [
    { id: "irr", name: "irr", kind: "scalar" },
    { id: "imr", name: "imr", kind: "scalar" },
    { id: "isr", name: "isr", kind: "scalar" },
    { id: "irq_base", name: "irqBase", kind: "scalar" },
    { id: "init_state", name: "initState", kind: "scalar", bits: 4 },
    { id: "priority_add", name: "priorityAdd", kind: "scalar", bits: 4 },
    { id: "readsel_isr", name: "readselIsr", kind: "scalar", bits: 1 },
    { id: "poll", name: "poll", kind: "scalar", bits: 1 },
    { id: "auto_eoi", name: "autoEoi", kind: "scalar", bits: 1 },
    { id: "rotate_on_auto_eoi", name: "rotateOnAutoEoi", kind: "scalar", bits: 1 },
    { id: "special_fully_nested_mode", name: "specialFullyNestedMode", kind: "scalar", bits: 1 },
    { id: "special_mask_mode", name: "specialMaskMode", kind: "scalar", bits: 1 },
    { id: "is_master", name: "isMaster", kind: "scalar", bits: 1 },
    { id: "pad", name: "pad", kind: "scalar", bits: 1 },
    { id: "elcr", name: "elcr", kind: "scalar" },
    { id: "int_output", name: "intOutput", kind: "scalar", wanted: "at most 1" },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["HVM-011"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextPic from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextPic(octets: Uint8Array): HvmContextPic {
  return parse(parsers.HvmContext.Pic, octets, []);
}

/** Like parseHvmContextPic, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextPic(octets: Uint8Array): Located<HvmContextPic> {
  return locate(parsers.HvmContext.Pic, octets, []);
}

/** I/O interrupt controller, 400 octets. */
export interface HvmContextIoapic {
  /** Where it is mapped. */
  readonly baseAddress: bigint;
  /** Register selected. */
  readonly ioregsel: number;
  /** Identity. */
  readonly id: number;
  /** Redirection table. */
  readonly redirtbl: readonly bigint[];
}

register(parsers.HvmContext.Ioapic, {
  fields: [
    { id: "base_address", name: "baseAddress", kind: "u64" },
    { id: "ioregsel", name: "ioregsel", kind: "scalar" },
    { id: "id", name: "id", kind: "scalar" },
    { id: "redirtbl", name: "redirtbl", kind: "u64" },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["HVM-011"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextIoapic from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextIoapic(octets: Uint8Array): HvmContextIoapic {
  return parse(parsers.HvmContext.Ioapic, octets, []);
}

/** Like parseHvmContextIoapic, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextIoapic(octets: Uint8Array): Located<HvmContextIoapic> {
  return locate(parsers.HvmContext.Ioapic, octets, []);
}

/**
 * Local interrupt controller: 32 octets today, 24 as Xen up to 4.17 wrote it. Xen
 * takes any shorter entry and continues it with zeros.
 */
export interface HvmContextLapic {
  /** MSR_IA32_APICBASE. */
  readonly apicBaseMsr?: bigint;
  /** Not zero when disabled by hardware or software. */
  readonly disabled?: number;
  /** Divisor of the timer. */
  readonly timerDivisor?: number;
  /** MSR_IA32_TSC_DEADLINE. */
  readonly tdtMsr?: bigint;
  /** Errors not yet in the status register. */
  readonly pendingEsr?: number;
  /** Unused. */
  readonly pad?: number;
  /** Octets of a field that the entry ends inside; empty in every image known. */
  readonly remainder: Uint8Array;
}

register(parsers.HvmContext.Lapic, {
  fields: [
    { id: "length_fits", name: "lengthFits", kind: "scalar", wanted: "at most 32 octets", req: ["HVM-011"], check: true },
    { id: "apic_base_msr", name: "apicBaseMsr", kind: "u64" },
    { id: "disabled", name: "disabled", kind: "scalar" },
    { id: "timer_divisor", name: "timerDivisor", kind: "scalar" },
    { id: "tdt_msr", name: "tdtMsr", kind: "u64" },
    { id: "pending_esr", name: "pendingEsr", kind: "scalar" },
    { id: "pad", name: "pad", kind: "scalar" },
    { id: "remainder", name: "remainder", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextLapic from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextLapic(octets: Uint8Array): HvmContextLapic {
  return parse(parsers.HvmContext.Lapic, octets, []);
}

/** Like parseHvmContextLapic, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextLapic(octets: Uint8Array): Located<HvmContextLapic> {
  return locate(parsers.HvmContext.Lapic, octets, []);
}

/**
 * Register page of the local interrupt controller, 1024 octets: 64
 * registers, one in 16 octets.
 */
export interface HvmContextLapicRegs {
  /** The registers, by their number in the x2APIC scheme. */
  readonly registers: readonly HvmContextLapicRegister[];
}

register(parsers.HvmContext.LapicRegs, {
  fields: [
    { id: "registers", name: "registers", kind: "struct" },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["HVM-011"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextLapicRegs from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextLapicRegs(octets: Uint8Array): HvmContextLapicRegs {
  return parse(parsers.HvmContext.LapicRegs, octets, []);
}

/** Like parseHvmContextLapicRegs, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextLapicRegs(octets: Uint8Array): Located<HvmContextLapicRegs> {
  return locate(parsers.HvmContext.LapicRegs, octets, []);
}

/** A 32-bit register in its 16-octet slot. */
export interface HvmContextLapicRegister {
  /** Contents. */
  readonly value: number;
  /** Unused. */
  readonly unused: Uint8Array;
}

register(parsers.HvmContext.LapicRegister, {
  fields: [
    { id: "value", name: "value", kind: "scalar" },
    { id: "unused", name: "unused", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextLapicRegister from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextLapicRegister(octets: Uint8Array): HvmContextLapicRegister {
  return parse(parsers.HvmContext.LapicRegister, octets, []);
}

/** Like parseHvmContextLapicRegister, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextLapicRegister(octets: Uint8Array): Located<HvmContextLapicRegister> {
  return locate(parsers.HvmContext.LapicRegister, octets, []);
}

/** Levels of the PCI interrupt wires, 16 octets. */
export interface HvmContextPciIrq {
  /** One bit for each wire; bit 4 x device + pin. */
  readonly levels: Uint8Array;
}

register(parsers.HvmContext.PciIrq, {
  fields: [
    { id: "levels", name: "levels", kind: "scalar" },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["HVM-011"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextPciIrq from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextPciIrq(octets: Uint8Array): HvmContextPciIrq {
  return parse(parsers.HvmContext.PciIrq, octets, []);
}

/** Like parseHvmContextPciIrq, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextPciIrq(octets: Uint8Array): Located<HvmContextPciIrq> {
  return locate(parsers.HvmContext.PciIrq, octets, []);
}

/** Levels of the ISA interrupt wires, 8 octets. */
export interface HvmContextIsaIrq {
  /** One bit for each wire. */
  readonly levels: number;
  /** Unused. */
  readonly unused: Uint8Array;
}

register(parsers.HvmContext.IsaIrq, {
  fields: [
    { id: "levels", name: "levels", kind: "scalar" },
    { id: "unused", name: "unused", kind: "scalar" },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["HVM-011"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextIsaIrq from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextIsaIrq(octets: Uint8Array): HvmContextIsaIrq {
  return parse(parsers.HvmContext.IsaIrq, octets, []);
}

/** Like parseHvmContextIsaIrq, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextIsaIrq(octets: Uint8Array): Located<HvmContextIsaIrq> {
  return locate(parsers.HvmContext.IsaIrq, octets, []);
}

/** Which ISA interrupt each PCI link is routed to, 8 octets. */
export interface HvmContextPciLink {
  /** ISA interrupt of each link; 0 when disabled. */
  readonly route: readonly number[];
  /** Always zero; any other value is refused. */
  readonly pad0: readonly number[];
}

register(parsers.HvmContext.PciLink, {
  fields: [
    { id: "route", name: "route", kind: "scalar", wanted: "at most 15" },
    { id: "pad0", name: "pad0", kind: "scalar", wanted: "0", req: ["HVM-015"] },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["HVM-011"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextPciLink from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextPciLink(octets: Uint8Array): HvmContextPciLink {
  return parse(parsers.HvmContext.PciLink, octets, []);
}

/** Like parseHvmContextPciLink, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextPciLink(octets: Uint8Array): Located<HvmContextPciLink> {
  return locate(parsers.HvmContext.PciLink, octets, []);
}

/** Interval timer of the PC, 56 octets. */
export interface HvmContextPit {
  /** The three channels. */
  readonly channels: readonly HvmContextPitChannel[];
  /** 1 while the speaker is fed. */
  readonly speakerDataOn: number;
  /** Always zero; any other value is refused. */
  readonly pad0: number;
}

register(parsers.HvmContext.Pit, {
  fields: [
    { id: "channels", name: "channels", kind: "struct" },
    { id: "speaker_data_on", name: "speakerDataOn", kind: "scalar", wanted: "at most 1" },
    { id: "pad0", name: "pad0", kind: "scalar", wanted: "0", req: ["HVM-015"] },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["HVM-011"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextPit from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextPit(octets: Uint8Array): HvmContextPit {
  return parse(parsers.HvmContext.Pit, octets, []);
}

/** Like parseHvmContextPit, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextPit(octets: Uint8Array): Located<HvmContextPit> {
  return locate(parsers.HvmContext.Pit, octets, []);
}

/** One channel of the timer. */
export interface HvmContextPitChannel {
  /** Reload value, at most 0x10000. */
  readonly count: number;
  /** Count kept for the next read. */
  readonly latchedCount: number;
  /** Not zero when a count is kept; how much of it is to be read. */
  readonly countLatched: number;
  /** Not zero when the status is kept. */
  readonly statusLatched: number;
  /** Status kept for the next read. */
  readonly status: number;
  /** Which half the next read returns. */
  readonly readState: number;
  /** Which half the next write sets. */
  readonly writeState: number;
  /** Low half of a count that is being written. */
  readonly writeLatch: number;
  /** How halves are read and written. */
  readonly rwMode: number;
  /** Mode of the channel; 0xff before it is set, as Xen before 4.19 wrote it. */
  readonly mode: number;
  /** Counts in decimal. */
  readonly bcd: number;
  /** Level of the gate. */
  readonly gate: number;
}

register(parsers.HvmContext.PitChannel, {
  fields: [
    { id: "count", name: "count", kind: "scalar", wanted: "at most 65536" },
    { id: "latched_count", name: "latchedCount", kind: "scalar" },
    { id: "count_latched", name: "countLatched", kind: "scalar" },
    { id: "status_latched", name: "statusLatched", kind: "scalar" },
    { id: "status", name: "status", kind: "scalar" },
    { id: "read_state", name: "readState", kind: "scalar" },
    { id: "write_state", name: "writeState", kind: "scalar" },
    { id: "write_latch", name: "writeLatch", kind: "scalar" },
    { id: "rw_mode", name: "rwMode", kind: "scalar" },
    { id: "mode", name: "mode", kind: "scalar" },
    { id: "bcd", name: "bcd", kind: "scalar" },
    { id: "gate", name: "gate", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextPitChannel from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextPitChannel(octets: Uint8Array): HvmContextPitChannel {
  return parse(parsers.HvmContext.PitChannel, octets, []);
}

/** Like parseHvmContextPitChannel, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextPitChannel(octets: Uint8Array): Located<HvmContextPitChannel> {
  return locate(parsers.HvmContext.PitChannel, octets, []);
}

/**
 * Real-time clock, 24 octets. Xen takes any shorter entry and continues it with
 * zeros; images of older releases have one.
 */
export interface HvmContextRtc {
  /** The registers. */
  readonly cmos?: Uint8Array;
  /** Register selected. */
  readonly cmosIndex?: number;
  /** Unused. */
  readonly pad0?: number;
  /** Seconds between guest and host time, signed. */
  readonly rtcOffset?: bigint;
  /** Octets of a field that the entry ends inside; empty in every image known. */
  readonly remainder: Uint8Array;
}

register(parsers.HvmContext.Rtc, {
  fields: [
    { id: "length_fits", name: "lengthFits", kind: "scalar", wanted: "at most 24 octets", req: ["HVM-011"], check: true },
    { id: "cmos", name: "cmos", kind: "scalar" },
    { id: "cmos_index", name: "cmosIndex", kind: "scalar" },
    { id: "pad0", name: "pad0", kind: "scalar" },
    { id: "rtc_offset", name: "rtcOffset", kind: "s64" },
    { id: "remainder", name: "remainder", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextRtc from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextRtc(octets: Uint8Array): HvmContextRtc {
  return parse(parsers.HvmContext.Rtc, octets, []);
}

/** Like parseHvmContextRtc, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextRtc(octets: Uint8Array): Located<HvmContextRtc> {
  return locate(parsers.HvmContext.Rtc, octets, []);
}

/** High-precision event timer, 1048 octets. */
export interface HvmContextHpet {
  /** Capabilities. */
  readonly capability: bigint;
  /** Reserved. */
  readonly reserved0: bigint;
  /** Configuration. */
  readonly config: bigint;
  /** Reserved. */
  readonly reserved1: bigint;
  /** Interrupt status. */
  readonly isr: bigint;
  /** Reserved. */
  readonly reserved2: readonly bigint[];
  /** Main counter. */
  readonly mc64: bigint;
  /** Reserved. */
  readonly reserved3: bigint;
  /** The timers. */
  readonly timers: readonly HvmContextHpetTimer[];
  /** Room for 21 more. */
  readonly reserved5: readonly bigint[];
  /** Last value written to each comparator. */
  readonly period: readonly bigint[];
}

register(parsers.HvmContext.Hpet, {
  fields: [
    { id: "capability", name: "capability", kind: "u64" },
    { id: "reserved0", name: "reserved0", kind: "u64" },
    { id: "config", name: "config", kind: "u64" },
    { id: "reserved1", name: "reserved1", kind: "u64" },
    { id: "isr", name: "isr", kind: "u64" },
    { id: "reserved2", name: "reserved2", kind: "u64" },
    { id: "mc64", name: "mc64", kind: "u64" },
    { id: "reserved3", name: "reserved3", kind: "u64" },
    { id: "timers", name: "timers", kind: "struct" },
    { id: "reserved5", name: "reserved5", kind: "u64" },
    { id: "period", name: "period", kind: "u64" },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["HVM-011"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextHpet from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextHpet(octets: Uint8Array): HvmContextHpet {
  return parse(parsers.HvmContext.Hpet, octets, []);
}

/** Like parseHvmContextHpet, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextHpet(octets: Uint8Array): Located<HvmContextHpet> {
  return locate(parsers.HvmContext.Hpet, octets, []);
}

/** One timer. */
export interface HvmContextHpetTimer {
  /** Configuration. */
  readonly config: bigint;
  /** Comparator. */
  readonly cmp: bigint;
  /** Message route. */
  readonly fsb: bigint;
  /** Reserved. */
  readonly reserved4: bigint;
}

register(parsers.HvmContext.HpetTimer, {
  fields: [
    { id: "config", name: "config", kind: "u64" },
    { id: "cmp", name: "cmp", kind: "u64" },
    { id: "fsb", name: "fsb", kind: "u64" },
    { id: "reserved4", name: "reserved4", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextHpetTimer from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextHpetTimer(octets: Uint8Array): HvmContextHpetTimer {
  return parse(parsers.HvmContext.HpetTimer, octets, []);
}

/** Like parseHvmContextHpetTimer, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextHpetTimer(octets: Uint8Array): Located<HvmContextHpetTimer> {
  return locate(parsers.HvmContext.HpetTimer, octets, []);
}

/** Power-management timer, 8 octets. */
export interface HvmContextPmtimer {
  /** Counter. */
  readonly tmrVal: number;
  /** Status. */
  readonly pm1aSts: number;
  /** Enabled events. */
  readonly pm1aEn: number;
}

register(parsers.HvmContext.Pmtimer, {
  fields: [
    { id: "tmr_val", name: "tmrVal", kind: "scalar" },
    { id: "pm1a_sts", name: "pm1aSts", kind: "scalar" },
    { id: "pm1a_en", name: "pm1aEn", kind: "scalar" },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["HVM-011"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextPmtimer from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextPmtimer(octets: Uint8Array): HvmContextPmtimer {
  return parse(parsers.HvmContext.Pmtimer, octets, []);
}

/** Like parseHvmContextPmtimer, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextPmtimer(octets: Uint8Array): Located<HvmContextPmtimer> {
  return locate(parsers.HvmContext.Pmtimer, octets, []);
}

/** Memory types of one vCPU, 240 octets. */
export interface HvmContextMtrr {
  /** MSR_IA32_CR_PAT. */
  readonly msrPatCr: bigint;
  /** Variable ranges, base and mask by turns. */
  readonly msrMtrrVar: readonly bigint[];
  /** Fixed ranges. */
  readonly msrMtrrFixed: readonly bigint[];
  /** Capabilities; the low octet, the number of variable ranges, is at most 8. */
  readonly msrMtrrCap: bigint;
  /** Default type. */
  readonly msrMtrrDefType: bigint;
}

register(parsers.HvmContext.Mtrr, {
  fields: [
    { id: "msr_pat_cr", name: "msrPatCr", kind: "u64" },
    { id: "msr_mtrr_var", name: "msrMtrrVar", kind: "u64" },
    { id: "msr_mtrr_fixed", name: "msrMtrrFixed", kind: "u64" },
    { id: "msr_mtrr_cap", name: "msrMtrrCap", kind: "u64", wanted: "at most 8 variable ranges" },
    { id: "msr_mtrr_def_type", name: "msrMtrrDefType", kind: "u64" },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["HVM-011"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextMtrr from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextMtrr(octets: Uint8Array): HvmContextMtrr {
  return parse(parsers.HvmContext.Mtrr, octets, []);
}

/** Like parseHvmContextMtrr, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextMtrr(octets: Uint8Array): Located<HvmContextMtrr> {
  return locate(parsers.HvmContext.Mtrr, octets, []);
}

/**
 * Enlightenments for Windows, domain-wide: 32 octets, or fewer, which Xen continues
 * with zeros.
 */
export interface HvmContextViridianDomain {
  /** Hypercall page. */
  readonly hypercallGpa?: bigint;
  /** Identity of the guest's system. */
  readonly guestOsId?: bigint;
  /** Reference time. */
  readonly timeRefCount?: bigint;
  /** Reference page. */
  readonly referenceTsc?: bigint;
  /** Octets of a field that the entry ends inside; empty in every image known. */
  readonly remainder: Uint8Array;
}

register(parsers.HvmContext.ViridianDomain, {
  fields: [
    { id: "length_fits", name: "lengthFits", kind: "scalar", wanted: "at most 32 octets", req: ["HVM-011"], check: true },
    { id: "hypercall_gpa", name: "hypercallGpa", kind: "u64" },
    { id: "guest_os_id", name: "guestOsId", kind: "u64" },
    { id: "time_ref_count", name: "timeRefCount", kind: "u64" },
    { id: "reference_tsc", name: "referenceTsc", kind: "u64" },
    { id: "remainder", name: "remainder", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextViridianDomain from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextViridianDomain(octets: Uint8Array): HvmContextViridianDomain {
  return parse(parsers.HvmContext.ViridianDomain, octets, []);
}

/** Like parseHvmContextViridianDomain, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextViridianDomain(octets: Uint8Array): Located<HvmContextViridianDomain> {
  return locate(parsers.HvmContext.ViridianDomain, octets, []);
}

/**
 * Enlightenments for Windows, one vCPU: 216 octets, or fewer, which Xen continues
 * with zeros.
 */
export interface HvmContextViridianVcpu {
  /** Assist page. */
  readonly vpAssistMsr?: bigint;
  /** Not zero while an end of interrupt is left to the guest. */
  readonly apicAssistPending?: number;
  /** Always zero; any other value is refused. */
  readonly pad?: readonly number[];
  /** Message page. */
  readonly simpMsr?: bigint;
  /** Synthetic interrupt sources. */
  readonly sintMsr?: readonly bigint[];
  /** Configuration of the synthetic timers. */
  readonly stimerConfigMsr?: readonly bigint[];
  /** Counts of the synthetic timers. */
  readonly stimerCountMsr?: readonly bigint[];
  /** Octets of a field that the entry ends inside; empty in every image known. */
  readonly remainder: Uint8Array;
}

register(parsers.HvmContext.ViridianVcpu, {
  fields: [
    { id: "length_fits", name: "lengthFits", kind: "scalar", wanted: "at most 216 octets", req: ["HVM-011"], check: true },
    { id: "vp_assist_msr", name: "vpAssistMsr", kind: "u64" },
    { id: "apic_assist_pending", name: "apicAssistPending", kind: "scalar" },
    { id: "pad", name: "pad", kind: "scalar", wanted: "0", req: ["HVM-015"] },
    { id: "simp_msr", name: "simpMsr", kind: "u64" },
    { id: "sint_msr", name: "sintMsr", kind: "u64" },
    { id: "stimer_config_msr", name: "stimerConfigMsr", kind: "u64" },
    { id: "stimer_count_msr", name: "stimerCountMsr", kind: "u64" },
    { id: "remainder", name: "remainder", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextViridianVcpu from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextViridianVcpu(octets: Uint8Array): HvmContextViridianVcpu {
  return parse(parsers.HvmContext.ViridianVcpu, octets, []);
}

/** Like parseHvmContextViridianVcpu, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextViridianVcpu(octets: Uint8Array): Located<HvmContextViridianVcpu> {
  return locate(parsers.HvmContext.ViridianVcpu, octets, []);
}

/**
 * Virtual machine-check registers: 32 octets, or fewer, which Xen continues with
 * zeros.
 */
export interface HvmContextVmceVcpu {
  /** MCG_CAP. */
  readonly caps?: bigint;
  /** MCi_CTL2 of bank 0. */
  readonly mciCtl2Bank0?: bigint;
  /** MCi_CTL2 of bank 1. */
  readonly mciCtl2Bank1?: bigint;
  /** MCG_EXT_CTL. */
  readonly mcgExtCtl?: bigint;
  /** Octets of a field that the entry ends inside; empty in every image known. */
  readonly remainder: Uint8Array;
}

register(parsers.HvmContext.VmceVcpu, {
  fields: [
    { id: "length_fits", name: "lengthFits", kind: "scalar", wanted: "at most 32 octets", req: ["HVM-011"], check: true },
    { id: "caps", name: "caps", kind: "u64" },
    { id: "mci_ctl2_bank0", name: "mciCtl2Bank0", kind: "u64" },
    { id: "mci_ctl2_bank1", name: "mciCtl2Bank1", kind: "u64" },
    { id: "mcg_ext_ctl", name: "mcgExtCtl", kind: "u64" },
    { id: "remainder", name: "remainder", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextVmceVcpu from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextVmceVcpu(octets: Uint8Array): HvmContextVmceVcpu {
  return parse(parsers.HvmContext.VmceVcpu, octets, []);
}

/** Like parseHvmContextVmceVcpu, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextVmceVcpu(octets: Uint8Array): Located<HvmContextVmceVcpu> {
  return locate(parsers.HvmContext.VmceVcpu, octets, []);
}

/**
 * Extended processor state of one vCPU. Octets after the components that
 * `xcr0_accum` names are zero; Xen up to 4.3 wrote such.
 */
export interface HvmContextCpuXsave {
  /** Components that the host had; not used. */
  readonly xfeatureMask: bigint;
  /** Components enabled now. */
  readonly xcr0: bigint;
  /** Components enabled at any time since the vCPU started. */
  readonly xcr0Accum: bigint;
  /** The components. */
  readonly area: X86XsaveArea;
}

register(parsers.HvmContext.CpuXsave, {
  fields: [
    { id: "xfeature_mask", name: "xfeatureMask", kind: "u64" },
    { id: "xcr0", name: "xcr0", kind: "u64" },
    { id: "xcr0_accum", name: "xcr0Accum", kind: "u64", wanted: "every component of xcr0" },
    { id: "area", name: "area", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextCpuXsave from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextCpuXsave(octets: Uint8Array): HvmContextCpuXsave {
  return parse(parsers.HvmContext.CpuXsave, octets, []);
}

/** Like parseHvmContextCpuXsave, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextCpuXsave(octets: Uint8Array): Located<HvmContextCpuXsave> {
  return locate(parsers.HvmContext.CpuXsave, octets, []);
}

/** MSR_IA32_TSC_ADJUST, 8 octets. */
export interface HvmContextTscAdjust {
  /** What the guest added to its counter. */
  readonly value: bigint;
}

register(parsers.HvmContext.TscAdjust, {
  fields: [
    { id: "value", name: "value", kind: "u64" },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["HVM-011"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextTscAdjust from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextTscAdjust(octets: Uint8Array): HvmContextTscAdjust {
  return parse(parsers.HvmContext.TscAdjust, octets, []);
}

/** Like parseHvmContextTscAdjust, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextTscAdjust(octets: Uint8Array): Located<HvmContextTscAdjust> {
  return locate(parsers.HvmContext.TscAdjust, octets, []);
}

/** Further model-specific registers of one vCPU. */
export interface HvmContextCpuMsr {
  /** Number of registers. */
  readonly count: number;
  /** Unused. */
  readonly pad: number;
  /** The registers. */
  readonly msrs: readonly HvmContextMsr[];
}

register(parsers.HvmContext.CpuMsr, {
  fields: [
    { id: "count", name: "count", kind: "scalar", wanted: "at least 1", req: ["HVM-019"] },
    { id: "pad", name: "pad", kind: "scalar" },
    { id: "msrs", name: "msrs", kind: "struct" },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["HVM-019"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextCpuMsr from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextCpuMsr(octets: Uint8Array): HvmContextCpuMsr {
  return parse(parsers.HvmContext.CpuMsr, octets, []);
}

/** Like parseHvmContextCpuMsr, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextCpuMsr(octets: Uint8Array): Located<HvmContextCpuMsr> {
  return locate(parsers.HvmContext.CpuMsr, octets, []);
}

/** One register. */
export interface HvmContextMsr {
  /** Number of the register. */
  readonly index: number;
  /** Always zero; any other value is refused. */
  readonly reserved: number;
  /** Contents of the register. */
  readonly value: bigint;
}

register(parsers.HvmContext.Msr, {
  fields: [
    { id: "index", name: "index", kind: "scalar" },
    { id: "reserved", name: "reserved", kind: "scalar", wanted: "0", req: ["HVM-015"] },
    { id: "value", name: "value", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a HvmContextMsr from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmContextMsr(octets: Uint8Array): HvmContextMsr {
  return parse(parsers.HvmContext.Msr, octets, []);
}

/** Like parseHvmContextMsr, but throws nothing and tells the place of every field that could be read. */
export function locateHvmContextMsr(octets: Uint8Array): Located<HvmContextMsr> {
  return locate(parsers.HvmContext.Msr, octets, []);
}
