/** What came of a run of the fuzzer, as its history keeps it: a line of JSON for each target. */

/** Inputs tried, those that reached something new, counters reached, and inputs that broke a promise, by their files. */
export type Result = {
  readonly target: string;
  readonly seconds: number;
  readonly inputs: number;
  readonly corpus: number;
  readonly reached: number;
  readonly stability: string;
  readonly findings: readonly string[];
};

/** A target's results in one run. */
export type Entry = Result & { readonly at: string; readonly commit: string | undefined };

export const HEADING =
  "| target | seconds | inputs | that reached something new | counters reached | stability | findings |\n|---|---|---|---|---|---|---|\n";

/** A row of the table, in Markdown. */
export function line({ target, seconds, inputs, corpus, reached, stability, findings }: Result): string {
  return `| ${[target, seconds, inputs, corpus, reached, stability, findings.length].join(" | ")} |\n`;
}
