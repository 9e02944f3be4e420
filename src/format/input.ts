/**
 * What has arrived of a stream and was not yet taken. Coroutines ask it for octets and yield `null` while there are not enough;
 * nothing is ever allocated for octets that have only been announced.
 */

/** A coroutine over an input: it yields events, or `null` when it needs more octets. */
export type Steps<E, R> = Generator<E | null, R, void>;

const NOTHING = new Uint8Array(0);

export class Input {
  /** Absolute offset of the next octet to be taken. */
  at = 0;
  /** Whether no more octets will come. */
  ended = false;
  private chunk: Uint8Array = NOTHING;
  private next = 0;
  /** Octets of earlier chunks that a pending `take` collects. */
  private held: Uint8Array[] = [];
  /** What a pending `peek` has seen of earlier chunks. */
  private carried: Uint8Array = NOTHING;
  private heldLength = 0;

  /** Octets that can be taken at once, without a copy. */
  get available(): number {
    return this.chunk.length - this.next;
  }

  /** Hands over the next octets of the stream; the previous chunk was used up. The caller may reuse its buffer once this is. */
  push(octets: Uint8Array): void {
    this.chunk = this.carried.length === 0 ? octets : join([this.carried, octets]);
    this.carried = NOTHING;
    this.next = 0;
  }

  /** The next `count` octets, or as many as there are before the end of the input; they are not taken. */
  *peek(count: number): Steps<never, Uint8Array> {
    while (this.available < count && !this.ended) {
      this.carried = this.chunk.slice(this.next);
      this.chunk = NOTHING;
      this.next = 0;
      yield null;
      if (this.ended && this.available === 0) this.push(NOTHING);
    }
    return this.chunk.subarray(this.next, this.next + Math.min(count, this.available));
  }

  /**
   * Takes exactly `count` octets. The result is a view on the caller's chunk where that holds all of them, else a copy; `undefined`
   * when the input ends before (what was there is used up, `at` stands at the end).
   */
  *take(count: number): Steps<never, Uint8Array | undefined> {
    if (this.available >= count) return this.view(count);
    for (;;) {
      const piece = this.view(Math.min(this.available, count - this.heldLength));
      if (piece.length > 0) {
        this.held.push(piece.slice());
        this.heldLength += piece.length;
      }
      if (this.heldLength === count) return this.join();
      if (this.ended) {
        this.join();
        return undefined;
      }
      yield null;
    }
  }

  /** At least one octet and at most `most`, as a view that lives until the next push; `undefined` at the end of the input. */
  *some(most: number): Steps<never, Uint8Array | undefined> {
    while (this.available === 0) {
      if (this.ended) return undefined;
      yield null;
    }
    return this.view(Math.min(this.available, most));
  }

  private view(count: number): Uint8Array {
    const view = this.chunk.subarray(this.next, this.next + count);
    this.next += count;
    this.at += count;
    return view;
  }

  private join(): Uint8Array {
    const whole = join(this.held);
    this.held = [];
    this.heldLength = 0;
    return whole;
  }
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
