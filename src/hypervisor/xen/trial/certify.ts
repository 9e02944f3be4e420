/**
 * `npm run lab:certify`: boots the lab, puts Xen's restorer on trial in it by `dsi certify`, and goes away. Further arguments go to `dsi
 * certify`: `--edition`, `--only`, `--out`, or `--matrix` and other adapters to set it beside them. Interrupted, it goes on another time with
 * what was not answered yet.
 */

import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startLab } from "../lab/lab.ts";
import { checkout } from "../lab/source.ts";
import { readyForTrials } from "./templates.ts";

/** Seconds for an answer: it comes with those of a batch, and those of xl take seconds each. */
const TIMEOUT = "3000";

const lab = await startLab();
try {
  await readyForTrials(lab);
  const adapter = ["node", fileURLToPath(new URL("adapter.js", import.meta.url))].map((word) => `'${word}'`).join(" ");
  const known = join(checkout(), "src/hypervisor/xen/trial/known.json");
  const fixed = ["--adapter", adapter, "--role", "reader", "--timeout", TIMEOUT, "--profile", "reader-outcome"];
  const further = process.argv.slice(2);
  const listed = further.includes("--matrix") ? [] : ["--known", known];
  const args = [join(checkout(), "dist/src/cli/main.js"), "certify", ...fixed, ...listed, ...further];
  const child = spawn(process.execPath, args, { stdio: "inherit", env: { ...process.env, DSI_LAB: lab.share } });
  process.exitCode = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (status) => resolve(status ?? 2));
  });
} finally {
  await lab.close();
}
