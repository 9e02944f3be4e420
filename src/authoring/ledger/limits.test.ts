import { expect, test } from "vitest";
import { readLedger } from "./ledger.ts";
import { limitsTable } from "./limits.ts";

test("the limits of the ledger make a table, each with its number, its code and where it stands", () => {
  const rows = limitsTable(readLedger(process.cwd())).trim().split("\n").slice(2);
  expect(rows).toContain(
    "| body_length of a record | 134 217 728 | v2, v3, v4-draft | `record-limit` | [REC-007](spec/04-records.md#REC-007) |",
  );
  expect(rows.some((row) => row.includes("2^28") && row.includes("legacy-unmapped-count"))).toBe(true);
  for (const row of rows)
    expect(row).toMatch(/^\| .+ \| [\d ^]+ \| [\w, -]+ \| `[a-z0-9-]+` \| \[[A-Z0-9]+-\d{3}\]\(spec\/.+\) \|$/);
});
