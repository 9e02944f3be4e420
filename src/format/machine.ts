/** MACHINE, MACHINE_VCPU and PLATFORM_STATE (spec 23). */

import { sha256Running } from "../codecs/sha256.ts";
import { OF_X86 } from "./arm.ts";
import type { RecordBody } from "./events.ts";
import type { Facts } from "./facts.ts";
import { fields, hex, hexOctets, isZero, sameOctets } from "./octets.ts";
import { placed } from "./order.ts";
import { kindsOf, recordName } from "./profile.ts";
import { type AnyRule, bodyRule, type Rule, rule } from "./rule.ts";
import { type DomainKind, RECORD } from "./vocabulary.ts";

/** A name and a value of MACHINE; `at` counts from the first octet of the body. Padding that is not there whole is cut. */
export type Property = {
  readonly at: number;
  readonly name: Uint8Array;
  readonly value: Uint8Array;
  readonly padding: Uint8Array;
};

/** What MACHINE says (MACH-011 to MACH-018); `end` is where something begins that is no property. */
export type MachineBody = {
  readonly version: number;
  readonly vcpus: number;
  readonly ramPages: bigint;
  readonly properties: readonly Property[];
  readonly end: number;
};

/** The version of MACHINE. */
export const MACHINE_VERSION = 1;
/** Octets of the registers of MACHINE_VCPU, and of what stands before them. */
export const MACHINE_REGISTERS = 1032;
export const MACHINE_VCPU_HEADER = 8;
/** Octets of the digest before the state. */
export const PLATFORM_DIGEST = 32;

const HEAD = 16;
const LONGEST = 65536;
const LONGEST_NAME = 64;
const MACHINE_ONLY: readonly number[] = [RECORD.MACHINE, RECORD.MACHINE_VCPU, RECORD.PLATFORM_STATE];
const STATE: readonly number[] = [RECORD.MACHINE_VCPU, RECORD.PLATFORM_STATE];
const BEFORE_PLATFORM: readonly number[] = [RECORD.PAGE_DATA, RECORD.PAGE_DATA_COMPRESSED, ...STATE];

/** The emulators: their most vCPUs, and the properties that their machines have. */
const EMULATORS: Readonly<Partial<Record<DomainKind, { readonly vcpus: number; readonly properties: string[] }>>> = {
  v86: { vcpus: 1, properties: ["cpu", "jit", "release", "vga"] },
  qemu: { vcpus: 255, properties: ["cpu", "features", "machine", "release", "topology"] },
};

/** The body of MACHINE; undefined where it is too short for its head. */
export function readMachine({
  head: { isBe },
  octets,
}: Pick<RecordBody, "octets"> & { readonly head: { readonly isBe: boolean } }): MachineBody | undefined {
  if (octets.length < HEAD) return undefined;
  const { u32, u64 } = fields(octets, isBe);
  const properties: Property[] = [];
  let at = HEAD;
  while (Math.min(octets.length, LONGEST) - at >= 8) {
    const name = at + 8;
    const value = name + u32(at);
    const end = value + u32(at + 4);
    if (end > octets.length) break;
    const next = end + (-(end - name) & 7);
    properties.push({
      at,
      name: octets.subarray(name, value),
      value: octets.subarray(value, end),
      padding: octets.subarray(end, next),
    });
    at = next;
  }
  return { version: u32(0), vcpus: u32(4), ramPages: u64(8), properties, end: at };
}

/** The vcpu_id of MACHINE_VCPU; undefined where the body is too short for it. */
export function machineVcpuId({ head, octets }: RecordBody): number | undefined {
  return octets.length < MACHINE_VCPU_HEADER ? undefined : fields(octets, head.isBe).u32(0);
}

/** The digest of PLATFORM_STATE: over the bodies of MEMORY_LAYOUT and MACHINE, and the state (MACH-041). */
export function platformDigest(layout: Uint8Array, machine: Uint8Array, state: Uint8Array): Uint8Array {
  const sum = sha256Running();
  for (const octets of [layout, machine, state]) sum.update(octets);
  return sum.digest();
}

const emulator = ({ kind }: Facts) => (kind === undefined ? undefined : EMULATORS[kind]);
const isMachine = (facts: Facts) => emulator(facts) !== undefined;

/** A rule on the body of a record of machines, in the image of one. */
function machineRule(type: number, code: AnyRule["code"], check: Rule<"body">["check"]): AnyRule {
  return bodyRule(type, code, (body, facts, report) => {
    if (isMachine(facts)) check(body, facts, report);
  });
}

/** Compares names octet for octet. */
function ascends(before: Uint8Array, name: Uint8Array): boolean {
  for (let at = 0; at < Math.min(before.length, name.length); at++)
    if (before[at] !== name[at]) return (before[at] as number) < (name[at] as number);
  return before.length < name.length;
}

const NAME = /^[a-z0-9-]+$/;
const latin1 = (octets: Uint8Array) => String.fromCharCode(...octets.subarray(0, LONGEST_NAME));

function isUtf8(octets: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(octets);
    return true;
  } catch {
    return false;
  }
}

export const machineRules: readonly AnyRule[] = [
  rule("machine-page-shift", "domain-header", ({ at, type, pageShift }, { edition }, report) => {
    const kind = kindsOf(edition).get(type);
    if (kind !== undefined && EMULATORS[kind] !== undefined && pageShift !== 12)
      report(at + 4, "domain.page_shift", pageShift, "12");
  }),
  rule(
    "machine-record-kind",
    "record",
    ({ at, index, type }, facts, report) => {
      if (facts.kind === undefined) return;
      if ((isMachine(facts) ? OF_X86 : MACHINE_ONLY).includes(type))
        report(at, `rec[${index}].type`, recordName("image", type, facts.edition), `a record of ${facts.kind} domains`);
    },
    { types: [...OF_X86, ...MACHINE_ONLY] },
  ),
  rule("machine-page-type", "page-list", (list, facts, report) => {
    if (!isMachine(facts) || (list.typesSeen & ~1) === 0) return;
    const entry = list.types.subarray(0, list.entries).findIndex((type) => type !== 0);
    const type = list.types[entry] as number;
    report(list.at + 8 + 8 * entry, `rec[${list.head.index}].pfns[${entry}]`, `type ${hex(type)}`, "type 0");
  }),
  rule("machine-memory-missing", "state", ({ at, index, by }, facts, report) => {
    if (!isMachine(facts) || facts.checkpoints > 0) return;
    for (const { first, pages } of facts.layout ?? []) {
      const pfn = facts.pages.firstUnnamed(Number(first), Number(first + pages));
      if (pfn !== undefined) return report(at, `rec[${index}]`, by, `a page entry of pfn ${hex(pfn)} before it`);
    }
  }),
  machineRule(RECORD.MACHINE, "machine-length", ({ head }, _, report) => {
    if (head.length < HEAD || head.length > LONGEST)
      report(head.at + 4, `rec[${head.index}].body_length`, head.length, `${HEAD} to ${LONGEST}`);
  }),
  machineRule(RECORD.MACHINE, "machine-version", (body, _, report) => {
    const version = readMachine(body)?.version ?? MACHINE_VERSION;
    if (version !== MACHINE_VERSION)
      report(body.at, `rec[${body.head.index}].version`, version, String(MACHINE_VERSION));
  }),
  machineRule(RECORD.MACHINE, "machine-vcpus", (body, facts, report) => {
    const most = emulator(facts)?.vcpus ?? 0;
    const vcpus = readMachine(body)?.vcpus ?? 1;
    if (vcpus < 1 || vcpus > most)
      report(body.at + 4, `rec[${body.head.index}].vcpus`, vcpus, most === 1 ? "1" : `1 to ${most}`);
  }),
  machineRule(RECORD.MACHINE, "machine-ram", (body, { layout }, report) => {
    const said = readMachine(body)?.ramPages;
    const pages = layout?.reduce((sum, region) => sum + region.pages, 0n);
    if (said !== undefined && pages !== undefined && said !== pages)
      report(body.at + 8, `rec[${body.head.index}].ram_pages`, hex(said), hex(pages));
  }),
  machineRule(RECORD.MACHINE, "machine-properties", (body, _, report) => {
    const said = readMachine(body);
    if (said === undefined || body.octets.length > LONGEST) return;
    const path = `rec[${body.head.index}].properties`;
    const { properties, end } = said;
    properties.forEach(({ at, name, value }, index) => {
      const before = properties[index - 1]?.name;
      if (name.length < 1 || name.length > LONGEST_NAME)
        report(body.at + at, `${path}[${index}].name_length`, name.length, `1 to ${LONGEST_NAME}`);
      else if (!NAME.test(latin1(name)))
        report(body.at + at + 8, `${path}[${index}].name`, hexOctets(name), "a to z, 0 to 9, hyphen");
      else if (before !== undefined && !ascends(before, name))
        report(body.at + at + 8, `${path}[${index}].name`, latin1(name), `a name after ${latin1(before)}`);
      if (!isUtf8(value)) report(body.at + at + 8 + name.length, `${path}[${index}].value`, hexOctets(value), "UTF-8");
    });
    if (end !== body.octets.length)
      report(
        body.at + Math.min(end, body.octets.length),
        path,
        `${body.octets.length - end} octets`,
        "a property, or the end of the body",
      );
  }),
  machineRule(RECORD.MACHINE, "machine-reserved", (body, _, report) => {
    for (const [index, { at, name, value, padding }] of (readMachine(body)?.properties ?? []).entries())
      if (!isZero(padding))
        report(
          body.at + at + 8 + name.length + value.length,
          `rec[${body.head.index}].properties[${index}].padding`,
          hexOctets(padding),
          "zero",
        );
  }),
  machineRule(RECORD.MACHINE, "machine-property-missing", (body, facts, report) => {
    const names = readMachine(body)?.properties.map(({ name }) => latin1(name)) ?? [];
    const missing = (emulator(facts)?.properties ?? []).filter((name) => !names.includes(name));
    if (missing.length > 0 && body.octets.length >= HEAD)
      report(body.at + HEAD, `rec[${body.head.index}].properties`, `no ${missing.join(", ")}`, missing.join(", "));
  }),
  placed(
    "machine-layout",
    [RECORD.MACHINE],
    (facts) => isMachine(facts) && facts.count(RECORD.MEMORY_LAYOUT) === 0,
    "MEMORY_LAYOUT before it",
  ),
  placed(
    "machine-missing",
    [RECORD.STATIC_DATA_END],
    (facts) => isMachine(facts) && facts.count(RECORD.MACHINE) === 0,
    "MACHINE before it",
  ),
  placed(
    "machine-repeated",
    [RECORD.MACHINE],
    (facts) => isMachine(facts) && facts.count(RECORD.MACHINE) > 0,
    "no second MACHINE",
  ),
  machineRule(RECORD.MACHINE_VCPU, "machine-vcpu-length", ({ head }, _, report) => {
    const wanted = MACHINE_VCPU_HEADER + MACHINE_REGISTERS;
    if (head.length !== wanted) report(head.at + 4, `rec[${head.index}].body_length`, head.length, String(wanted));
  }),
  machineRule(RECORD.MACHINE_VCPU, "machine-vcpu-id", (body, { machine }, report) => {
    const id = machineVcpuId(body);
    if (id !== undefined && machine !== undefined && id >= machine.vcpus)
      report(body.at, `rec[${body.head.index}].vcpu_id`, id, `less than ${machine.vcpus}`);
  }),
  machineRule(RECORD.MACHINE_VCPU, "machine-vcpu-reserved", ({ head, at, octets }, _, report) => {
    const reserved = octets.subarray(4, MACHINE_VCPU_HEADER);
    if (!isZero(reserved)) report(at + 4, `rec[${head.index}].reserved`, hexOctets(reserved), "zero");
  }),
  rule("machine-vcpu-missing", "state", ({ at, index, by }, facts, report) => {
    if (!isMachine(facts)) return;
    const { machine, roundVcpus } = facts;
    for (let id = 0; id < Math.min(machine?.vcpus ?? 0, EMULATORS.qemu?.vcpus ?? 0); id++)
      if (!roundVcpus.has(`${RECORD.MACHINE_VCPU}/${id}`))
        return report(at, `rec[${index}]`, by, `MACHINE_VCPU of vCPU ${id} in this round`);
  }),
  machineRule(RECORD.MACHINE_VCPU, "machine-vcpu-repeated", (body, { roundVcpus }, report) => {
    const id = machineVcpuId(body);
    if (id !== undefined && roundVcpus.has(`${RECORD.MACHINE_VCPU}/${id}`))
      report(body.head.at, `rec[${body.head.index}]`, `MACHINE_VCPU of vCPU ${id} again`, "one in a round");
  }),
  machineRule(RECORD.PLATFORM_STATE, "platform-length", ({ head }, _, report) => {
    if (head.length <= PLATFORM_DIGEST)
      report(head.at + 4, `rec[${head.index}].body_length`, head.length, `more than ${PLATFORM_DIGEST}`);
  }),
  machineRule(RECORD.PLATFORM_STATE, "platform-digest", ({ head, at, octets }, { layoutBody, machine }, report) => {
    if (octets.length < PLATFORM_DIGEST || layoutBody === undefined || machine === undefined) return;
    const wanted = platformDigest(layoutBody, machine.body, octets.subarray(PLATFORM_DIGEST));
    const found = octets.subarray(0, PLATFORM_DIGEST);
    if (!sameOctets(found, wanted))
      report(at, `rec[${head.index}].digest`, hexOctets(found), `${hexOctets(wanted)}, that of machine and state`);
  }),
  rule("platform-missing", "state", ({ at, index, by }, facts, report) => {
    if (isMachine(facts) && facts.countInRound(RECORD.PLATFORM_STATE) === 0)
      report(at, `rec[${index}]`, by, "PLATFORM_STATE in this round");
  }),
  placed(
    "platform-order",
    BEFORE_PLATFORM,
    (facts) => isMachine(facts) && facts.countInRound(RECORD.PLATFORM_STATE) > 0,
    "PLATFORM_STATE after it",
  ),
  placed(
    "machine-state-early",
    STATE,
    (facts) => isMachine(facts) && facts.static === "open",
    "STATIC_DATA_END before it",
  ),
];
