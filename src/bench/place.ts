import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { task } from "./processes.ts";
import { type StreamKind, writeStream } from "./streams.ts";

/** Where the files of a run lie: in memory if there is such a place, so that no disk is measured. */
export type Place = {
  readonly folder: string;
  /** A file with a stream of this kind, as large as the place's are or of so many octets, made when it is first asked for. */
  file(kind: StreamKind, octets?: number): string;
  /** A file of at least the asked size, to be written over. */
  target(): string;
  drop(): void;
};

/** A folder for streams of `size` octets. */
export function makePlace(size: number): Place {
  const memory = "/dev/shm";
  const folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), "dsi-bench-"));
  mkdirSync(folder, { recursive: true });
  const file = (kind: StreamKind, octets = size) => {
    const path = join(folder, octets === size ? kind : `${kind}-${octets}`);
    if (existsSync(path)) return path;
    const fd = openSync(path, "wx");
    // 16 octets of such a record are 24 of the stream; a sixteenth of the size has records enough.
    writeStream(fd, kind, kind === "small-records" ? (octets / 16) * 1.5 : octets);
    closeSync(fd);
    return path;
  };
  return {
    folder,
    file,
    target() {
      const path = join(folder, "target");
      if (!existsSync(path)) {
        closeSync(openSync(path, "wx"));
        task("put", path, size);
      }
      return path;
    },
    drop: () => rmSync(folder, { recursive: true, force: true }),
  };
}
