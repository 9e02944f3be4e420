/** MEMORY_LAYOUT, ARM_ID_POLICY and ARM_VCPU (spec 22). */

import type { RecordBody } from "./events.ts";
import type { Facts } from "./facts.ts";
import { fields, hex, hexOctets, isZero } from "./octets.ts";
import { placed } from "./order.ts";
import { OF_ONE_KIND, recordName } from "./profile.ts";
import { type AnyRule, bodyRule, rule } from "./rule.ts";
import { ARM_PAGE_SHIFTS, RECORD } from "./vocabulary.ts";

/** Pages that follow each other. */
export type Region = { readonly first: bigint; readonly pages: bigint };

const REGION = 24;
const MOST_REGIONS = 1024;
const PFN_LIMIT = 2n ** 40n;
const VCPU_LIMIT = 8192;
const LARGEST_REGISTER = 256;
const ARM_ONLY: readonly number[] = [RECORD.ARM_ID_POLICY, RECORD.ARM_VCPU];
/** Types of records that only x86 domains have (ARM-014, MACH-003). */
export const OF_X86: readonly number[] = [
  ...OF_ONE_KIND,
  RECORD.X86_TSC_INFO,
  RECORD.X86_CPUID_POLICY,
  RECORD.X86_MSR_POLICY,
];
const STATIC: readonly number[] = [RECORD.MEMORY_LAYOUT, RECORD.ARM_ID_POLICY];
/** Types of ARM pages: 0, D, E, F. */
const PAGE_TYPES_OF_ARM = 0b1110_0000_0000_0001;

/** The regions of MEMORY_LAYOUT, those that are there whole. */
export function readRegions({
  head,
  octets,
}: Pick<RecordBody, "octets"> & { readonly head: { readonly isBe: boolean } }): Region[] {
  const { u64 } = fields(octets, head.isBe);
  return Array.from({ length: Math.floor(octets.length / REGION) }, (_, region) => ({
    first: u64(REGION * region),
    pages: u64(REGION * region + 8),
  }));
}

/** One register of ARM_VCPU; offsets count from the first octet of the body. */
type Register = { readonly at: number; readonly set: number; readonly size: number; readonly index: number };

/** The registers of ARM_VCPU, and where what cannot be read as one begins. */
function readRegisters({ head, octets }: RecordBody): {
  readonly registers: readonly Register[];
  readonly end: number;
} {
  const { u16, u32 } = fields(octets, head.isBe);
  const registers: Register[] = [];
  let at = 8;
  while (octets.length - at >= 8) {
    const size = u16(at + 2);
    const next = at + 8 + size + (-size & 7);
    if (next > octets.length) break;
    registers.push({ at, set: octets[at] as number, size, index: u32(at + 4) });
    at = next;
  }
  return { registers, end: at };
}

/** The vcpu_id of ARM_VCPU; undefined where the body is too short for it. */
export function armVcpuId({ head, octets }: RecordBody): number | undefined {
  return octets.length < 8 ? undefined : fields(octets, head.isBe).u32(0);
}

const isArm = ({ kind }: Facts) => kind === "arm";

export const armRules: readonly AnyRule[] = [
  rule("arm-page-shift", "domain-header", ({ at, type, pageShift }, _, report) => {
    if (type === 5 && !ARM_PAGE_SHIFTS.includes(pageShift))
      report(at + 4, "domain.page_shift", pageShift, "12, 14 or 16");
  }),
  rule("arm-page-type", "page-list", (list, facts, report) => {
    if (!isArm(facts) || (list.typesSeen & ~PAGE_TYPES_OF_ARM) === 0) return;
    const entry = list.types.subarray(0, list.entries).findIndex((type) => ((1 << type) & ~PAGE_TYPES_OF_ARM) !== 0);
    const type = list.types[entry] as number;
    report(list.at + 8 + 8 * entry, `rec[${list.head.index}].pfns[${entry}]`, `type ${hex(type)}`, "type 0, d, e or f");
  }),
  rule(
    "arm-record-kind",
    "record",
    ({ at, index, type }, facts, report) => {
      if (facts.kind === undefined) return;
      if ((isArm(facts) ? OF_X86 : ARM_ONLY).includes(type))
        report(at, `rec[${index}].type`, recordName("image", type, facts.edition), `a record of ${facts.kind} domains`);
    },
    { types: [...OF_X86, ...ARM_ONLY] },
  ),
  bodyRule(RECORD.MEMORY_LAYOUT, "layout-length", ({ head }, _, report) => {
    if (head.length === 0 || head.length % REGION !== 0 || head.length > REGION * MOST_REGIONS)
      report(
        head.at + 4,
        `rec[${head.index}].body_length`,
        head.length,
        `a multiple of ${REGION}, up to ${REGION * MOST_REGIONS}`,
      );
  }),
  bodyRule(RECORD.MEMORY_LAYOUT, "layout-regions", (body, _, report) => {
    const path = `rec[${body.head.index}].regions`;
    let from = 0n;
    readRegions(body).forEach(({ first, pages }, region) => {
      const at = body.at + REGION * region;
      if (pages === 0n) report(at + 8, `${path}[${region}].pages`, 0, "at least 1");
      if (first < from) report(at, `${path}[${region}].first_pfn`, hex(first), `at least ${hex(from)}`);
      if (first + pages > PFN_LIMIT)
        report(at, `${path}[${region}]`, hex(first + pages), `an end up to ${hex(PFN_LIMIT)}`);
      from = first + pages;
    });
  }),
  bodyRule(RECORD.MEMORY_LAYOUT, "layout-flags", ({ head, at, octets }, _, report) => {
    for (let region = 0; REGION * (region + 1) <= octets.length; region++) {
      const flags = octets.subarray(REGION * region + 16, REGION * (region + 1));
      if (!isZero(flags))
        report(at + REGION * region + 16, `rec[${head.index}].regions[${region}].flags`, hexOctets(flags), "zero");
    }
  }),
  rule("layout-pfn", "page-list", (list, { layout }, report) => {
    if (layout === undefined) return;
    const { count, starts, pfns } = list.runs;
    for (let run = 0; run < count; run++) {
      const start = starts[run] as number;
      const end = run + 1 < count ? (starts[run + 1] as number) : list.entries;
      const first = BigInt(pfns[run] as number);
      const outside = firstOutside(layout, first, first + BigInt(end - start));
      if (outside === undefined) continue;
      const entry = start + Number(outside - first);
      return report(
        list.at + 8 + 8 * entry,
        `rec[${list.head.index}].pfns[${entry}]`,
        `pfn ${hex(outside)}`,
        "a pfn in a region of MEMORY_LAYOUT",
      );
    }
  }),
  placed("layout-late", STATIC, (facts) => facts.static === "ended", "STATIC_DATA_END after it"),
  rule(
    "layout-repeated",
    "record",
    ({ at, index }, facts, report) => {
      if (facts.count(RECORD.MEMORY_LAYOUT) > 0)
        report(at, `rec[${index}].type`, "MEMORY_LAYOUT", "no second MEMORY_LAYOUT");
    },
    { types: [RECORD.MEMORY_LAYOUT] },
  ),
  rule("layout-missing", "state", ({ at, index, by }, facts, report) => {
    if (isArm(facts) && facts.count(RECORD.MEMORY_LAYOUT) === 0)
      report(at, `rec[${index}]`, by, "MEMORY_LAYOUT before it");
  }),
  bodyRule(RECORD.ARM_ID_POLICY, "arm-id-policy", ({ head, at, octets }, _, report) => {
    const path = `rec[${head.index}].registers`;
    if (octets.length === 0 || octets.length % 16 !== 0)
      report(head.at + 4, `rec[${head.index}].body_length`, head.length, "a multiple of 16, and not 0");
    const { u32 } = fields(octets, head.isBe);
    let before = -1;
    for (let entry = 0; 16 * (entry + 1) <= octets.length; entry++) {
      const encoding = u32(16 * entry);
      const flags = u32(16 * entry + 4);
      if (encoding > 0xffff || encoding <= before)
        report(at + 16 * entry, `${path}[${entry}].encoding`, hex(encoding), "ascending, below 0x10000");
      if (flags !== 0) report(at + 16 * entry + 4, `${path}[${entry}].flags`, hex(flags), "0");
      before = encoding;
    }
  }),
  bodyRule(RECORD.ARM_VCPU, "arm-vcpu-id", (body, { context: { target } }, report) => {
    const id = armVcpuId(body);
    if (id !== undefined && id >= Math.min(VCPU_LIMIT, target?.vcpus ?? VCPU_LIMIT))
      report(
        body.at,
        `rec[${body.head.index}].vcpu_id`,
        id,
        `less than ${Math.min(VCPU_LIMIT, target?.vcpus ?? VCPU_LIMIT)}`,
      );
  }),
  bodyRule(RECORD.ARM_VCPU, "arm-vcpu-reserved", (body, _, report) => {
    const { head, at, octets } = body;
    const zero = (from: number, to: number, field: string) => {
      const part = octets.subarray(from, to);
      if (!isZero(part)) report(at + from, `rec[${head.index}].${field}`, hexOctets(part), "zero");
    };
    zero(4, 8, "reserved");
    readRegisters(body).registers.forEach(({ at: from, size }, register) => {
      zero(from + 1, from + 2, `registers[${register}].reserved`);
      zero(from + 8 + size, from + 8 + size + (-size & 7), `registers[${register}].padding`);
    });
  }),
  bodyRule(RECORD.ARM_VCPU, "arm-vcpu-registers", (body, _, report) => {
    const { head, at, octets } = body;
    const { registers, end } = readRegisters(body);
    const path = `rec[${head.index}].registers`;
    if (registers.length === 0 || end !== octets.length)
      report(
        at + Math.min(end, octets.length),
        path,
        `${octets.length - end} octets`,
        "registers up to the end, at least one",
      );
    registers.forEach(({ at: from, set, size, index }, register) => {
      const before = registers[register - 1];
      if (set > 3) report(at + from, `${path}[${register}].set`, set, "at most 3");
      if (size === 0 || size > LARGEST_REGISTER)
        report(at + from + 2, `${path}[${register}].size`, size, `1 to ${LARGEST_REGISTER}`);
      if (before !== undefined && (set < before.set || (set === before.set && index <= before.index)))
        report(at + from, `${path}[${register}]`, `set ${set}, index ${index}`, "ascending by set, then index");
    });
  }),
  rule("arm-vcpu-missing", "state", ({ at, index, by }, facts, report) => {
    if (isArm(facts) && !facts.armVcpus.has(0)) report(at, `rec[${index}]`, by, "ARM_VCPU of vCPU 0 before it");
  }),
  bodyRule(RECORD.ARM_VCPU, "arm-vcpu-repeated", (body, { roundVcpus }, report) => {
    const id = armVcpuId(body);
    if (id !== undefined && roundVcpus.has(`${RECORD.ARM_VCPU}/${id}`))
      report(body.head.at, `rec[${body.head.index}]`, `ARM_VCPU of vCPU ${id} again`, "one");
  }),
  placed("arm-vcpu-early", [RECORD.ARM_VCPU], (facts) => facts.static === "open", "STATIC_DATA_END before it"),
];

/** The first pfn from `from` up to, not including, `to` that lies in no region. */
function firstOutside(layout: readonly Region[], from: bigint, to: bigint): bigint | undefined {
  let pfn = from;
  for (const { first, pages } of layout) {
    if (pfn < first) break;
    if (pfn < first + pages) pfn = first + pages;
    if (pfn >= to) return undefined;
  }
  return pfn < to ? pfn : undefined;
}
