/** Lets the counting guest run for as long as wanted. */

import { BackendError, type Domain } from "../backend.ts";
import { type CounterStatus, counterStatus } from "./counter.ts";

/**
 * Runs a paused guest until `done` says so of what it says of itself, and pauses it. BackendError once it has stopped itself or has run for
 * `seconds` without getting there.
 */
export async function runUntil(
  domain: Domain,
  done: (status: CounterStatus) => boolean,
  seconds = 60,
): Promise<CounterStatus> {
  const deadline = performance.now() + 1000 * seconds;
  for (;;) {
    const status = await counterStatus(domain).catch(() => undefined);
    if (status?.counting && done(status)) return status;
    if (status !== undefined && status.faults > 0)
      throw new BackendError(`${domain.id} met an exception and has stopped`);
    if (performance.now() > deadline) throw new BackendError(`${domain.id} does not get there within ${seconds} s`);
    await domain.resume();
    await domain.moment();
    await domain.pause();
  }
}
