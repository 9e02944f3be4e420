import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "./package-root.ts";
import { scratch } from "./testing/run.ts";
import { stepsOf, take } from "./testing/transcript.ts";

/** A folder as whoever follows a page has it: the package beside the suite and the generated files. */
function workplace(): string {
  const folder = scratch();
  for (const name of ["conformance", "generated"]) symlinkSync(join(packageRoot(), name), join(folder, name));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(packageRoot(), join(folder, "node_modules/domain-save-image"));
  return folder;
}

/** A checkout that may be written to. */
function checkout(): string {
  const folder = scratch();
  for (const name of ["conformance", "generated", "node_modules", "src"])
    symlinkSync(join(packageRoot(), name), join(folder, name));
  for (const name of ["spec", "schemas", "dist", "package.json"])
    cpSync(join(packageRoot(), name), join(folder, name), { recursive: true });
  return folder;
}

test("whoever follows the tour in the README sees what it shows", () => {
  const steps = stepsOf(readFileSync(join(packageRoot(), "README.md"), "utf8")).filter(
    (step) => step.kind === "file" || !step.command.includes("certify"),
  );
  expect(steps.length).toBeGreaterThan(7);
  const folder = workplace();
  for (const step of steps) take(step, folder);
});

const GUIDE = join(packageRoot(), "spec/guide");
const pages = readdirSync(GUIDE).filter((name) => stepsOf(readFileSync(join(GUIDE, name), "utf8")).length > 0);

test("the guide has pages to be followed", () => {
  expect(pages).toEqual(
    expect.arrayContaining(["certify.md", "image-does-not-restore.md", "propose-a-change.md", "write-a-backend.md"]),
  );
});

test.each(pages)("whoever follows %s of the guide sees what it shows", { timeout: 300_000 }, (page) => {
  const folder = page === "propose-a-change.md" ? checkout() : workplace();
  for (const step of stepsOf(readFileSync(join(GUIDE, page), "utf8"))) take(step, folder);
});
