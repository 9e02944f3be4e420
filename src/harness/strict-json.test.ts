import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, digestJson, equalJson, firstDifference } from "./json-compare.ts";
import { type Json, parseStrictJson, StrictJsonError } from "./strict-json.ts";

function kindOf(input: string | Uint8Array): string {
  try {
    parseStrictJson(input);
    return "fine";
  } catch (error) {
    return error instanceof StrictJsonError ? error.kind : `${error}`;
  }
}

describe("strict JSON", () => {
  test.each([
    ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}', "fine"],
    ['"{\\"a\\":1,\\"a\\":2}"', "fine"],
    [' {"a\\\\":1, "a":2}\n', "fine"],
    ['{"__proto__":1}', "fine"],
    ['{"a":1,"a":1}', "duplicate"],
    ['{"a":{"b":[],"b":[]}}', "duplicate"],
    ['[{"a":[1,{"x":1}],"b":2,"a":3}]', "duplicate"],
    ['{"a":1,"\\u0061":2}', "duplicate"],
    ['{"\\"":1,"\\u0022":2}', "duplicate"],
    ['{"__proto__":1,"__proto__":2}', "duplicate"],
    ["", "syntax"],
    ["{}{}", "syntax"],
    ["{} x", "syntax"],
    ["{a:1}", "syntax"],
    ["\ufeff{}", "syntax"],
    ["NaN", "syntax"],
    [new Uint8Array([0x22, 0xff, 0x22]), "syntax"],
    [`${"[".repeat(600)}${"]".repeat(600)}`, "syntax"],
    [`${"[".repeat(500)}${"]".repeat(500)}`, "fine"],
    [" ".repeat(64 * 2 ** 20 + 1), "syntax"],
  ])("%.40j: %s", (input, kind) => {
    expect(kindOf(input)).toBe(kind);
  });

  test("reads what JSON.stringify writes, and finds a key that is repeated anywhere in it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
        const repeated = text.replace(/\{("(?:[^"\\]|\\.)*"):/, (_, key) => `{${key}:null,${key}:`);
        if (repeated !== text && text.startsWith("{")) expect(kindOf(repeated)).toBe("duplicate");
      }),
    );
  });
});

describe("equality as JSON", () => {
  test.each<[Json, Json, boolean]>([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [[1, 2], [2, 1], false],
    [1, "1", false],
    [0, -0, true],
    [null, {}, false],
    [{}, [], false],
    [{ a: 1 }, { a: 1, b: 1 }, false],
    [{ toString: 1 }, {}, false],
    [JSON.parse('{"__proto__":1}'), {}, false],
  ])("%j and %j: %s", (a, b, equal) => {
    expect(equalJson(a, b)).toBe(equal);
    expect(canonicalJson(a) === canonicalJson(b)).toBe(equal);
    expect(digestJson(a) === digestJson(b)).toBe(equal);
  });

  test("the canonical text decides like the comparison", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (a, b) => {
        expect(canonicalJson(a as Json) === canonicalJson(b as Json)).toBe(equalJson(a as Json, b as Json));
        expect(equalJson(a as Json, parseStrictJson(canonicalJson(a as Json)))).toBe(true);
      }),
    );
  });

  test("the first difference is named by its path", () => {
    expect(firstDifference({ a: [{ "x/y": 1 }] }, { a: [{ "x/y": 2 }] }, "")).toEqual({
      path: "/a/0/x~1y",
      want: 1,
      got: 2,
    });
    expect(firstDifference([1], [1, 2], "/m")).toEqual({ path: "/m/1", got: 2 });
    expect(firstDifference({ a: null }, {}, "")).toEqual({ path: "/a", want: null });
  });
});
