import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../harness/package-root.ts";
import { corpus, dictionary } from "./corpus.ts";
import { imageTargets } from "./images.ts";
import { instrument } from "./instrument.ts";
import { neighbours, neighboursOf } from "./neighbours.ts";
import { targets } from "./targets.ts";

describe.each([...targets])("%s", (name, { run, seeds }) => {
  test("keeps its promises on every seed, and on every input that fuzzing found", () => {
    const inputs = [...seeds(), ...corpus(name)];
    expect(inputs.length).toBeGreaterThan(1);
    for (const [input, octets] of inputs) expect(() => run(octets), input).not.toThrow();
  });
});

/** Cuts and flips of one seed that are tried; DSI_SOAK=1 tries them all, which takes hours. */
const TRIED = process.env.DSI_SOAK === "1" ? Number.POSITIVE_INFINITY : 20;

describe.each([...imageTargets])("%s", (_, { run, seeds }) => {
  test("keeps its promises on seeds that are cut short or have one bit flipped", () => {
    for (const [name, octets] of seeds()) {
      // Odd, so that the bits are not all of one weight.
      const step = Math.floor(neighboursOf(octets) / TRIED) | 1;
      let place = 0;
      for (const changed of neighbours(octets, step)) {
        expect(() => run(changed), `${name}, change ${place}`).not.toThrow();
        place += step;
      }
    }
  }, 300_000);
});

test("there is a neighbour for each octet to end at and each bit to flip, and the input is left as it was", () => {
  const octets = Uint8Array.of(1, 2);
  const seen: string[] = [];
  for (const one of neighbours(octets)) seen.push([...one].join());
  expect(seen.slice(0, 4)).toEqual(["", "1", "0,2", "3,2"]);
  expect(new Set(seen).size).toBe(neighboursOf(octets));
  expect(seen).toHaveLength(18);
  expect([...octets]).toEqual([1, 2]);
});

describe("counters", () => {
  /** The counters that a module reaches, and what it comes to. */
  function reach(source: string): { reached: number[]; value: unknown } {
    const edges = new Uint8Array(64);
    const value = new Function("__edges", instrument(source, { next: 0 }, edges.length))(edges);
    return { reached: [...edges], value };
  }
  const body = (argument: string) =>
    `
    const f = (x) => { if (x > 1) return x && "many"; else x = x ? "one" : "none"; for (const y of [1]) x += y; return x; };
    const g = (x) => x ?? 7;
    switch (${argument}) { case 1: globalThis.__seen = 1; break; default: }
    export_(f(${argument}), g(undefined));`.replace("export_", "return ((...all) => all)");
  // The parser takes modules, where nothing returns at the top: the function around it is one of ours.
  const wrapped = (argument: string) => `const run = () => {${body(argument)}};\nglobalThis.__result = run();`;

  test("tell branches apart, and change nothing of what the code does", () => {
    const results = ["0", "1", "2"].map((argument) => {
      const { reached } = reach(wrapped(argument));
      return { reached: reached.join(), result: (globalThis as unknown as { __result: unknown }).__result };
    });
    expect(results.map(({ result }) => result)).toEqual([
      ["none1", 7],
      ["one1", 7],
      ["many", 7],
    ]);
    expect(new Set(results.map(({ reached }) => reached)).size).toBe(3);
  });
});

test("words are written as the fuzzer reads them", () => {
  expect(dictionary()).toMatch(/^("(\\x[0-9a-f]{2})+"\n)+$/);
});

const afl = spawnSync("afl-fuzz", ["-h"]).error === undefined;
if (!afl && process.env.DSI_REQUIRE_TOOLS === "1") throw new Error("DSI_REQUIRE_TOOLS=1, and no afl-fuzz");

test.runIf(afl)(
  "the fuzzer drives a target, sees new branches reached, and names an input that breaks a promise",
  () => {
    const main = join(packageRoot(), "dist/src/fuzz/main.js");
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [main, "--seconds", "4", ...args], { encoding: "utf8" });
    const { status, stdout, stderr } = run("commands");
    expect(stderr).toBe("");
    const [, inputs = "0", corpus = "0"] = /\| commands \| \d+ \| (\d+) \| (\d+) \|/.exec(stdout) ?? [];
    expect(Number(inputs)).toBeGreaterThan(50);
    expect(Number(corpus)).toBeGreaterThan(3);
    expect(status).toBe(0);
    const broken = run("one-that-fails");
    expect(broken.stdout).toMatch(/crashes\/id:/);
    expect(broken.status).toBe(1);
  },
  120_000,
);
