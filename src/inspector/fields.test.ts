import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { requirements } from "virtual:specification";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../harness/package-root.ts";
import { type Field, layerFields, recordFields } from "./fields.ts";
import { scan } from "./scan.ts";
import type { Source } from "./source.ts";

const folder = join(packageRoot(), "conformance/images");
const names = readdirSync(folder).filter((name) => /\.img(\.gz)?$/.test(name));

function sourceOf(name: string): Source {
  const file = readFileSync(join(folder, name));
  const octets = name.endsWith(".gz") ? gunzipSync(file) : file;
  return { name, size: octets.length, read: async (at, length) => octets.subarray(at, at + length) };
}

/** Records of one kind have the same fields: a few of each, and of many pages the first. */
const OF_A_KIND = 3;

describe("every field that the inspector shows", () => {
  test.each(names)("of %s leads to a requirement, of its own or of what holds it", async (name) => {
    const scanned = await scan(sourceOf(name), { signal: new AbortController().signal, progress() {} });
    const astray: string[] = [];
    const walk = (fields: readonly Field[], path: string) => {
      for (const { name, length, req, of, children } of fields) {
        const here = `${path}.${name}`;
        if (length > 0 && req.length === 0) astray.push(here);
        astray.push(...req.filter((id) => requirements[id] === undefined).map((id) => `${here}: ${id}`));
        if (of === "") astray.push(`${here}: of nothing`);
        walk(children.slice(0, 64), here);
      }
    };
    for (const layer of scanned.layers) walk(await layerFields(scanned, layer), `${layer.layer} header`);
    const seen = new Map<string, number>();
    for (const record of scanned.records) {
      const times = seen.get(record.name) ?? 0;
      seen.set(record.name, times + 1);
      if (times < OF_A_KIND) walk(await recordFields(scanned, record), record.name);
    }
    expect(astray).toEqual([]);
  });
});
