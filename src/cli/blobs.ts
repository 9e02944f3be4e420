import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BlobSink, BlobSource } from "../containers/index.ts";
import { CommandError, machineText, NO } from "./ending.ts";
import { onInterrupt } from "./signals.ts";

/** The folder of a stream's blobs where none is named: `blobs` beside it (CONTRACT 3). */
export function blobsBeside(stream: string): string {
  return join(stream === "-" ? "." : dirname(stream), "blobs");
}

/** A sink that keeps each blob in `folder` under its SHA-256; `drop` takes back what it added. */
export function folderSink(folder: string): BlobSink & { keep(): void; drop(): void } {
  const added: string[] = [];
  const drop = () => {
    for (const path of added) rmSync(path, { force: true });
  };
  const settled = onInterrupt(drop);
  return {
    put(octets) {
      const sha256 = createHash("sha256").update(octets).digest("hex");
      const path = join(folder, sha256);
      if (!existsSync(path)) {
        if (added.length === 0) mkdirSync(folder, { recursive: true });
        const beside = join(folder, `.${sha256}.${randomBytes(6).toString("hex")}.tmp`);
        try {
          writeFileSync(beside, octets);
          renameSync(beside, path);
        } catch (error) {
          rmSync(beside, { force: true });
          throw error;
        }
        added.push(path);
      }
      return { len: octets.length, sha256 };
    },
    keep: settled,
    drop() {
      drop();
      settled();
    },
  };
}

/** A source that finds blobs in `folder` by their SHA-256, and refuses one whose octets are not what its name says. */
export function folderSource(folder: string): BlobSource {
  return {
    get(sha256, len) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) throw new CommandError(`"${sha256}" is no SHA-256 of a blob`, NO);
      const path = join(folder, sha256);
      let octets: Uint8Array;
      try {
        octets = readFileSync(path);
      } catch (error) {
        throw new CommandError(`the blob ${path}: ${machineText(error as NodeJS.ErrnoException)}`);
      }
      if (octets.length !== len) {
        throw new CommandError(`the blob ${path} holds ${octets.length} octets, the stream says ${len}`, NO);
      }
      if (createHash("sha256").update(octets).digest("hex") !== sha256) {
        throw new CommandError(`the blob ${path} does not hold the octets that its name says`, NO);
      }
      return octets;
    },
  };
}
