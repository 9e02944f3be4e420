import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { compileKsy, targets } from "./compile.ts";
import { forms } from "./forms.ts";
import { type KsySet, type KsyType, readKsySet } from "./ksy.ts";
import { root } from "./testing/images.ts";

const set = readKsySet(root);

/** What the compiler cannot do for a target, and the least .ksy that shows it. */
const cannot: Record<string, { feature: string; forms: readonly string[]; ksy: string }> = {
  construct: {
    feature: "a byte order that is known only when reading",
    forms: ["open", "strict"],
    ksy: `
      meta: { id: least, endian: { switch-on: is_be, cases: { true: be, false: le } } }
      params: [{ id: is_be, type: bool }]
      seq: [{ id: word, type: u4 }]`,
  },
  nim: {
    feature: "a condition given as an expression",
    forms: ["strict"],
    ksy: `
      meta: { id: least, endian: le }
      seq: [{ id: word, type: u4, valid: { expr: _ != 7 } }]`,
  },
};

// Compiling a file compiles all that it imports: these are the files that no other imports.
const imported = new Set([...set.values()].flatMap((ksy) => ksy.meta?.imports ?? []));
const ids = [...set.keys()].filter((id) => !imported.has(id));

it("the files compiled reach every other", async () => {
  const reached = new Set<string>();
  for (const id of ids) for (const file of (await compileKsy(set, id, "python", "strict")).keys()) reached.add(file);
  expect([...reached].sort()).toEqual([...set.keys()].map((id) => `${id}.py`).sort());
});

describe("every .ksy compiles", () => {
  it("for the targets that the compiler is known to offer", () => {
    expect(targets).toEqual([
      "construct",
      "cpp_stl",
      "csharp",
      "go",
      "graphviz",
      "html",
      "java",
      "javascript",
      "lua",
      "nim",
      "perl",
      "php",
      "python",
      "ruby",
      "rust",
    ]);
  });

  describe.each(targets)("%s", (target) => {
    it.each(forms)("in the %s form", async (form) => {
      const failing: string[] = [];
      for (const id of ids) {
        const files = await compileKsy(set, id, target, form).catch(() => undefined);
        if (!files) failing.push(id);
        else expect(files.size).toBeGreaterThan(0);
      }
      if (cannot[target]?.forms.includes(form)) expect(failing).not.toEqual([]);
      else expect(failing).toEqual([]);
    });
  });
});

describe.each(Object.entries(cannot))("%s", (target, { feature, ksy }) => {
  const least: KsySet = new Map([["least", parse(ksy) as KsyType]]);
  it(`cannot follow ${feature}, and only that`, async () => {
    await expect(compileKsy(least, "least", target, "strict")).rejects.toThrow("schemas/least.ksy");
    await expect(compileKsy(least, "least", "javascript", "strict")).resolves.toBeDefined();
    const failing = [];
    for (const id of ids) {
      const without = stripped(target, set);
      if (!(await compileKsy(without, id, target, "strict").catch(() => undefined))) failing.push(id);
    }
    expect(failing).toEqual([]);
  });
});

/** The set without the one feature that a target lacks: what is left must compile, so nothing else is in the way. */
function stripped(target: string, from: KsySet): KsySet {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
      if (target === "construct" && key === "endian" && typeof inner === "object") return [[key, "le"]];
      if (target === "nim" && key === "valid" && typeof inner === "object" && inner !== null && "expr" in inner)
        return [];
      return [[key, strip(inner)]];
    });
    return Object.fromEntries(entries);
  };
  return new Map([...from].map(([id, ksy]) => [id, strip(ksy) as KsyType]));
}
