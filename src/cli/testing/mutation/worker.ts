/** A process that judges modules, one after the other: what it is told and what it says. */

import { type Instrumented, instrument } from "./instrument.ts";
import { dryRun, type End, judgeModule } from "./judging.ts";
import { jury } from "./jury.ts";

/** A module, and those of its mutants that are to be judged. */
export type Order = { readonly file: string; readonly ids: readonly string[] };

/** A mutant that is taken up, or how it ended; without an id: the module is done. */
export type Word = { readonly id?: string; readonly end?: End; readonly error?: string };

/** Serves orders on some modules that come from the parent process. */
export function serve(files: readonly string[]): void {
  const say = (word: Word) => process.send?.(word);
  const ready = prepare(files);
  process.on("message", ({ file, ids }: Order) => {
    const work = async () => {
      const { modules, judges, reached } = await ready;
      const module = modules.find((one) => one.file === file) as Instrumented;
      const left = module.mutations.filter(({ id }) => ids.includes(id));
      await judgeModule(module, left, judges, reached, ({ id }, end) => say({ id, ...(end && { end }) }));
    };
    work().then(
      () => say({}),
      (error: Error) => say({ error: error.stack ?? error.message }),
    );
  });
}

async function prepare(files: readonly string[]) {
  const modules = await instrument(files);
  const judges = await jury();
  const reached = await dryRun(modules, judges);
  console.error(`${judges.length} judges, made ready in ${Math.round(process.cpuUsage().user / 1e6)} s`);
  return { modules, judges, reached };
}
