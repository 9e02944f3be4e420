/** Pages on their way into other records than they came in: gathered into batches, across records of the input (spec 6.1). */

import type { PageList, Pages } from "../../format/events.ts";
import { carriesData } from "../../format/vocabulary.ts";

/** Entries of a batch at most (PAGE-007). */
const ENTRIES = 1024;
/** Octets of contents in a batch at most: those of 1024 small pages. */
const OCTETS = 4 * 2 ** 20;

/** Some entries in their order, and the contents of those that have any. The lists are good until the next batch, the contents for good. */
export type Batch = {
  readonly count: number;
  readonly pfns: Float64Array;
  readonly types: Uint8Array;
  /** Numbers of the entries that have contents, `pages` of them. */
  readonly withData: Uint16Array;
  readonly pages: number;
  /** The contents of these, one after the other. */
  readonly octets: Uint8Array;
};

const NOTHING = new Uint8Array(0);

/** Takes entries and their pages as a decoder tells them, and hands over batches. */
export class PageBatches {
  private readonly pageSize: number;
  private readonly limit: number;
  private readonly give: (batch: Batch) => void;
  private readonly pfns = new Float64Array(ENTRIES);
  private readonly types = new Uint8Array(ENTRIES);
  private readonly withData = new Uint16Array(ENTRIES);
  private octets: Uint8Array = NOTHING;
  private count = 0;
  private pages = 0;
  /** The list being taken, the next of its entries, and the number of its pages that have come. */
  private list: PageList | undefined;
  private next = 0;

  /** `pageSize` in octets. */
  constructor(pageSize: number, give: (batch: Batch) => void) {
    this.pageSize = pageSize;
    this.limit = Math.min(ENTRIES, OCTETS / pageSize);
    this.give = give;
  }

  /** The entries of a record, in order; the pages of those that have contents follow. */
  entries(list: PageList): void {
    this.list = list;
    this.next = 0;
    this.withoutContents();
  }

  /** Pages of that record, in order. */
  contents({ list, octets }: Pages): void {
    const { pageSize } = this;
    for (let at = 0; at < octets.length; at += pageSize) {
      const room = this.add(list);
      room.set(octets.subarray(at, at + pageSize));
      this.withoutContents();
    }
  }

  /** Hands over what has been gathered. */
  flush(): void {
    if (this.count === 0) return;
    const { count, pages, pfns, types, withData, octets, pageSize } = this;
    this.count = 0;
    this.pages = 0;
    this.octets = NOTHING;
    this.give({ count, pages, pfns, types, withData, octets: octets.subarray(0, pages * pageSize) });
  }

  /** Takes the entries up to the next one that has contents. */
  private withoutContents(): void {
    const { list } = this;
    if (list === undefined) return;
    while (this.next < list.entries && !carriesData(list.types[this.next] as number)) this.add(list);
  }

  /** Takes the next entry; the room for its contents. */
  private add(list: PageList): Uint8Array {
    if (this.count === this.limit) this.flush();
    const entry = this.next++;
    const type = list.types[entry] as number;
    this.pfns[this.count] = list.pfns[entry] as number;
    this.types[this.count] = type;
    if (!carriesData(type)) {
      this.count++;
      return this.octets;
    }
    this.withData[this.pages] = this.count++;
    const from = this.pageSize * this.pages++;
    if (this.octets.length === 0) this.octets = room(this.limit * this.pageSize);
    return this.octets.subarray(from, from + this.pageSize);
  }
}

/** Octets that will be written before they are read. */
function room(length: number): Uint8Array {
  const { buffer } = Buffer.allocUnsafeSlow(length);
  return new Uint8Array(buffer);
}

/** The entries of a batch as they stand in an image, behind `before` octets that are left free. `mark` gives bits of the upper half. */
export function entryOctets(
  { count, pfns, types }: Batch,
  isBe: boolean,
  before: number,
  mark: (entry: number) => number = () => 0,
): DataView {
  const view = new DataView(new ArrayBuffer(before + 8 * count));
  for (let entry = 0, at = before; entry < count; entry++, at += 8) {
    const pfn = pfns[entry] as number;
    const upper = ((types[entry] as number) << 28) | Math.floor(pfn / 0x1_0000_0000) | mark(entry);
    view.setUint32(isBe ? at + 4 : at, pfn >>> 0, !isBe);
    view.setUint32(isBe ? at : at + 4, upper >>> 0, !isBe);
  }
  return view;
}
