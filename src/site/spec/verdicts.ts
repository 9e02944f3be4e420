import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Role } from "../../authoring/ledger/requirement.ts";
import { certify, type Report, type ReportedTrial, type Suite } from "../../harness/index.ts";
import { grouped } from "./grouped.ts";

/** What one implementation made of some trials: all passed, some not, none asked of these octets, or not its business. */
export type Standing = "pass" | "fails" | "unasked" | "outside";

/** One implementation's trials of one thing, counted. */
export type Tally = { readonly standing: Standing; readonly passed: number; readonly failed: number };

/** The implementations whose claims are known, and what they made of each case. */
export interface Verdicts {
  readonly reports: readonly Report[];
  /** What implementation `index` made of a case, as all roles it was asked in or as some. */
  tally(index: number, cases: readonly string[], roles?: readonly Role[]): Tally;
}

/** Files in `folder` that hold claims, in the order of their names; none where there is no such folder. */
export function claimFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /^(claim|.*\.claim)\.json(\.gz)?$/.test(basename(name)))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Computes the verdicts of the claims in `files` over `suite`. Throws what the harness throws for a claim it cannot read. */
export async function readVerdicts(suite: Suite, files: readonly string[]): Promise<Verdicts> {
  const reports: Report[] = [];
  for (const from of files) reports.push((await certify({ suite, from, windows: "none" })).report);
  // Whoever took part in most comes first.
  const part = ({ trials }: Report) => trials.filter(({ verdict }) => verdict === "pass").length;
  reports.sort((a, b) => part(b) - part(a));
  const byCase = reports.map(({ trials }) => grouped(trials, (trial) => trial.case));
  return {
    reports,
    tally(index, cases, roles) {
      const trials = cases.flatMap((id) => byCase[index]!.get(id) ?? []);
      return count(roles === undefined ? trials : trials.filter(({ role }) => roles.includes(role)));
    },
  };
}

function count(trials: readonly ReportedTrial[]): Tally {
  const applicable = trials.filter(({ verdict }) => verdict !== "none");
  const answered = applicable.filter(
    ({ verdict, detail }) => !(verdict === "undeclared-skip" && /^the claim /.test(detail ?? "")),
  );
  const passed = answered.filter(({ verdict }) => verdict === "pass").length;
  const failed = answered.length - passed;
  const standing = failed > 0 ? "fails" : passed > 0 ? "pass" : applicable.length > 0 ? "unasked" : "outside";
  return { standing, passed, failed };
}
