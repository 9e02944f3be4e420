import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { onTestFinished } from "vitest";
import { mainProgram, packageRoot } from "../package-root.ts";

/** How a run of the command ended. */
export interface Run {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command as a child process, with `input` on its standard input (closed without one). */
export function dsi(
  args: readonly string[],
  options: { input?: string | Uint8Array; env?: object } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
    const child = spawn(process.execPath, [mainProgram(), ...args], {
      env: { ...inherited, ...options.env },
      stdio: ["pipe", "pipe", "pipe"],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk) => stdout.push(chunk));
    child.stderr.on("data", (chunk) => stderr.push(chunk));
    child.stdin.on("error", () => {});
    child.stdin.end(options.input ?? "");
    child.on("error", reject);
    child.on("close", (status, signal) => {
      resolve({ status, signal, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}

/** Octets of an image of the suite, by its name. */
export function imageOctets(name: string): Uint8Array {
  const place = join(packageRoot(), "conformance/images", name);
  try {
    return readFileSync(`${place}.img`);
  } catch {
    return gunzipSync(readFileSync(`${place}.img.gz`));
  }
}

/** A folder that goes when the test has ended. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "dsi-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A file in a folder of its own with these octets; returns its path. */
export function fileOf(octets: string | Uint8Array, name = "image"): string {
  const path = join(scratch(), name);
  writeFileSync(path, octets);
  return path;
}
