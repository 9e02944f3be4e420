import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { FoundField } from "../../../generated/parser-runtime.ts";
import { locateDomainSaveImage } from "../../../generated/strict/domain_save_image.ts";
import { compileKsy } from "./compile.ts";
import { readKsySet } from "./ksy.ts";
import { imageNames, imageOctets, root } from "./testing/images.ts";

const python = spawnSync("python3", ["--version"]).status === 0;
if (!python && process.env.DSI_REQUIRE_TOOLS === "1") throw new Error("DSI_REQUIRE_TOOLS=1, but there is no python3");

const dir = mkdtempSync(join(tmpdir(), "dsi-python-"));
afterAll(() => rmSync(dir, { recursive: true }));

describe.skipIf(!python)("the parser that the compiler makes for Python", () => {
  it("reads every field of every small image as the JavaScript one does, in the strict form", async () => {
    const files = await compileKsy(readKsySet(root), "domain_save_image", "python", "strict", true);
    for (const [name, text] of files) writeFileSync(join(dir, name), text);
    const names = imageNames(1_000_000).filter((name) => !name.startsWith("back-"));
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) writeFileSync(join(dir, name), imageOctets(name));

    const script = join(import.meta.dirname, "testing/python");
    const run = spawnSync("python3", [join(script, "fields.py"), dir, ...names], {
      cwd: dir,
      env: { ...process.env, PYTHONPATH: script, PYTHONDONTWRITEBYTECODE: "1" },
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

it("stands on the runtime as its project published it", () => {
  const folder = join(import.meta.dirname, "testing/python");
  const digest = createHash("sha256")
    .update(readFileSync(join(folder, "kaitaistruct.py")))
    .digest("hex");
  expect(readFileSync(join(folder, "README.md"), "utf8")).toContain(digest);
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
