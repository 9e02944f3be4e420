/** The receiving side of a migration: what README.md beside this file settles. */

import { setTimeout } from "node:timers/promises";
import { type Backend, type Domain, PAGE, RefusedError, ramPages } from "../backend.ts";
import { followDomain } from "../restore.ts";
import { advertise } from "./agreement.ts";
import type { Channel } from "./channel.ts";
import { LEASE } from "./lease.ts";
import { hear, say, WORD } from "./words.ts";

export type ReceiveOptions = {
  /** Octets of memory that the guest may have at most. */
  readonly mostMemory: number;
  /** Is told of each checkpoint once it is committed and acknowledged. */
  readonly onCheckpoint?: (number: number) => void;
};

/** A guest that runs here now, and nowhere else. */
export type Received = {
  readonly domain: Domain;
  /** Whether the sender could be told that it runs; else it stands in doubt there. */
  readonly isHeard: boolean;
  /** The checkpoint that it goes on from, and why, where the sender has not handed it over. */
  readonly failover?: { readonly checkpoint: number; readonly why: Error };
};

/**
 * Takes a domain from whoever is at the other end and lets it run once that has given it up, or, where it is checkpointed, once that is gone.
 * Throws FormatError, RefusedError, UnsupportedError, BackendError or LinkError where it comes to nothing; then nothing is left of it here.
 */
export async function receiveDomain(
  backend: Backend,
  channel: Channel,
  { mostMemory, onCheckpoint }: ReceiveOptions,
): Promise<Received> {
  let leasedUntil = 0;
  const acknowledge = async (number: number) => {
    channel.patience = Math.min(channel.patience, LEASE);
    // What the sender counts begins before this is said, and ends before what we count does.
    // Where this fails the link does, which shows when more is read.
    await say(channel, WORD.READY).catch(() => {});
    leasedUntil = performance.now() + LEASE;
    onCheckpoint?.(number);
  };
  try {
    await advertise(channel);
    const followed = await followDomain(within(backend, mostMemory), channel.chunks(), acknowledge);
    const { domain, checkpoints } = followed;
    let why = followed.broken;
    try {
      why ??= await agreed(channel, checkpoints > 0);
      if (why !== undefined) {
        channel.destroy();
        await setTimeout(Math.max(0, leasedUntil - performance.now()));
      }
      await domain.resume();
    } catch (error) {
      await domain.destroy();
      throw error;
    }
    if (why !== undefined) return { domain, isHeard: false, failover: { checkpoint: checkpoints, why } };
    const isHeard = await say(channel, WORD.RESUMED).then(
      () => true,
      () => false,
    );
    await channel.end();
    return { domain, isHeard };
  } catch (error) {
    channel.destroy();
    throw error;
  }
}

/** Waits for the sender's word. Why it did not come, where the guest may be run all the same. */
async function agreed(channel: Channel, hasCheckpoint: boolean): Promise<Error | undefined> {
  try {
    await say(channel, WORD.READY);
    await hear(channel, WORD.NEW);
    return undefined;
  } catch (error) {
    if (hasCheckpoint) return error as Error;
    throw error;
  }
}

/** The backend, but for machines of more memory: what a stranger says of one is not believed before anything is built. */
function within(backend: Backend, mostMemory: number): Backend {
  return {
    ...backend,
    async incoming(machine) {
      const memory = ramPages(machine) * PAGE;
      if (memory > mostMemory)
        throw new RefusedError(`the machine has ${memory} octets of memory, and ${mostMemory} are the most here`);
      return await backend.incoming(machine);
    },
  };
}
