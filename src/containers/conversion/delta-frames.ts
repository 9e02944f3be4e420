/** Frames of page codes: each page as its difference from what the same pfn held before in the image (spec 19.4). */

import { wordDelta } from "../../codecs/word-delta.ts";
import { NOTAB } from "../../format/vocabulary.ts";
import type { Sparse } from "./compressed-batches.ts";
import type { Batch } from "./page-batches.ts";

/** Octets of contents that are kept at most, those of 1 GiB: a Reader keeps no more either. */
const KEPT = 2 ** 30;

/** Keeps what pages held: memory grows with them. */
export class DeltaFrames {
  private readonly pageSize: number;
  /** The last contents of a pfn of type NOTAB; a pfn that is not here has no base. */
  private readonly bases = new Map<number, Uint8Array>();

  constructor(pageSize: number) {
    this.pageSize = pageSize;
  }

  /** The page codes of a batch without gaps; undefined where it names a pfn twice, which no delta may (ZIP-024). */
  frame({ batch, sent, octets }: Sparse): Uint8Array | undefined {
    const { pageSize } = this;
    const { count, pfns, types } = batch;
    if (new Set(pfns.subarray(0, count)).size < count) return undefined;
    return Buffer.concat(
      sent.map((entry, page) => {
        const base = types[entry] === NOTAB ? this.bases.get(pfns[entry] as number) : undefined;
        return wordDelta(octets.subarray(page * pageSize, (page + 1) * pageSize), base);
      }),
    );
  }

  /** Takes over what the pages of a batch hold now, however it was sent. */
  remember({ count, pfns, types, withData, octets }: Batch): void {
    const { bases, pageSize } = this;
    for (let entry = 0, page = 0; entry < count; entry++) {
      const pfn = pfns[entry] as number;
      const contents = withData[page] === entry ? octets.subarray(page * pageSize, ++page * pageSize) : undefined;
      const known = bases.get(pfn);
      if (types[entry] !== NOTAB || contents === undefined) bases.delete(pfn);
      else if (known !== undefined) known.set(contents);
      else if ((bases.size + 1) * pageSize <= KEPT) bases.set(pfn, contents.slice());
    }
  }
}
