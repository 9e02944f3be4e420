import { describe, expect, test } from "vitest";
import type { KsySet } from "../kaitai/ksy.ts";
import { readChapter } from "../ledger/chapter.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { grammarProblems } from "./grammar.ts";
import { fieldNumbers, tableNumbers } from "./numbers.ts";
import { avoidedWords, proseProblems } from "./prose.ts";
import { saidSizes } from "./sizes.ts";

describe("prose", () => {
  const avoided = avoidedWords(
    "| word | meaning | not |\n|---|---|---|\n| octet | eight bits | byte |\n| Verifier | a role | validator, checker |\n",
  );

  test.each([
    ["Four bytes follow.", '"bytes": the glossary says octet'],
    ["A Validator\nlooks at it.", '"Validator": the glossary says Verifier'],
    ["An image must not be empty.", '"must" reads like a requirement and has no number'],
  ])("%j", (text, what) => {
    expect(proseProblems(`# 1\n\n${text}\n`, "spec/01-a.md", avoided)).toEqual([
      { file: "spec/01-a.md", line: 3, what },
    ]);
  });

  test.each([
    "The byte order is that of the host.",
    "The field `byte_count`.",
    "```text\nbytes must\n```",
    "| `checker` | a name |\n|---|---|\n",
  ])("%j is fine", (text) => {
    expect(proseProblems(text, "spec/01-a.md", avoided)).toEqual([]);
  });
});

describe("the grammar of requirements", () => {
  const said = (sentence: string, braces = "code=a") =>
    grammarProblems(
      readChapter(`<a id="IMG-001"></a>**IMG-001** ${sentence} {${braces}}\n`, "spec/02-a.md") as Ledger,
    ).map(({ what }) => what);

  test.each([
    [
      "A Reader MUST reject an image and a Writer refuse it.",
      "IMG-001: it binds a reader and a writer: one requirement, one role",
    ],
    ["A Reader MUST reject an image. It says why.", "IMG-001: one requirement, one sentence"],
    ["A Reader MUST handle an image appropriately.", 'IMG-001: "appropriately" cannot be tested: say what is meant'],
    ["A Reader MUST reject an image", "IMG-001: a sentence ends with a full stop"],
  ])("%s", (sentence, what) => {
    expect(said(sentence)).toContain(what);
  });

  test("of a sound one", () => {
    expect(said("A Reader MUST reject an image that a Writer left empty.")).toEqual([]);
  });
});

describe("numbers", () => {
  const ledger = readChapter(
    '<a id="IMG-001"></a>**IMG-001** The count of a batch MUST NOT exceed 134217728. {code=a}\n',
    "spec/02-a.md",
  ) as Ledger;
  const field = (valid: unknown) =>
    new Map([["a", { meta: { id: "a" }, seq: [{ id: "count", type: "u4", valid, "-req": ["IMG-001"] }] }]]) as KsySet;

  test("of a description stand in the prose, in whatever form", () => {
    expect(fieldNumbers(field({ max: 0x8000000 }), ledger)).toEqual([]);
    expect(fieldNumbers(field({ max: 0x7ffffff }), ledger)).toEqual([]);
    expect(fieldNumbers(field({ max: 0x8000001 }), ledger)).toMatchObject([
      { what: "count has 134217729, of which IMG-001 says nothing" },
    ]);
  });

  test("of a table are those of the enumerators", () => {
    const known = new Map([["HVM_PARAMS", new Set([10])]]);
    expect(tableNumbers("| 0000000A | HVM_PARAMS | x |\n", "spec/05-a.md", known)).toEqual([]);
    expect(tableNumbers("\n| 0000000B | HVM_PARAMS | x |\n", "spec/05-a.md", known)).toEqual([
      { file: "spec/05-a.md", line: 2, what: "HVM_PARAMS is 0000000B here and 10 in the schemas" },
    ]);
  });
});

describe("sizes", () => {
  const set = new Map([
    [
      "a",
      {
        meta: { id: "a" },
        seq: [
          { id: "x", type: "u4" },
          { id: "y", size: 8 },
        ],
        "-said": ["has the {} octets of A"],
      },
    ],
  ]) as KsySet;
  const said = (text: string) => saidSizes(set, [{ file: "spec/02-a.md", text }]).map(({ what }) => what);

  test("of structures are those that their fields come to, wherever the prose says them", () => {
    expect(said("It has the 12 octets\nof A.")).toEqual([]);
    expect(said("It has the 12 octets of A. It has the 16 octets of A.")).toEqual([
      'a has 12 octets, and spec/02-a.md says 16: "has the {} octets of A"',
    ]);
  });

  test("are looked for in words that are there", () => {
    expect(said("It has a dozen.")).toEqual(['a has 12 octets, and no chapter says "has the {} octets of A"']);
  });
});
