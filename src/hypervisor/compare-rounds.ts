/** Live rounds for a hypervisor that does not tell what the guest writes: every page is compared with what was sent of it last. */

import { setImmediate } from "node:timers/promises";
import {
  BATCH,
  type Domain,
  type LiveOptions,
  PAGE,
  type PageBatch,
  pfnRange,
  type Round,
  ramBatches,
} from "./backend.ts";

/** Rounds over a running domain, which runs on between two batches; the last one with the domain paused. */
export async function* compareRounds(domain: Domain, { maxRounds, maxDirty }: LiveOptions): AsyncGenerator<Round> {
  const sent = new Map<number, Uint8Array>();
  for (let round = 0; ; round++) {
    let dirty = 0;
    const counted = async function* (pages: AsyncIterable<PageBatch>) {
      for await (const batch of pages) {
        dirty += batch.pfns.length;
        yield batch;
      }
    };
    const final = round >= maxRounds || domain.status === "paused";
    yield { round, final, pages: counted(changed(domain, sent, final)) };
    if (final) return;
    if (dirty <= maxDirty || round + 1 >= maxRounds) await domain.pause();
  }
}

/** The pages that are not as `sent` has them, copied for good; all of them the first time. `sent` has them as they are now, then. */
export async function* changed(
  domain: Domain,
  sent: Map<number, Uint8Array>,
  final: boolean,
): AsyncGenerator<PageBatch> {
  const contents = contentsOf(domain);
  for (const { pfn, pages } of ramBatches(domain.machine)) {
    const now = await contents(pfn, pages);
    const before = sent.get(pfn);
    if (before === undefined) {
      const data = now.slice();
      sent.set(pfn, data.slice());
      yield { pfns: pfnRange(pfn, pages), data };
    } else {
      const dirty = dirtyPages(before, now);
      if (dirty.length > 0) {
        const data = new Uint8Array(dirty.length * PAGE);
        for (const [index, page] of dirty.entries()) {
          const octets = now.subarray(page * PAGE, (page + 1) * PAGE);
          data.set(octets, index * PAGE);
          before.set(octets, page * PAGE);
        }
        yield { pfns: dirty.map((page) => pfn + page), data };
      }
    }
    if (!final) await setImmediate();
  }
}

/**
 * Pages as they are now, good until others are asked for: without a copy where the backend can. The guest may be writing them: then they differ
 * again the next time.
 */
function contentsOf(domain: Domain): (pfn: number, pages: number) => Promise<Uint8Array> {
  let room: Uint8Array | undefined;
  return async (pfn, pages) => {
    const view = domain.view(pfn, pages);
    if (view !== undefined) return view;
    room ??= new Uint8Array(BATCH * PAGE);
    const octets = room.subarray(0, pages * PAGE);
    await domain.readPages(pfnRange(pfn, pages), octets);
    return octets;
  };
}

/** Numbers of the pages that differ; most often there are none. */
function dirtyPages(before: Uint8Array, now: Uint8Array): number[] {
  if (Buffer.compare(before, now) === 0) return [];
  const [one, other] = [before, now].map(({ buffer, byteOffset, length }) =>
    Buffer.from(buffer, byteOffset, length),
  ) as [Buffer, Buffer];
  const dirty: number[] = [];
  for (let page = 0; page < now.length / PAGE; page++) {
    const [from, to] = [page * PAGE, (page + 1) * PAGE];
    if (one.compare(other, from, to, from, to) !== 0) dirty.push(page);
  }
  return dirty;
}
