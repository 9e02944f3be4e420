#!/usr/bin/env node
/** `npm run bench:compression`: measures, keeps the results beside the page and writes the page; `--page` writes it from results that are there. */

import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../root.ts";
import { measureAll } from "./measure.ts";
import { charts, page } from "./page.ts";
import type { Results } from "./results.ts";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    /** A folder on the disk that is measured. */
    disk: { type: "string", default: tmpdir() },
    page: { type: "boolean", default: false },
  },
});

const folder = join(root, "spec/measurements");
const file = join(folder, "compression.json");
mkdirSync(folder, { recursive: true });
if (!options.page) {
  const results = await measureAll(mkdtempSync("/dev/shm/dsi-bench-"), options.disk, Number(options.rounds));
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
const results = JSON.parse(readFileSync(file, "utf8")) as Results;
for (const [name, svg] of charts(results)) writeFileSync(join(folder, name), svg);
writeFileSync(join(folder, "compression.md"), page(results));
