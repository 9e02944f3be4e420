import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A row of `disagreements.json`: a place where sources of the format say different things, and what shows it. */
export interface Disagreement {
  /** `F1` and so on, the row of the collected facts. */
  readonly row: string;
  /** High: data is lost or something breaks. Medium: one accepts what the other rejects. Low: words only. */
  readonly severity: "high" | "medium" | "low";
  readonly says: string;
  /** What holds; without it the requirements that settle the row say so. */
  readonly ruling?: string;
  /** A note in `spec/rationale`, where the requirements name none. */
  readonly note?: string;
  /** The cases that show it best. */
  readonly cases?: readonly string[];
  /** Why no octets can show it, where there are no cases. */
  readonly undecided?: string;
}

/** What a requirement says of facts and reasons, beside what a suite's format knows. */
export interface RequirementFacts {
  readonly text: string;
  readonly facts: readonly string[];
  /** Names of notes in `spec/rationale`. */
  readonly notes: readonly string[];
}

/** The disagreements that a suite keeps beside its cases, and the requirements that settle them. */
export interface Facts {
  readonly disagreements: readonly Disagreement[];
  readonly requirements: ReadonlyMap<string, RequirementFacts>;
}

interface LedgerEntry {
  readonly id: string;
  readonly text: string;
  readonly "x-fact"?: readonly string[];
  readonly "x-rationale"?: readonly string[];
}

/** Reads both from a suite folder; a suite without `disagreements.json` has none. */
export function readFacts(suite: string): Facts {
  const ledger = JSON.parse(readFileSync(join(suite, "requirements.json"), "utf8")) as LedgerEntry[];
  return {
    disagreements: readDisagreements(suite),
    requirements: new Map(
      ledger.map(({ id, text, "x-fact": facts = [], "x-rationale": notes = [] }) => [id, { text, facts, notes }]),
    ),
  };
}

function readDisagreements(suite: string): readonly Disagreement[] {
  let text: string;
  try {
    text = readFileSync(join(suite, "disagreements.json"), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  return (JSON.parse(text) as { rows: Disagreement[] }).rows;
}
