/** Octets both ways between two sides of a migration, whatever carries them: each wait has an end, and each fault one kind of error. */

import type { Readable, Writable } from "node:stream";

/** The link is at fault, or what is at its other end: it broke, fell silent, or said something that is no word of a migration. */
export class LinkError extends Error {
  override readonly name = "LinkError";
}

/** Octets handed over at once: so many that a slow link still shows that it moves. */
const PIECE = 2 ** 18;

/** One side of a link that carries octets both ways. What goes wrong with it is a LinkError. */
export class Channel {
  /** Octets that came in and went out. */
  received = 0;
  sent = 0;
  /** Milliseconds without any progress after which the other side counts as gone. */
  patience: number;
  private readonly output: Writable;
  private readonly close: () => void;
  private readonly arriving: AsyncIterator<Buffer>;
  private broken: Error | undefined;
  private rest: Uint8Array = new Uint8Array(0);

  constructor(input: Readable, output: Writable, patience: number) {
    this.output = output;
    this.patience = patience;
    this.arriving = input[Symbol.asyncIterator]();
    this.close = () => {
      input.destroy();
      output.destroy();
    };
    for (const stream of new Set([input, output])) {
      stream.on("error", (error) => {
        this.broken ??= error;
      });
      stream.on("close", () => {
        this.broken ??= new Error("it was closed");
      });
    }
  }

  /** Whether the link is known to be gone; the other side may be so without our knowing. */
  get isBroken(): boolean {
    return this.broken !== undefined;
  }

  /** Sends octets, which are the caller's again once they are handed to the system. LinkError. */
  async write(octets: Uint8Array): Promise<void> {
    for (let at = 0; at < octets.length; at += PIECE) {
      const piece = octets.subarray(at, at + PIECE);
      await this.within(
        new Promise<void>((resolve, reject) => {
          this.output.write(piece, (error) => (error ? reject(error) : resolve()));
        }),
      );
      this.sent += piece.length;
    }
  }

  /** The next `count` octets; `count` is of our choosing, and small. LinkError where they do not come. */
  async read(count: number): Promise<Uint8Array> {
    const octets = new Uint8Array(count);
    for (let length = 0; length < count; ) {
      const some = await this.some();
      if (some === undefined) throw new LinkError("the other side has closed the link");
      const taken = some.subarray(0, count - length);
      octets.set(taken, length);
      length += taken.length;
      this.rest = some.subarray(taken.length);
    }
    return octets;
  }

  /** What arrives, in pieces that are good until the next, until the other side ends it or nothing more is asked for. LinkError. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const some = await this.some();
      if (some === undefined) return;
      yield some;
    }
  }

  /** Says that nothing more will be sent, once what was is on its way. */
  async end(): Promise<void> {
    await this.within(new Promise<void>((resolve) => this.output.end(resolve))).catch(() => {});
  }

  /** Gives the link up, at once. */
  destroy(): void {
    this.close();
  }

  private async some(): Promise<Uint8Array | undefined> {
    if (this.rest.length > 0) {
      const { rest } = this;
      this.rest = new Uint8Array(0);
      return rest;
    }
    const { value, done } = await this.within(this.arriving.next());
    if (done) return undefined;
    this.received += value.length;
    return new Uint8Array(value.buffer, value.byteOffset, value.length);
  }

  private async within<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new LinkError(`nothing has moved on the link for ${this.patience / 1000} s`));
        this.close();
      }, this.patience);
    });
    try {
      return await Promise.race([work, late]);
    } catch (error) {
      if (error instanceof LinkError) throw error;
      throw new LinkError(`the link is broken: ${(error as Error).message}`, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }
}
