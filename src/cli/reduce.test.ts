import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mainProgram, packageRoot } from "./package-root.ts";
import { cut, entriesOf } from "./reducing/pieces.ts";
import { dsi, fileOf, imageOctets, scratch } from "./testing/run.ts";

const REFERENCE = `'${process.execPath}' '${mainProgram()}' adapter`;
const KAITAI = `'${process.execPath}' '${join(packageRoot(), "conformance/adapters/kaitai/adapter.js")}'`;
const SHELL = `sh '${join(packageRoot(), "conformance/adapters/shell/adapter.sh")}'`;
const PYTHON = `python3 '${join(packageRoot(), "conformance/adapters/python/dsi_adapter.py")}'`;

const NAME = "pvh-tiny.bare.v3";
const { labels } = JSON.parse(readFileSync(join(packageRoot(), "conformance/images", `${NAME}.json`), "utf8"));

/** A small image of a real guest with one octet changed; returns where the file is, and its octets. */
function changed(at: number, octet: number) {
  const octets = Uint8Array.from(imageOctets(NAME));
  octets[at] = octet;
  return { path: fileOf(octets), octets };
}

async function reduce(path: string, ...args: string[]) {
  const out = join(scratch(), "small");
  const run = await dsi(["reduce", path, "--adapter", REFERENCE, ...args, "--out", out]);
  return { run, small: existsSync(out) ? new Uint8Array(readFileSync(out)) : undefined };
}

test("of an image with one reserved octet set little is left, and the octet is", async () => {
  // The reserved word of X86_TSC_INFO: a Reader ignores it, the strict parser does not.
  const { path, octets } = changed(labels.tsc + 8 + 22, 0x77);
  const { run, small } = await reduce(path, "--adapter", KAITAI);
  expect(run).toMatchObject({ status: 0, stderr: "" });
  expect(run.stdout).toMatch(
    /^domain-save-image: accept, dsi-kaitai-strict: reject \(ValidationNotEqualError\) \(v3 reader\)/,
  );
  expect(run.stdout).toContain(`${octets.length} octets before, ${small!.length} left`);
  expect(small!.length).toBeLessThan(200);
  expect([...small!].filter((octet) => octet === 0x77)).toHaveLength(1);
  const types = cut(small!)!.records.map(({ type }) => type);
  expect(types).toEqual([0x10, 0x08, 0x09, 0x00]);

  // Reduced once more, it stays as it is: there is nothing that could still go.
  expect((await reduce(fileOf(small!), "--adapter", KAITAI)).small).toEqual(small);
});

test("of a batch with one entry that matters this entry is left, with the length of the record set right", async () => {
  // A reserved bit of the third entry, which has a page.
  const { path } = changed(labels.page + 16 + 8 * 2 + 6, 0x10);
  const { run, small } = await reduce(path, "--adapter", KAITAI);
  expect(run).toMatchObject({ status: 0, stderr: "" });
  const { records, bigEndian } = cut(small!)!;
  const batches = records.flatMap((record) => entriesOf(record, bigEndian) ?? []);
  expect(batches).toHaveLength(1);
  expect(small!.length).toBeLessThan(4096 + 200);
});

test("where both agree there is nothing to reduce: exit 1, and no file", async () => {
  const { run, small } = await reduce(fileOf(imageOctets(NAME)), "--adapter", PYTHON);
  expect(run).toMatchObject({ status: 1, stderr: "" });
  expect(run.stdout).toMatch(/ agree on this image \(v3 reader\)\n$/);
  expect(small).toBeUndefined();
});

test("one adapter, or roles and editions that both do not have, are refused", async () => {
  const path = fileOf(imageOctets(NAME));
  expect((await reduce(path)).run).toMatchObject({ status: 2, stdout: "" });
  const legacy = await reduce(path, "--adapter", SHELL, "--edition", "legacy");
  expect(legacy.run.status).toBe(2);
  expect(legacy.run.stderr).toContain("edition legacy");
});
