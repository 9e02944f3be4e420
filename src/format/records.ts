/** Framing: record heads, bodies and padding of both layers (spec 4.1). */

import type { Event, RecordHead } from "./events.ts";
import type { Input, Steps } from "./input.ts";
import { fields } from "./octets.ts";

/** Octets of padding that fill a body of `length` octets up to a multiple of eight (REC-002). */
export function paddingOf(length: number): number {
  return (8 - (length % 8)) % 8;
}

/** Reads the head of the next record, 8 octets; `"nothing"` where the input ends before it, `"header"` where it ends within. */
export function* recordHead(
  input: Input,
  layer: RecordHead["layer"],
  index: number,
  isBe: boolean,
): Steps<never, RecordHead | "nothing" | "header"> {
  const at = input.at;
  const octets = yield* input.take(8);
  if (octets === undefined) return input.at === at ? "nothing" : "header";
  const { u32 } = fields(octets, isBe);
  return { layer, at, index, type: u32(0), length: u32(4), isBe };
}

/** Reads a body whole, and its padding; false where the input ends within. */
export function* wholeBody(input: Input, head: RecordHead): Steps<Event, boolean> {
  const at = input.at;
  const octets = yield* input.take(head.length);
  if (octets === undefined) return false;
  yield { kind: "body", subject: { head, at, octets } };
  return yield* paddingAfter(input, head);
}

/** Passes a body, or the `rest` of it, on in pieces, and reads its padding; false where the input ends within. */
export function* bodyInChunks(input: Input, head: RecordHead, rest: number = head.length): Steps<Event, boolean> {
  for (let left = rest; left > 0; ) {
    const at = input.at;
    const octets = yield* input.some(left);
    if (octets === undefined) return false;
    left -= octets.length;
    yield { kind: "chunk", subject: { head, at, octets } };
  }
  return yield* paddingAfter(input, head);
}

/** Reads the padding of a record and tells that the record is complete; false where the input ends within. */
export function* paddingAfter(input: Input, head: RecordHead): Steps<Event, boolean> {
  const length = paddingOf(head.length);
  if (length > 0) {
    const at = input.at;
    const octets = yield* input.take(length);
    if (octets === undefined) return false;
    yield { kind: "padding", subject: { head, at, octets } };
  }
  yield { kind: "record-end", subject: { ...head, end: input.at } };
  return true;
}
