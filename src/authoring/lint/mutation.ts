import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../ledger/requirement.ts";

/** The room whose modules a general mutation tool changes. */
export const MUTATED = "src/format";
export const MUTATION_REPORT = "conformance/mutation/report.json";
export const EXPLAINED = "conformance/mutation/explained.json";

/** As much of the report as is held against the explanations. */
export interface MutationReport {
  /** Modules that were not judged yet. */
  readonly outstanding: readonly string[];
  readonly modules: readonly { readonly file: string; readonly survivors: readonly string[] }[];
}

/** One reason, and the mutants that it is the reason of. */
export interface Explanation {
  readonly why: string;
  readonly mutants: readonly string[];
}

/** A survivor by the module, the line that it begins in and what becomes of what: whatever is added above, it keeps its name. */
export function mutantName(file: string, line: string, original: string, replacement: string): string {
  return `${file} | ${shortened(line)} | ${shortened(original)} => ${shortened(replacement)}`;
}

/** Text on one line, and not too much of it. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 90 ? `${line.slice(0, 60)} ... ${line.slice(-25)}` : line;
}

/** Modules of the mutated room, tests aside, as paths from it. */
export function mutatedModules(root: string): string[] {
  return readdirSync(join(root, MUTATED), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .sort();
}

/** The texts of these modules by their paths from the room. */
export function mutatedTexts(root: string): Map<string, string> {
  return new Map(mutatedModules(root).map((file) => [file, readFileSync(join(root, MUTATED, file), "utf8")]));
}

/** Every module is judged or named as outstanding; every survivor stands in the code still and is explained, once; nothing else is. */
export function mutationProblems(
  { outstanding, modules }: MutationReport,
  explanations: readonly Explanation[],
  texts: ReadonlyMap<string, string>,
): Problem[] {
  const survivors = modules.flatMap((module) => module.survivors);
  const explained = explanations.flatMap(({ mutants }) => mutants);
  const counted = [...outstanding, ...modules.map(({ file }) => file)];
  const inReport = (what: string): Problem => ({ file: MUTATION_REPORT, line: 0, what });
  const inExplained = (what: string): Problem => ({ file: EXPLAINED, line: 0, what });
  return [
    ...[...texts.keys()]
      .filter((file) => !counted.includes(file))
      .map((file) => inReport(`${file} is neither judged nor outstanding: npm run mutation -- ${file}`)),
    ...counted.filter((file) => !texts.has(file)).map((file) => inReport(`${file} is no module any more`)),
    ...modules.flatMap(({ file, survivors: own }) => {
      const lines = new Set(texts.get(file)?.split("\n").map(shortened));
      return own
        .filter((name) => texts.has(file) && !lines.has(name.split(" | ")[1] as string))
        .map((name) => inReport(`the line of "${name}" is no longer there: npm run mutation -- ${file}`));
    }),
    ...survivors
      .filter((name) => !explained.includes(name))
      .map((name) => inExplained(`"${name}" survives and is not explained`)),
    ...explained
      .filter((name, at) => !survivors.includes(name) || explained.indexOf(name) !== at)
      .map((name) => inExplained(`"${name}" is explained and does not survive, or is explained twice`)),
    ...explanations
      .filter(({ why }) => why.split(" ").length < 5)
      .map(({ why }) => inExplained(`"${why}" explains nothing`)),
  ];
}
