import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { imageStore } from "./images/store.ts";
import { formatJson } from "./json.ts";
import { readLedger } from "./ledger/ledger.ts";
import { formatProblem, type Problem } from "./ledger/requirement.ts";
import { caseProblems } from "./lint/cases.ts";
import { uncoveredProblems, undecidedMusts } from "./lint/covered.ts";
import { grammarProblems } from "./lint/grammar.ts";
import { committedFiles, earlierCommit, type Retired, retiredProblems, versionAt } from "./lint/history.ts";
import { ledgerProblems } from "./lint/ledger.ts";
import { EXPLAINED, MUTATION_REPORT, mutatedTexts, mutationProblems } from "./lint/mutation.ts";
import { numberProblems } from "./lint/numbers.ts";
import { chapterProseProblems } from "./lint/prose.ts";
import { danglingReferences, missingNotes, orphanCodes, referringSources } from "./lint/references.ts";
import { sizeProblems } from "./lint/sizes.ts";
import { filesUnder, readSuiteSources, type SuiteSources } from "./lint/suite.ts";

/** The MUSTs that no case decides yet; it only shrinks. */
const UNCOVERED = "conformance/uncovered.json";
const REQUIREMENTS = "conformance/requirements.json";

/** Everything that is wrong with the sources under `root`, as `npm run lint` reports it. */
export function lint(root: string): Problem[] {
  const ledger = readLedger(root);
  const suite = readSuiteSources(root);
  const { editions, features } = readJson<{ editions: string[]; features: string[] }>(root, "conformance/suite.json");
  const retired = readJson<Retired>(root, "conformance/retired.json");
  const sources = referringSources(root);
  return [
    ...ledger.problems,
    ...ledgerProblems(ledger, features),
    ...grammarProblems(ledger),
    ...chapterProseProblems(root),
    ...numberProblems(root, ledger),
    ...sizeProblems(root),
    ...missingNotes(root, ledger),
    ...danglingReferences(sources, ledger, new Set(Object.keys(retired.requirements))),
    ...orphanCodes(sources, ledger),
    ...suite.problems,
    ...caseProblems(ledger, suite, editions),
    ...uncoveredProblems(
      undecidedMusts(suite.cases, ledger),
      readJson<string[]>(root, UNCOVERED),
      earlierUncovered(root),
    ),
    ...retiredProblems("requirements", retired, idsOf(ledger.requirements), earlierRequirements(root)),
    ...retiredProblems("cases", retired, idsOf(suite.cases), earlierCases(root, suite)),
    ...mutationProblems(readJson(root, MUTATION_REPORT), readJson(root, EXPLAINED), mutatedTexts(root)),
    ...attempt("conformance/images", () => checkImages(root)),
  ];
}

function earlierRequirements(root: string): string[] {
  const before = parsed<{ id: string }[]>(earlierVersion(root, REQUIREMENTS));
  return (before ?? []).map(({ id }) => id);
}

/** What an earlier commit listed as uncovered, and the requirements that it knew. */
function earlierUncovered(root: string): { listed: string[]; known: string[] } | undefined {
  const commit = earlierCommit(root, UNCOVERED);
  const listed = parsed<string[]>(versionAt(root, commit, UNCOVERED));
  const known = parsed<{ id: string }[]>(versionAt(root, commit, REQUIREMENTS));
  return listed && known && { listed, known: known.map(({ id }) => id) };
}

function earlierVersion(root: string, path: string): string | undefined {
  return versionAt(root, earlierCommit(root, path), path);
}

function earlierCases(root: string, suite: SuiteSources): string[] {
  // A file that was deleted has lost its cases too.
  const files = new Set([...suite.cases.map(({ file }) => file), ...committedFiles(root, "conformance/cases")]);
  return [...files].flatMap((file) => {
    const before = parsed<{ cases: { id: string }[] }>(earlierVersion(root, file));
    return (before?.cases ?? []).map(({ id }) => id);
  });
}

/** Every image under the folder has a source, and every source assembles. */
function checkImages(root: string): void {
  const store = imageStore(root);
  for (const name of store.names) store.get(name);
  const orphan = filesUnder(root, "conformance/images", ".img", ".img.gz", ".json")
    .map((file) => file.slice("conformance/images/".length).replace(/\.(img|img\.gz|json)$/, ""))
    .find((name) => !store.names.includes(name));
  if (orphan !== undefined) throw new Error(`conformance/images: the image ${orphan} has no source`);
}

function attempt(file: string, run: () => unknown): Problem[] {
  try {
    run();
    return [];
  } catch (error) {
    return [{ file, line: 0, what: error instanceof Error ? error.message : String(error) }];
  }
}

function idsOf(list: readonly { id: string }[]): Set<string> {
  return new Set(list.map(({ id }) => id));
}

function readJson<T>(root: string, path: string): T {
  if (!existsSync(join(root, path))) throw new Error(`${path} is missing`);
  return JSON.parse(readFileSync(join(root, path), "utf8")) as T;
}

function parsed<T>(text: string | undefined): T | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

/** Takes what is decided by now out of `conformance/uncovered.json`; begins the list where there is none. */
function shrinkUncovered(root: string): void {
  const path = join(root, UNCOVERED);
  const undecided = undecidedMusts(readSuiteSources(root).cases, readLedger(root));
  const listed = existsSync(path) ? readJson<string[]>(root, UNCOVERED) : undecided;
  writeFileSync(path, formatJson(listed.filter((id) => undecided.includes(id))));
}

if (import.meta.filename === process.argv[1]) {
  const root = process.cwd();
  if (process.argv.includes("--shrink")) shrinkUncovered(root);
  const problems = lint(root);
  for (const problem of problems) console.error(formatProblem(problem));
  if (problems.length > 0) {
    console.error(`${problems.length} problems`);
    process.exitCode = 1;
  }
}
