/** The mutants that Stryker makes of a module of the codec, and the module with all of them in it, each behind a switch. */

import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Mutant } from "@stryker-mutator/api/core";
import type { Ignorer } from "@stryker-mutator/api/ignore";
import { Instrumenter } from "@stryker-mutator/instrumenter";
import { MUTATED, mutantName } from "../../../authoring/lint/mutation.ts";
import { packageRoot } from "../../package-root.ts";
import { textExclusion } from "./exclusions.ts";

/** One change of a module that somebody could have made by mistake. */
export type Mutation = {
  /** The number by which it is switched on. */
  readonly id: string;
  /** What tells it apart whatever lines are added above it: the line that it begins in, and what becomes of what. */
  readonly name: string;
  /** The module with the change in it. */
  readonly mutated: string;
};

/** A module with its mutants. */
export type Instrumented = {
  readonly file: string;
  readonly content: string;
  readonly code: string;
  readonly mutations: readonly Mutation[];
  /** How many were left out by a rule of exclusions.ts. */
  readonly ignored: number;
};

const silent = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: () => {},
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  fatal: () => {},
};

/** Instruments modules of the room: numbers of mutants tell them apart across modules. */
export async function instrument(names: readonly string[]): Promise<Instrumented[]> {
  const files = names.map((file) => {
    const name = join(packageRoot(), MUTATED, file);
    return { name, content: readFileSync(name, "utf8"), mutate: true };
  });
  const options = { plugins: null, excludedMutations: [], ignorers: [textExclusion as Ignorer] };
  const made = await new Instrumenter(silent).instrument(files, options);
  return files.map(({ name, content }) => {
    const own = made.mutants.filter(({ fileName }) => fileName === name);
    const code = made.files.find((one) => one.name === name)?.content ?? content;
    return instrumented(name, content, code, own);
  });
}

function instrumented(name: string, content: string, code: string, own: readonly Mutant[]): Instrumented {
  const file = relative(join(packageRoot(), MUTATED), name);
  const lines = content.split("\n");
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  const offset = ({ line, column }: { line: number; column: number }) => (starts[line] as number) + column;
  const seen = new Map<string, number>();
  const mutations = own
    .filter(({ status }) => status !== "Ignored")
    .map(({ id, location, replacement = "" }): Mutation => {
      const from = offset(location.start);
      const to = offset(location.end);
      const plain = mutantName(file, lines[location.start.line] as string, content.slice(from, to), replacement);
      const count = (seen.get(plain) ?? 0) + 1;
      seen.set(plain, count);
      return {
        id,
        name: count === 1 ? plain : `${plain} | ${count}`,
        mutated: content.slice(0, from) + replacement + content.slice(to),
      };
    });
  return {
    file,
    content,
    code: counted(code),
    mutations,
    ignored: own.length - mutations.length,
  };
}

/** Stryker keeps who is reached by name; by number it takes a tenth of the time, and nobody asks while a mutant is judged. */
function counted(code: string): string {
  return code
    .replace(
      "function cover() {",
      "function cover() { const { counts } = ns; if (counts) for (let i = 0; i < arguments.length; i++) counts[arguments[i]]++; return;",
    )
    .replace(/\bstryCov_9fa48\(([^)]*)\)/g, (_, ids: string) => `stryCov_9fa48(${ids.replaceAll('"', "")})`);
}
