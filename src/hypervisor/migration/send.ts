/** The sending side of a migration: what README.md beside this file settles. */

import type { Domain, LiveOptions } from "../backend.ts";
import { type RoundReport, type SaveOptions, type SaveReport, saveDomain } from "../save.ts";
import { hearAdvertisement, needsOf, requireTaken } from "./agreement.ts";
import { type Channel, LinkError } from "./channel.ts";
import { hear, say, WORD } from "./words.ts";

export type SendOptions = SaveOptions & { readonly live: LiveOptions };

/**
 * How it ended. `moved`: the other side runs the guest, and it is gone here. `kept`: it goes on here as before, and the other side cannot
 * run it. `doubtful`: the other side was told to run it and did not answer; it stands still here, and stays so.
 */
export type Sent =
  | { readonly kind: "moved"; readonly report: MoveReport }
  | { readonly kind: "kept"; readonly why: Error }
  | { readonly kind: "doubtful"; readonly why: Error };

/** What a migration came to; times in milliseconds. `downtime`: from the pause until the other side said that the guest runs. */
export type MoveReport = {
  readonly rounds: readonly RoundReport[];
  readonly octets: number;
  readonly downtime: number;
  readonly total: number;
};

/** Moves a running domain to whoever is at the other end; see `Sent`. Throws what went wrong where the guest has ended with it. */
export async function sendDomain(domain: Domain, channel: Channel, options: SendOptions): Promise<Sent> {
  const begun = performance.now();
  let report: SaveReport;
  let written: number;
  try {
    requireTaken(await hearAdvertisement(channel), needsOf(domain.machine, options));
    report = await saveDomain(domain, (octets) => channel.write(octets), options);
    written = performance.now();
  } catch (error) {
    return await keep(domain, channel, error as Error);
  }
  return await handOver(domain, channel, "new", (now) => ({
    rounds: report.rounds,
    octets: channel.sent,
    downtime: report.downtime + now - written,
    total: now - begun,
  }));
}

/**
 * Gives up a domain of which the receiver has everything. Whether it is kept where that fails before the word hangs on what the receiver has:
 * one with a committed checkpoint may run it.
 */
export async function handOver(
  domain: Domain,
  channel: Channel,
  has: "new" | "committed",
  report: (now: number) => MoveReport,
): Promise<Sent> {
  try {
    await hear(channel, WORD.READY);
    await domain.surrender();
    if (channel.isBroken) throw new LinkError("the other side has closed the link");
  } catch (error) {
    if (has === "new") return await keep(domain, channel, error as Error);
    channel.destroy();
    return { kind: "doubtful", why: error as Error };
  }
  // From here on nobody but the other side may let it run, whether it hears this or not.
  try {
    await say(channel, WORD.NEW);
    await hear(channel, WORD.RESUMED);
  } catch (error) {
    channel.destroy();
    return { kind: "doubtful", why: error as Error };
  }
  const now = performance.now();
  await domain.destroy();
  channel.destroy();
  return { kind: "moved", report: report(now) };
}

async function keep(domain: Domain, channel: Channel, why: Error): Promise<Sent> {
  channel.destroy();
  if (domain.status === "gone") throw why;
  await domain.resume();
  return { kind: "kept", why };
}
