#!/usr/bin/env node
/** `npm run bench`: measures every row by pairs, prints a table, and adds one line of JSON to the file that --history names; --page keeps it with the specification. */

import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { delimiter, join } from "node:path";
import { parseArgs } from "node:util";
import { page } from "./page.ts";
import { makePlace } from "./place.ts";
import { HEADING, line, type Result, type Run } from "./results.ts";
import { headCommit, root } from "./root.ts";
import { type Asked, type Row, rowsFor } from "./rows.ts";
import { decide, quartiles } from "./statistics.ts";

const { values: options } = parseArgs({
  options: {
    /** Octets of each stream, with K, M or G. */
    size: { type: "string", default: "1G" },
    pairs: { type: "string", default: "7" },
    history: { type: "string" },
    /** Adds the run to the history of the specification's page on speed, and writes the page. */
    page: { type: "boolean", default: false },
    only: { type: "string", multiple: true },
    /** Memory at 64 GiB as well. */
    full: { type: "boolean", default: false },
    /** The program verify-stream-v2 (conformance/adapters/get-xen-tools.sh). */
    verifier: { type: "string" },
  },
});

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

const asked: Asked = { size: octetsOf(options.size), full: options.full, verifier: findVerifier() };
const place = makePlace(asked.size);
// The guests that were started end with the process, where that ends of its own accord.
for (const [signal, status] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)
  process.once(signal, () => {
    place.drop();
    process.exit(status);
  });
try {
  const rows = rowsFor(place, asked).filter(({ id }) => options.only?.includes(id) ?? true);
  if (asked.verifier === undefined) process.stderr.write("verify-stream-v2 is not installed: its rows are left out\n");
  process.stdout.write(HEADING);
  const results: Result[] = [];
  const [start = 0] = loadavg();
  let most = start;
  for (const row of rows) {
    const result = await measure(row, Number(options.pairs));
    process.stdout.write(line(result));
    results.push(result);
    most = Math.max(most, loadavg()[0] ?? 0);
  }
  const machine = { cpu: cpus()[0]?.model, cpus: cpus().length, node: process.version };
  const { size } = asked;
  const run: Run = {
    at: new Date().toISOString(),
    commit: headCommit(),
    machine,
    size,
    pairs: Number(options.pairs),
    load: [start, most],
    results,
  };
  const kept = join(root, "spec/measurements/speed");
  for (const history of [options.history, options.page ? `${kept}.jsonl` : undefined])
    if (history !== undefined) appendFileSync(history, `${JSON.stringify(run)}\n`);
  if (options.page) writeFileSync(`${kept}.md`, page(run));
  process.exitCode = results.some(({ decision }) => decision === "not met") ? 1 : 0;
} finally {
  place.drop();
}
