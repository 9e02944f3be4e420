/** Runs the measurements: one process for each, methods in turn, round after round; the median of the rounds counts. */

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { headCommit } from "../root.ts";
import { quartiles } from "../statistics.ts";
import { checkpointMethods } from "./checkpoints.ts";
import type { Timed } from "./child.ts";
import { GOLDEN, goldenCheckpoints, goldenMemory } from "./golden.ts";
import { GUEST, recordGuest } from "./guest.ts";
import { checkMethods, compressionMethods, type Method, orderMethods } from "./methods.ts";
import type { CheckpointMeasured, Measured, Results } from "./results.ts";
import { PAGE } from "./save.ts";

const child = fileURLToPath(new URL("child.js", import.meta.url));

let mostLoad = 0;

function ask<T>(args: readonly string[], octets: number): T {
  mostLoad = Math.max(mostLoad, loadavg()[0] ?? 0);
  const env = { ...process.env, BENCH_MEMORY: String(octets) };
  const ended = spawnSync(process.execPath, [child, ...args], { encoding: "utf8", env });
  if (ended.status !== 0) throw new Error(`${args.join(" ")} ended with ${ended.status}: ${ended.stderr}`);
  return JSON.parse(ended.stdout) as T;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** All methods on one memory. What is restored is compared with what was saved, once for each method. */
function measure(methods: readonly Method[], memory: string, folder: string, rounds: number): Measured[] {
  const [image, target] = [join(folder, "image"), join(folder, "target")];
  const size = statSync(memory).size;
  const saves = methods.map((): (Timed & { octets: number })[] => []);
  const restores = methods.map((): Timed[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { id }] of methods.entries()) {
      say(`round ${round + 1}: ${id}`);
      saves[index]?.push(ask(["save", id, memory, image], size));
      restores[index]?.push(ask(["restore", id, image, target], size));
      if (round === 0 && !readFileSync(target).equals(readFileSync(memory)))
        throw new Error(`${id}: what was restored is not what was saved`);
    }
  }
  const median = (list: readonly Timed[] = [], key: keyof Timed) => quartiles(list.map((one) => one[key])).median;
  return methods.map(({ id, label }, index) => ({
    id,
    label,
    octets: saves[index]?.[0]?.octets ?? 0,
    save: median(saves[index], "seconds"),
    restore: median(restores[index], "seconds"),
    savePeak: median(saves[index], "peak"),
    restorePeak: median(restores[index], "peak"),
  }));
}

function measureCheckpoints(memory: string, files: readonly string[], rounds: number): CheckpointMeasured[] {
  return checkpointMethods.map(({ id, label }) => {
    say(`checkpoints: ${id}`);
    const runs = Array.from({ length: rounds }, () =>
      ask<CheckpointMeasured>(["remus", id, memory, files.join(",")], statSync(memory).size),
    );
    const [first] = runs as [CheckpointMeasured];
    const median = (key: "encode" | "decode") => quartiles(runs.map((run) => run[key])).median;
    return { ...first, id, label, encode: median("encode"), decode: median("decode") };
  });
}

/** Sizes alone: these guests are so small that times say nothing. */
function goldenSizes(folder: string): Results["golden"] {
  return GOLDEN.whole.map((name) => {
    const memory = goldenMemory(name, folder);
    const image = join(folder, "image");
    const size = statSync(memory).size;
    const octets = compressionMethods.map(({ id }) => [
      id,
      ask<{ octets: number }>(["save", id, memory, image], size).octets,
    ]);
    return { name, octets: Object.fromEntries(octets) };
  });
}

function zeroPages(memory: string): number {
  const octets = readFileSync(memory);
  const zeros = Buffer.alloc(PAGE);
  let count = 0;
  for (let at = 0; at < octets.length; at += PAGE) if (zeros.equals(octets.subarray(at, at + PAGE))) count++;
  return count;
}

/** Everything. Files go to `fast`, a folder in memory; `slow` is one on a disk. */
export async function measureAll(fast: string, slow: string, rounds: number): Promise<Results> {
  mkdirSync(fast, { recursive: true });
  try {
    const load = loadavg()[0] ?? 0;
    const guest = await recordGuest();
    const { size } = statSync(guest.memory);
    const onDisk = join(slow, `dsi-bench-${process.pid}`);
    const disk = quartiles(
      Array.from({ length: 3 }, () => size / ask<Timed>(["disk", "", onDisk, guest.memory], size).seconds),
    ).median;
    rmSync(onDisk);
    const golden = goldenCheckpoints(fast);
    const of = (methods: readonly Method[]) => measure(methods, guest.memory, fast, rounds);
    const results = {
      date: new Date().toISOString().slice(0, 10),
      commit: headCommit("--short") ?? "",
      machine: `${cpus().length} × ${cpus()[0]?.model ?? "a processor without a name"}`,
      node: process.version,
      zstd: "zstdCompressSync" in process.getBuiltinModule("node:zlib") ? "node:zlib" : "WebAssembly",
      rounds,
      guest: {
        about: guest.about,
        memory: size,
        zeroPages: zeroPages(guest.memory),
        pages: size / PAGE,
        interval: GUEST.interval,
      },
      disk,
      compression: of(compressionMethods),
      checks: of(checkMethods),
      order: of(orderMethods),
      checkpoints: [
        {
          name: "Linux",
          count: guest.checkpoints.length,
          methods: measureCheckpoints(guest.memory, guest.checkpoints, rounds),
        },
        {
          name: GOLDEN.checkpointed,
          count: golden.files.length,
          methods: measureCheckpoints(golden.memory, golden.files, rounds),
        },
      ],
      golden: goldenSizes(fast),
    };
    return { ...results, load: [load, mostLoad] };
  } finally {
    rmSync(fast, { recursive: true, force: true });
  }
}
