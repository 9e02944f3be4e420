import { describe, expect, test } from "vitest";
import { readExamples } from "./examples.ts";
import { injectTables, type Renderers } from "./tables.ts";

const renderers: Renderers = {
  fields: (ksy, type) => {
    if (type === "none") throw new Error(`${ksy}.ksy has no type none`);
    return `| ${ksy} | ${type} |\n`;
  },
  octets: (ksy, type) => `[${ksy} ${type}]`,
};

describe("tables", () => {
  test.each([
    ["<!-- fields: a b -->\n<!-- /fields -->", "<!-- fields: a b -->\n| a | b |\n<!-- /fields -->"],
    ["<!-- fields: a b -->\nold\n\nold\n<!-- /fields -->", "<!-- fields: a b -->\n| a | b |\n<!-- /fields -->"],
    [
      "x\n<!-- octets: a b -->\n<!-- /octets -->\ny\n<!-- fields: a c -->\n<!-- /fields -->\nz",
      "x\n<!-- octets: a b -->\n[a b]\n<!-- /octets -->\ny\n<!-- fields: a c -->\n| a | c |\n<!-- /fields -->\nz",
    ],
  ])("are written between their markers: %j", (text, expected) => {
    const once = injectTables(text, "spec/01-a.md", renderers);
    expect(once).toEqual({ text: expected, problems: [] });
    expect(injectTables(once.text, "spec/01-a.md", renderers).text).toBe(expected);
  });

  test.each([
    ["x\n<!-- fields: a none -->\nold\n<!-- /fields -->", 2, "a.ksy has no type none"],
    ["<!-- fields: a b -->\nold\n<!-- /octets -->", 1, "<!-- fields: ... --> is closed by <!-- /octets -->"],
    ["x\n\n<!-- fields: a b -->\nnothing closes it", 3, "a marker for a table that is not closed"],
    ["<!-- octets: ab -->\n<!-- /octets -->", 1, "a marker for a table that is not closed"],
  ])("that cannot be made are reported, and left: %j", (text, line, what) => {
    expect(injectTables(text, "spec/01-a.md", renderers)).toEqual({
      text,
      problems: [{ file: "spec/01-a.md", line, what }],
    });
  });
});

describe("examples", () => {
  test("are assembled, with the lines of the chapter", () => {
    const text = "# 1\n\n```image case=tiny expect=reject\n@hdr ff*8\n58 45\n```\n\n```text\nnot hex\n```\n";
    const [example, ...others] = readExamples(text, "spec/01-a.md");
    expect(others).toEqual([]);
    expect(example).toMatchObject({ id: "tiny", expect: "reject", file: "spec/01-a.md", line: 3, labels: { hdr: 0 } });
    expect(Buffer.from(example!.octets).toString("hex")).toBe("ffffffffffffffff5845");
  });

  test.each([
    ["# 1\n\n```image case=tiny expect=reject\nff*8\nzz\n```\n", "spec/01-a.md:5: not annotated hex: zz"],
    ["```image case=tiny\nff\n```\n", "spec/01-a.md:1: an example reads: image case=ID expect=accept|reject"],
  ])("that are wrong are refused with file and line: %j", (text, message) => {
    expect(() => readExamples(text, "spec/01-a.md")).toThrow(message);
  });
});
