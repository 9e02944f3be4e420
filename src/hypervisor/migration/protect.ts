/** The sending side of a guest that is protected: it runs here, and the receiver always has a state of it to go on from. See README.md. */

import { setTimeout as sleep } from "node:timers/promises";
import type { Domain, PageBatch } from "../backend.ts";
import { changed } from "../compare-rounds.ts";
import { CHECKS, DomainImage, type DomainState, type ImageOptions, stateOf } from "../domain-image.ts";
import { hearAdvertisement, needsOf, requireTaken } from "./agreement.ts";
import type { Channel } from "./channel.ts";
import { LEASE, MARGIN } from "./lease.ts";
import { handOver, type Sent } from "./send.ts";
import { hear, WORD } from "./words.ts";

export type ProtectOptions = Omit<ImageOptions, "stream"> & {
  /** Milliseconds from one checkpoint to the next at least; at most half a lease. */
  readonly interval: number;
  /** Once it is fulfilled, the guest is handed over. */
  readonly until: Promise<unknown>;
  readonly onCheckpoint?: (report: CheckpointReport) => void;
};

/** One checkpoint. Milliseconds: how long the guest stood still for it, and from the pause until it was acknowledged. */
export type CheckpointReport = {
  readonly number: number;
  readonly pages: number;
  readonly octets: number;
  readonly paused: number;
  readonly ms: number;
};

/** What a pause has caught. */
type Caught = { readonly batches: readonly PageBatch[]; readonly state: DomainState };

/**
 * Protects a running domain until `until`, and hands it over then; see `Sent`. From the first acknowledged checkpoint on a link that breaks
 * leaves it in doubt: the receiver may run it.
 */
export async function protectDomain(domain: Domain, channel: Channel, options: ProtectOptions): Promise<Sent> {
  const protecting = new Protecting(domain, channel, options);
  const begun = performance.now();
  try {
    await protecting.run();
  } catch (error) {
    channel.destroy();
    if (domain.status === "gone") throw error;
    if (!protecting.mayBeCommitted) {
      await domain.resume();
      return { kind: "kept", why: error as Error };
    }
    await domain.surrender();
    return { kind: "doubtful", why: error as Error };
  }
  const { pausedAt } = protecting;
  return await handOver(domain, channel, "committed", (now) => ({
    rounds: [],
    octets: channel.sent,
    downtime: now - pausedAt,
    total: now - begun,
  }));
}

class Protecting {
  /** Whether the receiver may have a checkpoint, acknowledged or not. */
  mayBeCommitted = false;
  pausedAt = 0;
  private readonly domain: Domain;
  private readonly channel: Channel;
  private readonly options: ProtectOptions;
  private readonly how: ImageOptions;
  private readonly image: DomainImage;
  private readonly sent = new Map<number, Uint8Array>();
  private number = 0;
  /** Up to here the receiver does not run the guest, whatever it hears or does not hear of us. */
  private leased = Number.POSITIVE_INFINITY;

  constructor(domain: Domain, channel: Channel, options: ProtectOptions) {
    this.domain = domain;
    this.channel = channel;
    this.options = options;
    const { codec = "none", checks = CHECKS } = options;
    this.how = { codec, checks, stream: "remus" };
    this.image = new DomainImage(domain, (octets) => channel.write(octets), this.how);
  }

  async run(): Promise<void> {
    const { interval, until } = this.options;
    requireTaken(await hearAdvertisement(this.channel), needsOf(this.domain.machine, this.how));
    await this.image.begin();
    let isOver = false;
    const over = until.then(() => {
      isOver = true;
    });
    while (!isOver) {
      const next = performance.now() + interval;
      await this.checkpoint(true);
      await Promise.race([sleep(Math.max(0, next - performance.now())), over]);
    }
    await this.checkpoint(false);
    await this.image.end();
  }

  /** One checkpoint, acknowledged. Where `runsOn` the guest runs while it is sent, but not beyond its lease. */
  private async checkpoint(runsOn: boolean): Promise<void> {
    const { domain, image } = this;
    const before = image.octets;
    this.pausedAt = performance.now();
    const caught = await this.catch();
    if (runsOn && performance.now() < this.leased) await domain.resume();
    const paused = performance.now() - this.pausedAt;
    await this.hold(this.send(caught), runsOn);
    const instant = performance.now();
    // From the first octet of it on the receiver may have it, and its lease of us has begun.
    if (!this.mayBeCommitted) this.leased = instant + LEASE - MARGIN;
    this.mayBeCommitted = true;
    await this.hold(this.commit(), runsOn);
    this.leased = instant + LEASE - MARGIN;
    if (runsOn) await domain.resume();
    const pages = caught.batches.reduce((sum, { pfns }) => sum + pfns.length, 0);
    const ms = performance.now() - this.pausedAt;
    this.options.onCheckpoint?.({ number: ++this.number, pages, octets: image.octets - before, paused, ms });
  }

  private async catch(): Promise<Caught> {
    const { domain, sent } = this;
    await domain.pause();
    const batches: PageBatch[] = [];
    for await (const batch of changed(domain, sent, true)) batches.push(batch);
    return { batches, state: await stateOf(domain) };
  }

  private async send({ batches, state }: Caught): Promise<void> {
    for (const batch of batches) await this.image.pages(batch);
    await this.image.state(state);
  }

  private async commit(): Promise<void> {
    await this.image.checkpoint();
    await hear(this.channel, WORD.READY);
  }

  /** Waits for what is sent. A guest that runs meanwhile is stopped where its lease ends before. */
  private async hold(sending: Promise<void>, isRunning: boolean): Promise<void> {
    if (!isRunning || this.leased === Number.POSITIVE_INFINITY) return await sending;
    const ended = new AbortController();
    const end = sleep(Math.max(0, this.leased - performance.now()), "ended" as const, { signal: ended.signal });
    end.catch(() => {});
    try {
      if ((await Promise.race([sending, end])) === "ended") await this.domain.pause();
    } finally {
      ended.abort();
    }
    await sending;
  }
}
