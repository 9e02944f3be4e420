/** Folders of ours for sockets, and for files that are memory: there only while a connection is made or a machine starts. */

import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SHARED = "/dev/shm";
/** Milliseconds after which nobody who lives can still be at it, wherever it lives. */
const STALE = 60_000;
const OURS = /^dsi-qemu-(\d+)-/;

/** A folder for as long as `use` takes. Who is killed meanwhile leaves it behind; the next one to need one clears up. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const base = existsSync(SHARED) ? SHARED : tmpdir();
  clearUp(base);
  const folder = mkdtempSync(join(base, `dsi-qemu-${process.pid}-`));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function clearUp(base: string): void {
  for (const name of readdirSync(base)) {
    const [, pid] = name.match(OURS) ?? [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = join(base, name);
    try {
      if (Date.now() - statSync(folder).mtimeMs > STALE) rmSync(folder, { recursive: true });
    } catch {
      // Somebody else's, or somebody else was faster.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
