import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assemble } from "../hex/assemble.ts";
import { imageStore } from "../images/store.ts";
import { staleProducts } from "../products.ts";
import { exampleCases, readExamples, specExamples } from "./examples.ts";
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
  const FENCE = "```image case=tiny expect=accept shows=IMG-001\n# The marker.\n@hdr ff*8\n58 45\n```\n";

  test("of the chapters are images and cases of the suite", () => {
    const examples = specExamples(process.cwd());
    expect(examples.length).toBeGreaterThan(5);
    const { names, get } = imageStore(process.cwd());
    for (const { id } of examples) {
      expect(names).toContain(id);
      expect(get(id).octets.length).toBeGreaterThan(24);
    }
    const [[path, text]] = [...exampleCases(examples)] as [[string, string]];
    expect(readFileSync(path, "utf8")).toBe(text);
  });

  test("are read with the lines of the chapter, and other fences are not", () => {
    const [example, ...others] = readExamples(`# 1\n\n${FENCE}\n\`\`\`text\nnot hex\n\`\`\`\n`, "spec/01-a.md");
    expect(others).toEqual([]);
    expect(example).toMatchObject({ id: "tiny", expect: "accept", shows: ["IMG-001"], line: 3, why: "The marker." });
    expect(() => assemble(example!.source.replace("58 45", "zz"), "spec/01-a.md")).toThrow(
      "spec/01-a.md:6: not annotated hex: zz",
    );
  });

  test.each([
    ["no requirement", FENCE.replace(" shows=IMG-001", "")],
    ["a rejection without a twin", FENCE.replace("accept shows", "reject breaks")],
    ["an unknown key", FENCE.replace("shows", "proves")],
    ["no expectation", FENCE.replace(" expect=accept", "")],
    ["no word on what it shows", FENCE.replace("# The marker.\n", "")],
  ])("with %s are refused with file and line", (_, text) => {
    expect(() => readExamples(text, "spec/01-a.md")).toThrow(/^spec\/01-a\.md:[12]: an example/);
  });
});
