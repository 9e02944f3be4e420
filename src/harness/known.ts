import { readFile } from "node:fs/promises";
import { UsageError } from "./errors.ts";
import type { Outcome } from "./outcome.ts";
import { departure } from "./schemas.ts";
import { parseStrictJson } from "./strict-json.ts";
import type { Verdict } from "./verdict.ts";

/** A case that is known not to pass; `outcome` is that of its trials, or their verdict. */
export interface KnownFailure {
  readonly id: string;
  readonly outcome: string;
  readonly reason: string;
  readonly issue?: string;
}

/** Reads a list of known failures; throws `UsageError` when it is missing or invalid. */
export async function readKnown(file: string): Promise<KnownFailure[]> {
  try {
    const document = parseStrictJson(await readFile(file));
    const found = departure("known", document);
    if (found) throw new Error(`${found.path || "the document"} ${found.message}`);
    return document as unknown as KnownFailure[];
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

/**
 * The verdict in the light of a list of known failures: a listed trial that does not pass, as it did not before, is
 * known; a listed one that passes is fixed. What does not apply or is not listed stays what it is.
 */
export function knownVerdict(verdict: Verdict, outcome: Outcome, entries: readonly KnownFailure[]): Verdict {
  if (entries.length === 0 || verdict === "none") return verdict;
  if (verdict === "pass") return "fixed";
  return entries.some((entry) => recurs(entry, verdict, outcome)) ? "known" : verdict;
}

/** Whether a listed failure is seen again in a trial. */
export function recurs(entry: KnownFailure, verdict: Verdict, outcome: Outcome): boolean {
  return entry.outcome === outcome || entry.outcome === verdict;
}
