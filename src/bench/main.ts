#!/usr/bin/env node
/** `npm run bench`: measures every row by pairs, prints a table, and adds one line of JSON to the file that --history names. */

import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync } from "node:fs";
import { cpus } from "node:os";
import { delimiter, join } from "node:path";
import { parseArgs } from "node:util";
import { makePlace } from "./place.ts";
import { root } from "./root.ts";
import { type Asked, type Row, rowsFor } from "./rows.ts";
import { type Decision, decide, type Quartiles, quartiles } from "./statistics.ts";

const { values: options } = parseArgs({
  options: {
    /** Octets of each stream, with K, M or G. */
    size: { type: "string", default: "1G" },
    pairs: { type: "string", default: "7" },
    history: { type: "string" },
    only: { type: "string", multiple: true },
    /** Memory at 64 GiB as well. */
    full: { type: "boolean", default: false },
    /** The program verify-stream-v2 (conformance/adapters/get-xen-tools.sh). */
    verifier: { type: "string" },
  },
});

/** What a row came to. Times are medians, in seconds. */
type Result = Omit<Row, "pair" | "once"> &
  Quartiles & { readonly ours: number; readonly theirs?: number; readonly decision?: Decision };

function octetsOf(text: string): number {
  const [, digits, unit = ""] = /^(\d+)([KMG]?)$/i.exec(text) ?? [];
  if (digits === undefined) throw new Error(`--size ${text}: a number, and K, M or G`);
  return Number(digits) * 1024 ** " KMG".indexOf(unit.toUpperCase() || " ");
}

/** The program named, or the one that is installed, or the one that CI installs. */
function findVerifier(): string | undefined {
  if (options.verifier !== undefined) return options.verifier;
  const folders = [join(root, "out/xen-utils/bin"), ...(process.env.PATH ?? "").split(delimiter)];
  return folders.map((folder) => join(folder, "verify-stream-v2")).find((path) => existsSync(path));
}

async function measure(row: Row, pairs: number): Promise<Result> {
  const { pair, once, ...said } = row;
  const measured = [];
  // The first pair warms what is read, and does not count.
  if (once !== true) await pair();
  for (let left = once === true ? 1 : pairs; left > 0; left--) measured.push(await pair());
  const all = quartiles(measured.map(({ value }) => value));
  const theirs = measured.flatMap((one) => (one.theirs === undefined ? [] : [one.theirs]));
  return {
    ...said,
    ...all,
    ours: quartiles(measured.map(({ ours }) => ours)).median,
    ...(theirs.length === 0 ? {} : { theirs: quartiles(theirs).median }),
    ...(row.target === undefined ? {} : { decision: decide(all, row.target) }),
  };
}

function line({ measure, peer, low, median, high, unit, target, decision }: Result): string {
  const number = (value: number) => value.toPrecision(3);
  const wanted = target === undefined ? "" : "atLeast" in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`;
  const spread = low === high ? "" : ` (${number(low)} to ${number(high)})`;
  return `| ${measure} | ${peer} | ${number(median)}${spread} ${unit} | ${wanted} | ${decision ?? ""} |\n`;
}

const asked: Asked = { size: octetsOf(options.size), full: options.full, verifier: findVerifier() };
const place = makePlace(asked.size);
process.once("SIGINT", () => {
  place.drop();
  process.exit(130);
});
try {
  const rows = rowsFor(place, asked).filter(({ id }) => options.only?.includes(id) ?? true);
  if (asked.verifier === undefined) process.stderr.write("verify-stream-v2 is not installed: its rows are left out\n");
  process.stdout.write("| measure | against | came to | wanted | |\n|---|---|---|---|---|\n");
  const results: Result[] = [];
  for (const row of rows) {
    const result = await measure(row, Number(options.pairs));
    process.stdout.write(line(result));
    results.push(result);
  }
  if (options.history !== undefined) {
    const commit = spawnSync("git", ["-C", root, "rev-parse", "HEAD"], { encoding: "utf8" }).stdout?.trim();
    const machine = { cpu: cpus()[0]?.model, cpus: cpus().length, node: process.version };
    const entry = { at: new Date().toISOString(), commit, machine, ...options, size: asked.size, results };
    appendFileSync(options.history, `${JSON.stringify(entry)}\n`);
  }
  process.exitCode = results.some(({ decision }) => decision === "not met") ? 1 : 0;
} finally {
  place.drop();
}
