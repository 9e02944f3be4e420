/** Which record may stand where, and how often (spec 5). */

import type { Facts } from "./facts.ts";
import { recordName } from "./profile.ts";
import { type AnyRule, type Rule, rule } from "./rule.ts";
import { RECORD } from "./vocabulary.ts";

const PAGES: readonly number[] = [RECORD.PAGE_DATA, RECORD.PAGE_DATA_COMPRESSED];
const MEMORY: readonly number[] = [...PAGES, RECORD.X86_PV_P2M_FRAMES];
const VCPU: readonly number[] = [
  RECORD.X86_PV_VCPU_BASIC,
  RECORD.X86_PV_VCPU_EXTENDED,
  RECORD.X86_PV_VCPU_XSAVE,
  RECORD.X86_PV_VCPU_MSRS,
];
const TIME_AND_REGISTERS: readonly number[] = [
  ...VCPU,
  RECORD.X86_TSC_INFO,
  RECORD.SHARED_INFO,
  RECORD.HVM_CONTEXT,
  RECORD.HVM_PARAMS,
];
const POLICIES: readonly number[] = [RECORD.X86_CPUID_POLICY, RECORD.X86_MSR_POLICY];

/** A rule on the place of a record: broken when `wrong` holds for a record of one of `types`. */
export function placed(
  code: AnyRule["code"],
  types: readonly number[],
  wrong: (facts: Facts) => boolean,
  wanted: string,
): AnyRule {
  const check: Rule<"record">["check"] = ({ at, index, type }, facts, report) => {
    if (wrong(facts)) report(at, `rec[${index}].type`, recordName("image", type, facts.edition), wanted);
  };
  return rule(code, "record", check, { types });
}

/** A rule on what a consistent state needs: broken when `missing` holds at END or CHECKPOINT. */
function needed(code: AnyRule["code"], type: number, missing: (facts: Facts) => boolean): AnyRule {
  return rule(code, "state", ({ at, index, by }, facts, report) => {
    if (missing(facts)) report(at, `rec[${index}]`, by, `${recordName("image", type)} before it`);
  });
}

const isPv = ({ kind }: Facts) => kind === "pv";
const isX86 = ({ kind }: Facts) => kind === undefined || kind === "pv" || kind === "hvm";
const isHvm = ({ kind }: Facts) => kind === "hvm";

export const orderRules: readonly AnyRule[] = [
  needed("static-end-missing", RECORD.STATIC_DATA_END, (facts) => facts.count(RECORD.STATIC_DATA_END) === 0),
  placed(
    "static-end-repeated",
    [RECORD.STATIC_DATA_END],
    (facts) => facts.static !== "open",
    "no second STATIC_DATA_END",
  ),
  placed("static-end-late", MEMORY, (facts) => facts.static === "open", "STATIC_DATA_END before it"),
  placed("static-end-order", TIME_AND_REGISTERS, (facts) => facts.static === "open", "STATIC_DATA_END before it"),
  placed("policy-late", POLICIES, (facts) => facts.static === "ended", "STATIC_DATA_END after it"),
  placed("pv-info-late", [RECORD.X86_PV_INFO], (facts) => facts.static === "ended", "STATIC_DATA_END after it"),
  needed("pv-info-missing", RECORD.X86_PV_INFO, (facts) => isPv(facts) && facts.count(RECORD.X86_PV_INFO) === 0),
  placed(
    "pv-info-order",
    [RECORD.X86_PV_P2M_FRAMES],
    (facts) => facts.count(RECORD.X86_PV_INFO) === 0,
    "X86_PV_INFO before it",
  ),
  placed(
    "pv-info-repeated",
    [RECORD.X86_PV_INFO],
    (facts) => facts.count(RECORD.X86_PV_INFO) > 0,
    "no second X86_PV_INFO",
  ),
  placed(
    "p2m-late",
    PAGES,
    (facts) => isPv(facts) && facts.count(RECORD.X86_PV_P2M_FRAMES) === 0,
    "X86_PV_P2M_FRAMES before it",
  ),
  needed(
    "p2m-missing",
    RECORD.X86_PV_P2M_FRAMES,
    (facts) => isPv(facts) && facts.count(RECORD.X86_PV_P2M_FRAMES) === 0,
  ),
  placed(
    "p2m-repeated",
    [RECORD.X86_PV_P2M_FRAMES],
    (facts) => facts.count(RECORD.X86_PV_P2M_FRAMES) > 0,
    "no second X86_PV_P2M_FRAMES",
  ),
  placed("p2m-after-pages", [RECORD.X86_PV_P2M_FRAMES], (facts) => facts.memoryBegun, "no page data before it"),
  placed("vcpu-order", VCPU, (facts) => !facts.memoryBegun, "PAGE_DATA before it"),
  placed(
    "shared-info-order",
    [RECORD.SHARED_INFO],
    (facts) => facts.count(RECORD.X86_PV_INFO) === 0,
    "X86_PV_INFO before it",
  ),
  rule("vcpu-basic-missing", "state", ({ at, index, by }, { edition, kind, vcpus }, report) => {
    if (kind !== "pv" || vcpus.get(0)?.has(RECORD.X86_PV_VCPU_BASIC)) return;
    report(
      at,
      `rec[${index}]`,
      by,
      `${edition === "draft-b" ? "VCPU_CONTEXT" : "X86_PV_VCPU_BASIC"} of vCPU 0 before it`,
    );
  }),
  needed("shared-info-missing", RECORD.SHARED_INFO, (facts) => isPv(facts) && facts.count(RECORD.SHARED_INFO) === 0),
  needed("hvm-context-missing", RECORD.HVM_CONTEXT, (facts) => isHvm(facts) && facts.count(RECORD.HVM_CONTEXT) === 0),
  placed(
    "hvm-context-repeated",
    [RECORD.HVM_CONTEXT],
    (facts) => facts.countInRound(RECORD.HVM_CONTEXT) > 0,
    "one HVM_CONTEXT",
  ),
  needed("tsc-missing", RECORD.X86_TSC_INFO, (facts) => isX86(facts) && facts.count(RECORD.X86_TSC_INFO) === 0),
  rule("vcpu-orphan", "state", (_, { vcpus }, report) => {
    for (const [id, records] of vcpus) {
      if (records.has(RECORD.X86_PV_VCPU_BASIC)) continue;
      for (const [type, { at, index }] of records) {
        report(
          at,
          `rec[${index}].vcpu_id`,
          `${recordName("image", type)} of vCPU ${id}`,
          `X86_PV_VCPU_BASIC of vCPU ${id}`,
        );
      }
    }
  }),
];
