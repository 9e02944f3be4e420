import { resolve } from "node:path";
import { type About, checkAbout } from "./about.ts";
import { type Adapter, environment } from "./adapter.ts";
import { runChild } from "./child.ts";
import { joinCommand, splitCommand } from "./command.ts";
import { declarationSession, readDeclaration } from "./declaration-adapter.ts";
import { AdapterError } from "./errors.ts";
import { endOf, execSession } from "./exec-adapter.ts";
import { serveSession } from "./serve-adapter.ts";
import { parseStrictJson } from "./strict-json.ts";

/**
 * Starts an adapter by its command (split like POSIX shell words) or by its words, and asks what it is. A single word
 * that ends in `.json` is a declaration file. `limit` in milliseconds bounds `CMD about`. Throws `AdapterError` when
 * it cannot be started or what it says of itself is invalid.
 */
export async function openAdapter(
  command: string | readonly string[],
  limit: number,
  signal?: AbortSignal,
): Promise<Adapter> {
  const argv = typeof command === "string" ? split(command) : [...command];
  const name = joinCommand(argv);
  if (argv.length === 1 && argv[0]!.endsWith(".json")) {
    const declaration = readDeclaration(resolve(argv[0]!));
    const open = (window = 1) => declarationSession(declaration, window, signal);
    return { about: declaration.about, command: name, serves: false, open };
  }
  const about = await askAbout(argv, name, limit, signal);
  const serves = about.serve === true;
  const open = (window = about.window ?? 1) =>
    serves ? serveSession(argv, window, signal) : execSession(argv, window, signal);
  return { about, command: name, serves, open };
}

function split(command: string): string[] {
  try {
    return splitCommand(command);
  } catch (error) {
    throw new AdapterError(`${command}: ${(error as Error).message}`);
  }
}

async function askAbout(argv: readonly string[], name: string, limit: number, signal?: AbortSignal): Promise<About> {
  const finished = await runChild({ argv: [...argv, "about"], env: environment(), limit, signal });
  if (finished.end === "not-started") throw new AdapterError(`${name}: cannot be started: ${finished.stderr}`);
  if (finished.end === "timed-out") throw new AdapterError(`${name}: about did not end in ${limit / 1000} s`);
  if (finished.end === "flooded") throw new AdapterError(`${name}: about printed more than 64 MiB`);
  if (finished.status !== 0) {
    const last = finished.stderr.trim().split("\n").at(-1);
    throw new AdapterError(`${name}: about ${endOf(finished)}${last ? `: ${last}` : ""}`);
  }
  let document: ReturnType<typeof parseStrictJson>;
  try {
    document = parseStrictJson(finished.stdout);
  } catch (error) {
    throw new AdapterError(`${name}: about is invalid: ${(error as Error).message}`);
  }
  return checkAbout(document, name);
}
