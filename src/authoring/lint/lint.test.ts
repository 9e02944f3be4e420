import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openRows, rowsNamed } from "../coverage.ts";
import { readChapter } from "../ledger/chapter.ts";
import { caseProblems } from "./cases.ts";
import { uncoveredProblems, undecidedMusts } from "./covered.ts";
import { committedFiles, earlierCommit, retiredProblems, versionAt } from "./history.ts";
import { ledgerProblems } from "./ledger.ts";
import { danglingReferences, orphanCodes } from "./references.ts";
import type { Case, SuiteSources } from "./suite.ts";

const rules: [id: string, sentence: string, attributes: string][] = [
  ["IMG-001", "An image MUST begin so.", "code=marker fact=E1"],
  ["IMG-002", "A Reader MUST reject others.", "code=marker fact=E2,F3"],
  ["IMG-003", "A field SHOULD be 0.", "code=field in=v3"],
  ["IMG-004", "A Reader MUST accept version 2.", "in=v3"],
  ["IMG-005", "A Writer MUST know its host.", 'untestable="not in the octets"'],
  ["IMG-006", "A Reader MUST treat it as its choice says: `a` rejects it, `b` reads it.", "choice=taste code=taste"],
];
const ledgerOf = (list: typeof rules) =>
  readChapter(
    list.map(([id, text, rest]) => `<a id="${id}"></a>**${id}** ${text} {${rest}}`).join("\n\n"),
    "spec/02-a.md",
  );
const ledger = ledgerOf(rules);
const names = { image: new Set(["small.v2", "small.v3"]), value: new Set<string>(), stream: new Set<string>() };
const suiteOf = (...cases: Partial<Case>[]): SuiteSources => ({
  cases: cases.map((one) => ({ id: "one", breaks: "IMG-001", file: "c.json", ...one })),
  mutants: [],
  names,
  problems: [],
});
const whatOf = (problems: readonly { what: string }[]) => problems.map(({ what }) => what);

test("the fixture is a sound ledger", () => {
  expect(ledger.problems).toEqual([]);
  expect(ledgerProblems(ledger, [])).toEqual([]);
});

describe("cases", () => {
  test.each<[string, Partial<Case>[], string[]]>([
    ["a sound one", [{ image: "small@*", reader: "reject" }], []],
    ["an unknown requirement", [{ breaks: "IMG-099" }], ["case one: there is no requirement IMG-099"]],
    ["an unknown image", [{ image: "big.v3" }], ["case one: there is no image big.v3"]],
    [
      "an image missing in one edition",
      [{ image: "wide@*", editions: ["v3"] }],
      ["case one: there is no image wide.v3"],
    ],
    ["a value that is not there", [{ image: "small.v3", value: "x" }], ["case one: there is no value x"]],
    ["an unknown twin", [{ twin: "two" }], ["case one: there is no twin two"]],
    ["an unknown choice", [{ choice: "colour" }], ["case one: no requirement defines the choice colour"]],
    ["an unknown code", [{ alsoCodes: ["nope"] }], ["case one: there is no code nope"]],
    [
      "editions that do not meet",
      [{ breaks: "IMG-003", editions: ["v2"] }],
      ["case one: no edition is in all that it cites"],
    ],
    ["an id given out twice", [{}, {}], ["case one: the id is given out already"]],
    ["nothing cited", [{ breaks: undefined as never, shows: [] }], ["case one: it breaks or shows no requirement"]],
  ])("%s", (_, cases, expected) => {
    expect(whatOf(caseProblems(ledger, suiteOf(...cases), ["v2", "v3"]))).toEqual(expected);
  });

  test("a mutant of an unknown requirement", () => {
    const suite = { ...suiteOf(), mutants: [{ id: "m", breaks: "IMG-098", file: "m.json" }] };
    expect(whatOf(caseProblems(ledger, suite, ["v3"]))).toEqual(["mutant m: there is no requirement IMG-098"]);
  });
});

describe("MUSTs without a case", () => {
  test.each<[Partial<Case>[], string[]]>([
    [[], ["IMG-001", "IMG-002", "IMG-004", "IMG-006"]],
    [[{ breaks: "IMG-001", verifier: "reject" }], ["IMG-002", "IMG-004", "IMG-006"]],
    [[{ breaks: "IMG-001", reader: "reject", verifier: "reject" }], ["IMG-004", "IMG-006"]],
    [[{ breaks: "IMG-002", reader: "reject" }], ["IMG-001", "IMG-004", "IMG-006"]],
    [[{ breaks: undefined as never, shows: ["IMG-004", "IMG-006"], reader: "accept" }], ["IMG-001", "IMG-002"]],
  ])("%j leave %j", (cases, expected) => {
    expect(undecidedMusts(suiteOf(...cases).cases, ledger)).toEqual(expected);
  });

  test.each([
    [["A"], ["A"], undefined, []],
    [["A"], ["A"], { listed: ["A", "B"], known: ["A", "B"] }, []],
    [["A", "B"], ["A"], { listed: ["A"], known: ["A"] }, ["B is a MUST without a case"]],
    [["A"], ["A", "B"], { listed: ["A", "B"], known: ["A", "B"] }, ["B has a case now, or is gone: take it out"]],
    [["A", "B"], ["A", "B"], { listed: ["A"], known: ["A", "B"] }, ["B was added: this list only shrinks"]],
    [["A", "B"], ["A", "B"], { listed: ["A"], known: ["A"] }, []],
  ])("undecided %j, listed %j, before %j", (undecided, listed, before, expected) => {
    expect(whatOf(uncoveredProblems(undecided, listed, before))).toEqual(expected);
  });
});

describe("the ledger as a whole", () => {
  test.each<[string, typeof rules, string]>([
    [
      "a breach left silent",
      [["IMG-001", "It MUST be 0.", "code=a in=v3"]],
      "IMG-001: what a Reader of v3 does about a is left silent",
    ],
    [
      "two rules under one code",
      [
        ["IMG-001", "A Reader MUST reject it.", "code=a"],
        ["IMG-002", "A Reader MUST ignore it.", "code=a in=v3"],
      ],
      "IMG-002 and IMG-001 share the code a in v3",
    ],
    [
      "a choice with other options",
      [
        rules[5]!,
        ["IMG-007", "A Reader MUST treat it as its choice says: `a` rejects it, `c` reads it.", "choice=taste"],
      ],
      "IMG-007: the options of taste are a, b",
    ],
    [
      "a feature that the suite lacks",
      [["IMG-001", "It MAY be 0.", "needs=xl"]],
      "IMG-001: the suite has no feature xl",
    ],
  ])("%s", (_, list, expected) => {
    expect(whatOf(ledgerProblems(ledgerOf(list), ["libxl"]))).toEqual([expected]);
  });
});

describe("references", () => {
  test("a number that the ledger lacks is dangling, unless retired or of another suite", () => {
    const sources = [{ file: "src/a.ts", text: "// IMG-001\n// IMG-077, IMG-078, ABC-123, UTF-8" }];
    expect(danglingReferences(sources, ledger, new Set(["IMG-078"]))).toEqual([
      { file: "src/a.ts", line: 2, what: "there is no requirement IMG-077" },
    ]);
  });

  test("a code that no rule reports is an orphan", () => {
    const sources = [
      { file: "src/format/a.ts", text: 'report("marker"); report("field");' },
      { file: "src/format/a.test.ts", text: '"taste"' },
    ];
    expect(whatOf(orphanCodes(sources, ledger))).toEqual(["no rule in src/ reports the code taste"]);
  });

  test.each([
    ["cases", { requirements: {}, cases: {} }, ["a"], ["a"], []],
    [
      "cases",
      { requirements: {}, cases: {} },
      ["a"],
      ["a", "b"],
      ["b is gone from cases: retire it here, with the reason"],
    ],
    ["cases", { requirements: {}, cases: { b: "wrong" } }, ["a"], ["a", "b"], []],
    ["requirements", { requirements: { a: "no" }, cases: {} }, ["a"], [], ["a is retired, and used again"]],
  ] as const)("%s: retired %j, used %j, before %j", (kind, retired, used, before, expected) => {
    expect(whatOf(retiredProblems(kind, retired, new Set(used), before))).toEqual(expected);
  });
});

describe("what was there before", () => {
  const root = mkdtempSync(join(tmpdir(), "history-"));
  afterAll(() => rmSync(root, { recursive: true }));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], { cwd: root, stdio: "ignore" });
  const write = (text: string) => writeFileSync(join(root, "list.json"), text);
  const earlier = () => versionAt(root, earlierCommit(root, "list.json"), "list.json");

  test("is the last version that differs from the present one", () => {
    write("1");
    expect(earlier()).toBeUndefined();
    git("init", "-q");
    git("add", ".");
    git("commit", "-q", "-m", "one");
    expect(earlier()).toBeUndefined();
    expect(committedFiles(root, ".")).toEqual(["list.json"]);
    write("2");
    expect(earlier()).toBe("1");
    git("commit", "-q", "-a", "-m", "two");
    expect(earlier()).toBe("1");
    write("3");
    expect(earlier()).toBe("2");
    rmSync(join(root, "list.json"));
    expect(earlier()).toBe("2");
  });
});

describe("coverage of the facts", () => {
  test.each([
    ["E1, F80", ["E1", "F80"]],
    ["E169 to E171", ["E169", "E170", "E171"]],
    ["E1-E2 and F9–10", ["E1", "E2", "F9", "F10"]],
    ["E 1, e1, XE1, 12", []],
  ])("%s", (text, rows) => {
    expect([...rowsNamed(text)]).toEqual(rows);
  });

  test("a row is open that nothing settles or names", () => {
    const open = openRows(ledger, "E4 to E180, F1 to F2, F5 to F80");
    expect(open).toEqual(["E3", "F4"]);
  });
});
