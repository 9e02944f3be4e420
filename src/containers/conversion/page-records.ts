/** How a conversion writes page data: record by record as it comes, in plain batches, or under a codec. */

import type { CodecName } from "../../codecs/page-codecs.ts";
import type { PageList, Pages } from "../../format/events.ts";
import { RECORD } from "../../format/vocabulary.ts";
import { CompressedBatches } from "./compressed-batches.ts";
import type { ImageOutput } from "./image-output.ts";
import { type Batch, entryOctets, PageBatches } from "./page-batches.ts";

/** Takes the page data of an image as it is told. */
export type PageRecords = {
  entries(list: PageList): void;
  contents(pages: Pages): void;
  /** The record that was told last is over. */
  recordEnd(): void;
  /** A record of another kind comes next: what was held back goes out. */
  flush(): void;
};

/** Each PAGE_DATA record as it came, its pages passed on and not copied. */
export function pagesAsTheyCome(out: ImageOutput): PageRecords {
  return {
    entries(list) {
      const start = new DataView(new ArrayBuffer(8));
      start.setUint32(0, list.count, !out.isBe);
      out.open(list.head.type, list.expected);
      out.add(new Uint8Array(start.buffer));
      out.add(list.firstReserved === -1 ? list.raw : unreserved(list.raw, out.isBe));
    },
    contents: ({ octets }) => out.add(octets),
    recordEnd: () => out.close(),
    flush() {},
  };
}

/** Bits 52 to 59 of entries are written as zeros (PAGE-011). */
function unreserved(raw: Uint8Array, isBe: boolean): Uint8Array {
  const octets = raw.slice();
  const view = new DataView(octets.buffer);
  for (let at = isBe ? 0 : 4; at < octets.length; at += 8)
    view.setUint32(at, view.getUint32(at, !isBe) & 0xf00f_ffff, !isBe);
  return octets;
}

/** Page data in batches of its own: PAGE_DATA, or PAGE_DATA_COMPRESSED under a codec. */
export function pagesInBatches(out: ImageOutput, pageSize: number, codec: CodecName): PageRecords {
  const plain = (batch: Batch) => plainBatch(out, batch);
  const give = codec === "none" ? plain : new CompressedBatches(out, pageSize, codec, plain).give;
  const batches = new PageBatches(pageSize, give);
  return {
    entries: (list) => batches.entries(list),
    contents: (pages) => batches.contents(pages),
    recordEnd() {},
    flush: () => batches.flush(),
  };
}

function plainBatch(out: ImageOutput, batch: Batch): void {
  const list = entryOctets(batch, out.isBe, 8);
  list.setUint32(0, batch.count, !out.isBe);
  out.whole(RECORD.PAGE_DATA, new Uint8Array(list.buffer), batch.octets);
}
