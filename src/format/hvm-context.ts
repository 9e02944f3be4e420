/** HVM_CONTEXT: the hypervisor's chain of platform state (spec 9.1). It stays in the guest's byte order, little-endian. */

import type { RecordBody } from "./events.ts";
import type { Facts, HvmChain } from "./facts.ts";
import { fields, hex, hexOctets, isZero } from "./octets.ts";
import { type AnyRule, bodyRule, type Report, rule } from "./rule.ts";
import { RECORD } from "./vocabulary.ts";
import { XSAVE_MINIMUM, xsaveSize } from "./xsave.ts";

/** One entry of the chain. `at` is the offset of its descriptor within the record's body, `body` a view on its contents. */
export type HvmEntry = {
  readonly at: number;
  readonly typecode: number;
  readonly instance: number;
  readonly body: Uint8Array;
};

/** The chain as far as it can be walked. */
export type HvmWalk = {
  /** Entries before END. */
  readonly entries: readonly HvmEntry[];
  /** The END entry: where its descriptor is, and its length field; undefined where the chain has none. */
  readonly end: { readonly at: number; readonly length: number } | undefined;
  /** An entry whose length exceeds what is left. */
  readonly overrun: { readonly at: number; readonly length: number; readonly left: number } | undefined;
};

const DESCRIPTOR = 8;
const END = 0;
const HEADER = 1;
const CPU = 2;
const PIC = 3;
const PCI_LINK = 9;
const PIT = 10;
const CPU_XSAVE = 16;
const VIRIDIAN_VCPU = 17;
const CPU_MSR = 20;
const MAGIC = 0x5438_1286;
/** vCPUs that an HVM domain can have at most (HVM-013). */
const VCPU_LIMIT = 128;

type EntryType = { readonly name: string; readonly perVcpu: boolean; readonly length: number; readonly shorter?: true };
const perDomain = (name: string, length: number): EntryType => ({ name, perVcpu: false, length });
const perVcpu = (name: string, length: number): EntryType => ({ name, perVcpu: true, length });
const orShorter = (type: EntryType): EntryType => ({ ...type, shorter: true });

/** The entries that Xen restores, by typecode (the table in spec 9.1). Lengths in octets; CPU_XSAVE and CPU_MSR have rules of their own. */
export const HVM_ENTRIES: ReadonlyMap<number, EntryType> = new Map([
  [HEADER, perDomain("HEADER", 24)],
  [CPU, orShorter(perVcpu("CPU", 1032))],
  [PIC, perDomain("PIC", 8)],
  [4, perDomain("IOAPIC", 400)],
  [5, orShorter(perVcpu("LAPIC", 32))],
  [6, perVcpu("LAPIC_REGS", 1024)],
  [7, perDomain("PCI_IRQ", 16)],
  [8, perDomain("ISA_IRQ", 8)],
  [PCI_LINK, perDomain("PCI_LINK", 8)],
  [PIT, perDomain("PIT", 56)],
  [11, orShorter(perDomain("RTC", 24))],
  [12, perDomain("HPET", 1048)],
  [13, perDomain("PMTIMER", 8)],
  [14, perVcpu("MTRR", 240)],
  [15, orShorter(perDomain("VIRIDIAN_DOMAIN", 32))],
  [CPU_XSAVE, perVcpu("CPU_XSAVE", 0)],
  [VIRIDIAN_VCPU, orShorter(perVcpu("VIRIDIAN_VCPU", 216))],
  [18, orShorter(perVcpu("VMCE_VCPU", 32))],
  [19, perVcpu("TSC_ADJUST", 8)],
  [CPU_MSR, perVcpu("CPU_MSR", 0)],
]);

/** Walks the chain; never reads beyond the body. */
export function walkHvmContext(octets: Uint8Array): HvmWalk {
  const { u16, u32 } = fields(octets);
  const entries: HvmEntry[] = [];
  for (let at = 0; at + DESCRIPTOR <= octets.length; ) {
    const typecode = u16(at);
    const length = u32(at + 4);
    if (typecode === END) return { entries, end: { at, length }, overrun: undefined };
    const left = octets.length - at - DESCRIPTOR;
    if (length > left) return { entries, end: undefined, overrun: { at, length, left } };
    entries.push({
      at,
      typecode,
      instance: u16(at + 2),
      body: octets.subarray(at + DESCRIPTOR, at + DESCRIPTOR + length),
    });
    at += DESCRIPTOR + length;
  }
  return { entries, end: undefined, overrun: undefined };
}

/** The chain with its place in the image, as later rules need it. */
export function readHvmContext({ head, at, octets }: RecordBody): HvmChain {
  return { at, index: head.index, entries: walkHvmContext(octets).entries };
}

function nameOf(typecode: number): string {
  return HVM_ENTRIES.get(typecode)?.name ?? `typecode ${typecode}`;
}

/** A rule on every entry of the chain; `at` of a report counts from the entry's contents. */
function entryRule(
  code: AnyRule["code"],
  check: (entry: HvmEntry, facts: Facts, report: Report) => void,
  typecode?: number,
): AnyRule {
  return bodyRule(RECORD.HVM_CONTEXT, code, ({ head, at, octets }, facts, report) => {
    for (const entry of walkHvmContext(octets).entries) {
      if (typecode !== undefined && entry.typecode !== typecode) continue;
      const path = `rec[${head.index}].${nameOf(entry.typecode)}[${entry.instance}]`;
      check(entry, facts, (offset, field, found, wanted) =>
        report(at + entry.at + DESCRIPTOR + offset, `${path}.${field}`, found, wanted),
      );
    }
  });
}

/** The offset of a descriptor's length field from the entry's contents, and that of its typecode and instance. */
const LENGTH = -4;
const TYPECODE = -8;
const INSTANCE = -6;

/** A must-be-zero span [from, to) of one kind of entry (HVM-015). */
function zeroSpan(typecode: number, field: string, from: number, to: number): AnyRule {
  return entryRule(
    "hvm-must-be-zero",
    ({ body }, _, report) => {
      if (!isZero(body, from, Math.min(to, body.length)))
        report(from, field, hexOctets(body.subarray(from, to)), "zero");
    },
    typecode,
  );
}

const XSAVE_AREA = 24;
const XSAVE_HEADER = XSAVE_AREA + 512;

export const hvmContextRules: readonly AnyRule[] = [
  bodyRule(RECORD.HVM_CONTEXT, "hvm-header", ({ head, at, octets }, _, report) => {
    const { u16, u32 } = fields(octets);
    const path = `rec[${head.index}].HEADER`;
    if (octets.length < DESCRIPTOR || u16(0) !== HEADER)
      return report(at, path, octets.length < DESCRIPTOR ? "nothing" : nameOf(u16(0)), "HEADER first");
    if (octets.length < DESCRIPTOR + 8) return;
    if (u32(8) !== MAGIC) return report(at + 8, `${path}.magic`, hex(u32(8)), hex(MAGIC));
    if (u32(12) !== 1) report(at + 12, `${path}.version`, u32(12), "1");
  }),
  bodyRule(RECORD.HVM_CONTEXT, "hvm-end-missing", ({ head, at, octets }, _, report) => {
    const { end, overrun } = walkHvmContext(octets);
    if (end === undefined && overrun === undefined)
      report(at + octets.length, `rec[${head.index}]`, "end of the body", "an END entry");
  }),
  bodyRule(RECORD.HVM_CONTEXT, "hvm-end-trailing", ({ head, at, octets }, _, report) => {
    const { end } = walkHvmContext(octets);
    if (end === undefined) return;
    if (end.length !== 0) report(at + end.at + 4, `rec[${head.index}].END.length`, end.length, "0");
    else if (end.at + DESCRIPTOR !== octets.length)
      report(
        at + end.at + DESCRIPTOR,
        `rec[${head.index}]`,
        `${octets.length - end.at - DESCRIPTOR} octets after END`,
        "nothing after END",
      );
  }),
  bodyRule(RECORD.HVM_CONTEXT, "hvm-entry-overrun", ({ head, at, octets }, _, report) => {
    const { overrun } = walkHvmContext(octets);
    if (overrun !== undefined)
      report(
        at + overrun.at + 4,
        `rec[${head.index}].length`,
        overrun.length,
        `at most ${overrun.left}, what is left of the body`,
      );
  }),
  entryRule("hvm-typecode", ({ typecode }, _, report) => {
    if (!HVM_ENTRIES.has(typecode)) report(TYPECODE, "typecode", typecode, "at most 20");
  }),
  entryRule("hvm-entry-length", ({ typecode, body }, { xstate }, report) => {
    const type = HVM_ENTRIES.get(typecode);
    if (type === undefined || typecode === CPU_MSR) return;
    if (typecode === CPU_XSAVE) return xsaveLength(body, xstate, report);
    const right = type.shorter === true ? body.length <= type.length : body.length === type.length;
    if (!right)
      report(LENGTH, "length", body.length, type.shorter === true ? `at most ${type.length}` : String(type.length));
  }),
  entryRule("hvm-instance", ({ typecode, instance }, { context: { target } }, report) => {
    const type = HVM_ENTRIES.get(typecode);
    if (type === undefined) return;
    const vcpus = target?.kind === "hvm" ? Math.min(target.vcpus, VCPU_LIMIT) : VCPU_LIMIT;
    const limit = type.perVcpu ? vcpus : typecode === PIC ? 2 : 1;
    if (instance >= limit) report(INSTANCE, "instance", instance, `less than ${limit}`);
  }),
  zeroSpan(CPU, "pad0", 1028, 1032),
  zeroSpan(PCI_LINK, "pad0", 4, 8),
  zeroSpan(PIT, "pad0", 52, 56),
  zeroSpan(VIRIDIAN_VCPU, "pad", 9, 16),
  zeroSpan(CPU_XSAVE, "xcomp_bv", XSAVE_HEADER + 8, XSAVE_HEADER + 16),
  zeroSpan(CPU_XSAVE, "reserved", XSAVE_HEADER + 16, XSAVE_HEADER + 64),
  entryRule(
    "hvm-must-be-zero",
    ({ body }, _, report) => {
      for (let at = 8; at + 16 <= body.length; at += 16) {
        if (!isZero(body, at + 4, at + 8))
          report(at + 4, `msrs[${(at - 8) / 16}].reserved`, hexOctets(body.subarray(at + 4, at + 8)), "zero");
      }
    },
    CPU_MSR,
  ),
  entryRule(
    "hvm-msr-length",
    ({ body }, _, report) => {
      const count = body.length < 4 ? 0 : fields(body).u32(0);
      if (count === 0) return report(0, "count", body.length < 4 ? "nothing" : 0, "at least 1");
      if (body.length !== 8 + 16 * count) report(LENGTH, "length", body.length, String(8 + 16 * count));
    },
    CPU_MSR,
  ),
  rule("hvm-cpu-missing", "state", ({ at }, { hvm, context: { target } }, report) => {
    if (hvm === undefined) return;
    const named = new Set(
      hvm.entries.filter(({ typecode }) => HVM_ENTRIES.get(typecode)?.perVcpu).map(({ instance }) => instance),
    );
    for (let id = 0; target?.kind === "hvm" && id < Math.min(target.vcpus, VCPU_LIMIT); id++) named.add(id);
    for (const { typecode, instance } of hvm.entries) if (typecode === CPU) named.delete(instance);
    for (const id of named)
      report(
        hvm.entries.find(({ instance }) => instance === id)?.at ?? at,
        `rec[${hvm.index}].CPU[${id}]`,
        "none",
        `a CPU entry of vCPU ${id}`,
      );
  }),
];

/** CPU_XSAVE holds the area of the components in xcr0_accum; a surplus of zeros is let pass, as old savers wrote one. */
function xsaveLength(body: Uint8Array, xstate: Facts["xstate"], report: Report): void {
  const least = XSAVE_AREA + XSAVE_MINIMUM;
  const size = body.length < least ? XSAVE_MINIMUM : xsaveSize(fields(body).u64(16), xstate);
  if (size === undefined) return;
  const whole = XSAVE_AREA + size;
  if (body.length < whole) report(LENGTH, "length", body.length, `at least ${whole}, as xcr0_accum announces`);
  else if (!isZero(body, whole)) report(LENGTH, "length", body.length, `${whole}, or nothing but 0 beyond`);
}
