/** The one round of a domain that stands still. */

import { ahead } from "./ahead.ts";
import { BATCH, type Domain, PAGE, type PageBatch, pfnRange, type Round, ramBatches } from "./backend.ts";

/** One that is read, one that is worked on, one that is still being written. */
const BUFFERS = 3;

/** All of a paused domain's memory, without a copy where the backend can. */
export async function* pausedRound(domain: Domain): AsyncGenerator<Round> {
  const pages = domain.xen === undefined ? ahead(batches(domain)) : inTurn(domain.xen.pages());
  yield { round: 0, final: true, pages };
}

function* batches(domain: Domain): Generator<Promise<PageBatch>> {
  const buffers: Uint8Array[] = [];
  let number = 0;
  for (const { pfn, pages } of ramBatches(domain.machine)) {
    const pfns = pfnRange(pfn, pages);
    const view = domain.view(pfn, pages);
    if (view !== undefined) {
      yield Promise.resolve({ pfns, data: view, lasting: true });
      continue;
    }
    const index = number++ % BUFFERS;
    buffers[index] ??= new Uint8Array(BATCH * PAGE);
    const data = buffers[index].subarray(0, pages * PAGE);
    yield domain.readPages(pfns, data).then(() => ({ pfns, data, lasting: true }));
  }
}

async function* inTurn(batches: Iterable<PageBatch>): AsyncGenerator<PageBatch> {
  yield* batches;
}
