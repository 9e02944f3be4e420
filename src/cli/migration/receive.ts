import { totalmem } from "node:os";
import { carryOn } from "../carry-on.ts";
import { CommandError, endingOf } from "../ending.ts";
import type { MigrateOptions } from "../migrate.ts";
import { withBackend } from "../place.ts";
import { complain, print } from "../terminal.ts";
import { answer } from "./links.ts";

const MIB = 2 ** 20;

/** Takes a guest from a link and lets it run on here. Where standard output is the link, what there is to say goes to standard error. */
export function receive(from: string, uri: string, options: MigrateOptions): Promise<number> {
  return withBackend(uri, async (backend, { guest }) => {
    const { receiveDomain } = await import("../../hypervisor/index.ts");
    if (guest !== undefined) throw new CommandError(`${uri} names a guest; which one to take the sender says`);
    const { channel } = await answer(from, options);
    const mostMemory = options.maxMemory === undefined ? totalmem() : options.maxMemory * MIB;
    const { domain, isHeard, failover } = await receiveDomain(backend, channel, { mostMemory });
    if (failover !== undefined) {
      const { line } = endingOf(failover.why);
      complain(`${line}; the sender is gone: the guest goes on here from checkpoint ${failover.checkpoint}`);
    } else if (!isHeard) complain("the sender could not be told that the guest runs here; it keeps its own paused");
    const say = from === "-" ? complain : (line: string) => print(`${line}\n`);
    return await carryOn(domain, "received", options, say);
  });
}
