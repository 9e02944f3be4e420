import { describe, expect, test } from "vitest";
import { imageStore } from "../images/store.ts";
import { staleProducts } from "../products.ts";
import { readExamples, specExamples } from "./examples.ts";
import { fieldTableMarkdown, schemaRenderers } from "./renderers.ts";
import { chapterTables, injectTables, type Renderers } from "./tables.ts";

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

test("the committed chapters hold the tables and diagrams that the schemas make", () => {
  const root = process.cwd();
  const { products, problems } = chapterTables(root, schemaRenderers(root));
  expect(problems).toEqual([]);
  expect(staleProducts(root, products)).toEqual([]);
  expect(products.get("spec/02-image-header.md")).toContain("| 12 | 4 | `version` | u32 |");
});

test("a bar in a cell does not end it", () => {
  const row = { offset: "0", size: "1", name: "a", type: "u8", doc: "x | y", req: [] };
  expect(fieldTableMarkdown([row]).split("\n")[2]).toBe("| 0 | 1 | `a` | u8 | x \\| y |");
});

describe("examples", () => {
  test("of the chapters assemble, each under an id of its own", () => {
    const ids = specExamples(process.cwd(), imageStore(process.cwd()).include).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("are assembled, with the lines of the chapter", () => {
    const text = "# 1\n\n```image case=tiny expect=reject\n@hdr ff*8\n58 45\n```\n\n```text\nnot hex\n```\n";
    const [example, ...others] = readExamples(text, "spec/01-a.md");
    expect(others).toEqual([]);
    expect(example).toMatchObject({ id: "tiny", expect: "reject", file: "spec/01-a.md", line: 3, labels: { hdr: 0 } });
    expect(Buffer.from(example!.octets).toString("hex")).toBe("ffffffffffffffff5845");
  });

  test("may include images of the suite", () => {
    const text = '```image case=whole expect=accept\ninclude "small.v3"\n```\n';
    const { include, get } = imageStore(process.cwd());
    const [example] = readExamples(text, "spec/01-a.md", include);
    expect(Buffer.from(example!.octets).equals(get("small.v3").octets)).toBe(true);
  });

  test.each([
    ["# 1\n\n```image case=tiny expect=reject\nff*8\nzz\n```\n", "spec/01-a.md:5: not annotated hex: zz"],
    ["```image case=tiny\nff\n```\n", "spec/01-a.md:1: an example reads: image case=ID expect=accept|reject"],
  ])("that are wrong are refused with file and line: %j", (text, message) => {
    expect(() => readExamples(text, "spec/01-a.md")).toThrow(message);
  });
});
