import { setTimeout } from "node:timers/promises";
import type { Backend, Domain, Place } from "../hypervisor/index.ts";
import { NO, YES } from "./ending.ts";
import { isCounting } from "./place.ts";
import { complain } from "./terminal.ts";

/** How long a guest is let run once it is here. Ticks are interrupts of the guest's timer, 100 a second of its time. */
export interface CarryOnOptions {
  readonly for: number;
  readonly wait?: boolean;
}

/** Milliseconds in a tick. */
const TICK = 10;

/** Lets a guest that was just started run for so many ticks; a counting one is paused then. */
export async function warmUp(
  uri: string,
  place: Place,
  backend: Backend,
  domain: Domain,
  ticks: number,
): Promise<void> {
  const { runUntil } = await import("../hypervisor/index.ts");
  if (isCounting(place, backend)) {
    const status = await runUntil(domain, (status) => status.ticks >= ticks);
    complain(`${uri} has counted to ${status.count} in ${status.ticks} ticks`);
  } else if (backend.main !== undefined) {
    await domain.resume();
    await setTimeout(ticks * TICK);
  }
}

/**
 * Lets a guest run on, and says in words that begin with `how` it came whether it carried on with all its memory right. Returns an exit
 * status. One that does not count runs for as long as was asked, or until it ends.
 */
export async function carryOn(
  domain: Domain,
  how: string,
  { for: ticks, wait = false }: CarryOnOptions,
  say: (line: string) => Promise<void> | void,
): Promise<number> {
  const { checkCounter, counterStatus, runUntil } = await import("../hypervisor/index.ts");
  const before = await counterStatus(domain).catch(() => undefined);
  if (before === undefined) {
    await say(`${how} ${domain.id}`);
    await domain.resume();
    const deadline = performance.now() + ticks * TICK;
    while (domain.status === "running" && (wait || performance.now() < deadline)) await domain.moment();
    await say(domain.status === "gone" ? "it has ended" : "it runs");
    return YES;
  }
  await say(`${how} at count ${before.count}, tick ${before.ticks}`);
  const until = before.ticks + BigInt(ticks);
  const after = await runUntil(domain, (status) => status.ticks >= until);
  await say(`carried on to count ${after.count}, tick ${after.ticks}`);
  const wrong = await checkCounter(domain);
  for (const what of wrong) await say(what);
  if (wrong.length > 0) return NO;
  await say("every page of its pattern is right");
  return YES;
}
