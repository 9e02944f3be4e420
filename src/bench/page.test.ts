import { expect, test } from "vitest";
import { page } from "./page.ts";
import type { Result, Run } from "./results.ts";

const row = (id: string, median: number, more: Partial<Result>): Result => ({
  id,
  measure: `what ${id} measures`,
  peer: "node -e 0",
  unit: "times its time",
  low: median,
  median,
  high: median,
  ours: median,
  ...more,
});

const run = (results: readonly Result[]): Run => ({
  at: "2026-11-29T10:00:00.000Z",
  commit: "0123456789abcdef",
  machine: { cpu: "a processor", cpus: 2, node: "v20.19.0" },
  size: 2 ** 30,
  pairs: 7,
  load: [0.25, 1.5],
  results,
});

test("a page counts what is reached, and says of what is not why, by numbers of the same run", () => {
  const target = { atMost: 1.5 };
  const text = page(
    run([
      row("start-up-module", 1.02, {}),
      row("start-up-commander", 1.25, {}),
      row("start-up", 2.5, { target, decision: "not met" }),
      row("another", 1.4, { target, decision: "met" }),
    ]),
  );
  expect(text).toContain("| what start-up measures | node -e 0 | 2.50 times its time | ≤ 1.5 | not met |");
  expect(text).toContain("1 of 2 rows that want something reach it.");
  expect(text).toMatch(/- \*what start-up measures\* \(not met\): Node takes 1\.02 .* 1\.25 /);
});

test("of memory that grows it is said how a program that only reads does", () => {
  const text = page(
    run([
      row("growth-2", 1.11, { ours: 62, theirs: 56, target: { atMost: 1.1 }, decision: "not met" }),
      row("bare-growth-2", 1.14, { ours: 48, theirs: 42 }),
    ]),
  );
  expect(text).toContain("grows from 42.0 to 48.0 MiB, the verifier from 56.0 to 62.0 MiB");
});

test("nothing is said of reasons where all is reached", () => {
  const text = page(run([row("another", 1.4, { target: { atMost: 1.5 }, decision: "met" })]));
  expect(text).toMatch(/1 of 1 rows that want something reach it\.\s*$/);
});
