#!/usr/bin/env node
/** `npm run fuzz -- [TARGET...]`: lets AFL++ look for inputs that break a promise, and tells how many it tried. */

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { headCommit } from "../bench/root.ts";
import { packageRoot } from "../harness/package-root.ts";
import { corpusFolder, dictionary } from "./corpus.ts";
import { neighbours, neighboursOf } from "./neighbours.ts";
import { page } from "./page.ts";
import { type Entry, HEADING, line, type Result } from "./results.ts";
import { aboutTargets, nearName, targetOf, targets } from "./targets.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Instead of fuzzing, tries every cut and every flipped bit of the seeds up to so many octets. */
    neighbours: { type: "string" },
    /** For each target. */
    seconds: { type: "string", default: "60" },
    /** Adds what was found worth keeping to the corpus that is committed. */
    keep: { type: "boolean", default: false },
    /** Appends what came of it to a file, a line of JSON for each target. */
    history: { type: "string" },
    /** The same to the history of the specification's page on fuzzing, and writes the page. */
    page: { type: "boolean", default: false },
  },
});

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

/** Octets of the largest input that is kept: the corpus is committed. */
const LARGEST_KEPT = 16_384;

/** Takes each input that reached what none before it had reached into the corpus, by the digest of its octets. */
function keep(name: string, place: string): void {
  const queue = join(place, "found/default/queue");
  for (const file of readdirSync(queue).filter((one) => one.endsWith("+cov"))) {
    const octets = readFileSync(join(queue, file));
    if (octets.length > LARGEST_KEPT) continue;
    writeFileSync(join(corpusFolder(name), createHash("sha256").update(octets).digest("hex").slice(0, 16)), octets);
  }
}

/** Tries all neighbours of the seeds of a target that have up to `limit` octets. */
function tryNeighbours(name: string, limit: number): Result {
  const { run, seeds } = targetOf(name);
  const tried = [...seeds()].filter(([, octets]) => octets.length <= limit);
  const start = performance.now();
  const findings = tried.flatMap(([seed, octets]) => {
    const broken: string[] = [];
    let place = 0;
    for (const changed of neighbours(octets)) {
      try {
        run(changed);
      } catch {
        broken.push(`${seed}-${place}`);
      }
      place++;
    }
    return broken;
  });
  const inputs = tried.reduce((sum, [, octets]) => sum + neighboursOf(octets), 0);
  const seconds = Math.round((performance.now() - start) / 1000);
  return { target: nearName(name), seconds, inputs, corpus: 0, reached: 0, stability: "100.00%", findings };
}

const names = positionals.length > 0 ? positionals : [...targets.keys()];
for (const name of names) targetOf(name);
process.stdout.write(HEADING);
const commit = headCommit();
const kept = join(root, "spec/measurements/fuzzing");
for (const name of names) {
  const result =
    options.neighbours === undefined
      ? await fuzz(name, Number(options.seconds))
      : tryNeighbours(name, Number(options.neighbours));
  process.stdout.write(line(result));
  for (const finding of result.findings) process.stdout.write(`  ${finding}\n`);
  // Files of this machine are nobody else's.
  const findings = result.findings.map((finding) => basename(finding));
  const entry: Entry = { at: new Date().toISOString(), commit, ...result, findings };
  for (const history of [options.history, options.page ? `${kept}.jsonl` : undefined])
    if (history !== undefined) appendFileSync(history, `${JSON.stringify(entry)}\n`);
  if (result.findings.length > 0) process.exitCode = 1;
}
if (options.page) {
  const history = readFileSync(`${kept}.jsonl`, "utf8").trim().split("\n");
  const about = aboutTargets();
  writeFileSync(
    `${kept}.md`,
    page(
      history.map((text) => JSON.parse(text) as Entry),
      about,
    ),
  );
}
