/**
 * What has arrived of a stream and was not yet taken. Coroutines ask it for octets and yield while there are not enough; what they read they
 * tell. Nothing is ever allocated for octets that have only been announced, beyond one block.
 */

import type { RunningSum } from "../codecs/checks.ts";
import type { KnownPages } from "./compressed-pages.ts";
import type { Event } from "./events.ts";
import { joined } from "./octets.ts";

/** A coroutine over an input: it yields when it needs more octets. */
export type Steps<R> = Generator<null, R, void>;

/** Hears every event as it is decoded. What it throws ends the coroutine. */
export type Tell = (event: Event) => void;

const NOTHING = new Uint8Array(0);
/** Room made at first for octets that come in pieces. */
const BLOCK = 2 ** 16;

export class Input {
  /** Absolute offset of the next octet to be taken. */
  at = 0;
  /** Whether no more octets will come. */
  ended = false;
  /** Who hears what is decoded. */
  readonly tell: Tell;
  /** What was said of pages so far, where somebody keeps that. */
  readonly known: KnownPages | undefined;
  private chunk: Uint8Array = NOTHING;
  private data: DataView = dataOf(NOTHING);
  private next = 0;
  /** Octets that come next and that nobody wants to see. */
  private unseen = 0;
  /** Octets of earlier chunks that a pending `take` collects, and how many there are. */
  private held: Uint8Array = NOTHING;
  private heldLength = 0;
  /** What a pending `peek` has seen of earlier chunks. */
  private carried: Uint8Array = NOTHING;
  /** The sum of the octets taken since `sumUp`, while there is one, and that of a round of the image. */
  private record: RunningSum | undefined;
  private round: RunningSum | undefined;

  constructor(tell: Tell, known?: KnownPages) {
    this.tell = tell;
    this.known = known;
  }

  /** Octets that can be taken at once, without a copy. */
  get available(): number {
    return this.chunk.length - this.next;
  }

  /** Hands over the next octets of the stream; the previous chunk was used up. The caller may reuse its buffer once this is. */
  push(octets: Uint8Array): void {
    this.chunk = this.carried.length === 0 ? plain(octets) : joined(this.carried, octets);
    this.data = dataOf(this.chunk);
    this.carried = NOTHING;
    this.next = 0;
    const over = Math.min(this.unseen, octets.length);
    if (over > 0) {
      this.unseen -= over;
      this.skip(over);
    }
  }

  /** How many of the octets to be pushed next nobody wants to see: as many of them may be passed over instead. */
  get overlooked(): number {
    return this.unseen;
  }

  /** Goes on `count` octets further, which are among the `overlooked` ones and will not be pushed. */
  passOver(count: number): void {
    this.unseen -= count;
    this.at += count;
  }

  /** Whether the octets that are taken are summed up, so that each of them has to be seen. */
  private get sums(): boolean {
    return this.record !== undefined || this.round !== undefined;
  }

  /** The unsigned 32-bit integer that stands `ahead` octets after the next; it has to be available. */
  u32(ahead: number, isBe: boolean): number {
    return this.data.getUint32(this.next + ahead, !isBe);
  }

  /** The chunk as a DataView, and where in it the next octet stands: to read much of it without a view of its own. */
  window(): { readonly data: DataView; readonly from: number } {
    return { data: this.data, from: this.next };
  }

  /** Sums up every octet that is taken from here on into `sum`, until `summed`. */
  sumUp(sum: RunningSum): void {
    if (this.known?.summed !== false) this.record = sum;
  }

  /** The sum of what was taken since `sumUp`, which ends with it; undefined without one. */
  summed(): RunningSum | undefined {
    const { record } = this;
    this.record = undefined;
    return record;
  }

  /** Adds every octet that is taken from here on to `round` as well, until it is called with nothing. */
  sumUpRound(round: RunningSum | undefined): void {
    this.round = round;
  }

  /** Takes `count` octets that are available and have been read. */
  skip(count: number): void {
    if (this.sums) this.add(count);
    this.next += count;
    this.at += count;
  }

  private add(count: number): void {
    const octets = this.chunk.subarray(this.next, this.next + count);
    this.record?.add(octets);
    this.round?.add(octets);
  }

  /** Takes `count` octets that are available, as a view that lives until the next push. */
  view(count: number): Uint8Array {
    const view = this.chunk.subarray(this.next, this.next + count);
    this.skip(count);
    return view;
  }

  /** The next `count` octets, or as many as there are before the end of the input; they are not taken. */
  *peek(count: number): Steps<Uint8Array> {
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
   * Takes exactly `count` octets. The result is a view on the caller's chunk where that holds all of them, else a copy of its own: more of
   * them may be taken before anyone has used it. `undefined` when the input ends before (what was there is used up, `at` stands at the end).
   */
  *take(count: number): Steps<Uint8Array | undefined> {
    if (this.available >= count) return this.view(count);
    for (;;) {
      this.hold(Math.min(this.available, count - this.heldLength), count);
      if (this.heldLength === count) return this.release();
      if (this.ended) {
        this.release();
        return undefined;
      }
      yield null;
    }
  }

  /** At least one octet and at most `most`, as a view that lives until the next push; `undefined` at the end of the input. */
  *some(most: number): Steps<Uint8Array | undefined> {
    while (this.available === 0) {
      if (this.ended) return undefined;
      yield null;
    }
    return this.view(Math.min(this.available, most));
  }

  /** Whether contents of pages may be taken with `without`: nobody hears of them, and no sum needs them. */
  get deaf(): boolean {
    return this.known?.heard === false && !this.sums;
  }

  /** Takes `count` octets that nobody wants to see, now or as they come; false where the input ends within. */
  *without(count: number): Steps<boolean> {
    const here = Math.min(count, this.available);
    this.skip(here);
    this.unseen = count - here;
    while (this.unseen > 0) {
      if (this.ended) return false;
      yield null;
    }
    return true;
  }

  /** Copies the next `count` octets; the room doubles with what has come, up to the `wanted` ones. */
  private hold(count: number, wanted: number): void {
    const length = this.heldLength + count;
    if (length > this.held.length) {
      const room = new Uint8Array(Math.min(wanted, Math.max(BLOCK, 2 * length)));
      room.set(this.held.subarray(0, this.heldLength));
      this.held = room;
    }
    this.held.set(this.chunk.subarray(this.next, this.next + count), this.heldLength);
    this.heldLength = length;
    this.skip(count);
  }

  private release(): Uint8Array {
    const whole = this.held.subarray(0, this.heldLength);
    this.held = NOTHING;
    this.heldLength = 0;
    return whole;
  }
}

/** The same octets as a Uint8Array proper: `slice` of a Buffer is no copy. */
function plain(octets: Uint8Array): Uint8Array {
  if (octets.constructor === Uint8Array) return octets;
  return new Uint8Array(octets.buffer, octets.byteOffset, octets.length);
}

function dataOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
