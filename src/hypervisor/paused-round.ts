/** The one round of a domain that stands still. */

import { type Domain, PAGE, type PageBatch, pfnRange, type Round, ramBatches } from "./backend.ts";

/** All of a paused domain's memory, without a copy where the backend can. */
export async function* pausedRound(domain: Domain): AsyncGenerator<Round> {
  let buffer: Uint8Array | undefined;
  const batches = async function* (): AsyncGenerator<PageBatch> {
    for (const { pfn, pages } of ramBatches(domain.machine)) {
      const pfns = pfnRange(pfn, pages);
      let data = domain.view(pfn, pages);
      if (data === undefined) {
        // Batches do not grow, and each is used up before the next is asked for.
        buffer ??= new Uint8Array(pages * PAGE);
        data = buffer.length >= pages * PAGE ? buffer.subarray(0, pages * PAGE) : new Uint8Array(pages * PAGE);
        await domain.readPages(pfns, data);
      }
      yield { pfns, data };
    }
  };
  yield { round: 0, final: true, pages: batches() };
}
