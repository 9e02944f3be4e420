/** Assembles `counter.s` with GNU binutils, and tells what is needed of it as a TypeScript module, which is committed. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Labels whose places in the image the host has to know. */
const SYMBOLS = ["entry", "memory_end", "working_pages", "counts_per_tick"];
const LOAD = 0x100000;

/** Prefixes of binutils that assemble for x86: this machine's, or a cross assembler of Debian's. */
const PREFIXES = ["", "i686-linux-gnu-", "x86_64-linux-gnu-"];

/** The prefix of a GNU assembler that knows x86, or undefined. */
export function findAssembler(): string | undefined {
  return PREFIXES.find((prefix) => spawnSync(`${prefix}as`, ["--32", "-o", "/dev/null", "/dev/null"]).status === 0);
}

/** The text of `counter-image.ts` as `source` makes it. Throws what the tools say. */
export function assembleGuest(source: string, prefix: string): string {
  const dir = mkdtempSync(join(tmpdir(), "dsi-guest-"));
  try {
    const [object, elf, binary] = ["o", "elf", "bin"].map((end) => join(dir, `guest.${end}`)) as [
      string,
      string,
      string,
    ];
    run(`${prefix}as`, ["--32", "-o", object, source]);
    run(`${prefix}ld`, ["-m", "elf_i386", `-Ttext=0x${LOAD.toString(16)}`, "-e", "start", "-N", "-o", elf, object]);
    run(`${prefix}objcopy`, ["-O", "binary", elf, binary]);
    return moduleText(readFileSync(binary), run(`${prefix}nm`, [elf]));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command}: ${error?.message ?? stderr}`);
  return stdout;
}

function moduleText(image: Buffer, names: string): string {
  const places = SYMBOLS.map((symbol) => {
    const [, address] = names.match(new RegExp(`^([0-9a-f]+) . ${symbol}$`, "m")) ?? [];
    if (address === undefined) throw new Error(`counter.s has no label ${symbol}`);
    return `  ${symbol}: 0x${(Number.parseInt(address, 16) - LOAD).toString(16)},\n`;
  });
  return [
    "/** Made from counter.s by assemble.ts; a test holds it to its source. */\n\n",
    "/** The guest's image, in base64, to be loaded at 1 MiB. */\n",
    `export const COUNTER_IMAGE =\n  "${image.toString("base64")}";\n\n`,
    "/** Offsets of labels from the start of the image. */\n",
    `export const COUNTER_LABELS = {\n${places.join("")}} as const;\n`,
  ].join("");
}
