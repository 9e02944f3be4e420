import { closeSync, ftruncateSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { verifyImage } from "../../containers/index.ts";
import { barChart } from "./chart.ts";
import { checkpointMethods, checkpoints } from "./checkpoints.ts";
import { goldenCheckpoints, goldenMemory } from "./golden.ts";
import { methods } from "./methods.ts";
import { restorer } from "./restore.ts";
import { imageOf } from "./save.ts";

const folder = mkdtempSync(join(tmpdir(), "dsi-bench-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

const memory = goldenMemory("pv-tiny", folder);

test.each(
  methods.filter(({ outside }) => outside === undefined).map((method) => [method.id, method] as const),
)("%s: a sound image, and the same memory again", (_, method) => {
  const verifier = verifyImage({});
  const path = join(folder, "target");
  const target = openSync(path, "w");
  ftruncateSync(target, readFileSync(memory).length);
  const reader = restorer(target);
  for (const octets of imageOf(memory, method)) {
    verifier.push(octets);
    reader.push(octets);
  }
  reader.end();
  closeSync(target);
  const { verdict, findings } = verifier.end();
  expect({ verdict, findings }).toEqual({ verdict: "accept", findings: [] });
  expect(readFileSync(path).equals(readFileSync(memory))).toBe(true);
});

test("checkpoints of the golden stream arrive by every method, in fewer octets than as whole pages", () => {
  const { memory: base, files } = goldenCheckpoints(folder);
  expect(files.length).toBeGreaterThan(10);
  const [whole, ...others] = checkpointMethods.map((method) => checkpoints(base, files, method));
  for (const one of others) expect(one.octets).toBeLessThan(whole?.octets ?? 0);
});

test("a chart's bars begin at zero and are as long as their numbers", () => {
  const svg = barChart({
    title: "T",
    unit: "s",
    series: [""],
    groups: [
      { label: "a", values: [1] },
      { label: "b & c", values: [2] },
    ],
  });
  const widths = [...svg.matchAll(/<rect x="210" y="\d+" width="([0-9.]+)"/g)].map(([, width]) => Number(width));
  expect(widths[1]! / widths[0]!).toBeCloseTo(2, 3);
  expect(svg).toContain("b &amp; c");
});
