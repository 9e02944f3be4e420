/** Saving: a domain of any backend to an image. */

import { BackendError, type Domain, type LiveOptions } from "./backend.ts";
import { DomainImage, type ImageOptions, requireV3, stateOf, type Write } from "./domain-image.ts";
import { pausedRound } from "./paused-round.ts";

export type SaveOptions = Omit<ImageOptions, "stream"> & {
  /** Sends memory while the guest runs, and pauses it for the rest only. */
  readonly live?: LiveOptions;
} & RoundListener;

/** Who hears of rounds. */
export type RoundListener = {
  /** Is told of every round once it has been sent. */
  readonly onRound?: (round: RoundReport) => void;
  /** Is told, while a round is sent, how many of its pages were handed over. */
  readonly onPages?: (pages: number) => void;
};

/** One round as it was sent. Times in milliseconds. */
export type RoundReport = {
  readonly round: number;
  readonly final: boolean;
  readonly pages: number;
  readonly ms: number;
};

/** What a save came to. `downtime`: from the pause until the last octet was handed over; the guest is still paused. */
export type SaveReport = {
  readonly rounds: readonly RoundReport[];
  readonly octets: number;
  readonly downtime: number;
};

/**
 * Writes the domain's image. When it is written the domain is paused, and stays so until the caller has made sure of the octets and
 * resumes or destroys it. Where it throws, the domain goes on as it did before.
 */
export async function saveDomain(domain: Domain, write: Write, options: SaveOptions = {}): Promise<SaveReport> {
  const wasRunning = domain.status === "running";
  try {
    return await save(domain, write, options);
  } catch (error) {
    if (wasRunning) await domain.resume().catch(() => {});
    throw error;
  }
}

async function save(
  domain: Domain,
  write: Write,
  { live, onRound, onPages, ...options }: SaveOptions,
): Promise<SaveReport> {
  if (options.edition === "v3") requireV3(options);
  else if (domain.xen !== undefined) throw new BackendError("a domain of Xen is saved in edition v3");
  const image = new DomainImage(domain, write, options);
  const rounds: RoundReport[] = [];
  let paused = 0;
  if (live === undefined) await (domain.suspend === undefined ? domain.pause() : domain.suspend());
  await image.begin();
  for await (const { round, final, pages } of live === undefined ? pausedRound(domain) : domain.liveRounds(live)) {
    const begun = performance.now();
    if (final) paused = begun;
    let count = 0;
    for await (const batch of pages) {
      await image.pages(batch);
      count += batch.pfns.length;
      onPages?.(count);
    }
    const report = { round, final, pages: count, ms: performance.now() - begun };
    rounds.push(report);
    onRound?.(report);
  }
  await image.state(await stateOf(domain, options.edition));
  await image.end();
  return { rounds, octets: image.octets, downtime: performance.now() - paused };
}
