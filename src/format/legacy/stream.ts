/** The walk through a legacy stream: first words, what a PV domain has before its memory, bodies and tails (spec 15). It judges nothing. */

import type { Input, Steps } from "../input.ts";
import { TypeMap } from "../type-map.ts";
import { type Context, RECORD } from "../vocabulary.ts";
import { decodeBody } from "./body.ts";
import type { LegacyKind, Long } from "./parts.ts";
import { decodePvHead } from "./pv-head.ts";
import { decodeTail } from "./tail.ts";
import { longAt, NOTHING, tellEnd, type Walk } from "./walk.ts";

/** What is known of a stream from outside, and what is wanted of it. */
export type LegacySurroundings = {
  readonly context: Context;
  /** The kind of domain, where it is known. */
  readonly kind: LegacyKind | undefined;
  /** Whether contents of compressed pages are wanted: then those of all pages of a checkpointed stream are held. */
  readonly contents: boolean;
  /** Whether the emulator's record follows the tail of an HVM domain; xenopsd keeps it elsewhere. */
  readonly emulator?: boolean;
};

/** Decodes one stream. True where it ended with a tail, false where the input ended before (told by `broken`). */
export function* decodeLegacy(input: Input, surroundings: LegacySurroundings): Steps<boolean> {
  const walk = yield* firstWords(input, surroundings);
  if (walk === undefined || !(walk.kind !== "pv" || (yield* decodePvHead(walk)))) return broken(input);
  for (;;) {
    if (!(yield* decodeBody(walk))) return broken(input);
    if (!(yield* decodeTail(walk, surroundings.emulator ?? true))) return broken(input);
    tellEnd(walk, walk.checkpointed ? RECORD.CHECKPOINT : RECORD.END, input.at);
    if (!walk.checkpointed || walk.sawLast) return true;
    walk.body++;
    walk.formatB = walk.compression;
    if (!walk.formatB && walk.pages !== undefined) walk.pages.contents = undefined;
  }
}

/** Width of longs, p2m_size, and the kind of domain (15.1); undefined where the input ends within. */
function* firstWords(input: Input, { context, kind: known, contents }: LegacySurroundings): Steps<Walk | undefined> {
  const { at } = input;
  const octets = (yield* input.peek(8)).slice();
  const long: Long = octets.length === 8 && octets.subarray(4).every((octet) => octet === 0) ? 8 : 4;
  const first = yield* input.take(long);
  if (first === undefined) return undefined;
  const size = longAt(first, 0, long);
  const next = yield* input.peek(long);
  const isSigned = next.length === long && next.every((octet) => octet === 0xff);
  const kind = known ?? (isSigned ? "pv" : "hvm");
  input.tell({ kind: "legacy", subject: { part: "header", at, octets, long, size, kind } });
  input.tell({
    kind: "domain-header",
    subject: {
      at,
      raw: new Uint8Array(0),
      arch: undefined,
      type: kind === "pv" ? 1 : 2,
      pageShift: 12,
      reserved: 0,
      xenMajor: 0,
      xenMinor: 0,
    },
  });
  const checkpointed = context.stream !== "plain";
  return {
    input,
    long,
    size,
    kind,
    checkpointed,
    width: long,
    extended: false,
    xcnt: 0,
    online: [0],
    sawVcpus: false,
    sawLast: false,
    verifying: false,
    body: 0,
    index: 0,
    compression: false,
    formatB: false,
    sent: checkpointed ? new TypeMap() : undefined,
    pages: checkpointed && contents ? { contents: new Map() } : undefined,
    queue: [],
    rest: NOTHING,
    toolstack: [],
  };
}

function broken(input: Input): false {
  input.tell({ kind: "broken", subject: { at: input.at, layer: "image", inside: "body" } });
  return false;
}
