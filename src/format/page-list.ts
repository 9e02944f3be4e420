/** The body of PAGE_DATA: a list of entries, then pages (spec 6.1). */

import type { Event, PageList, RecordHead } from "./events.ts";
import type { Input, Steps } from "./input.ts";
import { fields } from "./octets.ts";
import { bodyInChunks, paddingAfter } from "./records.ts";
import { carriesData, PAGE_SIZE } from "./vocabulary.ts";

/** Room for the entries of one record, kept from record to record. */
export type PageListRoom = { pfns: Float64Array; types: Uint8Array; withData: Uint32Array };

/** Room for the batches that Xen writes; it grows with what arrives. */
export function pageListRoom(): PageListRoom {
  return roomFor(1024);
}

function roomFor(entries: number): PageListRoom {
  return { pfns: new Float64Array(entries), types: new Uint8Array(entries), withData: new Uint32Array(entries) };
}

const NOTHING = new Uint8Array(0);

/**
 * Reads the body of a PAGE_DATA record. Where its length is not the one that its entries announce (PAGE-003), the rest of the body is
 * passed on in chunks and no page is told; false where the input ends within.
 */
export function* pageData(input: Input, head: RecordHead, room: PageListRoom): Steps<Event, boolean> {
  const at = input.at;
  const incomplete = {
    head,
    at,
    complete: false,
    entries: 0,
    ...room,
    pages: 0,
    firstReserved: -1,
    typesSeen: 0,
    maxPfn: 0,
    raw: NOTHING,
  };
  if (head.length < 8) {
    yield { kind: "page-list", subject: { ...incomplete, count: 0, reserved: 0, expected: 8 } };
    return yield* bodyInChunks(input, head);
  }
  const start = yield* input.take(8);
  if (start === undefined) return false;
  const { u32 } = fields(start, head.isBe);
  const count = u32(0);
  const reserved = u32(4);
  const listEnd = 8 + 8 * count;
  if (listEnd > head.length) {
    yield { kind: "page-list", subject: { ...incomplete, count, reserved, expected: listEnd } };
    return yield* bodyInChunks(input, head, head.length - 8);
  }
  const raw = yield* input.take(8 * count);
  if (raw === undefined) return false;
  const list: PageList = {
    head,
    at,
    count,
    reserved,
    complete: true,
    raw,
    ...readEntries(raw, head.isBe, count, room),
  };
  yield { kind: "page-list", subject: list };
  if (list.expected !== head.length) return yield* bodyInChunks(input, head, head.length - listEnd);
  if (!(yield* pages(input, list))) return false;
  return yield* paddingAfter(input, head);
}

function readEntries(raw: Uint8Array, isBe: boolean, count: number, room: PageListRoom) {
  if (count > room.types.length) Object.assign(room, roomFor(count));
  const { pfns, types, withData } = room;
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const [high, low] = isBe ? [0, 4] : [4, 0];
  let pages = 0;
  let firstReserved = -1;
  let typesSeen = 0;
  let maxPfn = 0;
  for (let entry = 0, at = 0; entry < count; entry++, at += 8) {
    const upper = view.getUint32(at + high, !isBe);
    const type = upper >>> 28;
    const pfn = (upper & 0x000f_ffff) * 0x1_0000_0000 + view.getUint32(at + low, !isBe);
    if ((upper & 0x0ff0_0000) !== 0 && firstReserved === -1) firstReserved = entry;
    pfns[entry] = pfn;
    types[entry] = type;
    typesSeen |= 1 << type;
    if (pfn > maxPfn) maxPfn = pfn;
    if (carriesData(type)) withData[pages++] = entry;
  }
  const expected = 8 + 8 * count + PAGE_SIZE * pages;
  return { entries: count, pfns, types, withData, pages, firstReserved, typesSeen, maxPfn, expected };
}

function* pages(input: Input, list: PageList): Steps<Event, boolean> {
  for (let first = 0; first < list.pages; ) {
    const whole = Math.min(list.pages - first, Math.floor(input.available / PAGE_SIZE));
    const at = input.at;
    const octets = yield* input.take(Math.max(1, whole) * PAGE_SIZE);
    if (octets === undefined) return false;
    yield { kind: "pages", subject: { list, at, first, octets } };
    first += Math.max(1, whole);
  }
  return true;
}
