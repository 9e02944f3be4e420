import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../ledger/requirement.ts";

/** The keys of a case that name what it stands on; the harness holds the whole schema. */
export type Case = {
  readonly id: string;
  readonly breaks?: string;
  readonly shows?: readonly string[];
  readonly image?: string;
  readonly stream?: string;
  readonly value?: string;
  readonly twin?: string;
  readonly same?: string;
  readonly patch?: unknown;
  readonly editions?: readonly string[];
  readonly choice?: string;
  readonly alsoCodes?: readonly string[];
  readonly reader?: unknown;
  readonly verifier?: unknown;
  readonly writer?: unknown;
  /** Path of the file that the case stands in, from the root of the repository. */
  readonly file: string;
};

/** One wrong behaviour that a case must expose. */
export type Mutant = { readonly id: string; readonly breaks: string; readonly file: string };

/** The parts of `conformance/` that people write, as far as they can be read. */
export type SuiteSources = {
  readonly cases: readonly Case[];
  readonly mutants: readonly Mutant[];
  /** Names that a case can mean, of each kind: images, values and streams. */
  readonly names: {
    readonly image: ReadonlySet<string>;
    readonly value: ReadonlySet<string>;
    readonly stream: ReadonlySet<string>;
  };
  readonly problems: readonly Problem[];
};

/** Reads cases, mutants and the names of images, values and streams under `root`. */
export function readSuiteSources(root: string): SuiteSources {
  const problems: Problem[] = [];
  const read = (file: string): unknown => {
    try {
      return JSON.parse(readFileSync(join(root, file), "utf8"));
    } catch (error) {
      problems.push({ file, line: 0, what: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  };
  const cases: Case[] = [];
  for (const file of filesUnder(root, "conformance/cases", ".json")) {
    const content = read(file);
    if (content === undefined) continue;
    const list = (content as { cases?: unknown }).cases;
    if (!Array.isArray(list)) problems.push({ file, line: 0, what: 'a file of cases reads {"cases": [...]}' });
    else for (const one of list as Case[]) cases.push({ ...one, file });
  }
  const mutants = filesUnder(root, "conformance/mutants", ".json").flatMap((file) => {
    const content = read(file) as Mutant | undefined;
    return content === undefined ? [] : [{ ...content, file }];
  });
  const stems = (folder: string) =>
    new Set(
      filesUnder(root, `conformance/${folder}`, ".json").map((path) =>
        path.slice(`conformance/${folder}/`.length, -".json".length),
      ),
    );
  return {
    cases,
    mutants,
    names: { image: stems("images"), value: stems("values"), stream: stems("streams") },
    problems,
  };
}

/** The files below `folder` that end in `suffix`, in path order; none where there is no such folder. */
export function filesUnder(root: string, folder: string, ...suffixes: string[]): string[] {
  if (!existsSync(join(root, folder))) return [];
  return (readdirSync(join(root, folder), { recursive: true }) as string[])
    .filter((file) => suffixes.some((suffix) => file.endsWith(suffix)))
    .map((file) => `${folder}/${file}`)
    .sort();
}
