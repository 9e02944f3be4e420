/** The body of PAGE_DATA: a list of entries, then pages (spec 6.1). */

import type { PageList, Pages, RecordHead } from "./events.ts";
import type { Input, Steps } from "./input.ts";
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

/** One bit for each type whose pages have contents. */
const WITH_DATA = Array.from({ length: 16 }, (_, type) => (carriesData(type) ? 1 << type : 0)).reduce((a, b) => a | b);
const NOWHERE = new DataView(new ArrayBuffer(0));

/** The list of a record; reads its `entries` out of `data`, from `from` on. Without them it is one that its body is too short for. */
class List implements PageList {
  readonly head: RecordHead;
  readonly at: number;
  readonly count: number;
  readonly reserved: number;
  readonly complete: boolean;
  readonly entries: number;
  readonly pfns: Float64Array;
  readonly types: Uint8Array;
  readonly withData: Uint32Array;
  pages = 0;
  firstReserved = -1;
  typesSeen = 0;
  maxPfn = 0;
  readonly expected: number;
  private readonly data: DataView;
  private readonly from: number;

  constructor(
    head: RecordHead,
    at: number,
    count: number,
    reserved: number,
    room: PageListRoom,
    source?: { readonly data: DataView; readonly from: number },
  ) {
    this.head = head;
    this.at = at;
    this.count = count;
    this.reserved = reserved;
    this.complete = source !== undefined;
    this.entries = source === undefined ? 0 : count;
    if (this.entries > room.types.length) Object.assign(room, roomFor(count));
    this.pfns = room.pfns;
    this.types = room.types;
    this.withData = room.withData;
    this.data = source?.data ?? NOWHERE;
    this.from = source?.from ?? 0;
    if (source !== undefined) this.read(source.data, source.from);
    this.expected = 8 + 8 * count + PAGE_SIZE * this.pages;
  }

  /** Made when asked for: a view costs more than an entry. */
  get raw(): Uint8Array {
    return new Uint8Array(this.data.buffer, this.data.byteOffset + this.from, 8 * this.entries);
  }

  private read(data: DataView, from: number): void {
    const { entries, pfns, types, withData } = this;
    const { isBe } = this.head;
    const little = !isBe;
    const high = isBe ? from : from + 4;
    const low = isBe ? from + 4 : from;
    let pages = 0;
    let reserved = 0;
    let typesSeen = 0;
    let maxPfn = 0;
    for (let entry = 0, at = 0; entry < entries; entry++, at += 8) {
      const upper = data.getUint32(high + at, little);
      const type = upper >>> 28;
      const pfn = (upper & 0x000f_ffff) * 0x1_0000_0000 + data.getUint32(low + at, little);
      reserved |= upper;
      pfns[entry] = pfn;
      types[entry] = type;
      typesSeen |= 1 << type;
      if (pfn > maxPfn) maxPfn = pfn;
      withData[pages] = entry;
      pages += (WITH_DATA >>> type) & 1;
    }
    this.pages = pages;
    this.typesSeen = typesSeen;
    this.maxPfn = maxPfn;
    if ((reserved & RESERVED) !== 0) this.firstReserved = this.findReserved(high, little);
  }

  private findReserved(high: number, little: boolean): number {
    let entry = 0;
    while ((this.data.getUint32(high + 8 * entry, little) & RESERVED) === 0) entry++;
    return entry;
  }
}

/** Bits 52 to 59 of an entry, in its upper half. */
const RESERVED = 0x0ff0_0000;

/** Pages as they lie in a chunk; the view on them is made when asked for. */
class PagesAt implements Pages {
  readonly list: PageList;
  readonly at: number;
  readonly first = 0;
  private readonly data: DataView;
  private readonly from: number;

  constructor(list: PageList, at: number, { data, from }: { readonly data: DataView; readonly from: number }) {
    this.list = list;
    this.at = at;
    this.data = data;
    this.from = from;
  }

  get octets(): Uint8Array {
    return new Uint8Array(this.data.buffer, this.data.byteOffset + this.from, PAGE_SIZE * this.list.pages);
  }
}

/** Reads the body of a PAGE_DATA record that is available whole, as `pageData` does. */
export function pageDataAtOnce(input: Input, head: RecordHead, room: PageListRoom): void {
  const { at } = input;
  const end = at + head.length;
  if (head.length < 8) input.tell({ kind: "page-list", subject: new List(head, at, 0, 0, room) });
  else {
    const count = input.u32(0, head.isBe);
    const reserved = input.u32(4, head.isBe);
    input.skip(8);
    const complete = 8 + 8 * count <= head.length;
    const list = new List(head, at, count, reserved, room, complete ? input.window() : undefined);
    if (complete) input.skip(8 * count);
    input.tell({ kind: "page-list", subject: list });
    if (complete && list.expected === head.length) {
      if (list.pages > 0) input.tell({ kind: "pages", subject: new PagesAt(list, input.at, input.window()) });
      input.skip(PAGE_SIZE * list.pages);
    }
  }
  const rest = end - input.at;
  if (rest > 0) input.tell({ kind: "chunk", subject: { head, at: input.at, octets: input.view(rest) } });
}

/**
 * Reads the body of a PAGE_DATA record. Where its length is not the one that its entries announce (PAGE-003), the rest of the body is
 * passed on in chunks and no page is told; false where the input ends within.
 */
export function* pageData(input: Input, head: RecordHead, room: PageListRoom): Steps<boolean> {
  const { at } = input;
  if (head.length < 8) {
    input.tell({ kind: "page-list", subject: new List(head, at, 0, 0, room) });
    return yield* bodyInChunks(input, head);
  }
  const start = yield* input.take(8);
  if (start === undefined) return false;
  const announced = dataOf(start);
  const count = announced.getUint32(0, !head.isBe);
  const reserved = announced.getUint32(4, !head.isBe);
  const listEnd = 8 + 8 * count;
  if (listEnd > head.length) {
    input.tell({ kind: "page-list", subject: new List(head, at, count, reserved, room) });
    return yield* bodyInChunks(input, head, head.length - 8);
  }
  const raw = yield* input.take(8 * count);
  if (raw === undefined) return false;
  const list = new List(head, at, count, reserved, room, { data: dataOf(raw), from: 0 });
  input.tell({ kind: "page-list", subject: list });
  if (list.expected !== head.length) return yield* bodyInChunks(input, head, head.length - listEnd);
  if (!(yield* pages(input, list))) return false;
  return yield* paddingAfter(input, head);
}

function dataOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function* pages(input: Input, list: PageList): Steps<boolean> {
  for (let first = 0; first < list.pages; ) {
    const whole = Math.min(list.pages - first, Math.floor(input.available / PAGE_SIZE));
    const at = input.at;
    const octets = yield* input.take(Math.max(1, whole) * PAGE_SIZE);
    if (octets === undefined) return false;
    input.tell({ kind: "pages", subject: { list, at, first, octets } });
    first += Math.max(1, whole);
  }
  return true;
}
