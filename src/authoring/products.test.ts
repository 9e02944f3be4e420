import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { formatJson } from "./json.ts";
import { staleProducts, writeProducts } from "./products.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "products-"));
});
afterEach(() => rmSync(root, { recursive: true }));

test("only what differs is written", () => {
  const products = new Map([
    ["a/b.txt", "one"],
    ["c.txt", "two"],
  ]);
  expect(writeProducts(root, products)).toEqual(["a/b.txt", "c.txt"]);
  utimesSync(join(root, "c.txt"), 1, 1);
  expect(writeProducts(root, products.set("a/b.txt", "three"))).toEqual(["a/b.txt"]);
  expect(readFileSync(join(root, "a/b.txt"), "utf8")).toBe("three");
  expect(statSync(join(root, "c.txt")).mtimeMs).toBe(1000);
});

test("compressed files are equal when the octets in them are", () => {
  const octets = Buffer.from("octets ".repeat(100));
  writeFileSync(join(root, "a.gz"), gzipSync(octets, { level: 1 }));
  expect(staleProducts(root, new Map([["a.gz", gzipSync(octets, { level: 9 })]]))).toEqual([]);
  expect(staleProducts(root, new Map([["a.gz", gzipSync(octets.subarray(1))]]))).toEqual(["a.gz"]);
  expect(gunzipSync(readFileSync(join(root, "a.gz")))).toEqual(octets);
});

test.each([
  [{ a: [1, 2], b: {}, c: [], d: undefined }, '{\n  "a": [1, 2],\n  "b": {},\n  "c": []\n}\n'],
  [[{ a: "x" }], '[\n  {\n    "a": "x"\n  }\n]\n'],
  [["x".repeat(60), "y".repeat(60)], `[\n  "${"x".repeat(60)}",\n  "${"y".repeat(60)}"\n]\n`],
])("JSON is laid out as the formatter of the repository leaves it: %j", (value, expected) => {
  expect(formatJson(value)).toBe(expected);
});
