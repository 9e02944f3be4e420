/** One vCPU of the x86 architecture as HVM_CONTEXT has it: the CPU entry, 1032 octets, little-endian (spec 9.1). */

/** A segment register with its hidden part. `limit` counts octets; `attributes` are bits 8 to 15 and 20 to 23 of a descriptor, joined. */
export type Segment = {
  readonly selector: number;
  readonly limit: number;
  readonly base: bigint;
  readonly attributes: number;
};

/** A descriptor table register. */
export type Table = { readonly limit: number; readonly base: bigint };

export const GENERAL = [
  "rax",
  "rbx",
  "rcx",
  "rdx",
  "rbp",
  "rsi",
  "rdi",
  "rsp",
  "r8",
  "r9",
  "r10",
  "r11",
  "r12",
  "r13",
  "r14",
  "r15",
] as const;
export const SEGMENTS = ["cs", "ds", "es", "fs", "gs", "ss", "tr", "ldtr"] as const;
const QUADS = [
  ...GENERAL,
  "rip",
  "rflags",
  "cr0",
  "cr2",
  "cr3",
  "cr4",
  "dr0",
  "dr1",
  "dr2",
  "dr3",
  "dr6",
  "dr7",
] as const;
const SYSTEM = [
  "sysenter_cs",
  "sysenter_esp",
  "sysenter_eip",
  "shadow_gs",
  "msr_flags",
  "msr_lstar",
  "msr_star",
  "msr_cstar",
  "msr_syscall_mask",
  "msr_efer",
  "msr_tsc_aux",
  "tsc",
] as const;

/** Registers of 64 bits; what a 32-bit vCPU lacks is 0. */
export type Registers = { readonly [name in (typeof QUADS)[number] | (typeof SYSTEM)[number]]: bigint };

export type Vcpu = {
  readonly registers: Registers;
  readonly segments: { readonly [name in (typeof SEGMENTS)[number]]: Segment };
  readonly gdtr: Table;
  readonly idtr: Table;
  /** x87, MMX and SSE as FXSAVE lays them out: 512 octets. */
  readonly fpu: Uint8Array;
};

/** Octets of a CPU entry. */
export const CPU_ENTRY = 1032;
/** Bit 0 of the entry's flags: the FPU area counts. */
const FPU_INITIALISED = 1;
const FLAGS = 1024;

/** One field of the entry: its name, and where it stands. */
type Field = { readonly name: string; readonly at: number; readonly size: 4 | 8 };

const at = (names: readonly string[], from: number, size: 4 | 8): Field[] =>
  names.map((name, index) => ({ name, at: from + size * index, size }));
const tables = ["idtr", "gdtr"];
const named = (names: readonly string[], part: string) => names.map((name) => `${name}.${part}`);

/** Every field after the FPU area. An event waiting to be injected and its error code are 0: none is. */
const FIELDS: readonly Field[] = [
  ...at(QUADS, 512, 8),
  ...at(named(SEGMENTS, "selector"), 736, 4),
  ...at(named([...SEGMENTS, ...tables], "limit"), 768, 4),
  ...at(named([...SEGMENTS, ...tables], "base"), 808, 8),
  ...at(named(SEGMENTS, "attributes"), 888, 4),
  ...at(SYSTEM, 920, 8),
];

/** The CPU entry of a vCPU. */
export function cpuEntry(vcpu: Vcpu): Uint8Array {
  const octets = new Uint8Array(CPU_ENTRY);
  const view = new DataView(octets.buffer);
  octets.set(vcpu.fpu);
  for (const { name, at, size } of FIELDS) {
    const value = fieldValue(vcpu, name);
    if (size === 8) view.setBigUint64(at, BigInt(value), true);
    else view.setUint32(at, Number(value), true);
  }
  view.setUint32(FLAGS, FPU_INITIALISED, true);
  return octets;
}

/** The first field in which two CPU entries differ, as `a` and `b` have it, or undefined. Both hold CPU_ENTRY octets. */
export function cpuDifference(
  a: Uint8Array,
  b: Uint8Array,
): { readonly field: string; readonly a: string; readonly b: string } | undefined {
  const fpu = Array.from({ length: 512 }, (_, octet) => ({ name: `fpu[${octet}]`, at: octet, size: 1 }));
  for (const { name, at, size } of [...fpu, ...FIELDS, { name: "flags", at: FLAGS, size: 8 }]) {
    const hex = (octets: Uint8Array) =>
      `0x${Buffer.from(octets.slice(at, at + size))
        .reverse()
        .toString("hex")}`;
    if (hex(a) !== hex(b)) return { field: name, a: hex(a), b: hex(b) };
  }
  return undefined;
}

function fieldValue(vcpu: Vcpu, name: string): number | bigint {
  const [register, part] = name.split(".") as [string, keyof Segment | undefined];
  if (part === undefined) return vcpu.registers[register as keyof Registers];
  if (register === "gdtr" || register === "idtr") return vcpu[register][part as keyof Table];
  return vcpu.segments[register as keyof Vcpu["segments"]][part];
}
