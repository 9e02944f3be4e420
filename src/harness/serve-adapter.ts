import { type Attempt, environment, type Request, type Session } from "./adapter.ts";
import type { Answer, Finding } from "./outcome.ts";
import { departure } from "./schemas.ts";
import { type ServeProcess, startServe } from "./serve-process.ts";
import { type JsonObject, parseStrictJson } from "./strict-json.ts";
import { stderrOf } from "./tail.ts";

/** Milliseconds that a serving process has to end after the end of its standard input. */
const PATIENCE = 5000;

interface Open {
  readonly settle: (attempt: Attempt) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Puts requests to one process, `CMD serve`, as lines of JSON; restarts it after each incident. An incident (death,
 * time-out, a line that answers nothing) with one request open is the answer to that request; with several open, each
 * is to be asked again. One that comes with none open is kept for the next request, so that it does not hang on
 * timing whether it is seen.
 */
export function serveSession(argv: readonly string[], window: number, signal?: AbortSignal): Session {
  let running: ServeProcess | undefined;
  let kept: Answer | undefined;
  let count = 0;
  const open = new Map<string, Open>();

  const close = (seq: string, attempt: Attempt) => {
    const { settle, timer } = open.get(seq)!;
    open.delete(seq);
    clearTimeout(timer);
    settle(attempt);
  };
  const incident = (outcome: "crash" | "hang" | "garbled", detail: string) => {
    const answer: Answer = { outcome, detail, ...stderrOf(running?.stderr() ?? "") };
    running?.kill();
    running = undefined;
    if (open.size === 0) kept = answer;
    const again = open.size > 1 || outcome === "hang";
    for (const seq of [...open.keys()]) close(seq, { answer, again });
  };
  const line = (octets: Uint8Array) => {
    const read = readAnswer(octets, open);
    if (typeof read === "string") return incident("garbled", read);
    const stderr = read.answer.outcome === "accept" ? {} : stderrOf(running?.stderr() ?? "");
    close(read.seq, { answer: { ...read.answer, ...stderr }, again: false });
  };
  const started = () =>
    startServe(argv, environment(), {
      line,
      flood: () => incident("garbled", "a line of more than 64 MiB"),
      death: (how) => incident("crash", how),
    });
  const abort = () => running?.kill();
  signal?.addEventListener("abort", abort, { once: true });

  return {
    window,
    ask(request, limit) {
      signal?.throwIfAborted();
      if (kept) {
        const answer = kept;
        kept = undefined;
        return Promise.resolve({ answer, again: false });
      }
      running ??= started();
      count += 1;
      const seq = `q${count}`;
      running.send(JSON.stringify({ seq, ...message(request) }));
      return new Promise<Attempt>((resolve, reject) => {
        const stop = () => reject(signal!.reason);
        // A late timer must not overtake an answer that is already there to be read: look once at what has arrived.
        const expire = () => setImmediate(() => open.has(seq) && incident("hang", "did not answer in time"));
        const settle = (attempt: Attempt) => {
          signal?.removeEventListener("abort", stop);
          resolve(attempt);
        };
        signal?.addEventListener("abort", stop, { once: true });
        open.set(seq, { settle, timer: setTimeout(expire, limit) });
      });
    },
    async close() {
      signal?.removeEventListener("abort", abort);
      for (const { timer } of open.values()) clearTimeout(timer);
      if (signal?.aborted) running?.kill();
      else await running?.end(PATIENCE);
      running = undefined;
    },
  };
}

function message(request: Request): object {
  const { edition, context } = request;
  if (request.do === "write") {
    return { do: "write", edition, stream: request.stream, blobs: request.blobs, out: request.out };
  }
  return { do: request.do, edition, context, image: request.image };
}

/** Reads one line; says what is wrong with it when it does not answer an open request. */
function readAnswer(octets: Uint8Array, open: ReadonlyMap<string, Open>): { seq: string; answer: Answer } | string {
  let document: JsonObject;
  try {
    document = parseStrictJson(octets) as JsonObject;
  } catch (error) {
    return `a line that is no JSON: ${(error as Error).message}`;
  }
  const found = departure("serve-message", document);
  if (found) return `a line that is no answer: ${found.path || "it"} ${found.message}`;
  const { seq, outcome, value, code, at, what, findings } = document;
  if (outcome === undefined) return "a line that is a request, not an answer";
  if (!open.has(seq as string)) return `an answer to ${JSON.stringify(seq)}, which is not open`;
  const answer = {
    outcome,
    ...(value !== undefined && { value, length: octets.length }),
    ...(code !== undefined && { code }),
    ...(at !== undefined && { at }),
    ...(what !== undefined && { what }),
    ...(findings !== undefined && { findings: (findings as unknown as Finding[]).slice(0, 64) }),
  };
  return { seq: seq as string, answer: answer as unknown as Answer };
}
