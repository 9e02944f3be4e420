import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { stringify } from "yaml";
import { openRows, readNotTaken } from "../authoring/coverage.ts";
import { type Edition, isEdition } from "../authoring/editions.ts";
import { formatJson } from "../authoring/json.ts";
import { readKsySet } from "../authoring/kaitai/ksy.ts";
import { type Ledger, readLedger } from "../authoring/ledger/ledger.ts";
import { formatProblem, type Problem } from "../authoring/ledger/requirement.ts";
import { lint } from "../authoring/lint.ts";
import { existsIn, needsOf } from "../harness/existence.ts";
import { certify, loadSuite, type Report, type Suite } from "../harness/index.ts";
import { schemasOf } from "./edition-view.ts";
import { frozenFolder, isPublished } from "./published.ts";
import { reviewOf } from "./review.ts";
import { caseDigest } from "./suite-diff.ts";

/** What was found to stand in the way of publishing an edition; nothing where it may be published. */
export type Obstacles = readonly string[];

/** What hinders the text: lint, MUSTs of the edition without a case, facts that no note accounts for, and what was published before. */
export async function textObstacles(root: string, edition: Edition): Promise<Obstacles> {
  const ledger = readLedger(root);
  const uncovered = JSON.parse(readFileSync(join(root, "conformance/uncovered.json"), "utf8")) as string[];
  const own = ledger.requirements.filter(({ editions }) => editions.includes(edition));
  const planned = readFileSync(join(root, "spec/rationale/planned.md"), "utf8");
  const { review } = isPublished(root, edition) ? await reviewOf(edition, root, root) : { review: { findings: [] } };
  return [
    ...lint(root)
      .filter((problem) => concerns(problem, ledger, edition))
      .map(formatProblem),
    ...own.filter(({ id }) => uncovered.includes(id)).map(({ id }) => `${id} is a MUST of ${edition} without a case`),
    ...openRows(ledger, `${readNotTaken(root)}\n${planned}`).map(
      (row) => `${row} is neither settled, nor planned, nor listed as not taken`,
    ),
    ...review.findings
      .filter(({ breaks }) => breaks)
      .map(({ rule, subject }) => `${edition} is published: ${rule} ${subject}`),
  ];
}

/** Whether a problem is more than one of a requirement that the edition does not have. */
function concerns({ file, line }: Problem, { requirements }: Ledger, edition: Edition): boolean {
  const at = requirements.find((one) => one.file === file && one.line === line);
  return at === undefined || at.editions.includes(edition);
}

/**
 * The trials of an edition that fewer than two of the implementations pass; all of them have to be judged by two that agree, and reports of one
 * implementation count once. Those that need a feature of `without` are not part of what is published.
 */
export function loneTrials(reports: readonly Report[], suite: Suite, without: readonly string[]): string[] {
  const passed = new Map<string, Set<string>>();
  for (const { about, trials } of reports) {
    for (const { case: id, role, edition, verdict, judged, level } of trials) {
      if (!judged || level === "MAY") continue;
      if (needsOf(suite, suite.cases.get(id)!, edition).some((need) => without.includes(need))) continue;
      const key = `${id} (${edition} ${role})`;
      const by = passed.get(key) ?? new Set();
      passed.set(key, verdict === "pass" ? by.add(about.name) : by);
    }
  }
  const all = new Set(reports.map(({ about }) => about.name)).size;
  return [...passed]
    .filter(([, by]) => by.size < 2)
    .map(([key, by]) => `${key}: ${by.size} of ${all} implementations pass`);
}

/** Freezes an edition: its ledger, its schemas, and what its suite is, under `spec/editions`. */
export function freeze(
  root: string,
  edition: Edition,
  suite: Suite,
  reports: readonly Report[],
  without: readonly string[],
): void {
  const { requirements } = readLedger(root);
  const folder = frozenFolder(root, edition);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "schemas"), { recursive: true });
  const own = requirements.filter(
    ({ editions, needs }) => editions.includes(edition) && !needs.some((need) => without.includes(need)),
  );
  writeFileSync(join(folder, "requirements.json"), formatJson(own.map(({ line: _, ...rest }) => rest)));
  for (const [id, ksy] of schemasOf(readKsySet(root), requirements, edition)) {
    writeFileSync(join(folder, "schemas", `${id}.ksy`), stringify(ksy, { lineWidth: 0 }));
  }
  const cases = [...suite.cases.values()]
    .filter(
      (one) => existsIn(suite, one, edition) && !needsOf(suite, one, edition).some((need) => without.includes(need)),
    )
    .map((one) => [one.id, caseDigest(one)]);
  writeFileSync(
    join(folder, "edition.json"),
    formatJson({
      edition,
      without,
      suite: { name: suite.name, version: suite.version, digest: suite.digest },
      implementations: reports.map(({ about: { name, version } }) => ({ name, version })),
      cases: Object.fromEntries(cases),
    }),
  );
}

const ADAPTERS = [["dist/src/cli/main.js", "adapter"], ["conformance/adapters/python/dsi_adapter.py"]] as const;

async function main(): Promise<void> {
  const root = process.cwd();
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { adapter: { type: "string", multiple: true }, without: { type: "string", multiple: true } },
  });
  const [edition = ""] = positionals;
  if (!isEdition(edition))
    throw new Error("npm run publish-edition -- EDITION [--without FEATURE]... [--adapter CMD]...");
  const without = values.without ?? [];
  const obstacles = [...(await textObstacles(root, edition))];
  const suite = await loadSuite(join(root, "conformance"));
  const [[program, verb], [python]] = ADAPTERS;
  const judge = `python3 ${join(root, python)}`;
  const adapters: (string | string[])[] = values.adapter ?? [[process.execPath, join(root, program), verb], judge];
  const reports: Report[] = [];
  for (const adapter of obstacles.length > 0 ? [] : adapters)
    reports.push((await certify({ suite, adapter, judge, editions: [edition] })).report);
  if (obstacles.length === 0) obstacles.push(...loneTrials(reports, suite, without));
  for (const obstacle of obstacles) console.error(obstacle);
  if (obstacles.length > 0) {
    console.error(`${edition} is not published: ${obstacles.length} obstacles`);
    process.exitCode = 1;
    return;
  }
  freeze(root, edition, suite, reports, without);
  console.log(`${edition} is frozen in spec/editions/${edition}, with suite ${suite.digest.slice(0, 16)}`);
}

if (import.meta.filename === process.argv[1]) await main();
