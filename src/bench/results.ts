/** What a run of the bench came to, as its history keeps it: a line of JSON a run. */

import type { Row } from "./rows.ts";
import type { Decision, Quartiles } from "./statistics.ts";

/** What a row came to. Times are medians, in seconds. */
export type Result = Omit<Row, "pair" | "once"> &
  Quartiles & { readonly ours: number; readonly theirs?: number; readonly decision?: Decision };

/** A run. `size`: octets of each stream; `load`: the machine's load average, at the start, and the highest that was seen. */
export type Run = {
  readonly at: string;
  readonly commit: string | undefined;
  readonly machine: { readonly cpu: string | undefined; readonly cpus: number; readonly node: string };
  readonly size: number;
  readonly pairs: number;
  readonly load: readonly [start: number, most: number];
  readonly results: readonly Result[];
};

/** A row of the table, in Markdown. */
export function line({ measure, peer, low, median, high, unit, target, decision }: Result): string {
  const number = (value: number) => value.toPrecision(3);
  const wanted = target === undefined ? "" : "atLeast" in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`;
  const spread = low === high ? "" : ` (${number(low)} to ${number(high)})`;
  return `| ${measure} | ${peer} | ${number(median)}${spread} ${unit} | ${wanted} | ${decision ?? ""} |\n`;
}

export const HEADING = "| measure | against | came to | wanted | |\n|---|---|---|---|---|\n";
