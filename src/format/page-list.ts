/** The body of PAGE_DATA: a list of entries, then pages (spec 6.1). */

import type { CompressedBody, PageList, PageRuns, Pages, RecordHead } from "./events.ts";
import type { Input, Steps } from "./input.ts";
import { afterBody, bodyInChunks } from "./records.ts";
import { carriesData } from "./vocabulary.ts";

/** Room for the entries of one record, kept from record to record, and the octets of a page. */
export type PageListRoom = {
  readonly pageSize: number;
  pfns: Float64Array;
  types: Uint8Array;
  withData: Uint32Array;
  runs: { count: number; starts: Uint32Array; pfns: Float64Array; types: Uint8Array };
};

/** Entries that savers put into one record. */
const BATCH = 1024;

/** Room for few entries; it grows with what arrives. */
export function pageListRoom(pageSize: number): PageListRoom {
  return { pageSize, ...roomFor(64) };
}

function roomFor(entries: number): Omit<PageListRoom, "pageSize"> {
  const pfns = () => new Float64Array(entries);
  const types = () => new Uint8Array(entries);
  const numbers = () => new Uint32Array(entries);
  return {
    pfns: pfns(),
    types: types(),
    withData: numbers(),
    runs: { count: 0, starts: numbers(), pfns: pfns(), types: types() },
  };
}

/** One bit for each type whose pages have contents. */
const WITH_DATA = Array.from({ length: 16 }, (_, type) => (carriesData(type) ? 1 << type : 0)).reduce((a, b) => a | b);
/** Where entries or pages stand. */
type Source = { readonly data: DataView; readonly from: number };
const NOWHERE = new DataView(new ArrayBuffer(0));

/**
 * The list of a record; reads its entries out of `source`. Without one it is a list that its body is too short for. The runs are read at
 * once, since they cost an entry hardly more than its load from memory, and every entry by itself only when somebody asks.
 */
class List implements PageList {
  readonly head: RecordHead;
  readonly pageSize: number;
  readonly at: number;
  readonly count: number;
  readonly reserved: number;
  readonly complete: boolean;
  readonly entries: number;
  pages = 0;
  firstReserved = -1;
  typesSeen = 0;
  maxPfn = 0;
  readonly expected: number;
  private readonly room: PageListRoom;
  private readonly data: DataView;
  private readonly from: number;
  private filled = false;

  constructor(
    head: RecordHead,
    at: number,
    count: number,
    reserved: number,
    room: PageListRoom,
    source?: Source,
    expected?: number,
  ) {
    this.head = head;
    this.pageSize = room.pageSize;
    this.at = at;
    this.count = count;
    this.reserved = reserved;
    this.complete = source !== undefined;
    this.entries = source === undefined ? 0 : count;
    if (this.entries > room.types.length) Object.assign(room, roomFor(Math.max(BATCH, count)));
    room.runs.count = 0;
    this.room = room;
    this.data = source?.data ?? NOWHERE;
    this.from = source?.from ?? 0;
    if (source !== undefined) this.read(source.data, source.from);
    this.expected = expected ?? 8 + 8 * count + room.pageSize * this.pages;
    // Bits 52 to 59 mean something else in PAGE_DATA_COMPRESSED, which brings its length along.
    if (expected !== undefined) this.firstReserved = -1;
  }

  get raw(): Uint8Array {
    return new Uint8Array(this.data.buffer, this.data.byteOffset + this.from, 8 * this.entries);
  }

  get runs(): PageRuns {
    return this.room.runs;
  }

  get pfns(): Float64Array {
    return this.fill().pfns;
  }

  get types(): Uint8Array {
    return this.fill().types;
  }

  get withData(): Uint32Array {
    return this.fill().withData;
  }

  private read(data: DataView, from: number): void {
    const { entries, room } = this;
    const { starts, pfns, types } = room.runs;
    const little = !this.head.isBe;
    const high = little ? from + 4 : from;
    const low = little ? from : from + 4;
    let runs = 0;
    let reserved = 0;
    for (let entry = 0; entry < entries; runs++) {
      const upper = data.getUint32(high + 8 * entry, little);
      const lower = data.getUint32(low + 8 * entry, little);
      const type = upper >>> 28;
      const start = entry;
      const shift = lower - start;
      do entry++;
      while (
        entry < entries &&
        data.getUint32(low + 8 * entry, little) === shift + entry &&
        data.getUint32(high + 8 * entry, little) === upper
      );
      starts[runs] = start;
      types[runs] = type;
      pfns[runs] = (upper & 0x000f_ffff) * 0x1_0000_0000 + lower;
      reserved |= upper;
      this.typesSeen |= 1 << type;
      this.maxPfn = Math.max(this.maxPfn, (pfns[runs] as number) + entry - start - 1);
      if (((WITH_DATA >>> type) & 1) !== 0) this.pages += entry - start;
    }
    room.runs.count = runs;
    if ((reserved & RESERVED) !== 0) this.firstReserved = this.findReserved(high, little);
  }

  private fill(): PageListRoom {
    const { room } = this;
    if (this.filled) return room;
    this.filled = true;
    const { runs, pfns, types, withData } = room;
    let pages = 0;
    for (let run = 0; run < runs.count; run++) {
      const start = runs.starts[run] as number;
      const end = run + 1 < runs.count ? (runs.starts[run + 1] as number) : this.entries;
      const base = (runs.pfns[run] as number) - start;
      const type = runs.types[run] as number;
      const carries = carriesData(type);
      for (let entry = start; entry < end; entry++) {
        pfns[entry] = base + entry;
        types[entry] = type;
        if (carries) withData[pages++] = entry;
      }
    }
    return room;
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

  constructor(list: PageList, at: number, { data, from }: Source) {
    this.list = list;
    this.at = at;
    this.data = data;
    this.from = from;
  }

  get octets(): Uint8Array {
    return new Uint8Array(this.data.buffer, this.data.byteOffset + this.from, this.list.pageSize * this.list.pages);
  }
}

/** The list of PAGE_DATA_COMPRESSED, whose entries begin `from` octets into its body. */
export function entryList({ head, at, count, octets }: CompressedBody, from: number, room: PageListRoom): PageList {
  return new List(head, at + from - 8, count, 0, room, { data: dataOf(octets), from }, head.length);
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
      input.skip(list.pageSize * list.pages);
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
  return yield* afterBody(input, head);
}

function dataOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function* pages(input: Input, list: PageList): Steps<boolean> {
  if (input.deaf) return yield* input.without(list.pageSize * list.pages);
  for (let first = 0; first < list.pages; ) {
    const whole = Math.min(list.pages - first, Math.floor(input.available / list.pageSize));
    const at = input.at;
    const octets = yield* input.take(Math.max(1, whole) * list.pageSize);
    if (octets === undefined) return false;
    input.tell({ kind: "pages", subject: { list, at, first, octets } });
    first += Math.max(1, whole);
  }
  return true;
}
