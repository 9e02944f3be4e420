import { describe, expect, test } from "vitest";
import { readChapter } from "./chapter.ts";

const requirement = (sentence: string, attributes = "") =>
  `<a id="REC-007"></a>**REC-007** ${sentence}${attributes === "" ? "" : ` {${attributes}}`}`;
const read = (text: string) => readChapter(text, "spec/04-records.md");
const one = (sentence: string, attributes = "") => {
  const { requirements, problems } = read(requirement(sentence, attributes));
  expect(problems).toEqual([]);
  return requirements[0]!;
};

describe("a requirement", () => {
  test("is read with everything it says", () => {
    const text = requirement(
      "A Reader MUST skip a *record* whose\ntype has [bit 31](x.md) set and `n` is 1.",
      'since=v3 fact=E35,F5 code=record-unknown untestable="no octets"',
    );
    expect(read(`# 4\n\nSome prose.\n\n${text}\n`).requirements).toEqual([
      {
        id: "REC-007",
        text: "A Reader MUST skip a record whose type has bit 31 set and n is 1.",
        level: "MUST",
        subject: "reader",
        roles: ["reader"],
        action: "accept",
        editions: ["v3", "v4-draft"],
        choice: undefined,
        needs: [],
        codes: ["record-unknown"],
        facts: ["E35", "F5"],
        rationale: [],
        untestable: "no octets",
        file: "spec/04-records.md",
        line: 5,
      },
    ]);
  });

  test("may be an item of a list", () => {
    const { requirements } = read(`Rules:\n\n- ${requirement("A field MUST be 0.")}\n- plain\n`);
    expect(requirements.map(({ id, line }) => [id, line])).toEqual([["REC-007", 3]]);
  });

  test.each([
    ["A Reader MUST reject it.", ["reader"], "reject"],
    ["A Reader MUST NOT reject it.", ["reader"], "accept"],
    ["A Reader MUST ignore it.", ["reader"], "accept"],
    ["A Reader MUST NOT accept it.", ["reader"], "reject"],
    ["A Writer MUST write it.", ["writer"], undefined],
    ["A Verifier MUST report it.", ["verifier"], undefined],
    ["An image MUST begin so.", ["writer", "verifier"], undefined],
    ["Readers are many, and a field MUST be 0.", ["writer", "verifier"], undefined],
  ])("%s", (sentence, roles, action) => {
    expect(one(sentence)).toMatchObject({ roles, action });
  });

  test.each([
    ["It MUST be 0.", "MUST"],
    ["It MUST NOT be 0.", "MUST"],
    ["It SHOULD be 0.", "SHOULD"],
    ["It SHOULD NOT be 0.", "SHOULD"],
    ["It MAY be 0.", "MAY"],
  ])("%s is a %s", (sentence, level) => {
    expect(one(sentence).level).toBe(level);
  });

  test.each([
    ["", ["v2", "v3", "v4-draft"]],
    ["since=v3", ["v3", "v4-draft"]],
    ["until=v2", ["v2"]],
    ["since=draft-b until=v2", ["draft-b", "v2"]],
    ["in=draft-b,v3", ["draft-b", "v3"]],
    ["since=v2 until=v4-draft", ["v2", "v3", "v4-draft"]],
  ])("{%s} means the editions %j", (attributes, editions) => {
    expect(one("It MUST be 0.", attributes).editions).toEqual(editions);
  });

  test("with a choice has its options instead of an action", () => {
    const sentence = "A Reader MUST treat it as its choice says: `refuse` rejects the image, `allow` reads it.";
    expect(one(sentence, "choice=record-limit")).toMatchObject({
      action: undefined,
      choice: { name: "record-limit", options: { refuse: "reject", allow: "accept" } },
    });
  });
});

describe("what is wrong is reported with its line", () => {
  test.each([
    [requirement("It is 0."), "REC-007: no key word"],
    [requirement("It MUST be 0 and MUST NOT be 1."), "one key word: MUST, MUST NOT"],
    [requirement("It SHALL be 0."), "the key word SHALL is not used here"],
    [requirement("It MUST be 0.", "sinse=v2"), "REC-007: unknown attribute sinse="],
    [requirement("It MUST be 0.", "since=v9"), "unknown edition v9"],
    [requirement("It MUST be 0.", "since=v3 until=v2"), "no edition lies between"],
    [requirement("It MUST be 0.", "until=draft-b"), "no edition lies between"],
    [requirement("It MUST be 0.", "in=v2 since=v2"), "in= stands alone"],
    [requirement("It MUST be 0.", "code=a code=b"), "code= stands twice"],
    [requirement("It MUST be 0.", "code=Not_One"), "Not_One is no code"],
    [requirement("It MUST be 0.", "fact=X1"), "X1 is no row of the facts"],
    [requirement("It MUST be 0.", "fact=E1,"), "fact= has an empty value"],
    [requirement("It MUST be 0.", "loose words"), "not an attribute: loose words"],
    [requirement("A Reader MUST do as it likes.", "choice=x"), "a choice defines its options"],
    ['<a id="REC-008"></a>**REC-007** It MUST be 0.', "the anchor is REC-008, the number is REC-007"],
    ['<a id="rec7"></a>**rec7** It MUST be 0.', "rec7 is no requirement number"],
    ["**REC-007** It MUST be 0.", "a requirement begins with"],
    ["A reader MUST know this.", "MUST stands outside a numbered requirement"],
    ["| a |\n|---|\n| it MAY |", "MAY stands outside a numbered requirement"],
  ])("%s", (text, what) => {
    const { requirements, problems } = read(`# Title\n\n${text}\n`);
    expect(requirements).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.what).toContain(what);
    expect(problems[0]!.line).toBeGreaterThan(2);
  });

  test.each([
    "The key words MUST and MAY are those of RFC 2119.",
    "`MUST` in code",
    "```\nMUST\n```",
    "this may be so",
  ])("%j is no stray key word", (text) => {
    expect(read(text).problems).toEqual([]);
  });
});
