/** The libxl stream: header, records, the image inside, the blocks between checkpoints (spec 11). */

import type { Broken, LibxlHeader, RecordHead } from "../format/events.ts";
import { PLAIN } from "../format/framing.ts";
import { decodeImage, type ImageSurroundings } from "../format/image-decoder.ts";
import type { Input, Steps } from "../format/input.ts";
import { fields } from "../format/octets.ts";
import { afterBody, bodyInChunks, recordHead, wholeBody } from "../format/records.ts";
import { type Context, LIBXL } from "../format/vocabulary.ts";

/** Decodes a libxl stream to its END. True where it ended so, false where the input ended before (told by `broken`). */
export function* decodeLibxl(input: Input, context: Context, asked: ImageSurroundings["asked"]): Steps<boolean> {
  const header = yield* readLibxlHeader(input);
  if (header === undefined) return broken(input, "header");
  input.tell({ kind: "libxl-header", subject: header });
  const records = libxlRecords(input, (header.options & 1) !== 0);
  let ended = false;
  function* afterCheckpoint(): Steps<boolean> {
    const block = yield* checkpointBlock(input, records, context);
    ended = block === "end";
    return block === "go on";
  }
  for (;;) {
    const type = yield* records.next();
    if (type === undefined) return false;
    if (type === LIBXL.END) return true;
    if (type === LIBXL.LIBXC_CONTEXT && !(yield* decodeImage(input, { asked, afterCheckpoint }))) return ended;
  }
}

/** 16 octets, big-endian; undefined where the input ends within. */
function* readLibxlHeader(input: Input): Steps<LibxlHeader | undefined> {
  const at = input.at;
  const octets = yield* input.take(16);
  if (octets === undefined) return undefined;
  const { u32 } = fields(octets, true);
  return { at, ident: octets.slice(0, 8), version: u32(8), options: u32(12) };
}

/** Reads the records of the layer one by one; `next` tells the type of the record it has read, or undefined where the input ends. */
type Records = { readonly isBe: boolean; next(): Steps<number | undefined> };

function libxlRecords(input: Input, isBe: boolean): Records {
  let index = 0;
  return {
    isBe,
    *next() {
      const head = yield* recordHead(input, "libxl", index, isBe, PLAIN);
      if (head === "nothing" || head === "header") {
        broken(input, head);
        return undefined;
      }
      index++;
      input.tell({ kind: "record", subject: head });
      if (yield* body(input, head)) return head.type;
      broken(input, "body");
      return undefined;
    },
  };
}

/** The sub-header of an emulator record (LXL-026), then its pairs whole or its state in pieces; false where the input ends within. */
function* body(input: Input, head: RecordHead): Steps<boolean> {
  const emulator = head.type === LIBXL.EMULATOR_XENSTORE_DATA || head.type === LIBXL.EMULATOR_CONTEXT;
  if (!emulator || head.length < 8)
    return yield* head.type === LIBXL.CHECKPOINT_STATE ? wholeBody(input, head) : bodyInChunks(input, head);
  const at = input.at;
  const octets = yield* input.take(8);
  if (octets === undefined) return false;
  const { u32 } = fields(octets, head.isBe);
  input.tell({ kind: "emulator", subject: { head, at, id: u32(0), index: u32(4), octets: octets.slice() } });
  if (head.type === LIBXL.EMULATOR_CONTEXT) return yield* bodyInChunks(input, head, head.length - 8);
  const pairs = yield* input.take(head.length - 8);
  if (pairs === undefined) return false;
  input.tell({ kind: "body", subject: { head, at: at + 8, octets: pairs } });
  return yield* afterBody(input, head);
}

/**
 * What libxl writes after a CHECKPOINT of the image, up to CHECKPOINT_END, and in a COLO stream the order for the next one behind it.
 * `"end"` where the layer ends instead, `"broken"` where the input does.
 */
function* checkpointBlock(input: Input, records: Records, { stream }: Context): Steps<"go on" | "end" | "broken"> {
  for (let type: number | undefined; type !== LIBXL.CHECKPOINT_END; ) {
    type = yield* records.next();
    if (type === undefined) return "broken";
    if (type === LIBXL.END) return "end";
  }
  if (stream !== "colo" || !(yield* isCheckpointState(input, records.isBe))) return "go on";
  return (yield* records.next()) === undefined ? "broken" : "go on";
}

/** CHECKPOINT_STATE and a vCPU record of the image share a type; the one is 4 or 8 octets long, the other more. */
function* isCheckpointState(input: Input, isBe: boolean): Steps<boolean> {
  const octets = yield* input.peek(8);
  if (octets.length < 8) return false;
  const { u32 } = fields(octets, isBe);
  return u32(0) === LIBXL.CHECKPOINT_STATE && u32(4) <= 8;
}

function broken(input: Input, inside: Broken["inside"]): false {
  input.tell({ kind: "broken", subject: { at: input.at, layer: "libxl", inside } });
  return false;
}
