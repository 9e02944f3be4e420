/** HVM_PARAMS: pairs of index and value (spec 9.2). */

import type { RecordBody } from "./events.ts";
import { fields, hex, hexOctets, isZero } from "./octets.ts";
import { type AnyRule, bodyRule, type Report, rule } from "./rule.ts";
import { RECORD } from "./vocabulary.ts";

/** One parameter; `at` counts from the start of the record's body. */
export type HvmParam = { readonly at: number; readonly index: bigint; readonly value: bigint };

const HEADER = 8;
const PAIR = 16;
/** Indices below this exist (HVM-023). */
const INDEX_LIMIT = 39n;
const VIRIDIAN = 9n;
const IOREQ_SERVER_PFN = 32;
const NR_IOREQ_SERVER_PAGES = 33;
const X87_FIP_WIDTH = 36n;

/** The whole pairs of the record, no more than its count says, in image order. */
export function readHvmParams({ head, octets }: RecordBody): HvmParam[] {
  if (octets.length < HEADER) return [];
  const { u32, u64 } = fields(octets, head.isBe);
  const whole = Math.min(u32(0), Math.floor((octets.length - HEADER) / PAIR));
  return Array.from({ length: whole }, (_, pair) => {
    const at = HEADER + PAIR * pair;
    return { at, index: u64(at), value: u64(at + 8) };
  });
}

function valueIsAllowed({ index, value }: HvmParam): boolean {
  if (index === X87_FIP_WIDTH) return value === 0n || value === 4n || value === 8n;
  if (index === VIRIDIAN) return value === 0n || ((value & 1n) === 1n && value < 0x2000n);
  return true;
}

function paramRule(
  code: AnyRule["code"],
  check: (param: HvmParam, path: string, at: number, report: Report) => void,
): AnyRule {
  return bodyRule(RECORD.HVM_PARAMS, code, (body, _, report) => {
    readHvmParams(body).forEach((param, position) => {
      check(param, `rec[${body.head.index}].params[${position}]`, body.at + param.at, report);
    });
  });
}

export const hvmParamsRules: readonly AnyRule[] = [
  bodyRule(RECORD.HVM_PARAMS, "hvm-params-length", ({ head, octets }, _, report) => {
    const count = octets.length < HEADER ? 0 : fields(octets, head.isBe).u32(0);
    const wanted = HEADER + PAIR * count;
    if (head.length !== wanted) report(head.at + 4, `rec[${head.index}].body_length`, head.length, String(wanted));
  }),
  bodyRule(RECORD.HVM_PARAMS, "record-empty", ({ head, at, octets }, _, report) => {
    if (octets.length >= HEADER && fields(octets, head.isBe).u32(0) === 0)
      report(at, `rec[${head.index}].count`, 0, "content");
  }),
  bodyRule(RECORD.HVM_PARAMS, "hvm-params-reserved", ({ head, at, octets }, _, report) => {
    if (!isZero(octets, 4, Math.min(8, octets.length)))
      report(at + 4, `rec[${head.index}].reserved`, hexOctets(octets.subarray(4, 8)), "zero");
  }),
  paramRule("hvm-params-index", ({ index }, path, at, report) => {
    if (index >= INDEX_LIMIT) report(at, `${path}.index`, hex(index), "less than 39");
  }),
  bodyRule(RECORD.HVM_PARAMS, "hvm-params-repeated", (body, _, report) => {
    const known = new Set<bigint>();
    readHvmParams(body).forEach(({ at, index }, position) => {
      if (known.has(index))
        report(
          body.at + at,
          `rec[${body.head.index}].params[${position}].index`,
          index,
          "an index that is not in the record before",
        );
      known.add(index);
    });
  }),
  paramRule("hvm-params-zero", ({ value }, path, at, report) => {
    if (value === 0n) report(at + 8, `${path}.value`, 0, "not 0");
  }),
  paramRule("hvm-params-value", (param, path, at, report) => {
    if (!valueIsAllowed(param))
      report(
        at + 8,
        `${path}.value`,
        hex(param.value),
        param.index === VIRIDIAN ? "bit 0 set, none above 12" : "0, 4 or 8",
      );
  }),
  rule("hvm-params-ioreq-pair", "state", (_, { params }, report) => {
    const pfn = params.get(IOREQ_SERVER_PFN);
    const pages = params.get(NR_IOREQ_SERVER_PAGES);
    const alone = pfn ?? pages;
    if (alone !== undefined && (pfn === undefined) !== (pages === undefined)) {
      report(
        alone.at,
        "params",
        `index ${pfn === undefined ? NR_IOREQ_SERVER_PAGES : IOREQ_SERVER_PFN} alone`,
        "indices 32 and 33, or neither",
      );
    }
  }),
];
