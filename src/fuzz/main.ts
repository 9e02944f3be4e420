#!/usr/bin/env node
/** `npm run fuzz -- [TARGET...]`: lets AFL++ look for inputs that break a promise, and tells how many it tried. */

import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { packageRoot } from "../harness/package-root.ts";
import { corpusFolder, dictionary } from "./corpus.ts";
import { targetOf, targets } from "./targets.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** For each target. */
    seconds: { type: "string", default: "60" },
    /** Adds what was found worth keeping to the corpus that is committed. */
    keep: { type: "boolean", default: false },
    /** Appends what came of it to a file, a line of JSON for each target. */
    history: { type: "string" },
  },
});

/** What came of a target: inputs tried, those that reached something new, counters reached, and inputs that broke a promise. */
type Result = {
  readonly target: string;
  readonly seconds: number;
  readonly inputs: number;
  readonly corpus: number;
  readonly reached: number;
  readonly stability: string;
  readonly findings: readonly string[];
};

const root = packageRoot();
/** Milliseconds after which an input counts as one that hangs. */
const HANG = 10_000;
const ENVIRONMENT = {
  AFL_SKIP_BIN_CHECK: "1",
  AFL_NO_UI: "1",
  AFL_NO_AFFINITY: "1",
  AFL_SKIP_CPUFREQ: "1",
  AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES: "1",
  AFL_FORKSRV_INIT_TMOUT: "60000",
};

function prepare(name: string): string {
  const place = join(root, "out/fuzz", name);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(join(place, "in"), { recursive: true });
  for (const [seed, octets] of targetOf(name).seeds()) writeFileSync(join(place, "in", seed), octets);
  cpSync(corpusFolder(name), join(place, "in"), { recursive: true });
  writeFileSync(join(place, "words"), dictionary());
  return place;
}

function command(name: string): string[] {
  return [process.execPath, "--max-old-space-size=512", join(root, "dist/src/fuzz/child.js"), name];
}

async function fuzz(name: string, seconds: number): Promise<Result> {
  const place = prepare(name);
  const args = ["-V", String(seconds), "-i", join(place, "in"), "-o", join(place, "found"), "-x", join(place, "words")];
  const afl = spawn("afl-fuzz", [...args, "-t", String(HANG), "-m", "none", "--", ...command(name)], {
    env: { ...process.env, ...ENVIRONMENT },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [afl.stdout, afl.stderr]) stream.on("data", (text) => (said = `${said}${text}`.slice(-4000)));
  const status = await new Promise<number | null>((resolve, reject) => {
    afl.once("error", reject);
    afl.once("close", resolve);
  });
  if (status !== 0) throw new Error(`afl-fuzz on ${name} ended with ${status}:\n${said}`);
  const result = resultOf(name, join(place, "found/default"));
  if (options.keep) keep(name, place);
  return result;
}

function resultOf(target: string, found: string): Result {
  const text = readFileSync(join(found, "fuzzer_stats"), "utf8");
  const stat = (key: string) => new RegExp(`^${key} *: (.*)$`, "m").exec(text)?.[1] ?? "";
  const findings = ["crashes", "hangs"].flatMap((kind) =>
    readdirSync(join(found, kind))
      .filter((file) => file.startsWith("id:"))
      .map((file) => join(found, kind, file)),
  );
  return {
    target,
    seconds: Number(stat("run_time")),
    inputs: Number(stat("execs_done")),
    corpus: Number(stat("corpus_count")),
    reached: Number(stat("edges_found")),
    stability: stat("stability"),
    findings,
  };
}

/** Takes the fewest inputs that reach all that was reached into the corpus. */
function keep(name: string, place: string): void {
  const least = join(place, "least");
  const args = ["-i", join(place, "found/default/queue"), "-o", least, "-t", String(HANG), "-m", "none", "--"];
  const { status, stdout } = spawnSync("afl-cmin.bash", [...args, ...command(name)], {
    env: { ...process.env, ...ENVIRONMENT },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`afl-cmin on ${name} ended with ${status}:\n${stdout.slice(-2000)}`);
  const folder = corpusFolder(name);
  for (const file of readdirSync(least)) cpSync(join(least, file), join(folder, file.replace(/[^\w-]+/g, "-")));
}

const names = positionals.length > 0 ? positionals : [...targets.keys()];
for (const name of names) targetOf(name);
process.stdout.write(
  "| target | seconds | inputs | that reached something new | counters reached | stability | findings |\n",
);
process.stdout.write("|---|---|---|---|---|---|---|\n");
for (const name of names) {
  const result = await fuzz(name, Number(options.seconds));
  const { target, seconds, inputs, corpus, reached, stability, findings } = result;
  const row = [target, seconds, inputs, corpus, reached, stability, findings.length];
  process.stdout.write(`| ${row.join(" | ")} |\n`);
  for (const finding of findings) process.stdout.write(`  ${finding}\n`);
  if (options.history !== undefined) writeFileSync(options.history, `${JSON.stringify(result)}\n`, { flag: "a" });
  if (findings.length > 0) process.exitCode = 1;
}
