/** Our own command as a job in dom0 runs it: one module instead of hundreds, since each file that is opened costs a round trip to the host. */

import { copyFileSync, cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./source.ts";

/** Names Node where a module in the form of CommonJS asks for one of its own. */
const REQUIRE =
  'import { createRequire as requireFor } from "node:module"; const require = requireFor(import.meta.url);';
/** What is found at run time, or not at all. */
const OUTSIDE = ["koffi", "lz4-napi", "@node-rs/xxhash", "@bokuweb/zstd-wasm", "iconv-lite", "playwright-core"];

/** The package in `folder`, and the Node that runs this beside it; guests.sh says how a job calls it. */
export async function buildProgram(folder: string): Promise<void> {
  const root = checkout();
  const { build } = await import("esbuild");
  mkdirSync(join(folder, "node_modules/@koromix"), { recursive: true });
  copyFileSync(join(root, "package.json"), join(folder, "package.json"));
  // Of koffi what runs, not what it is made of.
  const made = (path: string) => !/koffi\/(vendor|doc)$/.test(path);
  for (const name of ["koffi", "@koromix/koffi-linux-x64"])
    cpSync(join(root, "node_modules", name), join(folder, "node_modules", name), { recursive: true, filter: made });
  copyFileSync(process.execPath, join(folder, "node"));
  await build({
    entryPoints: [join(root, "src/cli/main.ts")],
    outfile: join(folder, "dist/src/cli/main.js"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: OUTSIDE,
    banner: { js: REQUIRE },
    logLevel: "error",
  });
}
