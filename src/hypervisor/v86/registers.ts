/** The emulator's processor as a vCPU of HVM_CONTEXT, and the state in which a guest without firmware begins. */

import type { Registers, Segment, Vcpu } from "../vcpu.ts";
import { GENERAL, SEGMENTS } from "../vcpu.ts";
import type { CellName, Cpu } from "./core.ts";

/** Where v86 keeps each segment register. */
const SEGMENT = { es: 0, cs: 1, ss: 2, ds: 3, fs: 4, gs: 5, tr: 6, ldtr: 7 } as const;
/** And each general one. */
const REGISTER = { rax: 0, rcx: 1, rdx: 2, rbx: 3, rsp: 4, rbp: 5, rsi: 6, rdi: 7 } as const;

/** Attributes beyond the access byte: D/B and G. */
const BIG = 0x400;
const GRANULAR = 0x800;
/** Task and local descriptor table registers as a processor's reset leaves them. */
const TASK_AT_RESET = 0x8b;
const TABLE_AT_RESET = 0x82;

const FPU_OCTETS = 512;
const MXCSR_MASK = 0xffff;

/** The registers of a machine that stands still; `tsc` is its time stamp counter. */
export function readVcpu(cpu: Cpu, tsc: bigint): Vcpu {
  const u32 = (name: CellName, index = 0) => (cpu[name][index] as number) >>> 0;
  const u64 = (name: CellName, index = 0) => BigInt(u32(name, index));
  const general = Object.fromEntries(
    GENERAL.map((name) => [name, name in REGISTER ? u64("reg32", REGISTER[name as keyof typeof REGISTER]) : 0n]),
  );
  const control = Object.fromEntries(([0, 2, 3, 4] as const).map((index) => [`cr${index}`, u64("cr", index)]));
  const debug = Object.fromEntries(([0, 1, 2, 3, 6, 7] as const).map((index) => [`dr${index}`, u64("dreg", index)]));
  const registers = {
    ...general,
    ...control,
    ...debug,
    rip: BigInt((u32("instruction_pointer") - u32("segment_offsets", SEGMENT.cs)) >>> 0),
    rflags: BigInt(cpu.get_eflags() >>> 0),
    sysenter_cs: u64("sysenter_cs"),
    sysenter_esp: u64("sysenter_esp"),
    sysenter_eip: u64("sysenter_eip"),
    shadow_gs: 0n,
    msr_flags: 0n,
    msr_lstar: 0n,
    msr_star: 0n,
    msr_cstar: 0n,
    msr_syscall_mask: 0n,
    msr_efer: 0n,
    msr_tsc_aux: 0n,
    tsc,
  } as Registers;
  const segments = Object.fromEntries(SEGMENTS.map((name) => [name, readSegment(cpu, name)])) as Vcpu["segments"];
  const table = (name: "gdtr" | "idtr") => ({ limit: u32(`${name}_size`) & 0xffff, base: u64(`${name}_offset`) });
  return { registers, segments, gdtr: table("gdtr"), idtr: table("idtr"), fpu: readFpu(cpu) };
}

function readSegment(cpu: Cpu, name: keyof typeof SEGMENT): Segment {
  const index = SEGMENT[name];
  const selector = cpu.sreg[index] as number;
  const limit = (cpu.segment_limits[index] as number) >>> 0;
  const base = BigInt((cpu.segment_offsets[index] as number) >>> 0);
  const access = cpu.segment_access_bytes[index] as number;
  const isSystem = name === "tr" || name === "ldtr";
  if (isSystem && selector === 0)
    return { selector, limit: 0xffff, base: 0n, attributes: name === "tr" ? TASK_AT_RESET : TABLE_AT_RESET };
  if (cpu.segment_is_null[index] !== 0) return { selector, limit, base, attributes: 0 };
  // The emulator keeps the size of code and stack; for other data it has no effect but on limits that grow down.
  const isBig = name === "cs" ? cpu.is_32[0] !== 0 : name === "ss" ? cpu.stack_size_32[0] !== 0 : !isSystem;
  return { selector, limit, base, attributes: access | (isBig ? BIG : 0) | (limit > 0xfffff ? GRANULAR : 0) };
}

/** FXSAVE: registers of the x87 counted from the top of its stack, eight XMM registers. */
function readFpu(cpu: Cpu): Uint8Array {
  const octets = new Uint8Array(FPU_OCTETS);
  const view = new DataView(octets.buffer);
  const u32 = (at: number, value: number | undefined) => view.setUint32(at, value as number, true);
  const u16 = (at: number, value: number | undefined) => view.setUint16(at, value as number, true);
  const top = (cpu.fpu_stack_ptr[0] as number) & 7;
  u16(0, cpu.fpu_control_word[0]);
  u16(2, ((cpu.fpu_status_word[0] as number) & ~0x3800) | (top << 11));
  octets[4] = ~(cpu.fpu_stack_empty[0] as number);
  u16(6, cpu.fpu_opcode[0]);
  u32(8, cpu.fpu_ip[0]);
  u16(12, cpu.fpu_ip_selector[0]);
  u32(16, cpu.fpu_dp[0]);
  u16(20, cpu.fpu_dp_selector[0]);
  u32(24, cpu.mxcsr[0]);
  u32(28, MXCSR_MASK);
  for (let st = 0; st < 8; st++) {
    const cell = 4 * ((top + st) & 7);
    u32(32 + 16 * st, cpu.fpu_st[cell]);
    u32(36 + 16 * st, cpu.fpu_st[cell + 1]);
    u16(40 + 16 * st, cpu.fpu_st[cell + 2]);
  }
  for (let cell = 0; cell < 32; cell++) u32(160 + 4 * cell, cpu.reg_xmm32s[cell]);
  return octets;
}

/** Sets the registers as multiboot has them: 32 bits, flat, no paging, interrupts off; the guest begins at `entry`. */
export function enterFlat(cpu: Cpu, entry: number): void {
  cpu.cr[0] = 1;
  cpu.protected_mode[0] = 1;
  cpu.flags[0] = 2;
  cpu.is_32[0] = 1;
  cpu.stack_size_32[0] = 1;
  for (const name of ["cs", "ds", "es", "fs", "gs", "ss"] as const) {
    const index = SEGMENT[name];
    cpu.segment_is_null[index] = 0;
    cpu.segment_offsets[index] = 0;
    cpu.segment_limits[index] = 0xffff_ffff;
    cpu.segment_access_bytes[index] = name === "cs" ? 0x9b : 0x93;
    cpu.sreg[index] = name === "cs" ? 8 : 16;
  }
  // What a loader of multiboot says of itself.
  cpu.reg32[REGISTER.rax] = 0x2badb002;
  cpu.instruction_pointer[0] = entry;
  cpu.update_state_flags();
}
