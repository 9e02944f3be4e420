import type { Ledger } from "../ledger/ledger.ts";
import type { Problem, Requirement } from "../ledger/requirement.ts";
import type { Case, SuiteSources } from "./suite.ts";

/** What is wrong with the names that cases and mutants use: requirements, images, values, streams, twins, codes. */
export function caseProblems(ledger: Ledger, suite: SuiteSources, suiteEditions: readonly string[]): Problem[] {
  const requirements = new Map(ledger.requirements.map((requirement) => [requirement.id, requirement]));
  const codes = new Set(ledger.requirements.flatMap((requirement) => requirement.codes));
  const choices = new Set(ledger.requirements.flatMap(({ choice }) => (choice === undefined ? [] : [choice.name])));
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const ids = new Set(suite.cases.map(({ id }) => id));

  for (const one of suite.cases) {
    const report = (what: string) => problems.push({ file: one.file, line: 0, what: `case ${one.id}: ${what}` });
    if (seen.has(one.id)) report("the id is given out already");
    seen.add(one.id);
    const cited = citedBy(one);
    if (cited.length === 0) report("it breaks or shows no requirement");
    for (const id of cited) if (!requirements.has(id)) report(`there is no requirement ${id}`);
    if (one.twin !== undefined && !ids.has(one.twin)) report(`there is no twin ${one.twin}`);
    if (one.choice !== undefined && !choices.has(one.choice)) report(`no requirement defines the choice ${one.choice}`);
    for (const code of one.alsoCodes ?? []) if (!codes.has(code)) report(`there is no code ${code}`);

    const known = cited.flatMap((id) => requirements.get(id) ?? []);
    const editions = editionsOf(one, known, suiteEditions);
    if (known.length > 0 && editions.length === 0) report("no edition is in all that it cites");
    for (const kind of ["image", "value", "stream"] as const) {
      const name = one[kind];
      if (name === undefined) continue;
      const meant = name.endsWith("@*") ? editions.map((edition) => `${name.slice(0, -2)}.${edition}`) : [name];
      for (const each of meant) if (!suite.names[kind].has(each)) report(`there is no ${kind} ${each}`);
    }
  }
  for (const { id, breaks, file } of suite.mutants) {
    if (!requirements.has(breaks))
      problems.push({ file, line: 0, what: `mutant ${id}: there is no requirement ${breaks}` });
  }
  return problems;
}

/** The requirements that a case names. */
export function citedBy(one: Case): readonly string[] {
  return [...(one.breaks === undefined ? [] : [one.breaks]), ...(one.shows ?? [])];
}

function editionsOf(one: Case, cited: readonly Requirement[], suiteEditions: readonly string[]): string[] {
  return suiteEditions.filter(
    (edition) =>
      (one.editions ?? suiteEditions).includes(edition) &&
      cited.every(({ editions }) => (editions as readonly string[]).includes(edition)),
  );
}
