import type { Answered } from "./model.ts";
import type { Outcome } from "./outcome.ts";

/** What a trial comes to. `known` and `fixed` only with a list of known failures. */
export type Verdict =
  | "none"
  | "void"
  | "crash"
  | "hang"
  | "fail"
  | "undeclared-skip"
  | "wrong-value"
  | "pass"
  | "known"
  | "fixed";

/** All that a verdict depends on. */
export interface Observation {
  readonly applicable: boolean;
  /** Outcome of the twin; left out where the trial has none. */
  readonly twin?: Outcome | undefined;
  readonly outcome: Outcome;
  /** What must be answered; `undeclared` where it hangs on a choice that the adapter does not declare. */
  readonly expected: Answered | "undeclared";
  /** Whether a value was demanded and what came differs from it, or could not be shown to equal it. */
  readonly valueDiffers: boolean;
}

/** The verdict of a trial, first match wins; there is no default that passes. */
export function verdictOf({ applicable, twin, outcome, expected, valueDiffers }: Observation): Verdict {
  if (!applicable) return "none";
  if (twin !== undefined && twin !== "accept") return "void";
  if (outcome === "crash" || outcome === "hang") return outcome;
  if (outcome === "garbled") return "fail";
  if (outcome === "unsupported" || outcome === "none" || expected === "undeclared") return "undeclared-skip";
  if (outcome !== expected) return "fail";
  if (outcome === "accept" && valueDiffers) return "wrong-value";
  return "pass";
}
