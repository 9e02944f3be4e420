/** `npm run mutation [-- FILE...] [--changed] [--left] [--jobs N]`: a general mutation tool over the codec, the suite as its judge. */

import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { MUTATED, mutatedModules } from "../../../authoring/lint/mutation.ts";
import { packageRoot } from "../../package-root.ts";
import { type Instrumented, instrument } from "./instrument.ts";
import type { End } from "./judging.ts";
import { type ModuleReport, readReport, summary, writeReport } from "./report.ts";
import { refused } from "./types.ts";
import { serve, type Word } from "./worker.ts";

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { jobs: { type: "string" }, left: { type: "boolean" }, changed: { type: "boolean" } },
    allowPositionals: true,
  });
  const all = mutatedModules(packageRoot());
  const unknown = positionals.filter((file) => !all.includes(file));
  if (unknown.length > 0) throw new Error(`no module of ${MUTATED}: ${unknown.join(", ")}`);
  const report = new Map(readReport().modules.map((module) => [module.file, module]));
  for (const file of report.keys()) if (!all.includes(file)) report.delete(file);
  const known = values.left || values.changed ? [...report.keys()] : all;
  const files = positionals.length > 0 ? positionals : known;
  const isChanged = (module: Instrumented) => report.get(module.file)?.sha256 !== digest(module);
  const queue = (await instrument(files)).filter((module) => !values.changed || isChanged(module));
  const work = async () => {
    const jury = new Jury(files);
    for (let module = queue.shift(); module !== undefined; module = queue.shift()) {
      const before = values.left ? report.get(module.file) : undefined;
      const judged = await judge(module, jury, before);
      report.set(module.file, judged);
      console.log(summary([judged], module.file));
      // Kept as it goes: what was judged stays judged when somebody has to stop.
      writeReport([...report.values()], all);
    }
    jury.dismiss();
  };
  await Promise.all(Array.from({ length: Number(values.jobs ?? 1) }, work));
  console.log(summary([...report.values()], "all"));
}

/** Judges a module: all of it, or, where it is what it was, those of its mutants that were left `before`. */
async function judge(module: Instrumented, jury: Jury, before: ModuleReport | undefined): Promise<ModuleReport> {
  const again = before?.sha256 === digest(module) ? before : undefined;
  const invalid = again === undefined ? refused(module) : new Set<string>();
  const wanted = module.mutations.filter(
    ({ id, name }) => !invalid.has(id) && (again === undefined || again.survivors.includes(name)),
  );
  const ends = new Map<string, End>();
  const left = () => wanted.map(({ id }) => id).filter((id) => !ends.has(id));
  while (left().length > 0) await jury.judge(module.file, left(), ends);
  const count = (...hows: End["how"][]) => [...ends.values()].filter(({ how }) => hows.includes(how)).length;
  const killed = (how: keyof ModuleReport["killed"]) => (again?.killed[how] ?? 0) + count(how);
  record(module, ends);
  return {
    file: module.file,
    sha256: digest(module),
    mutants: module.mutations.length + module.ignored,
    ignored: module.ignored,
    invalid: again?.invalid ?? invalid.size,
    killed: {
      verdict: killed("verdict"),
      reason: killed("reason"),
      law: killed("law"),
      thrown: killed("thrown"),
      hang: killed("hang"),
    },
    notReached: count("not reached"),
    survivors: wanted
      .filter(({ id }) => ["survived", "not reached"].includes(ends.get(id)?.how ?? ""))
      .map(({ name }) => name),
  };
}

function digest({ content }: Instrumented): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Leaves in out/ how each mutant ended, for those who look. */
function record({ file, mutations }: Instrumented, ends: ReadonlyMap<string, End>): void {
  const lines = mutations.flatMap(({ id, name }) => {
    const end = ends.get(id);
    return end === undefined ? [] : [`${end.how}\t${end.by ?? ""}\t${name}\n`];
  });
  writeFileSync(join(packageRoot(), "out/mutation", `${file.replaceAll("/", "-")}.tsv`), lines.join(""));
}

/** A process that judges, started when it is asked first, and again when a mutant has taken it along. */
class Jury {
  private child: ChildProcess | undefined;
  private readonly files: readonly string[];

  /** `files` are the modules that it will be asked about. */
  constructor(files: readonly string[]) {
    this.files = files;
  }

  judge(file: string, ids: readonly string[], ends: Map<string, End>): Promise<void> {
    this.child ??= fork(fileURLToPath(import.meta.url), ["--jury", ...this.files], {
      execArgv: ["--max-old-space-size=4000"],
    });
    const { child } = this;
    return new Promise((resolve, reject) => {
      let at: string | undefined;
      let said = Date.now();
      child.removeAllListeners();
      child.on("message", ({ id, end, error }: Word) => {
        if (error !== undefined) reject(new Error(error));
        else if (id === undefined) resolve();
        else if (end === undefined) at = id;
        else ends.set(id, end);
        if (Date.now() - said < 20_000) return;
        said = Date.now();
        console.error(`${file}: ${ends.size} of ${ids.length}`);
      });
      child.on("exit", (_, signal) => {
        this.child = undefined;
        // Who is ended from outside was not ended by a mutant.
        const isEnded = signal === "SIGTERM" || signal === "SIGINT";
        if (at === undefined || ends.has(at) || isEnded)
          return reject(new Error(`the process that judges ${file} ended`));
        ends.set(at, { how: "thrown" });
        resolve();
      });
      child.send({ file, ids });
    });
  }

  dismiss(): void {
    this.child?.removeAllListeners();
    this.child?.disconnect();
  }
}

if (process.argv[2] === "--jury") serve(process.argv.slice(3));
else await main();
