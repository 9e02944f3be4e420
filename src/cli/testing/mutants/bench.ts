/** Trials of the suite run in this process: on the codec as it is, and on what mutants make of it. */

import type { Code } from "../../../../generated/catalogue.ts";
import { type Consumer, FormatError, type OpenOptions, readImage, verifyImage } from "../../../containers/index.ts";
import { allRules } from "../../../containers/rules.ts";
import type { AnyRule } from "../../../format/rule.ts";
import { equalJson } from "../../../harness/json-compare.ts";
import type { Suite } from "../../../harness/model.ts";
import { octetsOf } from "../../../harness/runs.ts";
import type { JsonObject } from "../../../harness/strict-json.ts";
import { loadSuite } from "../../../harness/suite.ts";
import { type Trial, trialsOf } from "../../../harness/trials.ts";
import { about } from "../../adapter/about.ts";
import { packageRoot } from "../../package-root.ts";

/** What a trial came to. */
export type Verdict = "pass" | "fail" | "wrong-value";

/** A trial of a Reader or Verifier with its octets at hand. */
export type Ready = { readonly trial: Trial; readonly octets: Uint8Array };

/** An answer: accepted, for a Reader with a state, or rejected. */
export type Answer = { readonly accepted: boolean; readonly value?: JsonObject };

/** An implementation: what it answers to a trial. */
export type Implementation = (ready: Ready) => Answer;

/** The suite of this checkout. */
export function projectSuite(): Promise<Suite> {
  return loadSuite(`${packageRoot()}/conformance`);
}

/** Those of `trials` that are of a Reader or Verifier, with their octets. */
export async function readyTrials(trials: readonly Trial[]): Promise<Ready[]> {
  const ready: Ready[] = [];
  for (const trial of trials) {
    const { input } = trial.run;
    if (input.kind !== "image") continue;
    // A Buffer's slice is a view: what a mutant changes must never be what the next one reads.
    const { buffer, byteOffset, byteLength } = await octetsOf(input);
    ready.push({ trial, octets: new Uint8Array(buffer, byteOffset, byteLength) });
  }
  return ready;
}

/** Every applicable trial on what the reference declares, Writers included. */
export function declaredTrials(suite: Suite): Trial[] {
  const roles = ["reader", "verifier", "writer"] as const;
  const trials = trialsOf(suite, about() as never, { editions: suite.editions, roles });
  return trials.filter(({ missing, expected }) => missing.length === 0 && expected !== "undeclared");
}

/** The codec under a table of rules. */
export function codec(rules: readonly AnyRule[] = allRules): Implementation {
  return ({ trial, octets }) => {
    const options: OpenOptions = { edition: trial.edition, context: trial.run.context, deep: true, rules };
    try {
      if (trial.role === "verifier") return { accepted: whole(verifyImage(options), octets).verdict === "accept" };
      const state = whole(readImage(options), octets);
      return {
        accepted: true,
        ...(state === undefined ? {} : { value: JSON.parse(JSON.stringify(state)) as JsonObject }),
      };
    } catch (error) {
      if (error instanceof FormatError) return { accepted: false };
      // No rule that is left objects, and of what there is no state can be made: an acceptance without a state.
      if (error instanceof Error && error.message.startsWith("an accepted ")) return { accepted: true };
      throw error;
    }
  };
}

const answers = new WeakMap<Ready, Answer>();

/** The codec as it is; what it answered to a trial is not worked out again. */
export const reference: Implementation = (ready) => {
  const answer = answers.get(ready) ?? codec()(ready);
  answers.set(ready, answer);
  return answer;
};

/** Feeds octets to a consumer, twice where it wants to see them again. */
export function whole<T>(consumer: Consumer<T>, octets: Uint8Array): T {
  const feed = (one: Consumer<T>) => {
    one.push(octets);
    return one.end();
  };
  const first = feed(consumer);
  const second = consumer.secondPass?.();
  return second === undefined ? first : feed(second);
}

/** What the harness would say of an answer to a trial. */
export function verdict({ accepted, value }: Answer, { expected, demand }: Trial): Verdict {
  if (accepted !== (expected === "accept")) return "fail";
  if (!accepted || demand?.kind !== "state") return "pass";
  return equalJson(demand.value, value) ? "pass" : "wrong-value";
}

/** A rule that calls `first` with what it reports before it reports; everything else about it stays. */
export function withReport(
  rule: AnyRule,
  first: (code: Code, ...found: Parameters<Parameters<AnyRule["check"]>[2]>) => void,
): AnyRule {
  const check = rule.check as (subject: unknown, facts: unknown, report: Parameters<AnyRule["check"]>[2]) => void;
  return {
    ...rule,
    check: (subject: unknown, facts: unknown, original: Parameters<AnyRule["check"]>[2]) =>
      check(subject, facts, (...found) => {
        first(rule.code, ...found);
        original(...found);
      }),
  } as AnyRule;
}

/**
 * The codes that are reported in a trial: taking a rule away can change the trials in which its code is, and no others. What the codec answers
 * on the way is the reference's answer.
 */
export function codesIn(ready: Ready): ReadonlySet<Code> {
  const codes = new Set<Code>();
  answers.set(ready, codec(allRules.map((rule) => withReport(rule, (code) => codes.add(code))))(ready));
  return codes;
}
