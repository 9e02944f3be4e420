import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../ledger/requirement.ts";

/**
 * The commit that holds `path` as it was before its present content: HEAD where the working copy differs from HEAD, else
 * the commit before the last one that changed it. `undefined` without git, or where the file is new.
 */
export function earlierCommit(root: string, path: string): string | undefined {
  const head = versionAt(root, "HEAD", path);
  const here = existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined;
  if (head !== undefined && head !== here) return "HEAD";
  return git(root, "log", "-2", "--format=%H", "--", path)?.trim().split("\n")[1];
}

/** What `path` held in `commit`; `undefined` where it was not there. */
export function versionAt(root: string, commit: string | undefined, path: string): string | undefined {
  return commit === undefined ? undefined : git(root, "show", `${commit}:${path}`);
}

/** The files under `folder` that HEAD has; none without git. */
export function committedFiles(root: string, folder: string): string[] {
  const listed = git(root, "ls-tree", "-r", "--name-only", "HEAD", `${folder}/`) ?? "";
  return listed.split("\n").filter((path) => path !== "");
}

function git(root: string, ...args: string[]): string | undefined {
  try {
    return execFileSync("git", args, {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 1 << 28,
    });
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
