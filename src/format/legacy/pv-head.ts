/** What a PV stream says before its memory: extended information and the p2m frame list (spec 15.2, 15.3). */

import type { Steps } from "../input.ts";
import { fields } from "../octets.ts";
import { PAGE_SIZE, RECORD } from "../vocabulary.ts";
import { longAt, skip, structure, tell, tellBody, type Walk } from "./walk.ts";

/** Octets of a basic context by the width of the guest. */
export const BASIC_LENGTH = { 8: 5168, 4: 2800 } as const;

/** Reads both; false where the input ends within. */
export function* decodePvHead(walk: Walk): Steps<boolean> {
  const { input, long } = walk;
  const next = yield* input.peek(long);
  if (next.length === long && next.every((octet) => octet === 0xff)) {
    yield* input.take(long);
    if (!(yield* extendedInformation(walk))) return false;
  }
  tellBody(walk, RECORD.X86_PV_INFO, input.at, Uint8Array.of(walk.width, walk.width === 8 ? 4 : 3, 0, 0, 0, 0, 0, 0));
  return yield* frameList(walk);
}

function* extendedInformation(walk: Walk): Steps<boolean> {
  const { input } = walk;
  const { at } = input;
  const total = yield* input.take(4);
  if (total === undefined) return false;
  let left = fields(total).u32(0);
  let hasVcpu = false;
  while (left >= 8) {
    const blockAt = input.at;
    const head = yield* input.take(8);
    if (head === undefined) return false;
    const id = String.fromCharCode(...head.subarray(0, 4));
    const size = fields(head).u32(4);
    const start = (yield* input.peek(Math.min(4, size))).slice();
    tell(walk, { part: "block", at: blockAt, id, size, left, start });
    if (id === "vcpu") {
      hasVcpu = true;
      if (size === BASIC_LENGTH[8]) walk.width = 8;
      if (size === BASIC_LENGTH[4]) walk.width = 4;
    }
    if (id === "extv") walk.extended = true;
    if (id === "xcnt" && start.length === 4) walk.xcnt = fields(start).u32(0);
    if (!(yield* skip(walk, size))) return false;
    left = Math.max(0, left - 8 - size);
  }
  tell(walk, { part: "info", at, hasVcpu, over: left, overAt: input.at });
  return true;
}

/** The pfns of the frames of the guest's own table, one for each 4096 / width pfns of memory (LEG-024). */
function* frameList(walk: Walk): Steps<boolean> {
  const { input, long, width, size } = walk;
  const { at } = input;
  const count = Math.ceil(size / (PAGE_SIZE / width));
  const raw = yield* input.take(count * long);
  if (raw === undefined) return false;
  const body = structure(8 + 8 * count, [4, 4, (size - 1) >>> 0]);
  const view = new DataView(body.buffer);
  for (let frame = 0; frame < count; frame++) {
    view.setUint32(8 + 8 * frame, longAt(raw, long * frame, 4), true);
    if (long === 8) view.setUint32(12 + 8 * frame, longAt(raw, long * frame + 4, 4), true);
  }
  tellBody(walk, RECORD.X86_PV_P2M_FRAMES, at - 8, body);
  tell(walk, { part: "frames", at, long });
  return true;
}
