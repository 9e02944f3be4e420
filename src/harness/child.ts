import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { killGroup, LINGER, watchGroup } from "./process-group.ts";
import { MAX_JSON } from "./strict-json.ts";
import { tailOf } from "./tail.ts";

/** How one run of a program ended. */
export interface Finished {
  readonly end: "exited" | "flooded" | "timed-out" | "not-started";
  /** Exit status, or null after a signal. */
  readonly status: number | null;
  readonly killedBy: NodeJS.Signals | null;
  readonly stdout: Uint8Array;
  /** The last few KiB of standard error; why it could not be started, where it was not. */
  readonly stderr: string;
}

export interface ChildOptions {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Milliseconds after which the program is killed. */
  readonly limit: number;
  /** A file to give as standard input; empty without it. */
  readonly stdin?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a program to its end, in a process group of its own that is killed whole on time-out, when standard output
 * passes 64 MiB, and for what is left of it afterwards. Rejects only with the reason of `signal`.
 */
export function runChild({ argv, env, limit, stdin, signal }: ChildOptions): Promise<Finished> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const input = stdin === undefined ? undefined : openSync(stdin, "r");
    const child = start(argv, { env, detached: true, stdio: [input ?? "ignore", "pipe", "pipe"] });
    if (input !== undefined) closeSync(input);
    if (child instanceof Error) return resolve(notStarted(child));
    const chunks: Buffer[] = [];
    const tail = tailOf();
    let length = 0;
    let end: Finished["end"] = "exited";
    let ended = false;
    let linger: NodeJS.Timeout | undefined;
    const kill = () => child.pid !== undefined && killGroup(child.pid);
    const stop = (why: Finished["end"]) => {
      end = why;
      kill();
    };
    // A late timer must not overtake an end that is already there to be read: look once at what has arrived.
    const timer = setTimeout(() => setImmediate(() => ended || stop("timed-out")), limit);
    const abort = () => {
      kill();
      finish(() => reject(signal!.reason));
    };
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      clearTimeout(linger);
      signal?.removeEventListener("abort", abort);
      kill();
      settle();
    };
    signal?.addEventListener("abort", abort, { once: true });
    if (child.pid !== undefined) watchGroup(child.pid);
    child.stdout!.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAX_JSON) chunks.push(chunk);
      else if (end === "exited") stop("flooded");
    });
    child.stderr!.on("data", tail.take);
    child.on("exit", () => {
      ended = true;
      linger = setTimeout(() => {
        kill();
        child.stdout!.destroy();
        child.stderr!.destroy();
      }, LINGER);
    });
    child.on("error", (error) => {
      if (child.pid !== undefined) return;
      finish(() => resolve(notStarted(error)));
    });
    child.on("close", (status, killedBy) => {
      if (child.pid === undefined) return;
      finish(() => resolve({ end, status, killedBy, stdout: Buffer.concat(chunks), stderr: tail.text() }));
    });
  });
}

function notStarted(error: Error): Finished {
  return { end: "not-started", status: null, killedBy: null, stdout: new Uint8Array(), stderr: error.message };
}

/** Starts a program; an argument that no system call takes (a NUL, an empty name) is an error like any other. */
export function start(argv: readonly string[], options: SpawnOptions): ChildProcess | Error {
  try {
    return spawn(argv[0]!, argv.slice(1), options);
  } catch (error) {
    return error as Error;
  }
}
