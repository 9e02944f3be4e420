import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "./package-root.ts";
import { scratch } from "./testing/run.ts";

const built = (module: string) => JSON.stringify(join(packageRoot(), "dist/src/cli", `${module}.js`));

/** Begins an output and never ends it. Node's one worker has something else to do before it opens the file, and meanwhile a signal comes. */
const INTERRUPTED = `
  import { pbkdf2 } from "node:crypto";
  import { writeOutput } from ${built("output")};
  import { armSignals } from ${built("signals")};
  armSignals();
  void writeOutput(process.argv[1], () => new Promise(() => {}));
  pbkdf2("", "", 1_000_000, 64, "sha512", () => {});
  setTimeout(() => process.kill(process.pid, "SIGTERM"), 100);`;

test("nothing is left of an output whose file is just being opened when a signal comes", () => {
  const folder = scratch();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "-e", INTERRUPTED, join(folder, "out.img")],
    { encoding: "utf8", env: { ...process.env, UV_THREADPOOL_SIZE: "1" } },
  );
  expect(status, stderr).toBe(143);
  expect(readdirSync(folder)).toEqual([]);
});
