/** Mutants as they stand in conformance/mutants, and what makes each of them. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Mutant } from "../../../authoring/mutants.ts";
import { citedBy } from "../../../harness/model.ts";
import type { Trial } from "../../../harness/trials.ts";
import { packageRoot } from "../../package-root.ts";
import type { Implementation } from "./bench.ts";
import { codesOf, refusing, sameBreach, without } from "./derived.ts";
import { substitutes } from "./substitutes.ts";

/** Every mutant, with the name of its file. */
export function readMutants(): (Mutant & { readonly file: string })[] {
  const folder = join(packageRoot(), "conformance/mutants");
  return readdirSync(folder).map((file) => ({ file, ...JSON.parse(readFileSync(join(folder, file), "utf8")) }));
}

/** The Reader or Verifier that a mutant is. */
export function implementationOf({ id, breaks, kind }: Mutant): Implementation {
  if (kind === "omit") return without(codesOf(breaks));
  if (kind === "refuse") return refusing(breaks);
  const implementation = substitutes[id];
  if (implementation === undefined) throw new Error(`no substitute for ${id}`);
  return implementation;
}

/** Whether a trial is of the requirement that a mutant breaks, or of one on the same breach, and of its role. */
export function isOwn({ breaks, role }: Mutant, trial: Trial): boolean {
  return trial.role === role && citedBy(trial.case).some((id) => sameBreach(id, breaks));
}
