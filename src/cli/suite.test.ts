import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { packageRoot } from "./package-root.ts";
import { dsi, scratch } from "./testing/run.ts";
import { handMadeSuite } from "./testing/suite.ts";

test("a suite is released as plain files with a manifest, from which it certifies as before", async () => {
  const out = join(scratch(), "released");
  const suite = handMadeSuite();
  const run = await dsi(["suite", out, "--suite", suite]);
  expect(run.status, run.stderr).toBe(0);
  const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
  const ajv = new Ajv2020({ strict: false });
  for (const name of ["common", "manifest"])
    ajv.addSchema(JSON.parse(readFileSync(join(packageRoot(), `schemas/${name}.schema.json`), "utf8")));
  expect(ajv.validate("manifest.schema.json", manifest), ajv.errorsText()).toBe(true);
  for (const { path, size, sha256 } of manifest.files) {
    const octets = readFileSync(join(out, path));
    expect([octets.length, createHash("sha256").update(octets).digest("hex")]).toEqual([size, sha256]);
  }
  const lines = manifest.files.map(({ path, sha256 }: { path: string; sha256: string }) => `${sha256}  ${path}\n`);
  expect(manifest.digest).toBe(createHash("sha256").update(lines.join("")).digest("hex"));

  const certify = (dir: string) => dsi(["certify", "--suite", dir, "--edition", "v3", "--role", "reader", "--json"]);
  expect((await certify(out)).stdout).toBe((await certify(suite)).stdout);
  expect(await dsi(["suite", out, "--suite", suite])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/is there already/),
  });
});
