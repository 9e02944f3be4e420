import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The folder of this checkout, with a slash, seen from the built program and from its source alike. */
const home = new URL(import.meta.url.includes("/dist/src/") ? "../../../" : "../../", import.meta.url);

/** The folder of this checkout. */
export const root = fileURLToPath(home);

/** The command's own program, and the one that runs a single measurement, as built. */
export const command = fileURLToPath(new URL("dist/src/cli/main.js", home));
export const child = fileURLToPath(new URL("dist/src/bench/child.js", home));

/** The commit of this checkout, as `git rev-parse` tells it with these options; undefined where it cannot. */
export function headCommit(...options: readonly string[]): string | undefined {
  return spawnSync("git", ["-C", root, "rev-parse", ...options, "HEAD"], { encoding: "utf8" }).stdout?.trim();
}
