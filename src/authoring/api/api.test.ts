import { expect, test } from "vitest";
import { exportsOf } from "./exports.ts";
import { apiReference } from "./reference.ts";

const FACES = [
  "src/containers/index.ts",
  "src/containers/verify.ts",
  "src/harness/index.ts",
  "src/hypervisor/index.ts",
];

test.each(FACES)("the reference has every value that %s exports, and each is documented", async (file) => {
  const exported = exportsOf(".", file);
  const module = (await import(`../../../${file}`)) as object;
  const values = exported.filter(({ kind }) => kind !== "type").map(({ name }) => name);
  expect(values).toEqual(Object.keys(module).sort());
  expect(exported.filter(({ doc, kind }) => doc === "" && kind !== "type").map(({ name }) => name)).toEqual([]);
});

test("declarations come without bodies, with what is said of their parts", () => {
  const exported = exportsOf(".", "src/hypervisor/index.ts");
  const text = (name: string) => exported.find((one) => one.name === name)?.text;
  expect(text("restoreDomain")).toMatch(/^async function restoreDomain\([\s\S]*\): Promise<Domain>$/);
  expect(text("Domain")).toContain("/** Stops the guest between two instructions.");
  expect(text("BackendError")).toBe(
    'class BackendError extends Error {\n  override readonly name: string = "BackendError";\n}',
  );
});

test("there is a page for each subpath, and one that leads to them", () => {
  const pages = apiReference(".");
  expect([...pages.keys()].sort()).toEqual(
    ["README", "backends", "codec", "harness", "verifier"].map((name) => `generated/api/${name}.md`),
  );
  expect(pages.get("generated/api/codec.md")).toMatch(/### verifyImage\n\n.+\n\n```ts\nfunction verifyImage\(/s);
});
