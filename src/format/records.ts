/** Framing: record heads, bodies, padding and what follows it, of both layers (spec 4.1, 16.3). */

import type { RunningSum } from "../codecs/checks.ts";
import type { RecordBody, RecordHead } from "./events.ts";
import type { Framing } from "./framing.ts";
import type { Input, Steps } from "./input.ts";
import { fields } from "./octets.ts";

/** Octets of padding that fill a body of `length` octets up to a multiple of eight (REC-002). */
export function paddingOf(length: number): number {
  return -length & 7;
}

/** Reads the head of the next record; `"nothing"` where the input ends before it, `"header"` where it ends within. */
export function* recordHead(
  input: Input,
  layer: RecordHead["layer"],
  index: number,
  isBe: boolean,
  framing: Framing,
): Steps<RecordHead | "nothing" | "header"> {
  if (input.available >= framing.recordHead) return headAt(input, layer, index, isBe, framing);
  const at = input.at;
  const octets = yield* input.take(framing.recordHead);
  if (octets === undefined) return input.at === at ? "nothing" : "header";
  const { u32 } = fields(octets, isBe);
  return headOf(layer, at, index, u32(0), u32(4), isBe, framing, octets);
}

/** The head of the next record, where its octets are available. */
export function headAt(
  input: Input,
  layer: RecordHead["layer"],
  index: number,
  isBe: boolean,
  framing: Framing,
): RecordHead {
  const { at } = input;
  const type = input.u32(0, isBe);
  const length = input.u32(4, isBe);
  if (framing.recordHead === 16) return headOf(layer, at, index, type, length, isBe, framing, input.view(16));
  input.skip(8);
  const end = at + 8 + length + paddingOf(length) + framing.trailer;
  return { layer, at, index, type, length, end, isBe, framing, options: 0, reserved: undefined };
}

function headOf(
  layer: RecordHead["layer"],
  at: number,
  index: number,
  type: number,
  length: number,
  isBe: boolean,
  framing: Framing,
  octets: Uint8Array,
): RecordHead {
  const long = framing.recordHead === 16;
  const end = at + framing.recordHead + length + paddingOf(length) + framing.trailer;
  const options = long ? fields(octets, isBe).u16(8) : 0;
  const reserved = long ? octets.slice(10, 16) : undefined;
  return { layer, at, index, type, length, end, isBe, framing, options, reserved };
}

/** Reads a body whole, and what follows it; false where the input ends within. */
export function* wholeBody(
  input: Input,
  head: RecordHead,
  tell: (body: RecordBody) => void = (subject) => input.tell({ kind: "body", subject }),
): Steps<boolean> {
  const at = input.at;
  const octets = yield* input.take(head.length);
  if (octets === undefined) return false;
  tell({ head, at, octets });
  return yield* afterBody(input, head);
}

/** Passes a body, or the `rest` of it, on in pieces, and reads what follows it; false where the input ends within. */
export function* bodyInChunks(input: Input, head: RecordHead, rest: number = head.length): Steps<boolean> {
  for (let left = rest; left > 0; ) {
    const at = input.at;
    const octets = yield* input.some(left);
    if (octets === undefined) return false;
    left -= octets.length;
    input.tell({ kind: "chunk", subject: { head, at, octets } });
  }
  return yield* afterBody(input, head);
}

/** Reads padding and trailer of a record and tells that the record is complete; false where the input ends within. */
export function* afterBody(input: Input, head: RecordHead): Steps<boolean> {
  const length = paddingOf(head.length);
  const { trailer } = head.framing;
  if (input.available >= length + trailer) {
    endAt(input, head);
    return true;
  }
  const at = input.at;
  const octets = yield* input.take(length);
  if (octets === undefined) return false;
  if (length > 0) input.tell({ kind: "padding", subject: { head, at, octets } });
  if (trailer > 0) {
    const sum = input.summed();
    const from = input.at;
    const following = yield* input.take(trailer);
    if (following === undefined) return false;
    tellTrailer(input, head, from, following, sum);
  }
  input.tell({ kind: "record-end", subject: head });
  return true;
}

/** Tells of padding and trailer of a record, where they are available, and that the record is complete. */
export function endAt(input: Input, head: RecordHead): void {
  const length = paddingOf(head.length);
  if (length > 0) {
    const at = input.at;
    input.tell({ kind: "padding", subject: { head, at, octets: input.view(length) } });
  }
  const { trailer } = head.framing;
  if (trailer > 0) {
    const sum = input.summed();
    const at = input.at;
    tellTrailer(input, head, at, input.view(trailer), sum);
  }
  input.tell({ kind: "record-end", subject: head });
}

function tellTrailer(
  input: Input,
  head: RecordHead,
  at: number,
  octets: Uint8Array,
  sum: RunningSum | undefined,
): void {
  const { u32 } = fields(octets, head.isBe);
  const wanted = sum?.octets(head.isBe);
  input.tell({
    kind: "trailer",
    subject: { head, at, checksum: u32(0), reserved: u32(4), sum: sum?.crc, octets, wanted },
  });
}
