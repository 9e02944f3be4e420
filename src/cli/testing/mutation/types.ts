/** Which mutants are no programs: those that the compiler refuses. */

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { MUTATED } from "../../../authoring/lint/mutation.ts";
import { packageRoot } from "../../package-root.ts";
import type { Instrumented } from "./instrument.ts";

/** The ids of mutants of a module that do not pass the compiler, which sees all of them at once, each as a module of its own. */
export function refused({ file, content, mutations }: Instrumented): ReadonlySet<string> {
  const root = packageRoot();
  const out = join(root, "out/mutation/types", file.replaceAll("/", "-"));
  rmSync(out, { recursive: true, force: true });
  const folder = dirname(join(out, MUTATED, file));
  mkdirSync(folder, { recursive: true });
  const real = dirname(join(root, MUTATED, file));
  const links = [
    ...["src/codecs", "generated"].map((name) => [join(root, name), join(out, name)] as const),
    ...entries(real).map((name) => [join(real, name), join(folder, name)] as const),
    // What a module of a folder imports from the room itself.
    ...(real === join(root, MUTATED)
      ? []
      : entries(join(root, MUTATED)).map((name) => [join(root, MUTATED, name), join(out, MUTATED, name)] as const)
    ).filter(([, to]) => to !== folder),
  ];
  for (const [from, to] of links) symlinkSync(from, to);
  const stem = basename(file, ".ts");
  const nameOf = (id: string) => `${stem}.mutant-${id}.ts`;
  writeFileSync(join(folder, nameOf("none")), content);
  for (const { id, mutated } of mutations) writeFileSync(join(folder, nameOf(id)), mutated);
  const config = join(out, "tsconfig.json");
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(root, "tsconfig.json"),
      // What a change leaves without use or out of reach is still a program.
      compilerOptions: {
        rootDir: "/",
        noUnusedLocals: false,
        noUnusedParameters: false,
        allowUnreachableCode: true,
        skipLibCheck: true,
        typeRoots: [join(root, "node_modules/@types")],
      },
      include: [],
      files: ["none", ...mutations.map(({ id }) => id)].map((id) => join(folder, nameOf(id))),
    }),
  );
  const run = spawnSync(
    process.execPath,
    [join(root, "node_modules/typescript/bin/tsc"), "-p", config, "--pretty", "false"],
    {
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    },
  );
  const errors = [...run.stdout.matchAll(/\.mutant-(\w+)\.ts\(\d+,\d+\): error (TS\d+: .*)/g)].map(([, id, text]) => ({
    id: id as string,
    text: text as string,
  }));
  if (run.status !== 0 && errors.length === 0) throw new Error(`the compiler says ${run.stdout}${run.stderr}`);
  // A copy of a module is not the module where a class is private to it: what the compiler has against the copy as it is does not count.
  const own = new Set(errors.filter(({ id }) => id === "none").map(({ text }) => text));
  rmSync(out, { recursive: true, force: true });
  return new Set(errors.filter(({ id, text }) => id !== "none" && !own.has(text)).map(({ id }) => id));
}

function entries(folder: string): string[] {
  return readdirSync(folder);
}
