/** What `npm run mutants` counts: how many MUSTs have a case that exposes their mutant, for each edition and role. */

import type { Mutant } from "../../../authoring/mutants.ts";
import { type Edition, type Role, type Suite, untestable } from "../../../harness/model.ts";
import type { Trial } from "../../../harness/trials.ts";

/** Editions and who takes part in them: legacy streams have no Writers. */
const ROLES_OF: Readonly<Record<string, readonly Role[]>> = { legacy: ["reader", "verifier"] };
const ROLES: readonly Role[] = ["reader", "verifier", "writer"];
const KINDS = ["omit", "refuse", "replace"] as const;

/** The MUSTs that bind a role in an edition, by their ids. */
export type Line = {
  readonly edition: Edition;
  readonly role: Role;
  /** Those that a case exposes a mutant of. */
  readonly exposed: readonly string[];
  /** Those that others imply: nothing breaks them alone. */
  readonly implied: readonly string[];
  /** Those that no case can ask of the role. */
  readonly untestable: readonly string[];
  /** All others. */
  readonly open: readonly string[];
  /** The mutants that cases expose, of each kind. */
  readonly kinds: Readonly<Record<(typeof KINDS)[number], number>>;
};

/** Whether nothing in an edition breaks what a mutant breaks, and nothing else. */
export function isImplied(mutant: Mutant, edition: Edition): boolean {
  return mutant["x-implied"] !== undefined && mutant["x-implied-in"]?.includes(edition) !== false;
}

/** The count. `exposed` holds the trials that exposed each mutant; a mutant that is not in it failed its test. */
export function count(
  mutants: readonly Mutant[],
  exposed: ReadonlyMap<Mutant, readonly Trial[]>,
  suite: Suite,
): Line[] {
  return suite.editions.flatMap((edition) =>
    (ROLES_OF[edition] ?? ROLES).map((role): Line => {
      const musts = [...suite.requirements.values()].filter(
        ({ level, roles, editions }) => level === "MUST" && roles.includes(role) && editions.includes(edition),
      );
      const found = mutants.filter(
        (mutant) => mutant.role === role && exposed.get(mutant)?.some((trial) => trial.edition === edition),
      );
      const killed = new Set(found.map(({ breaks }) => breaks));
      const hidden = new Set(
        mutants.filter((one) => one.role === role && isImplied(one, edition)).map(({ breaks }) => breaks),
      );
      const place = (one: (typeof musts)[number]) =>
        untestable(one, role) !== undefined
          ? "untestable"
          : killed.has(one.id)
            ? "exposed"
            : hidden.has(one.id)
              ? "implied"
              : "open";
      const of = (wanted: string) => musts.filter((one) => place(one) === wanted).map(({ id }) => id);
      const kinds = Object.fromEntries(KINDS.map((kind) => [kind, found.filter((one) => one.kind === kind).length]));
      return {
        edition,
        role,
        exposed: of("exposed"),
        implied: of("implied"),
        untestable: of("untestable"),
        open: of("open"),
        kinds: kinds as Line["kinds"],
      };
    }),
  );
}

/** The count as a table of text, what is open by name below it. */
export function table(lines: readonly Line[], mutants: readonly Mutant[], cases: number): string {
  const rows = [
    ["edition", "role", "MUSTs exposed", "implied", "untestable", ...KINDS],
    ...lines.map(({ edition, role, exposed, implied, untestable, open, kinds }) => [
      edition,
      role,
      `${exposed.length} of ${exposed.length + open.length}`,
      String(implied.length),
      String(untestable.length),
      ...KINDS.map((kind) => String(kinds[kind])),
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const text = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join("  ")
      .trimEnd(),
  );
  const open = lines.flatMap((one) =>
    one.open.length === 0 ? [] : [`open, ${one.edition} ${one.role}: ${one.open.join(" ")}`],
  );
  const kinds = KINDS.map((kind) => `${mutants.filter((mutant) => mutant.kind === kind).length} ${kind}`);
  const total = `${mutants.length} mutants: ${kinds.join(", ")}; ${cases} cases expose them`;
  return `\n${[...text, ...open, total].join("\n")}\n`;
}
