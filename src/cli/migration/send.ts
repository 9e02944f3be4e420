import { setTimeout as sleep } from "node:timers/promises";
import type { Channel, CheckpointReport, Domain, Place, Sent } from "../../hypervisor/index.ts";
import { carryOn, warmUp } from "../carry-on.ts";
import { checksOf } from "../checksum-option.ts";
import { endingOf, FAULT, NO, YES } from "../ending.ts";
import type { MigrateOptions } from "../migrate.ts";
import { domainOf, withBackend } from "../place.ts";
import { groups, octetsText } from "../reading.ts";
import { dirtyRate, hurryText, roundTeller } from "../round-text.ts";
import { complain, print } from "../terminal.ts";
import type { Link } from "./links.ts";

/** What is little enough to be sent with the guest paused: 1 MiB. */
const LITTLE = 256;
/** Milliseconds in a tick, and between two checkpoints that are spoken of. */
const TICK = 10;
const BETWEEN_CHECKPOINTS = 1000;

/** Sends the guest of a place over a link. Where it stays, it goes on here. */
export function send(uri: string, dial: () => Promise<Link>, options: MigrateOptions): Promise<number> {
  return withBackend(uri, async (backend, place) => {
    const { channel, ended } = await dial();
    const domain = await domainOf(place, backend);
    await warmUp(uri, place, backend, domain, options.after);
    await domain.resume();
    const sent = await sentBy(uri, domain, channel, options);
    if (options.json) await print(`${JSON.stringify(summary(sent))}\n`);
    if (sent.kind === "moved") {
      complain(movedText(sent.report));
      return await ended;
    }
    if (sent.kind === "kept") {
      const { line, status } = endingOf(sent.why);
      complain(`${line || "dsi: the link is broken"}; not moved: the guest goes on here`);
      await carryOn(domain, "goes on", options, complain);
      return status;
    }
    complain(doubtText(sent.why));
    return await decided(domain, place, options);
  });
}

async function sentBy(uri: string, domain: Domain, channel: Channel, options: MigrateOptions): Promise<Sent> {
  const { protectDomain, ramPages, sendDomain } = await import("../../hypervisor/index.ts");
  const { checkpoint: interval, rounds, for: ticks, wait, codec, checksum } = options;
  const how = {
    ...(codec === undefined ? {} : { codec }),
    ...(checksum === undefined ? {} : { checks: checksOf(checksum, "v4-draft") }),
  };
  if (interval === undefined) {
    const teller = roundTeller(uri, ramPages(domain.machine));
    const live = { maxRounds: rounds, maxDirty: LITTLE };
    return await sendDomain(domain, channel, { ...how, ...teller, live }).finally(teller.stop);
  }
  const until = wait ? new Promise<void>(() => {}) : sleep(TICK * ticks);
  return await protectDomain(domain, channel, { ...how, interval, until, onCheckpoint: checkpointTeller() });
}

/** Says the first checkpoint, and then one in a second. */
function checkpointTeller(): (report: CheckpointReport) => void {
  let last = Number.NEGATIVE_INFINITY;
  return ({ number, pages, octets, paused, ms }) => {
    const now = performance.now();
    if (now - last < BETWEEN_CHECKPOINTS) return;
    last = now;
    complain(
      `checkpoint ${number}: ${groups(pages)} pages, ${octetsText(octets)}, ` +
        `paused for ${paused.toFixed(1)} ms, acknowledged after ${ms.toFixed(1)} ms`,
    );
  };
}

type Moved = Extract<Sent, { kind: "moved" }>["report"];

function movedText({ rounds, octets, downtime, total }: Moved): string {
  if (rounds.length === 0)
    return `handed over: ${octetsText(octets)} in ${(total / 1000).toFixed(2)} s, paused for ${downtime.toFixed(1)} ms`;
  return (
    `moved: ${octetsText(octets)} in ${rounds.length} rounds and ${(total / 1000).toFixed(2)} s, ` +
    `paused for ${downtime.toFixed(1)} ms${hurryText(rounds, LITTLE)}`
  );
}

/** What became of it, for programs. Times in milliseconds, rates in pages a second. */
function summary(sent: Sent): object {
  if (sent.kind !== "moved") return { outcome: sent.kind, why: endingOf(sent.why).line };
  const { rounds, octets, downtime, total } = sent.report;
  const told = rounds.map((round, index) => {
    const before = rounds[index - 1];
    const rate = before === undefined ? {} : { dirtyRate: dirtyRate(round, before) };
    return { ...round, ms: tidy(round.ms), ...rate };
  });
  return { outcome: sent.kind, octets, downtime: tidy(downtime), total: tidy(total), rounds: told };
}

function tidy(ms: number): number {
  return Math.round(1000 * ms) / 1000;
}

function doubtText(why: Error): string {
  return (
    `${endingOf(why).line}\nin doubt: the receiver has what it takes to run the guest and does not answer. ` +
    "It may run there: here it stays paused, and is not let run by itself."
  );
}

/** Leaves to people what a program cannot know. A QEMU that is not ours keeps its guest paused without us; of another one it ends with us. */
async function decided(domain: Domain, { scheme }: Place, options: MigrateOptions): Promise<number> {
  if (scheme === "qemu+unix") {
    complain("If it does not run there, let it run here with the command cont of QEMU.");
    return FAULT;
  }
  const told = new Promise<void>((resolve) => {
    const alive = setInterval(() => {}, 60_000);
    process.once("SIGUSR2", () => {
      clearInterval(alive);
      resolve();
    });
  });
  const { pid } = process;
  complain(`If it runs there, end this process (kill ${pid}); if it does not, let it run here: kill -USR2 ${pid}`);
  await told;
  return (await carryOn(domain, "goes on", options, complain)) === YES ? NO : FAULT;
}
