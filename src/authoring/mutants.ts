/** Mutants that follow from the ledger: for every requirement with a code, an implementation that does the opposite of it. */

import { formatJson } from "./json.ts";
import type { Ledger } from "./ledger/ledger.ts";
import type { Requirement } from "./ledger/requirement.ts";
import type { Products } from "./products.ts";

/** One named wrong behaviour (schemas/mutant.schema.json). */
export type Mutant = {
  readonly id: string;
  readonly breaks: string;
  readonly role: "reader" | "writer" | "verifier";
  readonly kind: "omit" | "refuse" | "replace";
  readonly does: string;
};

/** Where mutants stand; those of kind `replace` are written by hand. */
export const MUTANTS = "conformance/mutants";

/** The mutants of kind `omit` and `refuse`, one file each. `picks` are the options that the reference declares. */
export function mutantProducts({ requirements }: Ledger, picks: Readonly<Record<string, string>>): Products {
  const mutants = requirements.flatMap((requirement) => mutantOf(requirement, picks) ?? []);
  return new Map(mutants.map((mutant) => [`${MUTANTS}/${mutant.id}.json`, formatJson(mutant)]));
}

function mutantOf(requirement: Requirement, picks: Readonly<Record<string, string>>): Mutant | undefined {
  const { id, level, subject, codes, action, choice, untestable } = requirement;
  if (level !== "MUST" || codes.length === 0 || untestable !== undefined || subject === "writer") return undefined;
  const sentence = requirement.text;
  if (subject !== "reader")
    return { ...named(id, "omit"), role: "verifier", does: `Does not notice a breach of: ${sentence}` };
  const pick = choice === undefined ? action : choice.options[picks[choice.name] ?? ""];
  if (pick === undefined) return undefined;
  return pick === "reject"
    ? { ...named(id, "omit"), role: "reader", does: `Accepts what it has to reject: ${sentence}` }
    : { ...named(id, "refuse"), role: "reader", does: `Rejects what it has to accept: ${sentence}` };
}

function named(requirement: string, kind: "omit" | "refuse"): Pick<Mutant, "id" | "breaks" | "kind"> {
  return { id: `${requirement.toLowerCase()}-${kind}`, breaks: requirement, kind };
}
