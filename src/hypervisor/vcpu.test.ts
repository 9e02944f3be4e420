import { expect, test } from "vitest";
import { CPU_ENTRY, cpuDifference, cpuEntry, GENERAL, SEGMENTS, type Vcpu } from "./vcpu.ts";

/** A vCPU of which every field is another number: the first is 1. */
function numbered(): Vcpu {
  let next = 1;
  const quads = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, BigInt(next++)]));
  const rest = ["rip", "rflags", "cr0", "cr2", "cr3", "cr4", "dr0", "dr1", "dr2", "dr3", "dr6", "dr7"];
  const system = ["sysenter_cs", "sysenter_esp", "sysenter_eip", "shadow_gs", "msr_flags", "msr_lstar", "msr_star"];
  const more = ["msr_cstar", "msr_syscall_mask", "msr_efer", "msr_tsc_aux", "tsc"];
  return {
    registers: quads([...GENERAL, ...rest, ...system, ...more]) as Vcpu["registers"],
    segments: Object.fromEntries(
      SEGMENTS.map((name) => [name, { selector: next++, limit: next++, base: BigInt(next++), attributes: next++ }]),
    ) as Vcpu["segments"],
    gdtr: { limit: next++, base: BigInt(next++) },
    idtr: { limit: next++, base: BigInt(next++) },
    fpu: new Uint8Array(512).fill(0xee),
  };
}

test.each([
  // Offsets of the CPU entry as the table in spec 9.1 has them.
  ["rax", 512, 1n],
  ["rcx", 528, 3n],
  ["rsp", 568, 8n],
  ["r15", 632, 16n],
  ["rip", 640, 17n],
  ["cr2", 664, 20n],
  ["dr7", 728, 28n],
  ["sysenter_cs", 920, 29n],
  ["msr_lstar", 960, 34n],
  ["msr_efer", 992, 38n],
  ["tsc", 1008, 40n],
  ["cs.base", 808, 43n],
  ["ldtr.base", 864, 71n],
  ["idtr.base", 872, 76n],
  ["gdtr.base", 880, 74n],
] as const)("%s stands at %i", (_, at, value) => {
  const entry = cpuEntry(numbered());
  expect(entry.length).toBe(CPU_ENTRY);
  expect(new DataView(entry.buffer).getBigUint64(at, true)).toBe(value);
});

test.each([
  ["cs.selector", 736, 41],
  ["ss.selector", 756, 61],
  ["cs.limit", 768, 42],
  ["idtr.limit", 800, 75],
  ["gdtr.limit", 804, 73],
  ["cs.attributes", 888, 44],
  ["ldtr.attributes", 916, 72],
  ["pending_event", 1016, 0],
  ["flags", 1024, 1],
  ["pad", 1028, 0],
] as const)("%s stands at %i", (_, at, value) => {
  expect(new DataView(cpuEntry(numbered()).buffer).getUint32(at, true)).toBe(value);
});

test("a difference is named by its field, wherever it is", () => {
  const entry = cpuEntry(numbered());
  expect(cpuDifference(entry, entry.slice())).toBeUndefined();
  // An event that waits, its error code and the padding are no registers: they are always 0.
  const unseen = new Set([1016, 1017, 1018, 1019, 1020, 1021, 1022, 1023]);
  for (let at = 0; at < CPU_ENTRY; at++) {
    const other = entry.slice();
    other[at]! ^= 0x80;
    expect(cpuDifference(entry, other) === undefined, `octet ${at}`).toBe(unseen.has(at));
  }
  const other = entry.slice();
  other[640] = 0x77;
  expect(cpuDifference(entry, other)).toEqual({ field: "rip", a: "0x0000000000000011", b: "0x0000000000000077" });
});
