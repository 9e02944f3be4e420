import type { Ledger } from "../ledger/ledger.ts";
import type { Problem, Requirement } from "../ledger/requirement.ts";
import { citedBy } from "./cases.ts";
import type { Case } from "./suite.ts";

/**
 * The requirements that cases decide: those that a case names, and those that share a code with one it names, for the
 * roles that the case asks. (A case breaks an image rule once; what it expects of a Reader is the Reader rule's.)
 */
export function decidedBy(cases: readonly Case[], ledger: Ledger): Set<string> {
  const byId = new Map(ledger.requirements.map((requirement) => [requirement.id, requirement]));
  const decided = new Set<string>();
  for (const one of cases) {
    for (const id of citedBy(one)) {
      decided.add(id);
      const codes = byId.get(id)?.codes ?? [];
      for (const other of ledger.requirements) {
        if (other.codes.some((code) => codes.includes(code)) && asks(one, other)) decided.add(other.id);
      }
    }
  }
  return decided;
}

function asks(one: Case, { roles }: Requirement): boolean {
  return roles.some((role) => one[role] !== undefined);
}

/** The testable MUSTs that no case decides, sorted. */
export function undecidedMusts(cases: readonly Case[], ledger: Ledger): string[] {
  const decided = decidedBy(cases, ledger);
  return ledger.requirements
    .filter(({ id, level, untestable }) => level === "MUST" && untestable === undefined && !decided.has(id))
    .map(({ id }) => id)
    .sort();
}

/**
 * Compares the undecided MUSTs with `conformance/uncovered.json` (`listed`), which only shrinks: of the requirements that
 * an earlier commit knew (`before.known`), none may be added to what it listed. A new requirement may come in listed.
 */
export function uncoveredProblems(
  undecided: readonly string[],
  listed: readonly string[],
  before: { readonly listed: readonly string[]; readonly known: readonly string[] } | undefined,
): Problem[] {
  const file = "conformance/uncovered.json";
  const problem = (what: string): Problem => ({ file, line: 0, what });
  const added = listed.filter((id) => before?.known.includes(id) && !before.listed.includes(id));
  return [
    ...undecided.filter((id) => !listed.includes(id)).map((id) => problem(`${id} is a MUST without a case`)),
    ...listed
      .filter((id) => !undecided.includes(id))
      .map((id) => problem(`${id} has a case now, or is gone: take it out`)),
    ...added.map((id) => problem(`${id} was added: this list only shrinks`)),
  ];
}
