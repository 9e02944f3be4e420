/** `npm run targets -- --out DIR [TARGET...]`: parsers in every language that the Kaitai compiler writes, as a set to take away. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compileKsy, targets as everyTarget } from "../kaitai/compile.ts";
import { readKsySet } from "../kaitai/ksy.ts";

/** What the compiler cannot say in a language; the set then lacks it, and its README tells. */
type Missing = { readonly target: string; readonly ksy: string; readonly why: string };

/** Writes `DIR/TARGET/*` for each target, and a README; returns what is missing. Parsers are in the open form, which judges nothing. */
export async function exportTargets(root: string, out: string, targets: readonly string[]): Promise<Missing[]> {
  const set = readKsySet(root);
  const missing: Missing[] = [];
  // What a file imports comes with it.
  const imported = new Set([...set.values()].flatMap(({ meta }) => meta?.imports ?? []));
  const roots = [...set.keys()].filter((id) => !imported.has(id));
  for (const target of targets) {
    for (const ksy of roots) {
      try {
        for (const [name, text] of await compileKsy(set, ksy, target, "open")) {
          const path = join(out, target, name);
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, text);
        }
      } catch (error) {
        missing.push({ target, ksy, why: (error as Error).message.split("\n")[0] as string });
      }
    }
  }
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "README.md"), readme(version, targets, missing));
  return missing;
}

function readme(version: string, targets: readonly string[], missing: readonly Missing[]): string {
  const gaps = missing.map(({ target, ksy, why }) => `- \`${target}\` lacks \`${ksy}\`: ${why}\n`);
  return `# Parsers of the domain save image, ${version}

Made by the Kaitai Struct compiler from \`schemas/*.ksy\`, a folder for each language: ${targets.join(", ")}. They need the
runtime of their language, of release 0.11 (https://kaitai.io). They read and do not judge: what an image must be is said by
the specification, and by \`dsi verify\`. The entry is the type that is met: \`xl_save_file\`, \`libxl_stream\`, \`libxc_stream\`.
${gaps.length === 0 ? "" : `\n${gaps.join("")}`}`;
}

async function main(args: readonly string[]): Promise<void> {
  const at = args.indexOf("--out");
  const out = at < 0 ? "out/targets" : args[at + 1];
  if (out === undefined) throw new Error("--out takes a folder");
  const asked = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  const unknown = asked.find((target) => !everyTarget.includes(target));
  if (unknown !== undefined) throw new Error(`no target ${unknown}: ${everyTarget.join(", ")}`);
  const missing = await exportTargets(process.cwd(), out, asked.length === 0 ? everyTarget : asked);
  for (const { target, ksy, why } of missing) console.error(`${target} lacks ${ksy}: ${why}`);
  console.log(`written to ${out}`);
}

if (import.meta.filename === process.argv[1]) await main(process.argv.slice(2));
