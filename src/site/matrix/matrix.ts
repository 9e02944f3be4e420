import type { Certificate, Report, ReportedTrial } from "../../harness/index.ts";
import type { Disagreement, Facts } from "./facts.ts";

/** One implementation: a column of the matrix. */
export interface Implementation {
  readonly name: string;
  readonly version: string;
  readonly url?: string;
  readonly features: readonly string[];
  readonly values: readonly string[];
  readonly certificates: readonly Pick<Certificate, "edition" | "role" | "result">[];
}

/** What one implementation made of a trial; `none` where it does not take part. */
export type Cell = Pick<ReportedTrial, "outcome" | "verdict">;

/** One case, role and edition: a row of the matrix, with a cell for each implementation. */
export interface MatrixRow extends Pick<ReportedTrial, "case" | "role" | "edition" | "level" | "why"> {
  readonly requirements: readonly string[];
  /** Rows of the collected disagreements that this one shows. */
  readonly facts: readonly string[];
  /** Whether implementations that take part come to different outcomes, or one of them to a wrong state. */
  readonly differ: boolean;
  readonly cells: readonly Cell[];
}

/** A collected disagreement with the cases that show it; `undecided` says why none can. */
export interface ShownDisagreement extends Omit<Disagreement, "cases" | "ruling"> {
  readonly requirements: readonly string[];
  readonly ruling: readonly string[];
  readonly notes: readonly string[];
  /** Its cases in this run; `differ` as in the rows of the matrix, of any role and edition. */
  readonly cases: readonly { readonly case: string; readonly differ: boolean }[];
}

/** Several implementations before one suite. Equal reports give equal matrices: no durations, sorted. */
export interface Matrix {
  readonly matrix: 1;
  readonly suite: Report["suite"];
  readonly implementations: readonly Implementation[];
  /** Rows where implementations differ come first; then by case, role, edition. */
  readonly rows: readonly MatrixRow[];
  readonly disagreements: readonly ShownDisagreement[];
}

const NOT_THERE: Cell = { outcome: "none", verdict: "none" };

/** Lays reports over the same suite side by side; throws when they are not over the same one. */
export function matrixOf(reports: readonly Report[], facts: Facts): Matrix {
  const [first] = reports;
  if (!first) throw new Error("a matrix takes at least one report");
  if (reports.some(({ suite }) => suite.digest !== first.suite.digest)) {
    throw new Error("the reports are not over one suite");
  }
  const shownBy = new Map<string, string[]>();
  for (const { row, cases } of facts.disagreements) {
    for (const id of cases ?? []) shownBy.set(id, [...(shownBy.get(id) ?? []), row]);
  }
  const rows = rowsOf(reports, facts, shownBy);
  return {
    matrix: 1,
    suite: first.suite,
    implementations: reports.map(implementationOf),
    rows,
    disagreements: facts.disagreements.map((one) => show(one, facts, rows)),
  };
}

function implementationOf({ about, certificates }: Report): Implementation {
  const { name, version, url, features, values } = about;
  return {
    name,
    version,
    ...(url !== undefined && { url }),
    features,
    values,
    certificates: certificates.map(({ edition, role, result }) => ({ edition, role, result })),
  };
}

function rowsOf(
  reports: readonly Report[],
  facts: Facts,
  shownBy: ReadonlyMap<string, readonly string[]>,
): readonly MatrixRow[] {
  const keyOf = ({ case: id, role, edition }: ReportedTrial) => `${id} ${role} ${edition}`;
  const trials = new Map<string, ReportedTrial>();
  const found = reports.map((report) => new Map(report.trials.map((trial) => [keyOf(trial), trial])));
  for (const of of found) for (const [key, trial] of of) trials.set(key, trials.get(key) ?? trial);
  const rows = [...trials].map(([key, trial]): MatrixRow => {
    const requirements = trial.requirements.map(({ id }) => id);
    const cited = requirements.flatMap((id) => facts.requirements.get(id)?.facts ?? []);
    const cells = found.map((of) => {
      const { outcome, verdict } = of.get(key) ?? NOT_THERE;
      return { outcome, verdict };
    });
    return {
      case: trial.case,
      role: trial.role,
      edition: trial.edition,
      level: trial.level,
      why: trial.why,
      requirements,
      facts: [...new Set([...cited, ...(shownBy.get(trial.case) ?? [])])].filter((row) => row.startsWith("F")),
      differ: differs(cells),
      cells,
    };
  });
  const sortKey = (row: MatrixRow) => `${row.differ ? 0 : 1} ${row.case} ${row.role} ${row.edition}`;
  return rows.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

/** A state is a part of the answer; a trial that was void or skipped says nothing. */
function differs(cells: readonly Cell[]): boolean {
  const part = cells.filter(({ verdict }) => !["none", "void", "undeclared-skip"].includes(verdict));
  const answers = part.map(({ outcome, verdict }) => (verdict === "wrong-value" ? verdict : outcome));
  return new Set(answers).size > 1;
}

function show(one: Disagreement, facts: Facts, rows: readonly MatrixRow[]): ShownDisagreement {
  const settled = [...facts.requirements].filter(([, requirement]) => requirement.facts.includes(one.row));
  const own = (one.cases ?? []).filter((id) => rows.some((row) => row.case === id));
  const { cases: _, ruling, note, ...rest } = one;
  const notes = settled.flatMap(([, requirement]) => requirement.notes);
  return {
    ...rest,
    requirements: settled.map(([id]) => id),
    ruling: ruling === undefined ? settled.map(([id, { text }]) => `${id}: ${text}`) : [ruling],
    notes: [...new Set([...(note === undefined ? [] : [note]), ...notes])],
    cases: own.map((id) => ({ case: id, differ: rows.some((row) => row.case === id && row.differ) })),
  };
}
