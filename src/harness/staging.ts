import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  unlinkSync,
  writeFileSync,
  writevSync,
} from "node:fs";
import { copyFile, lstat, open, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Stream } from "./model.ts";

/** Inputs up to this size are written at once: quicker than asking the thread pool, and in a fixed order. */
const SMALL = 2 ** 20;

const READ_ONLY = 0o444;

/** Pieces that one call of the system takes: the least that any has. */
const VECTOR = 16;

/** A folder for the inputs and outputs of one run; every name in it is random, nothing tells which case it belongs to. */
export interface Staging {
  readonly dir: string;
  /** Removes the folder with all that is left in it. */
  remove(): void;
}

/** A file written for an adapter; `remove` takes it away with what stands beside it. */
export interface Staged {
  readonly path: string;
  remove(): Promise<void>;
}

/** Makes the folder below the system's folder for temporary files. */
export function makeStaging(): Staging {
  const dir = mkdtempSync(join(tmpdir(), "dsi-"));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** An image as it was written for an adapter. */
export interface StagedImage extends Staged {
  /** In octets. */
  readonly size: number;
}

/** Writes an image from its pieces, read-only: what is patched is not put together first. */
export async function stageImage({ dir }: Staging, pieces: readonly Uint8Array[]): Promise<StagedImage> {
  const path = join(dir, `${randomName()}.img`);
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  if (size <= SMALL) writePieces(path, pieces);
  else await writeManyPieces(path, pieces);
  return {
    path,
    size,
    remove: async () => {
      try {
        unlinkSync(path);
      } catch {
        await rm(path, { recursive: true, force: true });
      }
    },
  };
}

function writePieces(path: string, pieces: readonly Uint8Array[]): void {
  const fd = openSync(path, "wx", READ_ONLY);
  try {
    for (let rest = pieces; rest.length > 0; ) rest = unwritten(rest, writevSync(fd, rest.slice(0, VECTOR)));
  } finally {
    closeSync(fd);
  }
}

async function writeManyPieces(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const file = await open(path, "wx", READ_ONLY);
  try {
    for (let rest = pieces; rest.length > 0; )
      rest = unwritten(rest, (await file.writev(rest.slice(0, VECTOR))).bytesWritten);
  } finally {
    await file.close();
  }
}

/** What of `pieces` is left once their first octets are written. */
function unwritten(pieces: readonly Uint8Array[], written: number): readonly Uint8Array[] {
  let left = written;
  const first = pieces.findIndex(({ length }) => {
    if (length > left) return true;
    left -= length;
    return false;
  });
  if (first < 0) return [];
  return left === 0 ? pieces.slice(first) : [pieces[first]!.subarray(left), ...pieces.slice(first + 1)];
}

/** Files that several runs are given: each is made once and goes with the last of them. `runs` says how many there are for a key. */
export function shared<T extends Staged>(runs: ReadonlyMap<string, number>) {
  const staged = new Map<string, { readonly file: Promise<T>; left: number }>();
  return async (key: string, make: () => Promise<T>): Promise<T> => {
    const entry = staged.get(key) ?? { file: make(), left: runs.get(key) ?? 1 };
    staged.set(key, entry);
    const file = await entry.file;
    const remove = async () => {
      entry.left -= 1;
      if (entry.left > 0) return;
      staged.delete(key);
      await file.remove();
    };
    return { ...file, remove };
  };
}

/** A stream written for a Writer: its folder holds the stream, the blobs that it names, and a free name for the output. */
export interface StagedStream extends Staged {
  readonly blobs: string;
  readonly out: string;
}

/** Writes a stream in a folder of its own, with its blobs in `blobs` beside it. */
export async function stageStream({ dir }: Staging, stream: Stream): Promise<StagedStream> {
  const folder = join(dir, randomName());
  const blobs = join(folder, "blobs");
  mkdirSync(blobs, { recursive: true });
  const path = join(folder, `${randomName()}.json`);
  writeFileSync(path, stream.text, { mode: READ_ONLY });
  for (const blob of stream.blobs) await copyFile(blob.path, join(blobs, blob.sha256), constants.COPYFILE_FICLONE);
  const out = join(folder, `${randomName()}.img`);
  return { path, blobs, out, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** What a Writer left at its output; the octets too while they are few. */
export interface Written {
  readonly len: number;
  readonly sha256: string;
  readonly octets?: Uint8Array;
}

/** What stands at the output's name: a file, nothing, or something that is no file. */
export async function inspectOut(path: string): Promise<Written | "nothing" | "no file"> {
  const found = await lstat(path).catch(() => undefined);
  if (!found) return "nothing";
  if (!found.isFile()) return "no file";
  if (found.size <= SMALL) {
    const octets = await readFile(path);
    return { len: octets.length, sha256: createHash("sha256").update(octets).digest("hex"), octets };
  }
  const hash = createHash("sha256");
  let len = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer);
    len += (chunk as Buffer).length;
  }
  return { len, sha256: hash.digest("hex") };
}

/** Moves a Writer's output to a name that tells the judge nothing. */
export async function moveOut(out: string, { dir }: Staging): Promise<Staged> {
  const path = join(dir, `${randomName()}.img`);
  await rename(out, path);
  return { path, remove: () => rm(path, { force: true }) };
}

function randomName(): string {
  return randomBytes(12).toString("hex");
}
