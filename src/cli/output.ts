import { randomBytes } from "node:crypto";
import { realpathSync, type Stats, unlinkSync, writeSync } from "node:fs";
import { type FileHandle, open, rename, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CommandError } from "./ending.ts";
import { onInterrupt } from "./signals.ts";
import { writeAll } from "./terminal.ts";

/** Takes the octets of an output file in order; they are the caller's again once that is done. */
export type Write = (octets: Uint8Array) => Promise<void>;

/** Puts octets at an offset of an output file. */
export type Place = (octets: Uint8Array, at: number) => void;

const BATCH = 2 ** 18;

/**
 * Makes the file at `path` from what `produce` writes, `-` being standard output. A regular file is written beside its
 * place and renamed when it is whole, so whoever looks sees the old one or the new one; it is removed when `produce`
 * throws, or a signal ends the process. A pipe or device is written in place.
 */
export async function writeOutput(path: string, produce: (write: Write) => Promise<void>): Promise<void> {
  if (path === "-") return produce((octets) => writeAll(1, octets).catch(blame("standard output")));
  const found = await statOf(path);
  if (found && !found.isFile()) return writeInPlace(path, produce);
  await besideAndRenamed(path, found, (file) => writeBatched(file, path, produce));
}

/**
 * Makes the file at `path` from octets that `produce` puts at offsets of their own; what is left out is a hole. Written beside and
 * renamed as by `writeOutput`; standard output, pipes and devices have no offsets, and are refused.
 */
export async function placeOutput(path: string, produce: (place: Place) => Promise<void>): Promise<void> {
  const found = path === "-" ? undefined : await statOf(path);
  if (path === "-" || (found && !found.isFile())) throw new CommandError("is no file that can have holes");
  await besideAndRenamed(path, found, async (file) => {
    await produce((octets, at) => {
      try {
        for (let done = 0; done < octets.length; )
          done += writeSync(file.fd, octets, done, octets.length - done, at + done);
      } catch (error) {
        blame(path)(error as NodeJS.ErrnoException);
      }
    });
  });
}

/** What there is at a path, links followed; undefined for nothing. */
export async function statOf(path: string): Promise<Stats | undefined> {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return undefined;
  });
}

async function besideAndRenamed(
  path: string,
  found: Stats | undefined,
  work: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const place = found ? realpathSync(path) : path;
  const beside = join(dirname(place), `.${basename(place)}.${randomBytes(6).toString("hex")}.tmp`);
  const remove = () => {
    try {
      unlinkSync(beside);
    } catch {
      // It is gone, which is all that is wanted.
    }
  };
  const opening = open(beside, "wx", found ? found.mode & 0o777 : 0o666).catch(blame(path));
  // A file that is being opened when the signal comes is there a moment later.
  const settled = onInterrupt(() => opening.then(remove, () => {}));
  try {
    const file = await opening;
    try {
      await work(file);
    } finally {
      await file.close();
    }
    await rename(beside, place).catch(blame(path));
  } catch (error) {
    remove();
    throw error;
  } finally {
    settled();
  }
}

async function writeInPlace(path: string, produce: (write: Write) => Promise<void>): Promise<void> {
  const file = await open(path, "w");
  try {
    await writeBatched(file, path, produce);
  } finally {
    await file.close();
  }
}

/** Says of an error of the system which output it is about: the name beside is ours alone, and a write knows no name. */
function blame(path: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    error.path = path;
    throw error;
  };
}

/** Gathers small pieces, so that a stream of many records does not become as many calls of the system. */
async function writeBatched(file: FileHandle, path: string, produce: (write: Write) => Promise<void>): Promise<void> {
  const staged = new Uint8Array(BATCH);
  let length = 0;
  await produce(async (octets) => {
    if (length + octets.length <= BATCH) {
      staged.set(octets, length);
      length += octets.length;
      return;
    }
    const before = staged.subarray(0, length);
    length = 0;
    await writeWhole(file, [before, octets]).catch(blame(path));
  });
  await writeWhole(file, [staged.subarray(0, length)]).catch(blame(path));
}

async function writeWhole(file: FileHandle, pieces: Uint8Array[]): Promise<void> {
  let rest = pieces.filter((piece) => piece.length > 0);
  while (rest.length > 0) {
    let { bytesWritten } = await file.writev(rest);
    while (rest.length > 0 && bytesWritten >= rest[0]!.length) {
      bytesWritten -= rest[0]!.length;
      rest = rest.slice(1);
    }
    if (bytesWritten > 0) rest = [rest[0]!.subarray(bytesWritten), ...rest.slice(1)];
  }
}
