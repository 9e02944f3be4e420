import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../ledger/requirement.ts";

/**
 * What `path` held before its present content was committed: at HEAD where the working copy differs from HEAD, else in
 * the commit before the last one that changed it. `undefined` without git, or where the file is new.
 */
export function earlierVersion(root: string, path: string): string | undefined {
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 28 });
  try {
    const head = git("show", `HEAD:${path}`);
    if (head !== readFileSync(join(root, path), "utf8")) return head;
    const before = git("log", "-2", "--format=%H", "--", path).trim().split("\n")[1];
    return before === undefined ? undefined : git("show", `${before}:${path}`);
  } catch {
    return undefined;
  }
}

/** The ids that are out of use for good, with the reason: `conformance/retired.json`. */
export type Retired = {
  readonly requirements: Readonly<Record<string, string>>;
  readonly cases: Readonly<Record<string, string>>;
};

/** Ids of `kind` that are used although retired, or that were there `before` and are neither in use nor retired. */
export function retiredProblems(
  kind: keyof Retired,
  retired: Retired,
  used: ReadonlySet<string>,
  before: readonly string[],
): Problem[] {
  const file = "conformance/retired.json";
  const dead = Object.keys(retired[kind]);
  return [
    ...dead.filter((id) => used.has(id)).map((id) => ({ file, line: 0, what: `${id} is retired, and used again` })),
    ...before
      .filter((id) => !used.has(id) && !dead.includes(id))
      .map((id) => ({ file, line: 0, what: `${id} is gone from ${kind}: retire it here, with the reason` })),
  ];
}
