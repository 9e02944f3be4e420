/** What `npm run mutants` prints: how many MUSTs have a case that exposes their mutant, for each edition and role. */

import type { Mutant } from "../../../authoring/mutants.ts";
import type { Requirement, Role, Suite } from "../../../harness/model.ts";

/** Editions and who takes part in them: legacy streams have no Writers. */
const ROLES_OF: Readonly<Record<string, readonly Role[]>> = { legacy: ["reader", "verifier"] };
const ROLES: readonly Role[] = ["reader", "verifier", "writer"];

import type { Trial } from "../../../harness/trials.ts";

/** The table. `exposed` holds the trials that exposed each mutant; a mutant that is not in it failed its test. */
export function table(
  mutants: readonly Mutant[],
  exposed: ReadonlyMap<Mutant, readonly Trial[]>,
  suite: Suite,
): string {
  const of = (id: string, role: Role) => mutants.filter((mutant) => mutant.breaks === id && mutant.role === role);
  const killed = (id: string, role: Role, edition: string) =>
    of(id, role).some((mutant) => exposed.get(mutant)?.some((trial) => trial.edition === edition));
  const implied = (id: string, role: Role) => of(id, role).some((mutant) => mutant["x-implied"] !== undefined);
  const lines = suite.editions.flatMap((edition) =>
    (ROLES_OF[edition] ?? ROLES).map((role) => {
      const musts = [...suite.requirements.values()].filter((one) => binds(one, edition, role));
      const hidden = musts.filter(({ id }) => implied(id, role));
      const open = musts.filter(({ id }) => !killed(id, role, edition) && !implied(id, role)).map(({ id }) => id);
      const what = `${musts.length - hidden.length - open.length} of ${musts.length - hidden.length} MUSTs`;
      const also =
        hidden.length === 0 ? "" : `, ${hidden.length} that others imply (${hidden.map(({ id }) => id).join(" ")})`;
      const rest = open.length === 0 ? "" : `\n  open: ${open.join(" ")}`;
      return `${edition} ${role}: ${what} with a case that exposes their mutant${also}${rest}`;
    }),
  );
  const kinds = ["omit", "refuse", "replace"].map(
    (kind) => `${mutants.filter((mutant) => mutant.kind === kind).length} ${kind}`,
  );
  const cases = new Set([...exposed.values()].flat().map((trial) => trial.case.id));
  return `\n${lines.join("\n")}\n${mutants.length} mutants: ${kinds.join(", ")}; ${cases.size} cases expose them\n`;
}

function binds({ level, roles, editions, "x-untestable": untestable }: Row, edition: string, role: Role): boolean {
  return level === "MUST" && roles.includes(role) && editions.includes(edition as never) && untestable === undefined;
}

type Row = Requirement & { readonly "x-untestable"?: unknown };
