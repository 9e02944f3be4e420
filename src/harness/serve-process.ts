import { start } from "./child.ts";
import { endOf } from "./exec-adapter.ts";
import { killGroup, LINGER, watchGroup } from "./process-group.ts";
import { MAX_JSON } from "./strict-json.ts";
import { tailOf } from "./tail.ts";

/** What a serving process does: lines it prints, and its end, which comes once and last. */
export interface ServeEvents {
  line(octets: Uint8Array): void;
  /** A line grew over 64 MiB; nothing more is read. */
  flood(): void;
  /** The process ended of its own accord; says how. Not called after `kill`. */
  death(how: string): void;
}

/** A running `CMD serve`. */
export interface ServeProcess {
  send(line: string): void;
  /** The end of its standard error so far. */
  stderr(): string;
  /** Kills it with all it started; no event follows. */
  kill(): void;
  /** Ends its standard input, gives it `patience` milliseconds to end, then kills it. */
  end(patience: number): Promise<void>;
}

/** Starts `CMD serve` in a process group of its own. */
export function startServe(argv: readonly string[], env: NodeJS.ProcessEnv, events: ServeEvents): ServeProcess {
  const child = start([...argv, "serve"], { env, detached: true, stdio: "pipe" });
  if (child instanceof Error) {
    setImmediate(() => events.death(`cannot be started: ${child.message}`));
    return { send: () => {}, stderr: () => "", kill: () => {}, end: async () => {} };
  }
  const tail = tailOf();
  const lines = lineSplitter(events.line, () => {
    silent = true;
    events.flood();
  });
  let silent = false;
  let over: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    over = resolve;
  });
  if (child.pid !== undefined) watchGroup(child.pid);
  const die = (how: string) => {
    if (child.pid !== undefined) killGroup(child.pid);
    over();
    if (silent) return;
    silent = true;
    events.death(how);
  };
  // What it no longer reads is told by its end, not by the pipe.
  child.stdin!.on("error", () => {});
  child.stdout!.on("data", (chunk: Buffer) => {
    if (!silent) lines(chunk, () => silent);
  });
  child.stderr!.on("data", tail.take);
  child.on("error", (error) => {
    if (child.pid === undefined) die(`cannot be started: ${error.message}`);
  });
  child.on("exit", () => {
    setTimeout(() => {
      child.stdout!.destroy();
      child.stderr!.destroy();
    }, LINGER).unref();
  });
  child.on("close", (status, killedBy) => die(endOf({ status, killedBy })));
  const kill = () => {
    silent = true;
    if (child.pid !== undefined) killGroup(child.pid);
  };
  return {
    send(line) {
      const { stdin } = child;
      // What is asked in one turn goes out together: each call of the system wakes the other process up.
      if (stdin!.writableCorked === 0) {
        stdin!.cork();
        setImmediate(() => stdin!.uncork());
      }
      stdin!.write(`${line}\n`);
    },
    stderr: tail.text,
    kill,
    async end(patience) {
      silent = true;
      child.stdin!.end();
      const timer = setTimeout(kill, patience);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Cuts chunks into lines at LF; `stopped` is asked after each line, since a line can end the process it came from. */
function lineSplitter(line: (octets: Uint8Array) => void, flood: () => void) {
  let rest: Buffer[] = [];
  let length = 0;
  return (chunk: Buffer, stopped: () => boolean) => {
    let from = 0;
    for (let lf = chunk.indexOf(0x0a); lf >= 0; lf = chunk.indexOf(0x0a, from)) {
      const end = chunk.subarray(from, lf);
      from = lf + 1;
      if (length + end.length > MAX_JSON) return flood();
      const whole = rest.length === 0 ? end : Buffer.concat([...rest, end]);
      rest = [];
      length = 0;
      line(whole);
      if (stopped()) return;
    }
    if (from === chunk.length) return;
    rest.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > MAX_JSON) flood();
  };
}
