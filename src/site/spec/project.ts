import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type KsySet, readKsySet } from "../../authoring/kaitai/ksy.ts";
import { chapterPaths, readLedger } from "../../authoring/ledger/ledger.ts";
import type { Requirement } from "../../authoring/ledger/requirement.ts";
import { citedBy } from "../../authoring/lint/cases.ts";
import { type Case, type Mutant, readSuiteSources } from "../../authoring/lint/suite.ts";
import { loadSuite, type Suite } from "../../harness/index.ts";
import { type Disagreement, readFacts } from "../matrix/facts.ts";
import { grouped } from "./grouped.ts";
import { claimFiles, readVerdicts, type Verdicts } from "./verdicts.ts";

/** A mutant as its file has it. */
export type KnownMutant = Mutant & { readonly role: string; readonly kind: string; readonly does: string };

/** Everything that the site shows, read once. */
export interface Project {
  readonly root: string;
  /** Paths of the normative chapters, in order. */
  readonly chapters: readonly string[];
  readonly requirements: readonly Requirement[];
  readonly byId: ReadonlyMap<string, Requirement>;
  /** Requirements that share a code, by code. */
  readonly byCode: ReadonlyMap<string, readonly Requirement[]>;
  readonly suite: Suite;
  readonly caseById: ReadonlyMap<string, Case>;
  /** The cases that decide a requirement: those that cite it first, then those that reach it through its code. */
  readonly casesOf: ReadonlyMap<string, readonly Case[]>;
  readonly mutantsOf: ReadonlyMap<string, readonly KnownMutant[]>;
  readonly disagreements: readonly Disagreement[];
  readonly verdicts: Verdicts;
  readonly schemas: KsySet;
}

/** Reads the specification and the suite under `root`, and the claims in `claims`. */
export async function readProject(root: string, claims: string): Promise<Project> {
  const { requirements } = readLedger(root);
  const { cases, mutants } = readSuiteSources(root);
  const suite = await loadSuite(join(root, "conformance"));
  const byId = new Map(requirements.map((one) => [one.id, one]));
  return {
    root,
    chapters: chapterPaths(root),
    requirements,
    byId,
    byCode: grouped(
      requirements.flatMap((one) => one.codes.map((code) => ({ code, one }))),
      ({ code }) => code,
      ({ one }) => one,
    ),
    suite,
    caseById: new Map(cases.map((one) => [one.id, one])),
    casesOf: decidingCases(requirements, byId, cases),
    mutantsOf: grouped(mutants as readonly KnownMutant[], ({ breaks }) => breaks),
    disagreements: readFacts(suite.dir).disagreements,
    verdicts: await readVerdicts(suite, claimFiles(claims)),
    schemas: readKsySet(root),
  };
}

/** The text of a file of the project; undefined where it is not there. */
export function textOf(root: string, path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined;
}

function decidingCases(
  requirements: readonly Requirement[],
  byId: ReadonlyMap<string, Requirement>,
  cases: readonly Case[],
): Map<string, readonly Case[]> {
  const pairs = cases.flatMap((one) => citedBy(one).map((id) => ({ id, one })));
  const citing = grouped(
    pairs,
    ({ id }) => id,
    ({ one }) => one,
  );
  const coded = pairs.flatMap(({ id, one }) => (byId.get(id)?.codes ?? []).map((code) => ({ code, one })));
  const throughCode = grouped(
    coded,
    ({ code }) => code,
    ({ one }) => one,
  );
  return new Map(
    requirements.map(({ id, codes, roles }) => {
      const own = citing.get(id) ?? [];
      const others = codes
        .flatMap((code) => throughCode.get(code) ?? [])
        .filter((one) => !own.includes(one) && roles.some((role) => one[role] !== undefined));
      return [id, [...own, ...new Set(others)]];
    }),
  );
}
