import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { onTestFinished } from "vitest";
import { mainProgram } from "../package-root.ts";

/** A side of a migration that runs, and what it has said. */
export interface Side {
  readonly child: ChildProcess;
  /** What it has written so far, standard output and standard error together. */
  readonly said: () => string;
  /** Waits until it has said what matches; undefined once it has ended without. */
  heard(pattern: RegExp): Promise<RegExpMatchArray | undefined>;
  /** How it ended: an exit status, or a signal. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** Starts `dsi migrate` with these words. It ends with the test. */
export function side(words: readonly string[]): Side {
  const child = spawn(process.execPath, [mainProgram(), "migrate", ...words], { stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  let listeners: (() => void)[] = [];
  const tell = () => {
    for (const listener of listeners) listener();
  };
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (piece: Buffer) => {
      text += piece.toString("utf8");
      tell();
    });
  let over = false;
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once("close", (status, signal) => {
      over = true;
      resolve(status ?? (signal as NodeJS.Signals));
      tell();
    });
  });
  return {
    child,
    said: () => text,
    ended,
    heard: (pattern) =>
      new Promise((resolve) => {
        const look = () => {
          const found = text.match(pattern) ?? undefined;
          if (found === undefined && !over) return;
          listeners = listeners.filter((listener) => listener !== look);
          resolve(found);
        };
        listeners.push(look);
        look();
      }),
  };
}

/** Starts a receiver on a port of loopback that it chooses. */
export async function receiver(to: string, words: readonly string[] = []): Promise<Side & { readonly port: number }> {
  const started = side(["listen:0", to, ...words]);
  const found = await started.heard(/listening at 127\.0\.0\.1:(\d+)/);
  if (found === undefined) throw new Error(`the receiver does not listen: ${started.said()}`);
  return { ...started, port: Number(found[1]) };
}

/** The processes that a process has started, by number. Linux knows. */
export function childrenOf({ pid }: ChildProcess): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
}

/** Numbers below a limit, the same for the same seed. */
export function numbers(seed: number): (limit: number) => number {
  let state = seed >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}
