/** Where the contents of the pages of a list stand. */

import { isZeroPage } from "../format/compressed-pages.ts";
import type { CompressedBody, PageList } from "../format/events.ts";
import type { Places } from "./rounds.ts";

/** Of PAGE_DATA: one behind the other, behind the entries. */
export function openPages({ at, count, pageSize }: PageList): Places {
  return { packed: false, at: (page) => at + 8 + 8 * count + page * pageSize };
}

/** Of PAGE_DATA_COMPRESSED: the frame of each page, the one frame of all, or the entry that says that there are only zeros. */
export function packedPages({ withData }: PageList, body: CompressedBody): Places {
  const { at, framesAt, frames, flags } = body;
  let frame = 0;
  let next = at + framesAt;
  return {
    packed: true,
    // Asked for in order, once each.
    at(page) {
      if (isZeroPage(body, withData[page]!)) return at + 16 + 8 * withData[page]!;
      const here = next;
      if ((flags & 1) !== 0) next += frames[frame++] ?? 0;
      return here;
    },
  };
}

/** Of a batch of a legacy stream: behind its entries, whose longs are all that is in `raw`. */
export function legacyPages({ at, raw, pageSize }: PageList): Places {
  return { packed: false, at: (page) => at + raw.length + page * pageSize };
}
