/** The report of `npm run mutation`, as it is committed. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatJson } from "../../../authoring/json.ts";
import { MUTATION_REPORT } from "../../../authoring/lint/mutation.ts";
import { packageRoot } from "../../package-root.ts";

/** What became of the mutants of a module. */
export type ModuleReport = {
  readonly file: string;
  /** Of the module as it was. */
  readonly sha256: string;
  readonly mutants: number;
  /** Left out by a rule. */
  readonly ignored: number;
  /** Refused by the compiler. */
  readonly invalid: number;
  readonly killed: Readonly<Record<"verdict" | "reason" | "law" | "thrown" | "hang", number>>;
  /** How many of the survivors no judge comes by, or none to whom they make a difference there. */
  readonly notReached: number;
  readonly survivors: readonly string[];
};

export type Report = {
  /** Of all mutants that are programs and that no rule leaves out, in modules that were judged: how many there are, how many were killed, per cent. */
  readonly judged: number;
  readonly killed: number;
  readonly score: number;
  readonly outstanding: readonly string[];
  readonly modules: readonly ModuleReport[];
};

export function readReport(): Pick<Report, "modules"> {
  const file = join(packageRoot(), MUTATION_REPORT);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Report) : { modules: [] };
}

/** Writes what is known of all modules. */
export function writeReport(known: readonly ModuleReport[], all: readonly string[]): void {
  const modules = [...known].sort((a, b) => (a.file < b.file ? -1 : 1));
  const outstanding = all.filter((file) => !modules.some((module) => module.file === file));
  const report: Report = { ...figures(modules), outstanding, modules };
  writeFileSync(join(packageRoot(), MUTATION_REPORT), formatJson(report));
}

function figures(modules: readonly ModuleReport[]): Pick<Report, "judged" | "killed" | "score"> {
  const killed = modules.flatMap((module) => Object.values(module.killed)).reduce((a, b) => a + b, 0);
  const judged = killed + modules.flatMap(({ survivors }) => survivors).length;
  return { judged, killed, score: Number(((100 * killed) / Math.max(1, judged)).toFixed(1)) };
}

/** A line of figures. */
export function summary(modules: readonly ModuleReport[], name: string): string {
  const sum = (of: (module: ModuleReport) => number) => modules.reduce((total, module) => total + of(module), 0);
  const { judged, killed, score } = figures(modules);
  const by = (["verdict", "reason", "law", "thrown", "hang"] as const).map(
    (how) => `${sum((m) => m.killed[how])} ${how}`,
  );
  return (
    `${name}: ${killed} of ${judged} killed (${score} %): ${by.join(", ")}; ` +
    `${judged - killed} left, ${sum(({ notReached }) => notReached)} of them not reached; ` +
    `${sum(({ invalid }) => invalid)} no programs, ${sum(({ ignored }) => ignored)} text`
  );
}
