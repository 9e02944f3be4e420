import type { GenericFormatter } from "cli-progress";
import { onInterrupt } from "./signals.ts";
import { isTerminal } from "./terminal.ts";

/** Says how far a long piece of work is. */
export interface Progress {
  /** Takes how much is done so far, and of how much where that is known. */
  at(done: number, total?: number): void;
  stop(): void;
}

/** What is counted: octets are shown in MiB. */
export type ProgressUnit = "octets" | "pages" | "trials";

const NONE: Progress = { at() {}, stop() {} };
const PATIENCE_MS = 1000;
const REFRESH_MS = 100;

/** A bar on standard error once the work has lasted a second, and never where standard error is no terminal. */
export function progressOf(name: string, unit: ProgressUnit): Progress {
  if (!isTerminal(2)) return NONE;
  const start = performance.now();
  let last = start;
  let state: "waiting" | "opening" | "stopped" = "waiting";
  let bar: { setTotal(total: number): void; update(done: number, payload: object): void; stop(): void } | undefined;
  let settled: (() => void) | undefined;
  const open = async () => {
    const { default: progress } = await import("cli-progress");
    if (state === "stopped") return;
    const format: GenericFormatter = (_, { progress: share }, { shown, total }) =>
      total === undefined ? `${name} ${shown}` : `${name} ${barOf(share)} ${shown}`;
    const single = new progress.SingleBar({ format, clearOnComplete: true, hideCursor: true });
    single.start(1, 0, { shown: "", total: undefined });
    bar = single;
    // The bar hides the cursor; whoever interrupts wants it back.
    settled = onInterrupt(() => single.stop());
  };
  return {
    at(done, total) {
      const now = performance.now();
      if (now - last < REFRESH_MS) return;
      last = now;
      if (bar) {
        bar.setTotal(total ?? done + 1);
        bar.update(done, { shown: unit === "octets" ? `${Math.floor(done / 2 ** 20)} MiB` : `${done} ${unit}`, total });
      } else if (state === "waiting" && now - start > PATIENCE_MS) {
        state = "opening";
        void open();
      }
    },
    stop() {
      state = "stopped";
      bar?.stop();
      settled?.();
    },
  };
}

function barOf(share: number): string {
  const width = 30;
  const full = Math.round(Math.min(1, share) * width);
  return `[${"#".repeat(full)}${" ".repeat(width - full)}] ${Math.floor(share * 100)}%`;
}
