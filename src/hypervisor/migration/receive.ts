/** The receiving side of a migration: what README.md beside this file settles. */

import { type Backend, type Domain, PAGE, RefusedError, ramPages } from "../backend.ts";
import { restoreDomain } from "../restore.ts";
import { advertise } from "./agreement.ts";
import type { Channel } from "./channel.ts";
import { hear, say, WORD } from "./words.ts";

export type ReceiveOptions = {
  /** Octets of memory that the guest may have at most. */
  readonly mostMemory: number;
};

/** A guest that runs here now, and nowhere else. `isHeard`: whether the sender could be told so; else it stands in doubt. */
export type Received = { readonly domain: Domain; readonly isHeard: boolean };

/**
 * Takes a domain from whoever is at the other end and lets it run once that has given it up. Throws FormatError, RefusedError,
 * UnsupportedError, BackendError or LinkError where it comes to nothing; then nothing is left of it here.
 */
export async function receiveDomain(
  backend: Backend,
  channel: Channel,
  { mostMemory }: ReceiveOptions,
): Promise<Received> {
  try {
    await advertise(channel);
    const domain = await restoreDomain(within(backend, mostMemory), channel.chunks());
    try {
      await say(channel, WORD.READY);
      await hear(channel, WORD.NEW);
      await domain.resume();
    } catch (error) {
      await domain.destroy();
      throw error;
    }
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
