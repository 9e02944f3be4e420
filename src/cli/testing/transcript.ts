import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { mainProgram } from "../package-root.ts";

/** A command of a page with the output that is shown for it, or a file that the page has its reader make. */
export type Step =
  | { readonly kind: "command"; readonly command: string; readonly output: string }
  | { readonly kind: "file"; readonly path: string; readonly text: string };

const BLOCK = /^(?:<!-- file: (\S+) -->\n)?```(\w+)\n([\s\S]*?)^```$/gm;

/** What a page has its reader do, in order: blocks of `console`, and blocks under a comment that names a file. */
export function stepsOf(page: string): Step[] {
  return [...page.matchAll(BLOCK)].flatMap(([, path, language, text = ""]): Step[] => {
    if (path !== undefined) return [{ kind: "file", path, text }];
    if (language !== "console") return [];
    return text
      .split(/^\$ /m)
      .slice(1)
      .map((step) => {
        const [command = "", ...output] = step.split("\n");
        return { kind: "command", command, output: output.join("\n") };
      });
  });
}

/** Takes a step in a folder, where `npx dsi` is the built command, and holds the output to what is shown. */
export function take(step: Step, folder: string): void {
  if (step.kind === "file") {
    const path = join(folder, step.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, step.text);
    return;
  }
  // In a checkout the command is its own, which works on what is there.
  const own = join(folder, "dist/src/cli/main.js");
  const main = existsSync(own) ? own : mainProgram();
  const script = `npx() { shift; "${process.execPath}" "${main}" "$@"; }
npm() { shift 4; "${process.execPath}" dist/src/review/draft.js "$@"; }
${step.command}`;
  const { stdout, stderr } = spawnSync("sh", ["-c", script], { cwd: folder, encoding: "utf8" });
  expect(stdout + stderr, step.command).toMatch(patternOf(step.output));
}

/** Output as it is shown: `...` alone in a line stands for any lines, and within a line for any text of it. */
function patternOf(output: string): RegExp {
  const lines = output.split(/(?<=\n)/).map((line) => {
    if (line === "...\n") return "(?:.*\\n)*";
    return line
      .split("...")
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
      .join(".*");
  });
  return new RegExp(`^${lines.join("")}$`);
}
