import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Ledger, readLedger } from "./ledger/ledger.ts";

/** How many rows each list of facts has: E, statements about the format; F, places where its sources disagree. */
const ROWS = { E: 180, F: 80 } as const;

/** The rows that `text` names: `E12`, or a span `E161 to E168` (also with a dash). */
export function rowsNamed(text: string): Set<string> {
  const rows = new Set<string>();
  for (const [, list, from, to] of text.matchAll(/\b([EF])(\d+)(?:\s*(?:to|-|–|…)\s*\1?(\d+))?\b/g)) {
    for (let row = Number(from); row <= Number(to ?? from); row++) rows.add(`${list}${row}`);
  }
  return rows;
}

/** The rows that no requirement's `fact=` settles and that `notTaken`, the note on what is left out, does not name. */
export function openRows(ledger: Ledger, notTaken: string): string[] {
  const settled = new Set([...ledger.requirements.flatMap(({ facts }) => facts), ...rowsNamed(notTaken)]);
  return Object.entries(ROWS).flatMap(([list, count]) =>
    Array.from({ length: count }, (_, i) => `${list}${i + 1}`).filter((row) => !settled.has(row)),
  );
}

/** The note on what the specification does not take, empty where there is none. */
export function readNotTaken(root: string): string {
  const path = join(root, "spec/rationale/not-taken.md");
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

if (import.meta.filename === process.argv[1]) {
  const root = process.cwd();
  const open = openRows(readLedger(root), readNotTaken(root));
  for (const row of open) console.log(row);
  console.error(`${open.length} of ${ROWS.E + ROWS.F} rows are neither settled nor named in not-taken.md`);
}
