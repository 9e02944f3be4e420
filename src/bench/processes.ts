/** Starts what is measured, one process for each measurement. */

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import type { Measured } from "./child.ts";
import { child, command } from "./root.ts";
import type { StreamKind } from "./streams.ts";

/** Seconds that a program takes as a whole, from its start to its end. Throws where it fails, unless `status` is what it ends with. */
export function wholeProcess(program: string, args: readonly string[], status = 0): number {
  const start = performance.now();
  const ended = spawnSync(program, args, { stdio: ["ignore", "ignore", "pipe"], maxBuffer: 2 ** 26 });
  const seconds = (performance.now() - start) / 1000;
  if (ended.error) throw ended.error;
  if (ended.status !== status)
    throw new Error(`${program} ${args.join(" ")} ended with ${ended.status}: ${ended.stderr}`);
  return seconds;
}

/** Seconds that `dsi` takes as a whole. */
export function dsi(args: readonly string[], status = 0): number {
  return wholeProcess(process.execPath, [command, ...args], status);
}

/** One task of `child.ts`. */
export function task(name: string, ...args: readonly (string | number)[]): Measured {
  const ended = spawnSync(process.execPath, [child, name, ...args.map(String)], { encoding: "utf8" });
  if (ended.status !== 0) throw new Error(`${name} ${args.join(" ")} ended with ${ended.status}: ${ended.stderr}`);
  return JSON.parse(ended.stdout) as Measured;
}

/** Tells the peak of memory of the program it is loaded into, in KiB, on file descriptor 3. */
const TELL_PEAK = `data:text/javascript,${encodeURIComponent(
  'import { writeSync } from "node:fs"; process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));',
)}`;

/** The most memory, in MiB, that Node with `args` has while a stream that is made on the way comes to it through a pipe. */
export async function peakOfPipe(kind: StreamKind, size: number, args: readonly string[]): Promise<number> {
  const source = spawn(process.execPath, [child, "stream", kind, String(size)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const verifier = spawn(process.execPath, ["--import", TELL_PEAK, ...args], {
    stdio: [source.stdout, "ignore", "inherit", "pipe"],
  });
  source.stdout.destroy();
  let peak = "";
  verifier.stdio[3]?.on("data", (text) => {
    peak += text;
  });
  const [status] = await once(verifier, "close");
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}`);
  return Number(peak) / 1024;
}
