import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { catalogueSource } from "../authoring/ledger/catalogue.ts";
import { readLedger } from "../authoring/ledger/ledger.ts";
import { cacheFolder } from "./cache.ts";

/** What decides how an implementation behaves: its code, and the prose that its rules are made from. */
const SOURCES = ["src", "generated", "spec", "package.json", "tsconfig.json", "tsconfig.build.json"];

/** A digest of everything that decides how the reference in a folder behaves. */
export function implementationKey(root: string): string {
  const hash = createHash("sha256");
  for (const path of filesOf(root))
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update("\0");
  return hash.digest("hex");
}

function filesOf(root: string): string[] {
  return SOURCES.flatMap((name) => {
    const path = join(root, name);
    if (!existsSync(path)) return [];
    if (/\.json$/.test(name)) return [path];
    return (
      readdirSync(path, { recursive: true, withFileTypes: true }) as {
        isFile(): boolean;
        parentPath: string;
        name: string;
      }[]
    )
      .filter(
        (entry) =>
          entry.isFile() && (name !== "spec" || /^\d\d-.*\.md$/.test(entry.name)) && !entry.name.endsWith(".test.ts"),
      )
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  });
}

/**
 * The command of the reference adapter of the project in `root`, built in a folder of its own with the rules that its prose has now.
 * `tools` is the project whose installed packages are used. Throws when it cannot be built.
 */
export function builtReference(root: string, tools: string): string[] {
  const folder = cacheFolder("builds", implementationKey(root).slice(0, 24));
  const main = join(folder, "dist/src/cli/main.js");
  if (!existsSync(main)) {
    const beside = `${folder}.${process.pid}`;
    rmSync(beside, { recursive: true, force: true });
    mkdirSync(beside, { recursive: true });
    for (const name of SOURCES)
      if (existsSync(join(root, name))) cpSync(join(root, name), join(beside, name), { recursive: true });
    for (const name of ["conformance/requirements.json", "schemas"]) {
      if (existsSync(join(root, name))) cpSync(join(root, name), join(beside, name), { recursive: true });
    }
    writeFileSync(join(beside, "generated/catalogue.ts"), catalogueSource(readLedger(root)));
    symlinkSync(join(tools, "node_modules"), join(beside, "node_modules"));
    try {
      execFileSync(process.execPath, [join(tools, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json"], {
        cwd: beside,
        stdio: "ignore",
      });
    } catch {
      // Types that do not fit the rules as they are now still make code that runs; without code the next line says so.
    }
    if (!existsSync(join(beside, "dist/src/cli/main.js"))) throw new Error(`${root}: the reference cannot be built`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(beside, folder);
  }
  return [process.execPath, main, "adapter"];
}
