import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateKaitai } from "./index.ts";

/** Writes the generated parsers below the current folder and removes those whose .ksy is gone. */
async function main(): Promise<void> {
  const root = process.cwd();
  const files = await generateKaitai(root);
  const dir = join(root, "generated");
  for (const name of existsSync(dir) ? readdirSync(dir, { recursive: true, withFileTypes: true }) : []) {
    const path = join(name.parentPath, name.name);
    // The catalogue is made from the prose, by `generate.ts`.
    if (name.isFile() && name.name !== "catalogue.ts" && !files.has(path.slice(root.length + 1))) rmSync(path);
  }
  for (const [name, text] of files) {
    const path = join(root, name);
    // Unchanged files keep their time, so that incremental builds stay quick.
    if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

await main();
