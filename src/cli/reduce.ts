import { readFileSync } from "node:fs";
import type { Adapter } from "../harness/adapter.ts";
import type { Context, Edition, Role } from "../harness/model.ts";
import { openAdapter } from "../harness/open-adapter.ts";
import { CommandError, NO, YES } from "./ending.ts";
import { writeOutput } from "./output.ts";
import { progressOf } from "./progress.ts";
import { cut } from "./reducing/pieces.ts";
import { type Difference, type Quarrel, quarrel, type Stance, sameDifference } from "./reducing/quarrel.ts";
import { reduceImage } from "./reducing/reduce-image.ts";
import { onInterrupt } from "./signals.ts";
import { print } from "./terminal.ts";

/** The options of `dsi reduce` as the command line gives them. */
export interface ReduceOptions {
  readonly adapter: readonly string[];
  readonly out: string;
  readonly role?: string;
  readonly edition?: string;
  readonly streamKind: Context["stream"];
  readonly channel: Context["channel"];
  readonly timeout?: number;
}

/**
 * `dsi reduce`: the smallest image on which two adapters still differ as they do on the given one. The status is 0, or 1
 * where they agree and there is nothing to reduce.
 */
export async function reduce(path: string, options: ReduceOptions): Promise<number> {
  const { adapter: commands, timeout = 10 } = options;
  if (commands.length !== 2) throw new CommandError("reduce takes two implementations: --adapter twice");
  const image = new Uint8Array(readFileSync(path));
  const abort = new AbortController();
  const open = (command: string) => openAdapter(command, 4000 * timeout, abort.signal);
  const adapters: readonly [Adapter, Adapter] = [await open(commands[0]!), await open(commands[1]!)];
  const role = roleOf(adapters, options.role);
  const edition = editionOf(adapters, options.edition, image);
  const context: Context = { stream: options.streamKind, channel: options.channel };
  const both = quarrel(adapters, { edition, role, context }, timeout);
  const settled = onInterrupt(async () => {
    abort.abort();
    await both.close();
  });
  try {
    return await reduceWith(both, image, { adapters, role, edition, out: options.out });
  } finally {
    settled();
    await both.close();
  }
}

interface Run {
  readonly adapters: readonly [Adapter, Adapter];
  readonly role: Role;
  readonly edition: Edition;
  readonly out: string;
}

async function reduceWith(both: Quarrel, image: Uint8Array, { adapters, role, edition, out }: Run): Promise<number> {
  const names = adapters.map(({ about }) => about.name);
  const difference = await both.differenceOn(image);
  if (!difference) {
    await print(`${names.join(" and ")} agree on this image (${edition} ${role})\n`);
    return NO;
  }
  const progress = progressOf("dropped", "octets");
  const small = await reduceImage(image, async (candidate) => {
    const keeps = sameDifference(difference, await both.differenceOn(candidate));
    if (keeps) progress.at(image.length - candidate.length, image.length);
    return keeps;
  }).finally(() => progress.stop());
  await writeOutput(out, (write) => write(small));
  const lines = [
    `${differenceText(difference, names)} (${edition} ${role})`,
    `${image.length} octets before, ${small.length} left, ${both.asked} questions`,
    ...leftText(small),
  ];
  await print(`${lines.join("\n")}\n`);
  return YES;
}

/** The records that are left, with how many octets of each had to stay as they were. */
function leftText(image: Uint8Array): string[] {
  const pieces = cut(image);
  const notZero = (octets: Uint8Array) => octets.filter((octet) => octet !== 0).length;
  if (!pieces) return [`no image header is left; ${notZero(image)} octets are not 0`];
  const { head, records, rest } = pieces;
  let at = head.length;
  const lines = records.map(({ type, octets }) => {
    const line = `0x${at.toString(16)}: record 0x${type.toString(16).padStart(8, "0")}, ${octets.length} octets, ${notZero(octets)} not 0`;
    at += octets.length;
    return line;
  });
  return [
    `0x0: headers, ${head.length} octets, ${notZero(head)} not 0`,
    ...lines,
    ...(rest.length > 0 ? [`0x${at.toString(16)}: ${rest.length} octets that are no whole record`] : []),
  ];
}

function differenceText(difference: Difference, [first, second]: readonly string[]): string {
  const stance = ({ outcome, code }: Stance) => (code === undefined ? outcome : `${outcome} (${code})`);
  return difference.kind === "outcome"
    ? `${first}: ${stance(difference.first)}, ${second}: ${stance(difference.second)}`
    : `${first} and ${second} restore another ${difference.key}`;
}

function roleOf(adapters: readonly Adapter[], asked: string | undefined): Role {
  const common = (["reader", "verifier"] as const).filter((role) =>
    adapters.every(({ about }) => about.roles.includes(role)),
  );
  const role = asked === undefined ? common[0] : common.find((one) => one === asked);
  if (!role) throw new CommandError(`the adapters are not both ${asked ?? "readers, nor both verifiers"}`);
  return role;
}

/** The edition that was asked for, else that of the image's version, for adapters that declare it. */
function editionOf(adapters: readonly Adapter[], asked: string | undefined, image: Uint8Array): Edition {
  const wanted = asked ?? (cut(image)?.version === 2 ? "v2" : "v3");
  const edition = adapters[0]!.about.editions.find((one) => one === wanted);
  if (!edition || !adapters[1]!.about.editions.includes(edition)) {
    throw new CommandError(`the adapters do not both know edition ${wanted}`);
  }
  return edition;
}
