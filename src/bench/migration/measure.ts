/** Runs the measurements: a guest goes to and fro between two processes with a hypervisor each, over a shaped link. */

import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import type { CodecName } from "../../codecs/page-codecs.ts";
import type { CheckpointReport, Sent } from "../../hypervisor/index.ts";
import { buildLab } from "../../hypervisor/xen/lab/build.ts";
import { makeInitramfs } from "../compression/guest.ts";
import { headCommit, root } from "../root.ts";
import { quartiles } from "../statistics.ts";
import type { Order } from "./host.ts";
import { shapedLink } from "./link.ts";
import type { Moved, Protected, Results, Shape } from "./results.ts";

/** KiB; two pages more than 256 MiB, so that QEMU's emulator can be asked what the guest has written (qemu/machine.ts). */
const MEMORY = 256 * 1024 + 8;
const SHAPES: readonly Shape[] = [100, 1000].flatMap((megabits) => [0, 50].map((delay) => ({ megabits, delay })));
/** What is compared: codecs of migrations, and of checkpoints. */
export const CODECS = { migrations: ["none", "zstd", "lz4", "gzip"], checkpoints: ["none", "word-delta"] } as const;
const INTERVAL = 200;
const CHECKPOINTS = 12;

let mostLoad = 0;

/** A process that obeys orders one after the other. */
type Host = { readonly ask: <T>(order: Order) => Promise<T>; readonly child: ChildProcess };

function host(): Host {
  const child = fork(join(root, "dist/src/bench/migration/host.js"));
  return {
    child,
    ask: (order) =>
      new Promise((resolve, reject) => {
        const heard = ({ answer, error }: { answer?: unknown; error?: string }) => {
          child.off("exit", died);
          if (error === undefined) resolve(answer as never);
          else reject(new Error(error));
        };
        const died = () => {
          child.off("message", heard);
          reject(new Error(`the host of a guest has ended at ${order.do}`));
        };
        child.once("message", heard);
        child.once("exit", died);
        child.send(order);
      }),
  };
}

/** Sends the guest of one host to the other over a link; what the sender answers, and what the link has carried. */
async function over<T>(
  shape: Shape,
  [from, to]: readonly [Host, Host],
  order: (port: number) => Order,
): Promise<{ answer: T; carried: number }> {
  mostLoad = Math.max(mostLoad, loadavg()[0] ?? 0);
  const port = await to.ask<number>({ do: "listen" });
  const link = await shapedLink({ port, rate: (shape.megabits * 1e6) / 8, delay: shape.delay });
  try {
    const [answer] = await Promise.all([from.ask<T>(order(link.port)), to.ask({ do: "receive" })]);
    return { answer, carried: link.carried.there };
  } finally {
    link.close();
  }
}

type Report = Extract<Sent, { kind: "moved" }>["report"];

async function move(shape: Shape, codec: CodecName, hosts: readonly [Host, Host]): Promise<Moved> {
  const { answer, carried } = await over<Report>(shape, hosts, (port) => ({ do: "send", port, codec }));
  const { rounds, total, downtime } = answer;
  const again = rounds.slice(1);
  const written = again.reduce((sum, { pages }) => sum + pages, 0);
  const meanwhile = rounds.slice(0, -1).reduce((sum, { ms }) => sum + ms, 0);
  return {
    ...{ shape, codec, total, downtime, octets: carried },
    rounds: rounds.length,
    pages: rounds.reduce((sum, { pages }) => sum + pages, 0),
    dirtyRate: (1000 * written) / meanwhile,
  };
}

async function protect(shape: Shape, codec: CodecName, hosts: readonly [Host, Host]): Promise<Protected> {
  const more = { interval: INTERVAL, checkpoints: CHECKPOINTS };
  const { answer, carried } = await over<CheckpointReport[]>(shape, hosts, (port) => ({
    ...{ do: "protect", port, codec },
    ...more,
  }));
  const [first, ...others] = answer;
  if (first === undefined) throw new Error("there was no checkpoint");
  const between = others.slice(0, -1);
  const median = (key: "pages" | "octets" | "paused" | "ms") => quartiles(between.map((one) => one[key])).median;
  return {
    ...{ shape, codec, carried },
    checkpoints: between.length,
    first: { octets: first.octets, ms: first.ms },
    ...{ pages: median("pages"), octets: median("octets"), paused: median("paused"), ms: median("ms") },
  };
}

function nameOf({ megabits, delay }: Shape, codec: CodecName): string {
  return `${megabits} Mbit/s, ${delay} ms, ${codec}`;
}

/** The run of median total time, of at least one. */
function median(runs: readonly Moved[]): Moved {
  const sorted = [...runs].sort((a, b) => a.total - b.total);
  return sorted[Math.floor((sorted.length - 1) / 2)] as Moved;
}

/** When, of what and on what it was measured. */
function about(packages: string): Pick<Results, "date" | "commit" | "machine" | "node" | "guest"> {
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: headCommit("--short") ?? "",
    machine: `${cpus().length} × ${cpus()[0]?.model ?? "a processor without a name"}`,
    node: process.version,
    guest: {
      about: /^linux-image-\S+ \S+/m.exec(packages)?.[0] ?? "a kernel of Debian",
      memory: MEMORY * 1024,
    },
  };
}

/** What is measured, how often, and who hears of it. */
export type Plan = {
  readonly rounds: number;
  readonly codecs: { readonly migrations: readonly CodecName[]; readonly checkpoints: readonly CodecName[] };
  /** What was measured before, and is not again. */
  readonly before?: Results | undefined;
  readonly say: (text: string) => void;
  /** Is given what there is whenever there is more: a run that breaks off has not been in vain. */
  readonly keep: (results: Results) => void;
};

const isOf = (shape: Shape, codec: CodecName) => (one: Moved | Protected) =>
  one.codec === codec && one.shape.megabits === shape.megabits && one.shape.delay === shape.delay;

/** Everything. Throws LabUnavailable without QEMU or Debian's packages, and where a guest does not come through, after which there is none to go on with. */
export async function measureAll({ rounds, codecs, before, say, keep }: Plan): Promise<void> {
  const load = before?.load[0] ?? loadavg()[0] ?? 0;
  mostLoad = before?.load[1] ?? 0;
  const folder = mkdtempSync("/dev/shm/dsi-bench-");
  const hosts: readonly [Host, Host] = [host(), host()];
  const [one, other] = hosts;
  try {
    const lab = await buildLab();
    const runs = new Map<string, Moved[]>();
    const kept = [...(before?.protected ?? [])];
    const keepAll = () => {
      const moved = [...(before?.moved ?? []), ...[...runs.values()].map(median)];
      keep({ ...about(lab.packages), load: [load, mostLoad], interval: INTERVAL, rounds, moved, protected: kept });
    };
    const serial = join(folder, "serial");
    const machine = ["-m", `${MEMORY}K`, "-cpu", "max"];
    const kernel = ["-kernel", lab.kernel, "-initrd", makeInitramfs(folder, lab.root)];
    const append = ["-append", "console=ttyS0 quiet panic=-1 rdinit=/init"];
    await one.ask({ do: "open", words: [...machine, ...kernel, ...append, "-serial", `file:${serial}`] });
    say("the guest starts");
    await one.ask({ do: "start", serial });
    // From here on only what a machine is made of counts: what it was started with is in its memory.
    const words = ["-cpu", "max", "-serial", "null"];
    await other.ask({ do: "open", words });
    let turn: readonly [Host, Host] = [one, other];
    const next = async <T>(what: string, work: (hosts: readonly [Host, Host]) => Promise<T>): Promise<T> => {
      say(what);
      const result = await work(turn);
      const [from, to] = turn;
      await from.ask({ do: "open", words });
      turn = [to, from];
      return result;
    };
    for (let round = 1; round <= rounds; round++)
      for (const shape of SHAPES)
        for (const codec of codecs.migrations) {
          if (before?.moved.some(isOf(shape, codec))) continue;
          const name = nameOf(shape, codec);
          const moved = await next(`round ${round}: ${name}`, (hosts) => move(shape, codec, hosts));
          runs.set(name, [...(runs.get(name) ?? []), moved]);
          keepAll();
        }
    for (const shape of SHAPES)
      for (const codec of codecs.checkpoints) {
        if (kept.some(isOf(shape, codec))) continue;
        kept.push(await next(`checkpoints: ${nameOf(shape, codec)}`, (hosts) => protect(shape, codec, hosts)));
        keepAll();
      }
  } finally {
    for (const { ask, child } of hosts) {
      await ask({ do: "close" }).catch(() => {});
      child.kill();
    }
    rmSync(folder, { recursive: true, force: true });
  }
}
