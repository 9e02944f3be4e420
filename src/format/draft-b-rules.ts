/**
 * Rules on records of the proposal of 2014 (spec 16.3 to 16.12). Those on headers, pages, contexts and the end of an image are the ones of
 * later editions.
 */

import { P2M_HEADER, PFN_END, readMaxVcpuId, readP2mPart } from "./draft-b.ts";
import type { RecordBody } from "./events.ts";
import type { Facts } from "./facts.ts";
import { fields, hex, hexOctets, isZero } from "./octets.ts";
import { placed as placedIn } from "./order.ts";
import { DRAFT_B } from "./profile.ts";
import { type AnyRule, bodyRule, type Report, rule } from "./rule.ts";
import { contextLength, VCPU_HEADER, vcpuId } from "./vcpu-records.ts";
import { readPvInfo } from "./x86-pv.ts";

/** vCPUs that a domain can have at most (DB-061). */
const VCPU_LIMIT = 8192;
const TYPES: readonly number[] = Object.values(DRAFT_B);
const MEMORY: readonly number[] = [DRAFT_B.P2M, DRAFT_B.PAGE_DATA];

/** A rule on the body of a record of this edition. */
function of(type: number, code: AnyRule["code"], check: (body: RecordBody, facts: Facts, report: Report) => void) {
  return { ...bodyRule(type, code, check), dialect: "draft-b" } as AnyRule;
}

/** A rule on the length of a body that has no other. */
function lengthOf(type: number, code: AnyRule["code"], length: number): AnyRule {
  return of(type, code, ({ head }, _, report) => {
    if (head.length !== length) report(head.at + 4, `rec[${head.index}].body_length`, head.length, String(length));
  });
}

/** A rule on the reserved octets from `from` to `to` of a body. */
function reservedIn(type: number, code: AnyRule["code"], from: number, to: number): AnyRule {
  return of(type, code, ({ head, at, octets }, _, report) => {
    if (!isZero(octets, from, Math.min(to, octets.length)))
      report(at + from, `rec[${head.index}].reserved`, hexOctets(octets.subarray(from, to)), "zero");
  });
}

/** A rule on the place of a record of this edition. */
function placed(...rule: Parameters<typeof placedIn>): AnyRule {
  return { ...placedIn(...rule), dialect: "draft-b" };
}

const others = (...types: readonly number[]) => TYPES.filter((type) => !types.includes(type));
const none = (type: number) => (facts: Facts) => facts.count(type) === 0;
const some = (type: number) => (facts: Facts) => facts.count(type) > 0;

const framing: readonly AnyRule[] = [
  rule("record-type", "record", ({ at, index, type }, _, report) => {
    if (!TYPES.includes(type)) report(at, `rec[${index}].type`, hex(type), "0 to 5");
  }),
  rule("record-options-reserved", "record", ({ at, index, options }, _, report) => {
    if (options > 1) report(at + 8, `rec[${index}].options`, hex(options), "bits 1 to 15 clear");
  }),
  rule("record-head-reserved", "record", ({ at, index, reserved }, _, report) => {
    if (reserved !== undefined && !isZero(reserved))
      report(at + 10, `rec[${index}].reserved`, hexOctets(reserved), "zero");
  }),
  rule("record-checksum", "trailer", ({ head, at, checksum, sum }, _, report) => {
    if (sum !== undefined && checksum !== sum) report(at, `rec[${head.index}].checksum`, hex(checksum), hex(sum));
  }),
  rule("record-checksum-unused", "trailer", ({ head, at, checksum, sum }, _, report) => {
    if (sum === undefined && checksum !== 0)
      report(at, `rec[${head.index}].checksum`, hex(checksum), "0, as bit 0 of the options is clear");
  }),
  rule("record-foot-reserved", "trailer", ({ head, at, reserved }, _, report) => {
    if (reserved !== 0) report(at + 4, `rec[${head.index}].footer_reserved`, hex(reserved), "0");
  }),
  lengthOf(DRAFT_B.END, "record-end-length", 0),
];

const order: readonly AnyRule[] = [
  placed("pv-info-order", others(DRAFT_B.X86_PV_INFO), none(DRAFT_B.X86_PV_INFO), "X86_PV_INFO before it"),
  placed("pv-info-repeated", [DRAFT_B.X86_PV_INFO], some(DRAFT_B.X86_PV_INFO), "no second X86_PV_INFO"),
  placed("p2m-late", others(DRAFT_B.X86_PV_INFO, DRAFT_B.P2M), none(DRAFT_B.P2M), "P2M before it"),
  placed("memory-late", MEMORY, some(DRAFT_B.VCPU_INFO), "VCPU_INFO after it"),
  placed("vcpu-info-late", [DRAFT_B.VCPU_CONTEXT, DRAFT_B.END], none(DRAFT_B.VCPU_INFO), "VCPU_INFO before it"),
  placed("vcpu-info-repeated", [DRAFT_B.VCPU_INFO], some(DRAFT_B.VCPU_INFO), "no second VCPU_INFO"),
];

const memory: readonly AnyRule[] = [
  lengthOf(DRAFT_B.X86_PV_INFO, "pv-info-length", 8),
  of(DRAFT_B.X86_PV_INFO, "pv-info-width", (body, _, report) => {
    const { head, at, octets } = body;
    if (octets.length < 2 || readPvInfo(body) !== undefined) return;
    const found = `width ${octets[0]}, levels ${octets[1]}`;
    report(at, `rec[${head.index}].guest_width`, found, "width 4 and levels 3, or 8 and 4");
  }),
  of(DRAFT_B.X86_PV_INFO, "pv-info-reserved", ({ head, at, octets }, _, report) => {
    if (octets.length < 4) return;
    const options = fields(octets, head.isBe).u16(2);
    if (options > 1) report(at + 2, `rec[${head.index}].options`, hex(options), "0 or 1");
    else if (!isZero(octets, 4, Math.min(8, octets.length)))
      report(at + 4, `rec[${head.index}].reserved`, hexOctets(octets.subarray(4, 8)), "zero");
  }),
  of(DRAFT_B.P2M, "p2m-range", (body, _, report) => {
    const part = readP2mPart(body);
    if (part !== undefined && part.begin >= part.end)
      report(body.at, `rec[${body.head.index}].pfn_begin`, hex(part.begin), `less than pfn_end, ${hex(part.end)}`);
  }),
  of(DRAFT_B.P2M, "p2m-length", (body, _, report) => {
    const { at, index, length } = body.head;
    const part = readP2mPart(body);
    const path = `rec[${index}].body_length`;
    if (part === undefined) report(at + 4, path, length, `at least ${P2M_HEADER}`);
    else if (part.begin < part.end && part.end <= PFN_END) {
      const wanted = P2M_HEADER + 8 * Number(part.end - part.begin);
      if (length !== wanted) report(at + 4, path, length, String(wanted));
    }
  }),
  of(DRAFT_B.P2M, "p2m-limit", (body, _, report) => {
    const part = readP2mPart(body);
    if (part !== undefined && part.end > PFN_END)
      report(body.at + 8, `rec[${body.head.index}].pfn_end`, hex(part.end), `at most ${hex(PFN_END)}`);
  }),
  of(DRAFT_B.P2M, "p2m-gap", (body, { maxPfn }, report) => {
    const part = readP2mPart(body);
    const most = maxPfn === undefined ? 0 : maxPfn + 1;
    if (part !== undefined && part.begin > BigInt(most))
      report(body.at, `rec[${body.head.index}].pfn_begin`, hex(part.begin), most === 0 ? "0" : `at most ${hex(most)}`);
  }),
];

const vcpus: readonly AnyRule[] = [
  lengthOf(DRAFT_B.VCPU_INFO, "vcpu-info-length", 8),
  of(DRAFT_B.VCPU_INFO, "vcpu-info-limit", (body, _, report) => {
    const most = readMaxVcpuId(body);
    if (most !== undefined && most >= VCPU_LIMIT)
      report(body.at, `rec[${body.head.index}].max_vcpu_id`, most, `less than ${VCPU_LIMIT}`);
  }),
  reservedIn(DRAFT_B.VCPU_INFO, "vcpu-info-reserved", 4, 8),
  of(DRAFT_B.VCPU_CONTEXT, "vcpu-basic-length", ({ head }, { pvInfo }, report) => {
    if (pvInfo === undefined) return;
    const wanted = VCPU_HEADER + contextLength(pvInfo.width);
    if (head.length !== wanted) report(head.at + 4, `rec[${head.index}].body_length`, head.length, String(wanted));
  }),
  of(DRAFT_B.VCPU_CONTEXT, "vcpu-id", (body, { maxVcpuId, context: { target } }, report) => {
    const id = vcpuId(body);
    if (id === undefined) return;
    const most = Math.min(maxVcpuId ?? VCPU_LIMIT - 1, target === undefined ? VCPU_LIMIT : target.vcpus - 1);
    if (id > most) report(body.at, `rec[${body.head.index}].vcpu_id`, id, `at most ${most}`);
  }),
  of(DRAFT_B.VCPU_CONTEXT, "vcpu-repeated", (body, facts, report) => {
    const id = vcpuId(body);
    if (id !== undefined && facts.vcpus.has(id))
      report(body.head.at, `rec[${body.head.index}]`, `VCPU_CONTEXT of vCPU ${id} again`, "one");
  }),
  reservedIn(DRAFT_B.VCPU_CONTEXT, "vcpu-reserved", 4, 8),
];

export const draftBRules: readonly AnyRule[] = [...framing, ...order, ...memory, ...vcpus];
