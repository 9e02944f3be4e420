import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const PATIENCE = { timeout: 240_000 };
const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a run of these tests says. */
function run(tests: string, ...args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "dsi-skipped-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  writeFileSync(
    join(folder, "vitest.config.mjs"),
    `import { skippedTests } from ${JSON.stringify(join(root, "src/authoring/skipped-tests.ts"))};
     export default { test: { reporters: [skippedTests()] } };`,
  );
  writeFileSync(
    join(folder, "a.test.mjs"),
    `import { describe, test } from "vitest";
     ${tests}`,
  );
  const vitest = join(folder, "node_modules/vitest/vitest.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [vitest, "run", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
  return stdout;
}

test("a run names what did not run, a group of which nothing ran once", PATIENCE, () => {
  const said = run(`
    test("runs", () => {});
    test.skip("wants a tool", () => {});
    describe("some", () => { test("runs", () => {}); test.skip("wants another", () => {}); });
    describe.skip("with a hypervisor", () => { test("one", () => {}); describe("deep", () => { test("two", () => {}); }); });
  `);
  expect(said).toBe(
    [
      "\n Did not run here:",
      "   a.test.mjs: wants a tool",
      "   a.test.mjs: some > wants another",
      "   a.test.mjs: with a hypervisor (2 tests)",
      "\n",
    ].join("\n"),
  );
});

test("it says nothing where everything ran, and of tests that nobody asked for", PATIENCE, () => {
  const tests = 'test("runs", () => {}); test("other", () => {});';
  expect(run(tests)).toBe("");
  expect(run(tests, "-t", "runs")).toBe("");
});
