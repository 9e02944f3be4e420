/**
 * `npm run lab:fuzz -- --images 2000 --seed 1`: gives libxenguest of a real Xen images that were changed in one to three places, and keeps those of
 * which it dies or does not end, one of each kind, under out/lab-fuzz with what was changed and what it said last. The same seed makes the same images.
 */

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { startLab } from "../lab/lab.ts";
import { checkout } from "../lab/source.ts";
import { checkpointed, type Dice, type Edited, edited } from "./edits.ts";
import { restoreByLibxenguest } from "./libxenguest.ts";
import type { Restored, Setting } from "./restored.ts";

/** What is changed: images that Xen restores, as they are and as streams of checkpoints. */
const SEEDS = ["pv-tiny", "pv-tiny-msr", "pvh-tiny", "hvm-tiny"];
const BATCH = 40;

const { values } = parseArgs({
  options: { images: { type: "string", default: "1000" }, seed: { type: "string", default: "1" } },
});

/** Dice that fall the same way for the same name. */
function diceOf(name: string): Dice {
  let turn = 0;
  return (below) => createHash("sha256").update(`${name}/${turn++}`).digest().readUInt32LE() % below;
}

const seeds = SEEDS.flatMap((name): { octets: Uint8Array; stream: Setting["stream"] }[] => {
  const file = readFileSync(join(checkout(), "conformance/images", `${name}.bare.v3.img.gz`));
  const octets = Uint8Array.from(gunzipSync(file));
  return [
    { octets, stream: "plain" },
    { octets: checkpointed(octets), stream: "remus" },
  ];
});

/** The last that was said before the end, without its numbers: what dies there dies of the same. */
const kindOf = ({ outcome, log }: Restored) =>
  [outcome, ...log.trimEnd().split("\n").slice(-2)].join(" | ").replaceAll(/0x[0-9a-f]+|\d+/g, "#");

const out = join(checkout(), "out", "lab-fuzz");
mkdirSync(out, { recursive: true });
const outcomes = new Map<string, number>();
const kinds = new Map<string, number>();

function keep(name: string, { octets, edits }: Edited, restored: Restored): void {
  const kind = kindOf(restored);
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  if (kinds.get(kind) !== 1) return;
  writeFileSync(join(out, `${name}.img`), octets);
  writeFileSync(join(out, `${name}.txt`), `${[...edits, "", restored.log].join("\n")}`);
  process.stdout.write(`${name}.img: ${restored.outcome}\n${edits.map((edit) => `  ${edit}\n`).join("")}`);
}

const lab = await startLab();
try {
  for (let from = 0; from < Number(values.images); from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, Number(values.images) - from) }, (_, turn) => {
      const { octets, stream } = seeds[(from + turn) % seeds.length]!;
      const name = `${values.seed}-${from + turn}`;
      return { name, stream, ...edited(octets, diceOf(name)) };
    });
    const answers = await restoreByLibxenguest(
      lab,
      batch.map(({ octets, stream }) => ({ octets, setting: { stream } })),
    );
    for (const [index, restored] of answers.entries()) {
      outcomes.set(restored.outcome, (outcomes.get(restored.outcome) ?? 0) + 1);
      if (restored.outcome === "crash" || restored.outcome === "hang")
        keep(batch[index]!.name, batch[index]!, restored);
    }
    process.stderr.write(`${from + batch.length}: ${[...outcomes].map((pair) => pair.join(" ")).join(", ")}\n`);
  }
} finally {
  await lab.close();
}
for (const [kind, count] of kinds) process.stdout.write(`${count} × ${kind}\n`);
