/**
 * Writes to a file, one after the other, beside what goes on in this thread. What follows in the file on a write that has not begun is
 * written with it, in one call: so the next call waits for nobody, however busy this thread is.
 */

import { writev } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";

const writevBeside = promisify(writev);

/** Octets at a place of the file; `done` once they are there. */
type Write = { readonly at: number; length: number; readonly pieces: Uint8Array[]; done: Promise<void> };

export class Writes {
  private readonly fd: number;
  /** Asked for and not yet done, in order. */
  private readonly pending: Write[] = [];
  /** The last of them, as long as it has not begun. */
  private open: Write | undefined;
  private last: Promise<void> = Promise.resolve();

  constructor(fd: number) {
    this.fd = fd;
  }

  /** Octets that are left alone until it is done. Rejects with the error of the system, as does every later write. */
  put(octets: Uint8Array, at: number): Promise<void> {
    const { open } = this;
    if (open !== undefined && open.at + open.length === at) {
      open.pieces.push(octets);
      open.length += octets.length;
      return open.done;
    }
    const write: Write = { at, length: octets.length, pieces: [octets], done: this.last };
    this.open = write;
    this.pending.push(write);
    this.last = this.last.then(() => this.perform(write));
    // Whoever waits for it hears of it.
    this.last.catch(() => {});
    write.done = this.last;
    return write.done;
  }

  /** Whether some of these octets of the file are still to be written. */
  covers(at: number, length: number): boolean {
    return this.pending.some((write) => write.at < at + length && at < write.at + write.length);
  }

  private async perform(write: Write): Promise<void> {
    // What comes with the same piece of an image is asked for by then.
    await setImmediate();
    if (this.open === write) this.open = undefined;
    let { at, pieces } = write;
    while (pieces.length > 0) {
      let { bytesWritten } = await writevBeside(this.fd, pieces, at);
      at += bytesWritten;
      const whole = pieces.findIndex((piece) => {
        if (bytesWritten < piece.length) return true;
        bytesWritten -= piece.length;
        return false;
      });
      pieces = whole === -1 ? [] : [(pieces[whole] as Uint8Array).subarray(bytesWritten), ...pieces.slice(whole + 1)];
    }
    this.pending.shift();
  }
}
