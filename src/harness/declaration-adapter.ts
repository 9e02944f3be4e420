import { readFileSync } from "node:fs";
import { type About, checkAbout } from "./about.ts";
import { type Attempt, environment, type Request, type Session } from "./adapter.ts";
import { type Finished, runChild } from "./child.ts";
import { AdapterError } from "./errors.ts";
import { accepted, brokenOff, endOf } from "./exec-adapter.ts";
import type { Answer } from "./outcome.ts";
import { departure } from "./schemas.ts";
import { type Json, parseStrictJson } from "./strict-json.ts";
import { stderrOf } from "./tail.ts";

/** How a program that knows nothing of the protocol is started for one verb, and what its exit status means. */
interface Verb {
  readonly argv: readonly string[];
  readonly exit: Readonly<Record<string, "accept" | "reject" | "unsupported" | "crash">>;
  readonly crash?: string;
}

/** A declaration file. */
export interface Declaration {
  readonly about: About;
  readonly read?: Verb;
  readonly check?: Verb;
  readonly write?: Verb;
  readonly env?: Readonly<Record<string, string>>;
}

const VERBS = { reader: "read", verifier: "check", writer: "write" } as const;

/** Reads a declaration file; throws `AdapterError` when it is missing, invalid, or declares a role without its verb. */
export function readDeclaration(file: string): Declaration {
  const document = parse(file);
  const found = departure("adapter-declaration", document);
  if (found) throw new AdapterError(`${file}: ${found.path || "the document"} ${found.message}`);
  const declaration = document as unknown as Declaration;
  checkAbout(declaration.about as unknown as Json, file);
  for (const role of declaration.about.roles) {
    const verb = declaration[VERBS[role]];
    if (!verb) throw new AdapterError(`${file}: declares the role ${role} without "${VERBS[role]}"`);
    if (verb.crash !== undefined) pattern(verb.crash, file);
  }
  return declaration;
}

function parse(file: string): Json {
  try {
    return parseStrictJson(readFileSync(file));
  } catch (error) {
    throw new AdapterError(`${file}: ${(error as Error).message}`);
  }
}

function pattern(source: string, file: string): RegExp {
  try {
    return new RegExp(source, "m");
  } catch (error) {
    throw new AdapterError(`${file}: "crash" is no regular expression: ${(error as Error).message}`);
  }
}

/** Puts each request to the declared program; without `{image}` in its arguments the octets come on standard input. */
export function declarationSession(declaration: Declaration, window: number, signal?: AbortSignal): Session {
  const ask = async (request: Request, limit: number): Promise<Attempt> => {
    const verb = declaration[request.do];
    if (!verb) return { answer: { outcome: "unsupported" }, again: false };
    const names: Record<string, string> =
      request.do === "write"
        ? { stream: request.stream, blobs: request.blobs, out: request.out }
        : { image: request.image };
    const argv = verb.argv.map((word) => word.replaceAll(/\{(\w+)\}/g, (whole, name) => names[name] ?? whole));
    const input =
      request.do === "write" ? { name: "{stream}", path: request.stream } : { name: "{image}", path: request.image };
    const stdin = verb.argv.some((word) => word.includes(input.name)) ? undefined : input.path;
    const env = { ...environment(request), ...declaration.env };
    const finished = await runChild({ argv, env, limit, stdin, signal });
    const answer = declaredAnswer(verb, finished, request.do === "read" && declaration.about.values.length > 0);
    return { answer: { ...answer, ...stderrOf(finished.stderr) }, again: answer.outcome === "hang" };
  };
  return { window, ask, close: async () => {} };
}

/** The program's own output is free, unless the declaration says that it reports states. */
function declaredAnswer(verb: Verb, finished: Finished, reports: boolean): Answer {
  const unjudged = brokenOff(finished);
  if (unjudged) return unjudged;
  if (verb.crash !== undefined) {
    const crash = new RegExp(verb.crash, "m");
    if (crash.test(finished.stderr) || crash.test(Buffer.from(finished.stdout).toString("utf8"))) {
      return { outcome: "crash", detail: `output matches ${verb.crash}` };
    }
  }
  const outcome = verb.exit[String(finished.status)] ?? "crash";
  if (outcome === "crash") return { outcome, detail: endOf(finished) };
  return outcome === "accept" && reports ? accepted(finished.stdout) : { outcome };
}
