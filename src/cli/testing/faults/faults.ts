import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { mainProgram, packageRoot } from "../../package-root.ts";
import { dsi, type Run } from "../run.ts";

/** What goes wrong with the files of a folder, and with pipes (`inject.c`). */
export type Fault =
  /** Reads and writes move fewer octets than they were asked to, by a seed. */
  | { readonly short: number }
  /** The n-th write or rename fails, or the n-th read. */
  | { readonly at: number; readonly error: "ENOSPC" | "EIO" | "EPIPE"; readonly reads?: true };

/** How many faults came to pass in this process, and how many signals were sent. */
export const injected: { faults: number; signals: number } = { faults: 0, signals: 0 };

/** Builds the library that gets between; undefined where there is no C compiler. */
export function injector(): string | undefined {
  const library = join(mkdtempSync(join(tmpdir(), "dsi-inject-")), "inject.so");
  const source = join(packageRoot(), "src/cli/testing/faults/inject.c");
  const { error, status, stderr } = spawnSync("cc", [
    "-shared",
    "-fPIC",
    "-O1",
    "-o",
    library,
    source,
    "-ldl",
    "-lpthread",
  ]);
  if (error !== undefined) return undefined;
  if (status !== 0) throw new Error(String(stderr));
  return library;
}

/** Runs the command with a fault below `folder`; `happened` tells whether the run got as far as that. */
export async function dsiWith(
  library: string,
  folder: string,
  fault: Fault,
  args: readonly string[],
  input?: Uint8Array,
): Promise<Run & { readonly happened: boolean }> {
  const log = join(mkdtempSync(join(tmpdir(), "dsi-fault-")), "log");
  const how: Record<string, string | number> =
    "short" in fault
      ? { DSI_FAULT_SHORT: 70, DSI_FAULT_SEED: fault.short }
      : {
          DSI_FAULT_AT: fault.at,
          DSI_FAULT_ERRNO: constants.errno[fault.error],
          ...(fault.reads && { DSI_FAULT_READS: 1 }),
        };
  const env = { LD_PRELOAD: library, DSI_FAULT_FOLDER: folder, DSI_FAULT_LOG: log, ...how };
  const run = await dsi(args, { env, ...(input && { input }) });
  const happened = existsSync(log);
  if (happened) injected.faults++;
  return { ...run, happened };
}

/** Runs the command and sends `signal` after so many milliseconds. */
export async function dsiUntil(args: readonly string[], signal: NodeJS.Signals, delay: number): Promise<Run> {
  const child = spawn(process.execPath, [mainProgram(), ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (text) => (said.stdout += text));
  child.stderr.on("data", (text) => (said.stderr += text));
  const ended = new Promise<Pick<Run, "status" | "signal">>((resolve) => {
    child.once("close", (status, by) => resolve({ status, signal: by }));
  });
  await Promise.race([wait(delay), ended]);
  if (child.kill(signal)) injected.signals++;
  return { ...(await ended), ...said };
}

/** Every file below a folder, by its path from there, with its octets. */
export function filesBelow(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name))]));
}
