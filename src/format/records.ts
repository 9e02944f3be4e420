/** Framing: record heads, bodies and padding of both layers (spec 4.1). */

import type { RecordHead } from "./events.ts";
import type { Input, Steps } from "./input.ts";
import { fields } from "./octets.ts";

/** Octets of padding that fill a body of `length` octets up to a multiple of eight (REC-002). */
export function paddingOf(length: number): number {
  return -length & 7;
}

/** Reads the head of the next record, 8 octets; `"nothing"` where the input ends before it, `"header"` where it ends within. */
export function* recordHead(
  input: Input,
  layer: RecordHead["layer"],
  index: number,
  isBe: boolean,
): Steps<RecordHead | "nothing" | "header"> {
  if (input.available >= 8) return headAt(input, layer, index, isBe);
  const at = input.at;
  const octets = yield* input.take(8);
  if (octets === undefined) return input.at === at ? "nothing" : "header";
  const { u32 } = fields(octets, isBe);
  return { layer, at, index, type: u32(0), length: u32(4), isBe };
}

/** The head of the next record, where its 8 octets are available. */
export function headAt(input: Input, layer: RecordHead["layer"], index: number, isBe: boolean): RecordHead {
  const { at } = input;
  const type = input.u32(0, isBe);
  const length = input.u32(4, isBe);
  input.skip(8);
  return { layer, at, index, type, length, isBe };
}

/** Reads a body whole, and its padding; false where the input ends within. */
export function* wholeBody(input: Input, head: RecordHead): Steps<boolean> {
  const at = input.at;
  const octets = yield* input.take(head.length);
  if (octets === undefined) return false;
  input.tell({ kind: "body", subject: { head, at, octets } });
  return yield* paddingAfter(input, head);
}

/** Passes a body, or the `rest` of it, on in pieces, and reads its padding; false where the input ends within. */
export function* bodyInChunks(input: Input, head: RecordHead, rest: number = head.length): Steps<boolean> {
  for (let left = rest; left > 0; ) {
    const at = input.at;
    const octets = yield* input.some(left);
    if (octets === undefined) return false;
    left -= octets.length;
    input.tell({ kind: "chunk", subject: { head, at, octets } });
  }
  return yield* paddingAfter(input, head);
}

/** Reads the padding of a record and tells that the record is complete; false where the input ends within. */
export function* paddingAfter(input: Input, head: RecordHead): Steps<boolean> {
  const length = paddingOf(head.length);
  if (input.available < length) {
    const at = input.at;
    const octets = yield* input.take(length);
    if (octets === undefined) return false;
    input.tell({ kind: "padding", subject: { head, at, octets } });
    tellEnd(input, head);
  } else endAt(input, head);
  return true;
}

/** Tells of the padding of a record, where it is available, and that the record is complete. */
export function endAt(input: Input, head: RecordHead): void {
  const length = paddingOf(head.length);
  if (length > 0) {
    const at = input.at;
    input.tell({ kind: "padding", subject: { head, at, octets: input.view(length) } });
  }
  tellEnd(input, head);
}

function tellEnd(input: Input, { layer, at, index, type, length, isBe }: RecordHead): void {
  input.tell({ kind: "record-end", subject: { layer, at, index, type, length, isBe, end: input.at } });
}
