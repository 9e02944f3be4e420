import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filesUnder } from "./lint/suite.ts";
import { forbiddenImports, importsOf } from "./rooms.ts";

const modules = [...filesUnder(".", "src", ".ts"), ...filesUnder(".", "generated", ".ts")].filter(
  // Tests may look across rooms: they compare one with another.
  (file) => !file.endsWith(".test.ts") && !file.includes("/testing/"),
);

test("no module imports from a room that it must not know", () => {
  const imports = modules.flatMap((file) => importsOf(readFileSync(file, "utf8"), file));
  expect(imports.length).toBeGreaterThan(50);
  expect(forbiddenImports(imports)).toEqual([]);
});

test.each([
  ["src/harness/run.ts", 'import { decode } from "../format/index.ts";', "src/format/index.ts"],
  ["src/format/record.ts", 'export * from "../containers/xl.ts";', "src/containers/xl.ts"],
  ["src/format/record.ts", 'import type { A } from "../../generated/strict/a.ts";', "generated/strict/a.ts"],
  ["src/authoring/lint.ts", 'import {\n  a,\n} from "../../generated/catalogue.ts";', "generated/catalogue.ts"],
  ["src/site/page.ts", 'const x = await import("../hypervisor/qemu.ts");', "src/hypervisor/qemu.ts"],
  ["src/review/diff.ts", 'import "../cli/main.ts";', "src/cli/main.ts"],
  ["generated/open/a.ts", 'import { b } from "../../src/format/b.ts";', "src/format/b.ts"],
  ["generated/open/a.ts", 'import ajv from "ajv";', "package:ajv"],
  ["src/format/record.ts", 'import { a } from "#kaitai/strict/a";', "generated/strict/a"],
])("%s may not say %s", (file, text, target) => {
  expect(forbiddenImports(importsOf(text, file)).map((one) => one.target)).toEqual([target]);
});

test.each([
  ["src/format/record.ts", 'import { crc32c } from "../codecs/crc.ts";'],
  ["src/containers/xl.ts", 'import { decode } from "../format/index.ts";\nimport { open } from "node:fs";'],
  ["src/cli/main.ts", 'import { run } from "../harness/run.ts";'],
  ["src/format/a.ts", '// import { x } from "../cli/x.ts";\n/* import { x } from "../cli/x.ts"; */'],
])("%s may say %s", (file, text) => {
  expect(forbiddenImports(importsOf(text, file))).toEqual([]);
});
