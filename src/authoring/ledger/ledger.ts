import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatJson } from "../json.ts";
import { readChapter } from "./chapter.ts";
import type { Problem, Requirement } from "./requirement.ts";

/** Every requirement of the specification, in the order of the chapters, and what is wrong with it. */
export type Ledger = { readonly requirements: readonly Requirement[]; readonly problems: readonly Problem[] };

/** The normative chapters, `spec/NN-name.md`, in order: paths from `root`. */
export function chapterPaths(root: string): string[] {
  return readdirSync(join(root, "spec"))
    .filter((file) => /^\d\d-.*\.md$/.test(file))
    .sort()
    .map((file) => `spec/${file}`);
}

/** Reads the ledger from the chapters under `root`. A requirement that is not well formed is left out and reported. */
export function readLedger(root: string): Ledger {
  const chapters = chapterPaths(root).map((path) => readChapter(readFileSync(join(root, path), "utf8"), path));
  const requirements = chapters.flatMap((chapter) => chapter.requirements);
  const problems = chapters.flatMap((chapter) => chapter.problems);
  const first = new Map<string, Requirement>();
  for (const requirement of requirements) {
    const { id, file, line } = requirement;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, requirement);
    else problems.push({ file, line, what: `${id} is given out already, at ${earlier.file}:${earlier.line}` });
  }
  return { requirements: [...first.values()], problems };
}

/** The ledger as `conformance/requirements.json` holds it. */
export function requirementsJson({ requirements }: Ledger): string {
  return formatJson(
    requirements.map((requirement) => ({
      id: requirement.id,
      text: requirement.text,
      level: requirement.level,
      roles: requirement.roles,
      editions: requirement.editions,
      code: requirement.codes[0],
      choice: requirement.choice?.name,
      "x-codes": requirement.codes.length > 1 ? requirement.codes : undefined,
      "x-action": requirement.action,
      "x-needs": someOrNone(requirement.needs),
      "x-fact": someOrNone(requirement.facts),
      "x-rationale": someOrNone(requirement.rationale),
      "x-untestable": requirement.untestable,
      "x-untestable-writer": requirement.untestableWriter,
      "x-chapter": requirement.file.slice("spec/".length, -".md".length),
    })),
  );
}

function someOrNone<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** The choices that the ledger defines: name to options, in the order of the chapters. */
export function choicesOf({ requirements }: Ledger): Record<string, string[]> {
  const choices: Record<string, string[]> = {};
  for (const { choice } of requirements) {
    if (choice !== undefined) choices[choice.name] ??= Object.keys(choice.options);
  }
  return choices;
}
