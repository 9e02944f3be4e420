/** VERIFY and CHECKPOINT (spec 10). The back channel is walked in `containers/back-channel.ts`. */

import type { Facts } from "./facts.ts";
import { hex, hexOctets, sameOctets } from "./octets.ts";
import { recordName } from "./profile.ts";
import { type AnyRule, bodyRule, rule } from "./rule.ts";
import { isOptional, RECORD } from "./vocabulary.ts";

const MARKERS: readonly number[] = [RECORD.VERIFY, RECORD.CHECKPOINT, RECORD.STATIC_DATA_END];

const isX86 = ({ kind }: Facts) => kind === undefined || kind === "pv" || kind === "hvm";

export const checkpointRules: readonly AnyRule[] = [
  rule(
    "verify-place",
    "record",
    ({ at, index }, { checkpointed, memoryBegun }, report) => {
      if (checkpointed) report(at, `rec[${index}].type`, "VERIFY in a checkpointed stream", "none");
      else if (!memoryBegun) report(at, `rec[${index}].type`, "VERIFY before memory", "PAGE_DATA before it");
    },
    { types: [RECORD.VERIFY] },
  ),
  rule(
    "verify-mismatch",
    "page",
    ({ at, pfn, digest }, { verifying, pages }, report) => {
      if (!verifying || digest === undefined) return;
      const before = pages.digest(pfn);
      if (before === undefined || !sameOctets(before, digest))
        report(
          at,
          `pfn ${hex(pfn)}`,
          `contents ${hexOctets(digest, 4)}`,
          before === undefined ? "a pfn with contents" : `contents ${hexOctets(before, 4)}`,
        );
    },
    { deep: true },
  ),
  ...MARKERS.map((type) =>
    bodyRule(type, "marker-length", ({ head }, _, report) => {
      if (head.length !== 0) report(head.at + 4, `rec[${head.index}].body_length`, head.length, "0");
    }),
  ),
  rule(
    "checkpoint-plain",
    "record",
    ({ at, index }, { checkpointed }, report) => {
      if (!checkpointed) report(at, `rec[${index}].type`, "CHECKPOINT in a plain stream", "none");
    },
    { types: [RECORD.CHECKPOINT] },
  ),
  rule("checkpoint-incomplete", "state", ({ at, index, by }, facts, report) => {
    if (by !== "CHECKPOINT" || !isX86(facts)) return;
    const kinds =
      facts.kind === "pv" ? [RECORD.X86_TSC_INFO, RECORD.SHARED_INFO] : [RECORD.X86_TSC_INFO, RECORD.HVM_CONTEXT];
    const missing: string[] = kinds
      .filter((type) => facts.countInRound(type) === 0)
      .map((type) => recordName("image", type));
    if (facts.kind === "pv" && !facts.roundVcpus.has(`${RECORD.X86_PV_VCPU_BASIC}/0`))
      missing.push("X86_PV_VCPU_BASIC of vCPU 0");
    for (const name of missing) report(at, `rec[${index}]`, "CHECKPOINT", `${name} since the CHECKPOINT before`);
  }),
  rule("checkpoint-none", "broken", ({ at }, { checkpointed, commits }, report) => {
    if (checkpointed && commits === 0) report(at, "image", "end of input", "a committed checkpoint");
  }),
  rule("checkpoint-none", "end", ({ at }, { checkpoints, commits }, report) => {
    if (checkpoints > 0 && commits === 0) report(at, "image", "the end of the stream", "a committed checkpoint");
  }),
  bodyRule(RECORD.CHECKPOINT_DIRTY_PFN_LIST, "dirty-list-length", ({ head }, { context }, report) => {
    if (context.channel === "back" && head.length % 8 !== 0)
      report(head.at + 4, `rec[${head.index}].body_length`, head.length, "a multiple of 8");
  }),
  rule("back-channel-type", "record", ({ at, index, type }, { context }, report) => {
    if (context.channel !== "back" || type === RECORD.CHECKPOINT_DIRTY_PFN_LIST) return;
    report(
      at,
      `rec[${index}].type`,
      isOptional(type) ? hex(type) : recordName("image", type),
      "CHECKPOINT_STATE or CHECKPOINT_DIRTY_PFN_LIST",
    );
  }),
];
