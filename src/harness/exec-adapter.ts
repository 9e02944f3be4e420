import { type Attempt, environment, type Request, type Session } from "./adapter.ts";
import { type Finished, runChild } from "./child.ts";
import { type Answer, findingsIn, isOffset } from "./outcome.ts";
import { isObject, type JsonObject, parseStrictJson, StrictJsonError } from "./strict-json.ts";
import { stderrOf } from "./tail.ts";

/** Puts each request to a program of its own, `CMD read IMAGE` and so on. */
export function execSession(argv: readonly string[], window: number, signal?: AbortSignal): Session {
  const ask = async (request: Request, limit: number): Promise<Attempt> => {
    const files = request.do === "write" ? [request.stream, request.out] : [request.image];
    const child = { argv: [...argv, request.do, ...files], env: environment(request), limit, signal };
    const finished = await runChild(child);
    const answer = { ...execAnswer(finished), ...stderrOf(finished.stderr) };
    return { answer, again: answer.outcome === "hang" };
  };
  return { window, ask, close: async () => {} };
}

/** The answer that the end of a program amounts to. */
export function execAnswer(finished: Finished): Answer {
  const unjudged = brokenOff(finished);
  if (unjudged) return unjudged;
  const { status, stdout } = finished;
  if (status === 3) return { outcome: "unsupported" };
  if (status === 0) return accepted(stdout);
  if (status === 1) return rejected(stdout);
  return { outcome: "crash", detail: endOf(finished) };
}

/** The answer of a program that did not end by itself, or not with a status; undefined if it did. */
export function brokenOff(finished: Finished): Answer | undefined {
  switch (finished.end) {
    case "timed-out":
      return { outcome: "hang", detail: "did not answer in time" };
    case "flooded":
      return { outcome: "garbled", detail: "more than 64 MiB on standard output" };
    case "not-started":
      return { outcome: "crash", detail: `cannot be started: ${finished.stderr}` };
    case "exited":
      return finished.status === null ? { outcome: "crash", detail: endOf(finished) } : undefined;
  }
}

/** How a program ended, in words. */
export function endOf({ status, killedBy }: Pick<Finished, "status" | "killedBy">): string {
  return status === null ? `ended by ${killedBy}` : `ended with exit status ${status}`;
}

/** An acceptance: standard output is blank or one JSON value. */
export function accepted(stdout: Uint8Array): Answer {
  if (isBlank(stdout)) return { outcome: "accept" };
  try {
    const value = parseStrictJson(stdout);
    const findings = isObject(value) ? findingsIn(value.findings) : [];
    return { outcome: "accept", value, length: stdout.length, ...(findings.length > 0 && { findings }) };
  } catch (error) {
    return { outcome: "garbled", detail: `accepted, but standard output is not one JSON value: ${said(error)}` };
  }
}

function rejected(stdout: Uint8Array): Answer {
  try {
    const document = parseStrictJson(stdout);
    if (isObject(document)) return rejection(document);
    return { outcome: "crash", detail: "exit status 1, but standard output is not a JSON object" };
  } catch (error) {
    if (error instanceof StrictJsonError && error.kind === "duplicate") {
      return { outcome: "garbled", detail: `rejected, but ${said(error)}` };
    }
    return { outcome: "crash", detail: "exit status 1 without one JSON object on standard output" };
  }
}

function rejection({ code, at, findings }: JsonObject): Answer {
  const found = findingsIn(findings);
  return {
    outcome: "reject",
    ...(typeof code === "string" && { code }),
    ...(isOffset(at) && { at }),
    ...(found.length > 0 && { findings: found }),
  };
}

function isBlank(octets: Uint8Array): boolean {
  return octets.every((octet) => octet === 0x20 || (octet >= 0x09 && octet <= 0x0d));
}

function said(error: unknown): string {
  return (error as Error).message;
}
