/** The one round of a domain that stands still. */

import { BATCH, type Domain, PAGE, type PageBatch, pfnRange, type Round, ramBatches } from "./backend.ts";

/** All of a paused domain's memory, without a copy where the backend can. */
export async function* pausedRound(domain: Domain): AsyncGenerator<Round> {
  if (domain.xen !== undefined) {
    yield { round: 0, final: true, pages: inTurn(domain.xen.pages()) };
    return;
  }
  // One is filled while the other is written.
  let buffer = new Uint8Array(0);
  let other = new Uint8Array(0);
  const batches = async function* (): AsyncGenerator<PageBatch> {
    for (const { pfn, pages } of ramBatches(domain.machine)) {
      const pfns = pfnRange(pfn, pages);
      let data = domain.view(pfn, pages);
      if (data === undefined) {
        [buffer, other] = [other, buffer];
        if (buffer.length === 0) buffer = new Uint8Array(BATCH * PAGE);
        data = buffer.subarray(0, pages * PAGE);
        await domain.readPages(pfns, data);
      }
      yield { pfns, data, lasting: true };
    }
  };
  yield { round: 0, final: true, pages: batches() };
}

async function* inTurn(batches: Iterable<PageBatch>): AsyncGenerator<PageBatch> {
  yield* batches;
}
