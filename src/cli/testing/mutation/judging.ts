/** Judges the mutants of one module. */

import { Script } from "node:vm";
import { type Codec, codecWith, switches } from "./codec.ts";
import { comparing, differences } from "./comparing.ts";
import type { Instrumented, Mutation } from "./instrument.ts";
import type { Finding, Judge } from "./jury.ts";

/** How a mutant ended: by a judge, by not ending in time, or not at all. `by` is the judge. */
export type End = { readonly how: Finding | "thrown" | "hang" | "survived" | "not reached"; readonly by?: string };

/** What a mutant that loops may take beyond what the codec takes: hits of its place, and milliseconds for a number of judges. */
const HITS = 100_000;
const PATIENCE_MS = 20_000;
const AT_A_TIME = 200;

// A script is what can be given a limit; what it calls is under the limit too.
const call: { go: () => void } = { go: () => {} };
Object.assign(globalThis, { __dsiCall: call });
const limited = new Script("globalThis.__dsiCall.go()");

/** Calls something that may not end. */
function withPatience(work: () => void): void {
  call.go = work;
  limited.runInThisContext({ timeout: PATIENCE_MS });
}

/**
 * Which judges a mutant may make a difference to: those that come by it whenever they are asked, and whether it acts before anybody is, or in what
 * is worked out once.
 */
type Reach = { readonly judges: number[]; once: boolean };

/** Judges every mutant that `left` has. */
export async function judgeModule(
  { file, code }: Instrumented,
  left: readonly Mutation[],
  judges: readonly Judge[],
  { reached, inOrder }: Reached,
  note: (mutation: Mutation, end: End | undefined) => void,
): Promise<void> {
  const make = await codecWith(new Map([[file, code]]));
  const kills = new Map<number, number>();
  const rank = (judge: number) => kills.get(judge) ?? 0;
  for (const mutation of left) {
    note(mutation, undefined);
    const reach = reached.get(mutation.id);
    if (reach === undefined) {
      note(mutation, { how: "not reached" });
      continue;
    }
    const asked = reach.once ? inOrder : reach.judges;
    // Who ended others of this module ends this one likely; then the quickest.
    const order = [...asked].sort((a, b) => rank(b) - rank(a));
    const end = judgeMutation(make, mutation, order, judges);
    note(mutation, end.end);
    if (end.judge !== undefined) kills.set(end.judge, rank(end.judge) + 1);
  }
}

function judgeMutation(
  make: () => Codec,
  { id }: Mutation,
  order: readonly number[],
  judges: readonly Judge[],
): { end: End; judge?: number } {
  Object.assign(switches, { activeMutant: id, hitCount: 0, hitLimit: Number.POSITIVE_INFINITY });
  let judge = -1;
  let weaker: { end: End; judge: number } | undefined;
  try {
    let codec: Codec | undefined;
    withPatience(() => {
      codec = make();
    });
    for (let from = 0; from < order.length; from += AT_A_TIME) {
      let found: Finding | undefined;
      withPatience(() => {
        for (judge of order.slice(from, from + AT_A_TIME)) {
          const { name, ask } = judges[judge] as Judge;
          Object.assign(switches, { hitCount: 0, hitLimit: HITS + (limits.get(judge) ?? 0) });
          found = ask(codec as Codec);
          if (found === "verdict") return;
          if (found !== undefined) weaker ??= { end: { how: found, by: name }, judge };
        }
      });
      if (found === "verdict") return { end: { how: "verdict", by: (judges[judge] as Judge).name }, judge };
    }
  } catch (error) {
    const { code, message = "" } = (error ?? {}) as { code?: string; message?: string };
    const isLoop = code === "ERR_SCRIPT_EXECUTION_TIMEOUT" || message.startsWith("Stryker: Hit count limit");
    const by = judges[judge]?.name;
    return { end: { how: isLoop ? "hang" : "thrown", ...(by === undefined ? {} : { by }) }, judge };
  } finally {
    Object.assign(switches, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
  }
  return weaker ?? { end: { how: "survived" } };
}

/** How often each judge comes by the place that it comes by most. */
const limits = new Map<number, number>();

/** Who reaches what, and everybody, the quickest first. */
export type Reached = { readonly reached: ReadonlyMap<string, Reach>; readonly inOrder: readonly number[] };

/** Has every judge ask the codec as it is, twice: that tells to which judges which mutants may make a difference. */
export async function dryRun(modules: readonly Instrumented[], judges: readonly Judge[]): Promise<Reached> {
  let compared: ReadonlySet<number> = new Set();
  const make = await codecWith(new Map(modules.map(({ file, code }) => [file, code])), (bundle) => {
    const made = comparing(bundle);
    ({ compared } = made);
    return made.script;
  });
  const reached = new Map<string, Reach>();
  const times: number[] = [];
  const reachOf = (id: number): Reach => {
    const known = reached.get(String(id)) ?? { judges: [], once: false };
    reached.set(String(id), known);
    return known;
  };
  const highest = Math.max(...modules.flatMap(({ mutations }) => mutations.map(({ id }) => Number(id))));
  const counts = new Uint32Array(highest + 1);
  const found = new Uint8Array(highest + 1);
  const matters = (id: number) => (compared.has(id) ? found[id] : counts[id]) !== 0;
  const ids = [...counts.keys()];
  switches.counts = counts;
  differences.found = found;
  const codec = make();
  for (const id of ids.filter(matters)) reachOf(id).once = true;
  for (const [judge, { name, ask }] of judges.entries()) {
    const pass = () => {
      counts.fill(0);
      found.fill(0);
      const started = process.cpuUsage().user;
      if (ask(codec) !== undefined) throw new Error(`the codec as it is fails ${name}`);
      times[judge] = process.cpuUsage().user - started;
      return ids.filter(matters);
    };
    const first = pass();
    const second = new Set(pass());
    for (const id of first) {
      if (second.has(id)) reachOf(id).judges.push(judge);
      // Reached when it is asked first only: the codec remembers.
      else reachOf(id).once = true;
    }
    limits.set(judge, 100 * counts.reduce((most, count) => Math.max(most, count), 0));
  }
  switches.counts = undefined;
  const inOrder = [...judges.keys()].sort((a, b) => (times[a] as number) - (times[b] as number));
  const place = new Map(inOrder.map((judge, at) => [judge, at]));
  for (const { judges: own } of reached.values())
    own.sort((a, b) => (place.get(a) as number) - (place.get(b) as number));
  return { reached, inOrder };
}
