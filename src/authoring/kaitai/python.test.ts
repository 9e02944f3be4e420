import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { locateDomainSaveImage } from "../../../generated/open/domain_save_image.ts";
import type { FoundField } from "../../../generated/parser-runtime.ts";
import { compileForDebian } from "./compile.ts";
import { readKsySet } from "./ksy.ts";
import { imageNames, imageOctets, root } from "./testing/images.ts";

/** Debian's Python, which is the one that has Debian's runtime. */
const python = ["/usr/bin/python3", "python3"].find(
  (one) => spawnSync(one, ["-c", "import kaitaistruct"]).status === 0,
);
if (python === undefined && process.env.DSI_REQUIRE_TOOLS === "1") {
  throw new Error("DSI_REQUIRE_TOOLS=1, but there is no python3-kaitaistruct");
}

const dir = mkdtempSync(join(tmpdir(), "dsi-python-"));
afterAll(() => rmSync(dir, { recursive: true }));

describe.skipIf(python === undefined)("the parser that the compiler makes for Python", () => {
  it("reads every field of every small image as the JavaScript one does, on the runtime that Debian packages", async () => {
    const files = await compileForDebian(readKsySet(root), "domain_save_image");
    for (const [name, text] of files) writeFileSync(join(dir, name), text);
    const names = imageNames(1_000_000).filter((name) => !name.startsWith("back-") && !name.endsWith(".v4-draft"));
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) writeFileSync(join(dir, name), imageOctets(name));

    const script = join(import.meta.dirname, "testing/python");
    const run = spawnSync(python as string, [join(script, "fields.py"), dir, ...names], {
      cwd: dir,
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
    const [, ...told] = run.stdout.split(/^== /m);
    expect(told.length).toBe(names.length);
    names.forEach((name, i) => {
      const lines = (told[i] as string).trimEnd().split("\n");
      expect(lines[0]).toBe(name);
      expect(lines.slice(1).filter(hasOctets)).toEqual(fieldLines(name).filter(hasOctets));
    });
  });
});

const nothing = `0 ${createHash("sha256").digest("hex")}`;

// Fields of no octets only state conditions, which the TypeScript face does not show.
const hasOctets = (line: string) => !line.endsWith(nothing);

function fieldLines(name: string): string[] {
  const { fields, error } = locateDomainSaveImage(imageOctets(name));
  expect(error).toBeUndefined();
  return fields.filter((f) => f.value !== undefined).map((f) => `${f.path} ${valueText(f)}`);
}

function valueText({ value, number }: FoundField): string {
  if (value instanceof Uint8Array) return `${value.length} ${createHash("sha256").update(value).digest("hex")}`;
  if (number === undefined && typeof value === "string") return JSON.stringify(value);
  return String(number ?? value);
}
