import { expect, test } from "vitest";
import { page } from "./page.ts";
import type { Entry } from "./results.ts";

const entry = (target: string, inputs: number, findings: readonly string[] = []): Entry => ({
  at: "2026-11-29T10:00:00.000Z",
  commit: undefined,
  target,
  seconds: 90,
  inputs,
  corpus: 7,
  reached: inputs / 100,
  stability: "100.00%",
  findings,
});

test("a page adds up what each target saw over all runs", () => {
  const about = new Map([
    ["image", "images"],
    ["legacy", "legacy images"],
  ]);
  const text = page([entry("image", 1_200_000), entry("legacy", 300), entry("image", 800, ["id:000001"])], about);
  expect(text).toContain("| image | images | 2 | 1 200 800 | 3.0 | 12000 | 1 |");
  expect(text).toContain("| legacy | legacy images | 1 | 300 | 1.5 | 3 | 0 |");
  expect(text).toContain("1 201 100 inputs in 0.07 hours of one processor; findings: 1.");
});
