import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** A folder of this user for what takes long to make; nothing in it is needed, only slow to have again. */
export function cacheFolder(...parts: string[]): string {
  const base = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  return join(base, "domain-save-image", ...parts);
}

/** What `make` made for `key` before, or makes now. Only JSON goes in; a cache that cannot be read or written does not matter. */
export async function remembered<T>(kind: string, key: unknown, make: () => Promise<T>): Promise<T> {
  const name = createHash("sha256").update(JSON.stringify(key)).digest("hex");
  const path = cacheFolder(kind, `${name}.json`);
  try {
    return JSON.parse(readFileSync(path, "utf8")) as T;
  } catch {
    // Not there, or not whole: it is made again.
  }
  const made = await make();
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, JSON.stringify(made));
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    // A full or read-only disk costs time, nothing else.
  }
  return made;
}
