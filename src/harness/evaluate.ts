import type { About } from "./about.ts";
import { type Compared, type Evidence, valueDiffers } from "./evidence.ts";
import { type KnownFailure, knownVerdict } from "./known.ts";
import { type Reasons, reasonsOf } from "./reasons.ts";
import type { Trial } from "./trials.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

/** A trial with its verdict. */
export interface Evaluated {
  readonly trial: Trial;
  readonly evidence: Evidence;
  /** The verdict on its own; certificates hang on this one. */
  readonly bare: Verdict;
  /** The verdict in the light of the known failures. */
  readonly verdict: Verdict;
  readonly known?: KnownFailure;
  readonly reasons?: Reasons;
}

/** Computes verdict and reasons of a trial from what is known of it, and from nothing else. */
export function evaluate(
  trial: Trial,
  evidence: Evidence,
  about: About,
  compared: Compared,
  known: readonly KnownFailure[],
): Evaluated {
  const bare = verdictOf({
    applicable: trial.missing.length === 0,
    twin: trial.twin && (evidence.twin?.outcome ?? "none"),
    outcome: evidence.outcome,
    expected: trial.expected,
    valueDiffers: valueDiffers(trial, evidence, compared),
  });
  const entries = known.filter(({ id }) => id === trial.case.id);
  const verdict = knownVerdict(bare, evidence.outcome, entries);
  const reasons = bare === "pass" ? reasonsOf(trial, evidence, about) : undefined;
  return {
    trial,
    evidence,
    bare,
    verdict,
    ...(verdict === "known" && { known: entries.find((entry) => entry.outcome === evidence.outcome) ?? entries[0]! }),
    ...(reasons && { reasons }),
  };
}
