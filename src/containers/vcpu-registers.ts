/** The registers of a domain's vCPUs, out of the HVM context or the contexts of a PV domain (spec 7.3, 9.1). */

import { parseVcpuGuestContextX8632 } from "../../generated/open/vcpu_guest_context_x86_32.ts";
import { parseVcpuGuestContextX8664 } from "../../generated/open/vcpu_guest_context_x86_64.ts";
import type { Facts } from "../format/facts.ts";
import { VCPU_HEADER } from "../format/vcpu-records.ts";
import { RECORD } from "../format/vocabulary.ts";

const GENERAL = "rax rbx rcx rdx rbp rsi rdi rsp r8 r9 r10 r11 r12 r13 r14 r15 rip rflags".split(
  " ",
) as readonly Name[];
const SELECTORS = "cs ds es fs gs ss".split(" ") as readonly Name[];

type Name =
  | `r${"ax" | "bx" | "cx" | "dx" | "bp" | "si" | "di" | "sp" | "ip" | "flags"}`
  | `r${8 | 9 | 10 | 11 | 12 | 13 | 14 | 15}`
  | `${"c" | "d" | "e" | "f" | "g" | "s"}s`
  | "fs_base"
  | "gs_base";

/** One vCPU. What a 32-bit one lacks is 0; `fpu` is x87, MMX and SSE as FXSAVE lays them out, 512 octets. */
export type VcpuRegisters = {
  readonly id: number;
  /** Whether it runs in long mode. */
  readonly long: boolean;
  readonly registers: Readonly<Record<Name, bigint>>;
  readonly fpu: Uint8Array;
};

/** The type of the CPU entry of an HVM context, and its length; shorter ones are filled up with zeros (HVM-017). */
const CPU = 2;
const CPU_LENGTH = 1032;
/** EFER.LMA: long mode is active. */
const LMA = 1n << 10n;
const FPU_LENGTH = 512;

/** The vCPUs that an image has named so far, by their number. Octets are copied. */
export function vcpuRegisters(facts: Facts): VcpuRegisters[] {
  const vcpus = facts.kind === "hvm" ? hvmVcpus(facts) : pvVcpus(facts);
  return vcpus.sort((a, b) => a.id - b.id);
}

function hvmVcpus({ hvm }: Facts): VcpuRegisters[] {
  const entries = (hvm?.entries ?? []).filter(({ typecode }) => typecode === CPU);
  return entries.map(({ instance, body }) => {
    const octets = new Uint8Array(CPU_LENGTH);
    octets.set(body.subarray(0, CPU_LENGTH));
    const view = new DataView(octets.buffer);
    const u64 = (at: number) => view.getBigUint64(at, true);
    const general = GENERAL.map((name, index) => [name, u64(512 + 8 * index)] as const);
    const selectors = SELECTORS.map((name, index) => [name, BigInt(view.getUint32(736 + 4 * index, true))] as const);
    const bases = [["fs_base", u64(832)] as const, ["gs_base", u64(840)] as const];
    return {
      id: instance,
      long: (u64(992) & LMA) !== 0n,
      registers: Object.fromEntries([...general, ...selectors, ...bases]) as VcpuRegisters["registers"],
      fpu: octets.slice(0, FPU_LENGTH),
    };
  });
}

function pvVcpus({ vcpus, pvInfo }: Facts): VcpuRegisters[] {
  return [...vcpus].flatMap(([id, records]) => {
    const basic = records.get(RECORD.X86_PV_VCPU_BASIC);
    if (basic === undefined || pvInfo === undefined) return [];
    const octets = basic.octets.slice(VCPU_HEADER);
    const registers = pvInfo.width === 8 ? pv64(octets) : pv32(octets);
    return [{ id, long: pvInfo.width === 8, registers, fpu: octets.slice(0, FPU_LENGTH) }];
  });
}

function pv64(octets: Uint8Array): VcpuRegisters["registers"] {
  const { userRegs, fsBase, gsBaseKernel, gsBaseUser, inKernel } = parseVcpuGuestContextX8664(octets);
  const { cs, ds, es, fs, gs, ss, ...rest } = userRegs;
  const selectors = Object.entries({ cs, ds, es, fs, gs, ss }).map(([name, value]) => [name, BigInt(value)] as const);
  const general = GENERAL.map((name) => [name, (rest as unknown as Record<string, bigint>)[name] ?? 0n] as const);
  const bases = [["fs_base", fsBase] as const, ["gs_base", inKernel ? gsBaseKernel : gsBaseUser] as const];
  return Object.fromEntries([...general, ...selectors, ...bases]) as VcpuRegisters["registers"];
}

function pv32(octets: Uint8Array): VcpuRegisters["registers"] {
  const regs = parseVcpuGuestContextX8632(octets).userRegs as unknown as Readonly<Record<string, number>>;
  const general = GENERAL.map((name) => [name, BigInt(regs[`e${name.slice(1)}`] ?? 0)] as const);
  const selectors = SELECTORS.map((name) => [name, BigInt(regs[name] ?? 0)] as const);
  return Object.fromEntries([...general, ...selectors, ["fs_base", 0n], ["gs_base", 0n]]) as VcpuRegisters["registers"];
}
