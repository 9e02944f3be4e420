/** The vCPUs of a QEMU machine, out of its platform state, as HVM_CONTEXT has them. Fields there are big-endian. */

import { RefusedError } from "../backend.ts";
import type { Registers, Segment, Table, Vcpu } from "../vcpu.ts";
import { GENERAL } from "../vcpu.ts";
import { type Device, type DeviceState, fieldOf } from "./device-state.ts";

const CPU = "cpu";
const TIMER = "timer";

/** The order in which QEMU keeps general registers; `r8` to `r15` follow. */
const FIRST = ["rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi"];
const SEGMENT = ["es", "cs", "ss", "ds", "fs", "gs"] as const;
const SEGMENT_OCTETS = 20;
const FPU_OCTETS = 512;
const MXCSR_MASK = 0xffff;

/** Single registers of 64 bits (`sysenter_cs` of 32), each with the field that holds it. */
const SINGLE = {
  rip: "env.eip",
  rflags: "env.eflags",
  cr0: "env.cr[0]",
  cr2: "env.cr[2]",
  cr3: "env.cr[3]",
  cr4: "env.cr[4]",
  sysenter_cs: "env.sysenter_cs",
  sysenter_esp: "env.sysenter_esp",
  sysenter_eip: "env.sysenter_eip",
  shadow_gs: "env.kernelgsbase",
  msr_lstar: "env.lstar",
  msr_star: "env.star",
  msr_cstar: "env.cstar",
  msr_syscall_mask: "env.fmask",
  msr_efer: "env.efer",
  msr_tsc_aux: "env.tsc_aux",
} as const;

/** The vCPUs in the order of their numbers. RefusedError where the state does not say them. */
export function vcpusOf({ devices }: DeviceState): Vcpu[] {
  const tsc = clockOf(devices).ticks;
  return devices
    .filter(({ name }) => name === CPU)
    .sort((a, b) => a.instance - b.instance)
    .map((cpu) => vcpuOf(cpu, tsc));
}

/** Thousands of cycles of the time stamp counter in a second, as the guest has seen it so far; undefined where it has hardly run. */
export function tscKhzOf({ devices }: DeviceState): number | undefined {
  const { ticks, nanoseconds } = clockOf(devices);
  return nanoseconds < 1_000_000n ? undefined : Number((ticks * 1_000_000n) / nanoseconds);
}

/** How long the machine has run: cycles and nanoseconds. */
function clockOf(devices: readonly Device[]): { readonly ticks: bigint; readonly nanoseconds: bigint } {
  const timer = devices.find(({ name }) => name === TIMER);
  if (timer === undefined) throw new RefusedError("platform state without a clock");
  return { ticks: whole(timer, "cpu_ticks_offset"), nanoseconds: whole(timer, "cpu_clock_offset") };
}

function whole(device: Device, field: string): bigint {
  const octets = fieldOf(device, field);
  return octets.length === 4 ? BigInt(octets.readUInt32BE()) : octets.readBigUInt64BE();
}

function vcpuOf(cpu: Device, ticks: bigint): Vcpu {
  const regs = fieldOf(cpu, "env.regs");
  const general = Object.fromEntries(
    GENERAL.map((name) => {
      const index = FIRST.includes(name) ? FIRST.indexOf(name) : Number(name.slice(1));
      return [name, regs.readBigUInt64BE(8 * index)];
    }),
  );
  const single = Object.fromEntries(Object.entries(SINGLE).map(([name, field]) => [name, whole(cpu, field)]));
  const dr = fieldOf(cpu, "env.dr");
  const debug = Object.fromEntries([0, 1, 2, 3, 6, 7].map((index) => [`dr${index}`, dr.readBigUInt64BE(8 * index)]));
  // A hypervisor in hardware keeps the counter with the vCPU, the emulator with the machine's clock.
  const own = whole(cpu, "env.tsc");
  const registers = { ...general, ...single, ...debug, msr_flags: 0n, tsc: own === 0n ? ticks : own } as Registers;
  const segs = fieldOf(cpu, "env.segs");
  const segments = Object.fromEntries([
    ...SEGMENT.map((name, index) => [name, segmentOf(segs, SEGMENT_OCTETS * index)]),
    ["tr", segmentOf(fieldOf(cpu, "env.tr"), 0)],
    ["ldtr", segmentOf(fieldOf(cpu, "env.ldt"), 0)],
  ]) as Vcpu["segments"];
  return {
    registers,
    segments,
    gdtr: tableOf(fieldOf(cpu, "env.gdt")),
    idtr: tableOf(fieldOf(cpu, "env.idt")),
    fpu: fpuOf(cpu),
  };
}

/** Selector, base, limit, and the upper half of the descriptor, of which the attributes are two parts. */
function segmentOf(octets: Buffer, at: number): Segment {
  const upper = octets.readUInt32BE(at + 16);
  return {
    selector: octets.readUInt32BE(at),
    base: octets.readBigUInt64BE(at + 4),
    limit: octets.readUInt32BE(at + 12),
    attributes: ((upper >>> 8) & 0xff) | ((upper >>> 12) & 0xf00),
  };
}

function tableOf(octets: Buffer): Table {
  return { base: octets.readBigUInt64BE(4), limit: octets.readUInt32BE(12) };
}

/** FXSAVE: registers of the x87 counted from the top of its stack, sixteen XMM registers. */
function fpuOf(cpu: Device): Uint8Array {
  const octets = new Uint8Array(FPU_OCTETS);
  const view = new DataView(octets.buffer);
  const status = fieldOf(cpu, "env.fpus_vmstate").readUInt16BE();
  const top = (status >>> 11) & 7;
  view.setUint16(0, fieldOf(cpu, "env.fpuc").readUInt16BE(), true);
  view.setUint16(2, status, true);
  octets[4] = fieldOf(cpu, "env.fptag_vmstate").readUInt16BE();
  // QEMU says where the x87 was last only where that is something.
  const last = (field: string) => (cpu.fields.has(field) ? whole(cpu, field) : 0n);
  view.setUint16(6, cpu.fields.get("env.fpop")?.readUInt16BE() ?? 0, true);
  view.setBigUint64(8, last("env.fpip"), true);
  view.setBigUint64(16, last("env.fpdp"), true);
  view.setUint32(24, fieldOf(cpu, "env.mxcsr").readUInt32BE(), true);
  view.setUint32(28, MXCSR_MASK, true);
  const st = fieldOf(cpu, "env.fpregs");
  for (let index = 0; index < 8; index++) {
    const from = 10 * ((top + index) & 7);
    view.setBigUint64(32 + 16 * index, st.readBigUInt64BE(from), true);
    view.setUint16(40 + 16 * index, st.readUInt16BE(from + 8), true);
  }
  const xmm = fieldOf(cpu, "env.xmm_regs[0]");
  for (let half = 0; half < 32; half++) view.setBigUint64(160 + 8 * half, xmm.readBigUInt64BE(8 * half), true);
  return octets;
}
