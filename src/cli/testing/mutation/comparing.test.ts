import { expect, test } from "vitest";
import { comparing, differences } from "./comparing.ts";

/** A function of `x` as Stryker leaves it, with two mutants of each of two expressions. */
const chain = (first: string, second: string) => `(x, seen) =>
  stryMutAct_1("0") ? true : stryMutAct_1("1") ? ${second} : (stryCov_1(0, 1),
    (stryMutAct_1("2") ? false : stryMutAct_1("3") ? x >= 3 : (stryCov_1(2, 3), x > 3)) && ${first})`;

function asked(code: string, x: number): { answer: unknown; found: number[]; compared: number[] } {
  const { script, compared } = comparing(code);
  differences.found = new Uint8Array(4);
  const made = new Function("stryMutAct_1", "stryCov_1", `return ${script}`)(
    () => false,
    () => {},
  );
  const answer = made(x, []);
  const found = [...differences.found.keys()].filter((id) => differences.found[id] === 1);
  return { answer, found, compared: [...compared].sort() };
}

test("a mutant of an expression that only looks is found where it comes to something else", () => {
  const code = chain("x < 9", "x > 3 || x < 9");
  expect(asked(code, 5)).toEqual({ answer: true, found: [2], compared: [0, 1, 2, 3] });
  expect(asked(code, 3).found).toEqual([0, 1, 3]);
  expect(asked(code, 9).found).toEqual([0, 1, 2]);
});

test("what changes something is not worked out twice, and what throws differs", () => {
  expect(asked(chain("seen.push(x) > 0", "x > 3 || seen.push(x) > 0"), 5).compared).toEqual([2, 3]);
  expect(asked(chain("x < 9", "x.y.z"), 5).found).toEqual([1, 2]);
});
