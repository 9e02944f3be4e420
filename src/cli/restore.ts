import { createReadStream } from "node:fs";
import type { Domain } from "../hypervisor/index.ts";
import { CommandError, NO, YES } from "./ending.ts";
import { withBackend } from "./place.ts";
import { print } from "./terminal.ts";

/** The options of `dsi restore`. */
export interface RestoreOptions {
  readonly for: number;
  readonly wait?: boolean;
}

const CHUNK = 2 ** 20;
/** Milliseconds in a tick. */
const TICK = 10;

/** `dsi restore IMAGE URI`: restores a guest, lets it run on, and says whether it carried on with all its memory right. */
export function restore(image: string, uri: string, options: RestoreOptions): Promise<number> {
  return withBackend(uri, async (backend, { guest }) => {
    const { checkCounter, counterStatus, restoreDomain, runUntil } = await import("../hypervisor/index.ts");
    if (guest !== undefined) throw new CommandError(`${uri} names a guest; what to restore is in the image`);
    const chunks = image === "-" ? process.stdin : createReadStream(image, { highWaterMark: CHUNK });
    const domain = await restoreDomain(backend, chunks);
    const before = await counterStatus(domain).catch(() => undefined);
    if (before === undefined) return await letRun(domain, options);
    await print(`restored at count ${before.count}, tick ${before.ticks}\n`);
    const until = before.ticks + BigInt(options.for);
    const after = await runUntil(domain, ({ ticks }) => ticks >= until);
    await print(`carried on to count ${after.count}, tick ${after.ticks}\n`);
    const wrong = await checkCounter(domain);
    for (const what of wrong) await print(`${what}\n`);
    if (wrong.length > 0) return NO;
    await print("every page of its pattern is right\n");
    return YES;
  });
}

/** A guest that does not say how it fares: it runs for as long as was asked, or until it ends. */
async function letRun(domain: Domain, { for: ticks, wait = false }: RestoreOptions): Promise<number> {
  await print(`restored ${domain.id}\n`);
  await domain.resume();
  const deadline = performance.now() + ticks * TICK;
  while (domain.status === "running" && (wait || performance.now() < deadline)) await domain.moment();
  await print(domain.status === "gone" ? "it has ended\n" : "it runs\n");
  return YES;
}
