import { spawnSync } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mainProgram, packageRoot } from "./package-root.ts";
import { scratch } from "./testing/run.ts";

interface Step {
  readonly command: string;
  readonly output: string;
}

/** Commands of the tour in the README, each with the output that is shown for it. */
function tour(): Step[] {
  const readme = readFileSync(join(packageRoot(), "README.md"), "utf8");
  const blocks = [...readme.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map(([, text]) => text!);
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((step) => {
        const [command, ...output] = step.split("\n");
        return { command: command!, output: output.join("\n") };
      }),
  );
}

test("whoever follows the tour in the README sees what it shows", () => {
  const folder = scratch();
  symlinkSync(join(packageRoot(), "conformance"), join(folder, "conformance"));
  const steps = tour().filter(({ command }) => !command.includes("certify"));
  expect(steps.length).toBeGreaterThan(7);
  for (const { command, output } of steps) {
    const script = `npx() { shift; "${process.execPath}" "${mainProgram()}" "$@"; }\n${command}`;
    const { stdout, stderr } = spawnSync("sh", ["-c", script], { cwd: folder, encoding: "utf8" });
    expect(stdout + stderr, command).toBe(output);
  }
});
