import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyImage } from "../containers/index.ts";
import { root } from "./root.ts";
import { decide, quartiles } from "./statistics.ts";
import { type StreamKind, stream } from "./streams.ts";

test.each<[number[], object]>([
  [[1], { low: 1, median: 1, high: 1 }],
  [[4, 1, 3, 2, 5], { low: 2, median: 3, high: 4 }],
  [[1, 2, 3, 4], { low: 1.75, median: 2.5, high: 3.25 }],
])("the quartiles of %j", (values, wanted) => {
  expect(quartiles(values)).toEqual(wanted);
});

test.each([
  ["met", [0.79, 0.81, 0.85], { atLeast: 0.8 }],
  ["not met", [0.7, 0.75, 0.79], { atLeast: 0.8 }],
  ["undecided", [0.6, 0.85, 1.1], { atLeast: 0.8 }],
  ["not met", [1.49, 1.51, 1.55], { atMost: 1.5 }],
  ["met", [1.2, 1.3, 1.4], { atMost: 1.5 }],
] as const)("%s by %j", (decision, values, target) => {
  expect(decide(quartiles(values), target)).toBe(decision);
});

test.each<StreamKind>([
  "batches",
  "checked",
  "memory",
  "single-pages",
  "holes",
  "small-records",
  "nothing",
])("a stream of %s is an image without fault, as large as asked", (kind) => {
  const verifier = verifyImage({});
  for (const octets of stream(kind, 5 * 2 ** 20)) verifier.push(octets);
  const { verdict, findings, octets } = verifier.end();
  expect([verdict, findings]).toEqual(["accept", []]);
  if (kind !== "nothing") expect(octets).toBeGreaterThan(5 * 2 ** 20);
});

test("the bench measures, decides and keeps what it found", () => {
  const folder = mkdtempSync(join(tmpdir(), "dsi-bench-test-"));
  const history = join(folder, "history.jsonl");
  const rows = ["verify-batches", "verify-holes", "read-state", "write-batches", "start-up", "convert-container"];
  const only = rows.flatMap((row) => ["--only", row]);
  const program = join(root, "dist/src/bench/main.js");
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [program, "--size", "1M", "--pairs", "1", "--history", history, ...only],
    { encoding: "utf8" },
  );
  expect([0, 1], stderr).toContain(status);
  expect(stdout.trim().split("\n")).toHaveLength(2 + rows.length);
  const { results, size } = JSON.parse(readFileSync(history, "utf8"));
  expect(size).toBe(2 ** 20);
  expect(results.map(({ id }: { id: string }) => id)).toEqual(rows);
  for (const { id, median } of results) expect(median, id).toBeGreaterThan(0);
  rmSync(folder, { recursive: true });
}, 300_000);
