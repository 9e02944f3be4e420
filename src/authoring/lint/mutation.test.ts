import { expect, test } from "vitest";
import { mutantName, mutationProblems } from "./mutation.ts";

const texts = new Map([
  ["a.ts", "const one = 1;\n  if (length > limit) return;\n"],
  ["b.ts", "export const two = 2;\n"],
]);
const survivor = mutantName("a.ts", "  if (length > limit) return;", "length > limit", "length >= limit");
const report = { outstanding: ["b.ts"], modules: [{ file: "a.ts", survivors: [survivor] }] };
const explained = [{ why: "The limit itself cannot be reached by any octets.", mutants: [survivor] }];
const whatOf = (...given: Parameters<typeof mutationProblems>) => mutationProblems(...given).map(({ what }) => what);

test("a survivor that is explained, in a line that stands, is no problem", () => {
  expect(survivor).toBe("a.ts | if (length > limit) return; | length > limit => length >= limit");
  expect(whatOf(report, explained, texts)).toEqual([]);
});

test("survivors and explanations go together", () => {
  expect(whatOf(report, [], texts)).toEqual([`"${survivor}" survives and is not explained`]);
  const killed = { ...report, modules: [{ file: "a.ts", survivors: [] }] };
  expect(whatOf(killed, explained, texts)).toEqual([expect.stringContaining("is explained and does not survive")]);
  expect(whatOf(report, [...explained, ...explained], texts)).toHaveLength(1);
  expect(whatOf(report, [{ why: "cannot be", mutants: [survivor] }], texts)).toEqual(['"cannot be" explains nothing']);
});

test("a report is of the code that there is", () => {
  const changed = new Map([...texts, ["a.ts", "if (length >= limit) return;\n"]]);
  expect(whatOf(report, explained, changed)).toEqual([expect.stringContaining("npm run mutation -- a.ts")]);
  const more = new Map([...texts, ["c.ts", ""]]);
  expect(whatOf(report, explained, more)).toEqual([expect.stringContaining("c.ts is neither judged nor outstanding")]);
  expect(whatOf({ ...report, outstanding: [] }, explained, texts)).toHaveLength(1);
  expect(whatOf({ ...report, outstanding: ["b.ts", "gone.ts"] }, explained, texts)).toHaveLength(1);
});
