import { differingKeys, type ObservedState } from "./observed-state.ts";
import type { Answer, Outcome } from "./outcome.ts";
import type { Result } from "./run.ts";
import type { Trial } from "./trials.ts";

/** All that is known of how a trial went, from a run or out of a claim; verdicts are computed from nothing else. */
export interface Evidence extends Omit<Answer, "outcome"> {
  readonly outcome: Outcome;
  readonly out?: { readonly len: number; readonly sha256: string; readonly octets?: Uint8Array };
  readonly judge?: ObservedState & { readonly check: Outcome; readonly read?: Outcome; readonly detail?: string };
  readonly twin?: { readonly outcome: Outcome; readonly detail?: string };
}

/** Names of the states that are compared: those the adapter reports, and those the judge reports. */
export interface Compared {
  readonly values: readonly string[];
  readonly judge: readonly string[];
}

/** Gathers what the runs say of a trial. */
export function evidenceOf(trial: Trial, results: ReadonlyMap<string, Result>): Evidence {
  const result = results.get(trial.run.key);
  if (!result) return { outcome: "none" };
  const { answer, written, judgement } = result;
  const twin = trial.twin && results.get(trial.twin.run.key);
  const said = judgement && (judgement.read ?? judgement.check);
  return {
    ...answer,
    ...(written && { out: written }),
    ...(judgement &&
      trial.demand?.kind === "judged" && {
        judge: {
          check: judgement.check.outcome,
          ...(judgement.read && { read: judgement.read.outcome }),
          ...(said?.value !== undefined && { value: said.value }),
          ...(said?.digests && { digests: said.digests }),
          ...(said && said.outcome !== "accept" && { detail: saidBy(said) }),
        },
      }),
    ...(twin && { twin: twinOf(twin) }),
  };
}

function twinOf({ answer: { outcome, detail } }: Result): NonNullable<Evidence["twin"]> {
  return { outcome, ...(detail !== undefined && { detail }) };
}

/** Whether a value was demanded with the acceptance, and what came differs from it or was not shown to equal it. */
export function valueDiffers({ demand }: Trial, evidence: Evidence, compared: Compared): boolean {
  switch (demand?.kind) {
    case undefined:
      return false;
    case "state":
      return differingKeys(demand.value, evidence, compared.values).length > 0;
    case "octets":
      return evidence.out?.sha256 !== demand.image.sha256;
    case "judged": {
      const { judge } = evidence;
      if (judge?.check !== "accept" || judge.read !== "accept") return true;
      return differingKeys(demand.value, judge, compared.judge).length > 0;
    }
  }
}

/** Keys of the runs whose output must go to the judge. */
export function judgedRuns(trials: readonly Trial[]): Set<string> {
  return new Set(trials.filter(({ demand }) => demand?.kind === "judged").map(({ run }) => run.key));
}

/** Names a trial in claims, reports and known failures: unique in a run. */
export function trialKey({ case: { id }, role, edition }: Pick<Trial, "case" | "role" | "edition">): string {
  return `${id} ${role} ${edition}`;
}

function saidBy({ outcome, detail, code, findings }: Answer): string {
  const codes = [code, ...(findings ?? []).map((finding) => finding.code)].filter((one) => one !== undefined);
  return [outcome, detail, codes.slice(0, 4).join(", ")].filter(Boolean).join(": ");
}
