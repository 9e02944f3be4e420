#!/usr/bin/env node
/**
 * `npm run bench:migration`: measures, keeps the results beside the page and writes the page; `--page` writes it from results that are there,
 * `--more` measures what they lack.
 */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../root.ts";
import { CODECS, measureAll } from "./measure.ts";
import { charts, page } from "./page.ts";
import type { Results } from "./results.ts";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    /** Without codecs: what an edition that has none takes. */
    plain: { type: "boolean", default: false },
    page: { type: "boolean", default: false },
    more: { type: "boolean", default: false },
  },
});

const folder = join(root, "spec/measurements");
const file = join(folder, "migration.json");
mkdirSync(folder, { recursive: true });
const read = () => JSON.parse(readFileSync(file, "utf8")) as Results;

function keep(results: Results): void {
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  for (const [name, svg] of charts(results)) writeFileSync(join(folder, name), svg);
  writeFileSync(join(folder, "migration.md"), page(results));
}

if (options.page) keep(read());
else
  await measureAll({
    rounds: Number(options.rounds),
    codecs: options.plain ? { migrations: ["none"], checkpoints: ["none"] } : CODECS,
    before: options.more ? read() : undefined,
    say: (text) => process.stderr.write(`${text}\n`),
    keep,
  });
