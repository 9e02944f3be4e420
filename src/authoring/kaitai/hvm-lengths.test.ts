import { describe, expect, it } from "vitest";
import { locateHvmContext, parseHvmContext as openParse } from "../../../generated/open/hvm_context.ts";
import { ParseError } from "../../../generated/parser-runtime.ts";
import {
  type HvmContextCpu,
  type HvmContextLapic,
  type HvmContextRtc,
  type HvmContextTypecode,
  hvmContextTypecodeNames,
  parseHvmContext,
} from "../../../generated/strict/hvm_context.ts";

const codeOf = (name: HvmContextTypecode) =>
  Number(Object.entries(hvmContextTypecodeNames).find(([, entry]) => entry === name)?.[0]);

function entry(name: HvmContextTypecode, body: Uint8Array): Buffer {
  const descriptor = Buffer.alloc(8);
  descriptor.writeUInt16LE(codeOf(name), 0);
  descriptor.writeUInt32LE(body.length, 4);
  return Buffer.concat([descriptor, body]);
}

const header = entry("header", Buffer.from("8612385401000000ffffffffffffffff0000000000000000", "hex"));
const chain = (...entries: Buffer[]) => Buffer.concat([header, ...entries, entry("end", Buffer.alloc(0))]);

/** Octets whose value is their offset, so that a field read in the wrong place shows. */
const counted = (length: number) => Uint8Array.from({ length }, (_, i) => i % 251);

function bodyOf<T>(name: HvmContextTypecode, body: Uint8Array): T {
  const { entries } = parseHvmContext(chain(entry(name, body)));
  return entries[1]?.body as T;
}

const le64 = (octets: Uint8Array, at: number) => new DataView(octets.buffer).getBigUint64(at, true);
const le32 = (octets: Uint8Array, at: number) => new DataView(octets.buffer).getUint32(at, true);

/** Lengths that a restorer takes: exactly one, or any up to the longest. */
const lengths: [HvmContextTypecode, "exactly" | "up to", number][] = [
  ["pic", "exactly", 8],
  ["ioapic", "exactly", 400],
  ["lapic_regs", "exactly", 1024],
  ["pci_irq", "exactly", 16],
  ["isa_irq", "exactly", 8],
  ["pci_link", "exactly", 8],
  ["pit", "exactly", 56],
  ["hpet", "exactly", 1048],
  ["pmtimer", "exactly", 8],
  ["mtrr", "exactly", 240],
  ["tsc_adjust", "exactly", 8],
  ["cpu", "up to", 1032],
  ["lapic", "up to", 32],
  ["rtc", "up to", 24],
  ["viridian_domain", "up to", 32],
  ["viridian_vcpu", "up to", 216],
  ["vmce_vcpu", "up to", 32],
];

describe.each(lengths)("%s, %s %i octets", (name, rule, longest) => {
  it("is read in every length that a restorer takes, and in no other", () => {
    for (let length = 0; length <= longest + 9; length++) {
      const read = () => parseHvmContext(chain(entry(name, Buffer.alloc(length))));
      if (rule === "exactly" ? length === longest : length <= longest) expect(read, `${length}`).not.toThrow();
      else expect(read, `${length}`).toThrow(ParseError);
    }
  });

  it("has a field for every octet, however short", () => {
    for (let length = rule === "exactly" ? longest : 0; length <= longest; length++) {
      const octets = chain(entry(name, counted(length)));
      let at = 0;
      for (const { path, start, end, value, bits } of locateHvmContext(octets).fields) {
        if (value === undefined || start === end) continue;
        if (bits === undefined || start > at) expect(start, `${length} ${path}`).toBe(at);
        at = Math.max(at, end);
      }
      expect(at).toBe(octets.length);
    }
  });
});

describe("CPU", () => {
  const octets = (length: number) => {
    const all = counted(length);
    // The flags and what must be zero are held to their conditions.
    if (length > 1024) all.fill(0, 1024);
    return all;
  };

  it("of 1032 octets", () => {
    const body = octets(1032);
    const cpu = bodyOf<HvmContextCpu>("cpu", body);
    expect(cpu.gprs?.rax).toBe(le64(body, 512));
    expect(cpu.gprs?.r15).toBe(le64(body, 632));
    expect(cpu.rip).toBe(le64(body, 640));
    expect(cpu.control?.cr4).toBe(le64(body, 680));
    expect(cpu.debug?.dr7).toBe(le64(body, 728));
    expect(cpu.selectors?.[7]).toBe(le32(body, 764));
    expect(cpu.limits?.[8]).toBe(le32(body, 800));
    expect(cpu.bases?.[9]).toBe(le64(body, 880));
    expect(cpu.arbytes?.[0]).toBe(le32(body, 888));
    expect(cpu.sysenter?.cs).toBe(le64(body, 920));
    expect(cpu.msrs?.shadowGs).toBe(le64(body, 944));
    expect(cpu.msrs?.efer).toBe(le64(body, 992));
    expect(cpu.tscAux).toBe(le64(body, 1000));
    expect(cpu.tsc).toBe(le64(body, 1008));
    expect(cpu.errorCode).toBe(le32(body, 1020));
    expect(cpu.flags).toBe(0);
  });

  it("of 1024 octets, before Xen 4.7: no flags", () => {
    const body = octets(1024);
    const cpu = bodyOf<HvmContextCpu>("cpu", body);
    expect([cpu.tscAux, cpu.tsc, cpu.errorCode]).toEqual([le64(body, 1000), le64(body, 1008), le32(body, 1020)]);
    expect(cpu).not.toHaveProperty("flags");
  });

  it("of 1016 octets, before Xen 3.4: no tsc_aux, and what followed it moved down", () => {
    const body = octets(1016);
    const cpu = bodyOf<HvmContextCpu>("cpu", body);
    expect(cpu).not.toHaveProperty("tscAux");
    expect([cpu.tsc, cpu.errorCode]).toEqual([le64(body, 1000), le32(body, 1012)]);
    expect(cpu.pendingEvent?.vector).toBe(body[1008]);
    expect(cpu.remainder.length).toBe(0);
  });
});

it("LAPIC of 24 octets, as Xen 4.17 writes it, lacks the pending errors of the one of 32", () => {
  const short = bodyOf<HvmContextLapic>("lapic", counted(24));
  expect(short.tdtMsr).toBe(le64(counted(24), 16));
  expect(short).not.toHaveProperty("pendingEsr");
  expect(bodyOf<HvmContextLapic>("lapic", counted(32)).pendingEsr).toBe(le32(counted(32), 24));
});

it("a short RTC keeps its registers", () => {
  const rtc = bodyOf<HvmContextRtc>("rtc", counted(15));
  expect(rtc.cmos).toEqual(counted(14));
  expect(rtc.cmosIndex).toBe(14);
  expect(rtc).not.toHaveProperty("rtcOffset");
});

describe("the chain", () => {
  it.each([
    ["without a header", entry("end", Buffer.alloc(0)), "HVM-001"],
    ["without an END", header, "HVM-003"],
    ["with octets after END", Buffer.concat([chain(), Buffer.alloc(8)]), "HVM-005"],
    ["with an unknown code", chain(Buffer.from("1500000000000000", "hex")), "HVM-009"],
    [
      "with a second clock",
      chain(Buffer.concat([Buffer.from("0b000100", "hex"), entry("rtc", Buffer.alloc(24)).subarray(4)])),
      "HVM-013",
    ],
  ])("%s is refused", (_, octets, req) => {
    expect(() => parseHvmContext(octets)).toThrow(
      expect.objectContaining({ code: "invalid", req: expect.arrayContaining([req]) }),
    );
    expect(() => openParse(octets)).not.toThrow();
  });
});
