import { expect, test } from "vitest";
import { instrument } from "./instrument.ts";
import { refused } from "./types.ts";

test("a module comes with its mutants, texts for people left out, and with those that are no programs told", async () => {
  const [module] = await instrument(["hvm-params.ts"]);
  if (module === undefined) throw new Error("nothing was instrumented");
  expect(module.code).toContain("stryMutAct_9fa48");
  expect(module.ignored).toBeGreaterThan(0);
  expect(new Set(module.mutations.map(({ name }) => name)).size).toBe(module.mutations.length);
  for (const { mutated, name } of module.mutations) expect(mutated, name).not.toBe(module.content);
  const texts = module.mutations.filter(({ name }) => name.includes("body_length"));
  expect(texts).toEqual([]);
  const invalid = refused(module);
  expect(invalid.size).toBeGreaterThan(0);
  expect(invalid.size).toBeLessThan(module.mutations.length / 2);
});
