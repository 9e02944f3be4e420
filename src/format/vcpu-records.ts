/** X86_PV_VCPU_BASIC, _EXTENDED, _XSAVE and _MSRS (spec 7.3). */

import type { RecordBody } from "./events.ts";
import type { Facts, KeptRecord } from "./facts.ts";
import { fields, hex, hexOctets, isZero } from "./octets.ts";
import { recordName } from "./profile.ts";
import { type AnyRule, bodyRule, type Report, rule } from "./rule.ts";
import { hasMemory, NOTAB, RECORD, tableLevel } from "./vocabulary.ts";
import { describe } from "./x86-pv.ts";
import { XSAVE_MINIMUM, xsaveSize } from "./xsave.ts";

/** vCPUs that a PV domain can have at most (PV-022). */
const VCPU_LIMIT = 8192;
/** Octets of the sub-header, vcpu_id and a reserved word; the context follows. */
export const VCPU_HEADER = 8;
/** GDT entries of a guest at most, 512 to a frame (PV-028). */
const GDT_LIMIT = 7168;
/** MSRs that Xen restores for PV vCPUs (PV-054). */
const MSRS: readonly number[] = [0x48, 0x140, 0xc000_0103, 0xc001_1027, 0xc001_1019, 0xc001_101a, 0xc001_101b];

export const VCPU_TYPES: readonly number[] = [
  RECORD.X86_PV_VCPU_BASIC,
  RECORD.X86_PV_VCPU_EXTENDED,
  RECORD.X86_PV_VCPU_XSAVE,
  RECORD.X86_PV_VCPU_MSRS,
];

/** Where vcpu_guest_context keeps what the rules look at, from the start of the record's body. */
const LAYOUT = {
  8: {
    length: 5168,
    startInfo: 8 + 616,
    gdtFrames: 8 + 4832,
    gdtFrameSize: 8,
    gdtEntries: 8 + 4960,
    cr1: 8 + 4992,
    cr3: 8 + 5008,
  },
  4: {
    length: 2800,
    startInfo: 8 + 524,
    gdtFrames: 8 + 2640,
    gdtFrameSize: 4,
    gdtEntries: 8 + 2704,
    cr1: undefined,
    cr3: 8 + 2728,
  },
} as const;

/** Octets of a basic context of the guest's width (PV-026). */
export function contextLength(width: 4 | 8): number {
  return LAYOUT[width].length;
}

/** Where start_info keeps the pfns of the xenstore and the console page (PV-040). */
const START_INFO = { 8: { xenstore: 56, console: 72 }, 4: { xenstore: 44, console: 52 } } as const;

/** The vCPU that a record names; undefined where the record is too short to. */
export function vcpuId({ head, octets }: RecordBody): number | undefined {
  return octets.length < VCPU_HEADER ? undefined : fields(octets, head.isBe).u32(0);
}

function idWithin(body: RecordBody, { context: { target } }: Facts, report: Report): void {
  const limit = target?.kind === "pv" ? Math.min(target.vcpus, VCPU_LIMIT) : VCPU_LIMIT;
  const id = vcpuId(body) as number;
  if (id >= limit) report(body.at, `rec[${body.head.index}].vcpu_id`, id, `less than ${limit}`);
}

/** Rules on each kind of vCPU record. */
function vcpuRules(code: AnyRule["code"], check: (body: RecordBody, facts: Facts, report: Report) => void): AnyRule[] {
  return VCPU_TYPES.map((type) => bodyRule(type, code, check));
}

/** A rule on the basic context of every vCPU, once a consistent state is complete. */
function basicRule(
  code: AnyRule["code"],
  check: (basic: KeptRecord, width: 4 | 8, id: number, facts: Facts, report: Report) => void,
): AnyRule {
  return rule(code, "state", (_, facts, report) => {
    const width = facts.pvInfo?.width;
    for (const [id, records] of facts.vcpus) {
      const basic = records.get(RECORD.X86_PV_VCPU_BASIC);
      if (width !== undefined && basic?.octets.length === VCPU_HEADER + LAYOUT[width].length)
        check(basic, width, id, facts, report);
    }
  });
}

/** An integer of the guest's own width; the guest's structures are little-endian whatever the image is (spec 1.4). */
function word(octets: Uint8Array, at: number, size: number): bigint {
  const { u32, u64 } = fields(octets);
  return size === 8 ? u64(at) : BigInt(u32(at));
}

/** The pfn in a page table root: shifted by 12 in 64-bit guests, rotated by 12 in 32-bit ones. */
function rootPfn(octets: Uint8Array, at: number, width: 4 | 8): bigint {
  const root = word(octets, at, width);
  return width === 8 ? root >> 12n : ((root >> 12n) | (root << 20n)) & 0xffff_ffffn;
}

function typeOf({ pages, maxPfn }: Facts, pfn: bigint): number {
  return maxPfn === undefined || pfn > BigInt(maxPfn) ? -1 : pages.type(Number(pfn));
}

/** The start_info pfn that vCPU 0 points at; undefined before its basic context, or without a width to read it by. */
export function startInfoPfn({
  vcpus,
  pvInfo,
}: Facts): { readonly pfn: number; readonly basic: KeptRecord } | undefined {
  const basic = vcpus.get(0)?.get(RECORD.X86_PV_VCPU_BASIC);
  if (basic === undefined || pvInfo === undefined) return undefined;
  const { length, startInfo } = LAYOUT[pvInfo.width];
  if (basic.octets.length !== VCPU_HEADER + length) return undefined;
  return { pfn: Number(word(basic.octets, startInfo, pvInfo.width)), basic };
}

export const vcpuRecordRules: readonly AnyRule[] = [
  ...vcpuRules("vcpu-short", ({ head }, _, report) => {
    if (head.length < VCPU_HEADER) report(head.at + 4, `rec[${head.index}].body_length`, head.length, "at least 8");
  }),
  ...vcpuRules("vcpu-id", (body, facts, report) => {
    if (body.octets.length > VCPU_HEADER) idWithin(body, facts, report);
  }),
  ...vcpuRules("vcpu-id-empty", (body, facts, report) => {
    if (body.octets.length === VCPU_HEADER) idWithin(body, facts, report);
  }),
  ...vcpuRules("vcpu-reserved", ({ head, at, octets }, _, report) => {
    if (!isZero(octets, 4, Math.min(8, octets.length)))
      report(at + 4, `rec[${head.index}].reserved`, hexOctets(octets.subarray(4, 8)), "zero");
  }),
  ...vcpuRules("vcpu-repeated", (body, { roundVcpus }, report) => {
    const id = vcpuId(body);
    if (roundVcpus.has(`${body.head.type}/${id}`))
      report(
        body.head.at,
        `rec[${body.head.index}]`,
        `${recordName("image", body.head.type)} of vCPU ${id} again`,
        "one",
      );
  }),
  ...vcpuRules("record-empty", ({ head }, _, report) => {
    if (head.length === VCPU_HEADER) report(head.at + 4, `rec[${head.index}].body_length`, "no content", "content");
  }),

  bodyRule(RECORD.X86_PV_VCPU_BASIC, "vcpu-basic-length", ({ head }, { pvInfo }, report) => {
    if (pvInfo === undefined || head.length <= VCPU_HEADER) return;
    const wanted = VCPU_HEADER + LAYOUT[pvInfo.width].length;
    if (head.length !== wanted) report(head.at + 4, `rec[${head.index}].body_length`, head.length, String(wanted));
  }),
  // A record that came before X86_PV_INFO could not be judged when it came.
  rule("vcpu-basic-length", "state", (_, { vcpus, pvInfo }, report) => {
    if (pvInfo === undefined) return;
    const wanted = VCPU_HEADER + LAYOUT[pvInfo.width].length;
    for (const records of vcpus.values()) {
      const basic = records.get(RECORD.X86_PV_VCPU_BASIC);
      if (basic !== undefined && basic.index < pvInfo.index && basic.octets.length !== wanted)
        report(basic.at - 4, `rec[${basic.index}].body_length`, basic.octets.length, String(wanted));
    }
  }),
  basicRule("vcpu-gdt-entries", ({ at, index, octets }, width, _id, _facts, report) => {
    const { gdtEntries } = LAYOUT[width];
    const entries = word(octets, gdtEntries, width);
    if (entries > BigInt(GDT_LIMIT))
      report(at + gdtEntries, `rec[${index}].context.gdt_ents`, entries, `at most ${GDT_LIMIT}`);
  }),
  basicRule("vcpu-gdt-frame", ({ at, index, octets }, width, _id, facts, report) => {
    const { gdtEntries, gdtFrames, gdtFrameSize } = LAYOUT[width];
    const entries = Math.min(GDT_LIMIT, Number(word(octets, gdtEntries, width)));
    for (let frame = 0; frame < Math.ceil(entries / 512); frame++) {
      const offset = gdtFrames + gdtFrameSize * frame;
      const pfn = word(octets, offset, gdtFrameSize);
      const type = typeOf(facts, pfn);
      if (type !== NOTAB)
        report(
          at + offset,
          `rec[${index}].context.gdt_frames[${frame}]`,
          describe(pfn, type),
          "a pfn of the image of type notab",
        );
    }
  }),
  basicRule("vcpu-cr3", ({ at, index, octets }, width, _id, facts, report) => {
    const { cr3 } = LAYOUT[width];
    const pfn = rootPfn(octets, cr3, width);
    const type = typeOf(facts, pfn);
    const levels = facts.pvInfo?.levels;
    if (type === -1 || tableLevel(type) !== levels)
      report(at + cr3, `rec[${index}].context.ctrlreg[3]`, describe(pfn, type), `a page table of level ${levels}`);
  }),
  basicRule("vcpu-cr1-flag", ({ at, index, octets }, width, _id, _facts, report) => {
    const { cr1 } = LAYOUT[width];
    if (cr1 === undefined) return;
    const value = word(octets, cr1, width);
    if (value !== 0n && (value & 1n) === 0n)
      report(at + cr1, `rec[${index}].context.ctrlreg[1]`, hex(value), "0, or bit 0 set");
  }),
  basicRule("vcpu-cr1", ({ at, index, octets }, width, _id, facts, report) => {
    const { cr1 } = LAYOUT[width];
    if (cr1 === undefined || (word(octets, cr1, width) & 1n) === 0n) return;
    const pfn = rootPfn(octets, cr1, width);
    const type = typeOf(facts, pfn);
    if (type === -1 || tableLevel(type) !== 4)
      report(at + cr1, `rec[${index}].context.ctrlreg[1]`, describe(pfn, type), "a page table of level 4");
  }),
  basicRule("vcpu-start-info", ({ at, index, octets }, width, id, facts, report) => {
    if (id !== 0) return;
    const pfn = word(octets, LAYOUT[width].startInfo, width);
    const type = typeOf(facts, pfn);
    if (type !== NOTAB)
      report(
        at + LAYOUT[width].startInfo,
        `rec[${index}].context.user_regs.${width === 8 ? "rdx" : "edx"}`,
        describe(pfn, type),
        "a pfn of the image of type notab",
      );
  }),
  rule(
    "start-info-frame",
    "start-info",
    ({ at, octets }, facts, report) => {
      const width = facts.pvInfo?.width;
      if (width === undefined) return;
      for (const [name, offset] of Object.entries(START_INFO[width])) {
        const pfn = word(octets, offset, width);
        const type = typeOf(facts, pfn);
        if (type === -1 || !hasMemory(type))
          report(at + offset, `start_info.${name}`, describe(pfn, type), "a pfn of the image that has memory");
      }
    },
    { deep: true },
  ),

  bodyRule(RECORD.X86_PV_VCPU_EXTENDED, "vcpu-extended-length", ({ head }, _, report) => {
    const length = head.length - VCPU_HEADER;
    if (length > 0 && (length < 32 || length > 128))
      report(head.at + 4, `rec[${head.index}].body_length`, head.length, "a context of 32 to 128 octets");
  }),
  bodyRule(RECORD.X86_PV_VCPU_EXTENDED, "vcpu-extended-id", (body, _, report) => {
    const { head, at, octets } = body;
    if (octets.length < VCPU_HEADER + 8) return;
    const inner = fields(octets).u32(8);
    const id = vcpuId(body);
    if (inner !== id) report(at + 8, `rec[${head.index}].context.vcpu`, inner, String(id));
  }),
  bodyRule(RECORD.X86_PV_VCPU_EXTENDED, "vcpu-extended-size", ({ head, at, octets }, _, report) => {
    if (octets.length < VCPU_HEADER + 8) return;
    const inner = fields(octets).u32(12);
    if (inner > octets.length - VCPU_HEADER)
      report(at + 12, `rec[${head.index}].context.size`, inner, `at most ${octets.length - VCPU_HEADER}`);
  }),

  bodyRule(RECORD.X86_PV_VCPU_XSAVE, "vcpu-xsave-length", ({ head, octets }, { xstate }, report) => {
    const length = octets.length - VCPU_HEADER;
    if (length <= 0) return;
    const path = `rec[${head.index}].body_length`;
    if (length === 16 && isZero(octets, VCPU_HEADER)) return;
    if (length < 16 + XSAVE_MINIMUM)
      return report(head.at + 4, path, head.length, "16 octets of 0, or 16 octets and an XSAVE area");
    const size = xsaveSize(fields(octets).u64(16), xstate);
    if (size !== undefined && length !== 16 + size)
      report(head.at + 4, path, head.length, `${VCPU_HEADER + 16 + size}, as xcr0_accum announces`);
  }),
  bodyRule(RECORD.X86_PV_VCPU_XSAVE, "vcpu-xsave-header", ({ head, at, octets }, _, report) => {
    if (octets.length < VCPU_HEADER + 16 + XSAVE_MINIMUM) return;
    const { u64 } = fields(octets);
    const path = `rec[${head.index}].context`;
    const accum = u64(16);
    if ((u64(8) & ~accum) !== 0n)
      report(at + 8, `${path}.xcr0`, hex(u64(8)), `nothing outside xcr0_accum, ${hex(accum)}`);
    const header = VCPU_HEADER + 16 + 512;
    if ((u64(header) & ~accum) !== 0n)
      report(at + header, `${path}.xstate_bv`, hex(u64(header)), `nothing outside xcr0_accum, ${hex(accum)}`);
    for (const [name, from, to] of [
      ["xcomp_bv", header + 8, header + 16],
      ["reserved", header + 16, header + 64],
    ] as const) {
      if (!isZero(octets, from, to)) report(at + from, `${path}.${name}`, hexOctets(octets.subarray(from, to)), "zero");
    }
  }),

  bodyRule(RECORD.X86_PV_VCPU_MSRS, "vcpu-msrs-length", ({ head }, _, report) => {
    const length = head.length - VCPU_HEADER;
    if (length > 0 && length % 16 !== 0)
      report(head.at + 4, `rec[${head.index}].body_length`, head.length, "8 and a multiple of 16");
  }),
  msrRule("vcpu-msrs-index", (index) =>
    MSRS.includes(index) ? undefined : { offset: 0, field: "index", found: hex(index), wanted: "an MSR of PV vCPUs" },
  ),
  msrRule("vcpu-msrs-reserved", (_, reserved) =>
    reserved === 0 ? undefined : { offset: 4, field: "reserved", found: hex(reserved), wanted: "0" },
  ),
];

/** A rule on every entry of X86_PV_VCPU_MSRS: what is wrong with this index and reserved word, if anything. */
function msrRule(
  code: AnyRule["code"],
  wrong: (
    index: number,
    reserved: number,
  ) => { offset: number; field: string; found: string; wanted: string } | undefined,
): AnyRule {
  return bodyRule(RECORD.X86_PV_VCPU_MSRS, code, ({ head, at, octets }, _, report) => {
    const { u32 } = fields(octets);
    for (let entry = 0; VCPU_HEADER + 16 * entry + 16 <= octets.length; entry++) {
      const start = VCPU_HEADER + 16 * entry;
      const fault = wrong(u32(start), u32(start + 4));
      if (fault !== undefined)
        report(
          at + start + fault.offset,
          `rec[${head.index}].msrs[${entry}].${fault.field}`,
          fault.found,
          fault.wanted,
        );
    }
  });
}
