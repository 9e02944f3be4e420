/** COMPRESSED_DATA (spec 15.8): codes of the pages that the entries of a body have announced. */

import { applyWordDelta } from "../../codecs/word-delta.ts";
import type { PageList } from "../events.ts";
import { UnsupportedError } from "../fault.ts";
import type { Steps } from "../input.ts";
import { joined } from "../octets.ts";
import { PAGE_SIZE, RECORD } from "../vocabulary.ts";
import { scanCode } from "./page-codes.ts";
import type { Chunk, LegacyFields } from "./parts.ts";
import { type Announced, headOf, longAt, NOTHING, remember, tell, type Walk } from "./walk.ts";

/** Reads one chunk; undefined where the input ends within. */
export function* compressedData(walk: Walk, { at, index }: Chunk): Steps<LegacyFields | undefined> {
  const { input, long, formatB } = walk;
  const first = yield* input.take(long);
  if (first === undefined) return undefined;
  const length = longAt(first, 0, long);
  tell(walk, { part: "compressed", at, index, formatB });
  for (let left = length; left > 0; ) {
    const from = input.at;
    const octets = yield* input.some(left);
    if (octets === undefined) return undefined;
    left -= octets.length;
    if (formatB) codes(walk, index, from, octets);
  }
  return { length };
}

/** Forgets what a body has left open. */
export function dropAnnounced(walk: Walk): void {
  walk.queue.length = 0;
  walk.rest = NOTHING;
}

/** Takes the codes that are whole by now, and keeps the beginning of the next. */
function codes(walk: Walk, index: number, from: number, piece: Uint8Array): void {
  const { rest } = walk;
  let at = rest.octets.length === 0 ? from : rest.at;
  let octets = rest.octets.length === 0 ? piece : joined(rest.octets, piece);
  walk.rest = NOTHING;
  let taken = 0;
  for (; octets.length > 0; taken++) {
    const announced = walk.queue[taken];
    if (announced === undefined) {
      tell(walk, { part: "surplus", at, index, octets: octets.length });
      break;
    }
    const scan = scanCode(octets);
    if (scan === undefined) {
      walk.rest = { at, octets: octets.slice() };
      break;
    }
    const { length, full, fault } = scan;
    const hasBase = walk.sent?.get(announced.pfn) === 0;
    const inCode = fault && { at: at + fault.at, found: fault.found };
    tell(walk, { part: "code", at, index, ...announced, full, hasBase, fault: inCode });
    if (fault === undefined) page(walk, at, announced, octets.subarray(0, length));
    octets = octets.subarray(length);
    at = length > piece.length ? from + piece.length - octets.length : at + length;
  }
  walk.queue.splice(0, taken);
}

/** Makes the page of a code, where contents are wanted. */
function page(walk: Walk, at: number, { pfn, type }: Announced, code: Uint8Array): void {
  const { pages } = walk;
  if (pages === undefined) {
    walk.sent?.setRun(pfn, 1, 0);
    return;
  }
  if (pages.contents === undefined)
    throw new UnsupportedError("a compressed legacy stream of a domain with more than 1 GiB of memory");
  const octets = pages.contents.get(pfn)?.slice() ?? new Uint8Array(PAGE_SIZE);
  applyWordDelta(code, 0, octets);
  walk.input.tell({ kind: "pages", subject: { list: listOf(walk, at, pfn, type), at, first: 0, octets } });
  if (!walk.verifying) remember(walk, pfn, octets);
}

/** A list of one page. */
function listOf(walk: Walk, at: number, pfn: number, type: number): PageList {
  return {
    head: headOf(walk, RECORD.PAGE_DATA, at, 0),
    pageSize: PAGE_SIZE,
    at,
    count: 1,
    reserved: 0,
    complete: true,
    entries: 1,
    pfns: Float64Array.of(pfn),
    types: Uint8Array.of(type),
    withData: Uint32Array.of(0),
    pages: 1,
    runs: { count: 0, starts: new Uint32Array(0), pfns: new Float64Array(0), types: new Uint8Array(0) },
    firstReserved: -1,
    typesSeen: 1 << type,
    maxPfn: pfn,
    expected: 0,
    raw: new Uint8Array(0),
  };
}
