/** Mutants that follow from the ledger: a rule is gone (`omit`), or rejects what has to be accepted (`refuse`). */

import { type Code, catalogue, readerRule } from "../../../../generated/catalogue.ts";
import { FormatError } from "../../../containers/index.ts";
import { allRules } from "../../../containers/rules.ts";
import type { Facts } from "../../../format/facts.ts";
import type { AnyRule } from "../../../format/rule.ts";
import { codec, type Implementation, withReport } from "./bench.ts";

/** The codes under which a breach of a requirement is reported, or answered by a Reader. */
export function codesOf(requirement: string): Code[] {
  const entries = Object.entries(catalogue) as [Code, (typeof catalogue)[Code]][];
  return entries
    .filter(([, { image, reader }]) => [...image, ...reader].some(({ req }) => req === requirement))
    .map(([code]) => code);
}

/** Whether two requirements speak of one breach: what an image owes, and what a Reader does when it is not there. */
export function sameBreach(a: string, b: string): boolean {
  return a === b || codesOf(a).some((code) => codesOf(b).includes(code));
}

/** The codec without the rules of some codes. */
export function without(codes: readonly string[]): Implementation {
  return codec(allRules.filter(({ code }) => !codes.includes(code)));
}

/** The codec as a Reader that rejects each breach of a requirement which it has to accept. */
export function refusing(requirement: string): Implementation {
  const codes = codesOf(requirement);
  return codec(allRules.map((rule) => (codes.includes(rule.code) ? throwing(rule, requirement) : rule)));
}

function throwing(rule: AnyRule, requirement: string): AnyRule {
  const check = rule.check as (subject: unknown, facts: Facts, report: unknown) => void;
  return {
    ...rule,
    check: (subject: unknown, facts: Facts, report: unknown) => {
      // A rule reports whatever the edition; only in those of the requirement is there anything to reject.
      const edition = rule.code.startsWith("image-version") ? facts.asked : facts.ruledBy;
      const bound = readerRule(rule.code, edition)?.req === requirement;
      const first = withReport(rule, (code, at, path, found, wanted) => {
        if (bound)
          throw new FormatError({ code, at, path, found: String(found), wanted, req: requirement, level: "MUST" });
      });
      (bound ? (first.check as typeof check) : check)(subject, facts, report);
    },
  } as AnyRule;
}
