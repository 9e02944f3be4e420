/** Programs that the lab starts on the host. */

import { spawn, spawnSync } from "node:child_process";

/** The machine lacks something that the lab takes; nothing is wrong with the project. */
export class LabUnavailable extends Error {
  override readonly name = "LabUnavailable";
}

/** Debian packages with the programs that building and booting take. */
const PROGRAMS: readonly (readonly [program: string, argument: string, debian: string])[] = [
  ["qemu-system-x86_64", "--version", "qemu-system-x86"],
  ["apt-get", "--version", "apt"],
  ["dpkg", "--version", "dpkg"],
  ["cpio", "--version", "cpio"],
  ["ld", "--version", "binutils"],
  ["gcc", "--version", "gcc, libc6-dev"],
];

/** Why there can be no lab on this machine, or undefined. */
export function labMissing(): string | undefined {
  if (process.platform !== "linux" || process.arch !== "x64") return "the lab takes Linux on x86-64";
  const missing = PROGRAMS.filter(([program, argument]) => spawnSync(program, [argument]).status !== 0);
  if (missing.length === 0) return undefined;
  return `there is no ${missing.map(([program, , debian]) => `${program} (Debian: ${debian})`).join(", no ")}`;
}

/** What a program prints; throws what it says when it fails. */
export function output(program: string, args: readonly string[], cwd?: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8", cwd, maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${program} ${args[0] ?? ""}: ${error?.message ?? stderr.trim()}`);
  return stdout;
}

/** Starts a program and waits for its end; rejects with what it says when it fails. */
export function finished(program: string, args: readonly string[], cwd?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-4000);
    });
    child.on("error", reject);
    child.on("close", (status) =>
      status === 0 ? resolve() : reject(new Error(`${program} ${args[0] ?? ""}: ${said.trim()}`)),
    );
  });
}
