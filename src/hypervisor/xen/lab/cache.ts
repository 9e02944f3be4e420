/** Things that take long to make, kept outside the repository under the digest of what they are made from. */

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The folder for it, of this user. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "domain-save-image");
}

/** SHA-256 of `parts`, hexadecimal; where one ends and the next begins makes a difference. */
export function digestOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}\n`).update(part);
  return hash.digest("hex");
}

/** The folder NAME-DIGEST of the cache; `make` fills it if it is not there. What `make` leaves unfinished is thrown away. */
export async function cached(
  name: string,
  digest: string,
  make: (folder: string) => Promise<void> | void,
): Promise<string> {
  const folder = join(cacheFolder(), `${name}-${digest.slice(0, 16)}`);
  if (existsSync(folder)) {
    utimesSync(folder, new Date(), new Date());
    return folder;
  }
  mkdirSync(cacheFolder(), { recursive: true });
  const making = mkdtempSync(join(cacheFolder(), ".making-"));
  try {
    await make(making);
    // Another process may have been faster; what it made is the same.
    if (!existsSync(folder)) renameSync(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
}
