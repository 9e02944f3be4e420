import { isatty } from "node:tty";

/** Says how far a long piece of work is. */
export interface Progress {
  /** Takes the number of octets done so far. */
  at(octets: number): void;
  stop(): void;
}

const NONE: Progress = { at() {}, stop() {} };
const PATIENCE_MS = 1000;

/**
 * A bar on standard error that appears when the work lasts longer than a second, and never where standard error is no
 * terminal. `total` is in octets, undefined for a pipe.
 */
export function progressOf(name: string, total: number | undefined): Progress {
  if (!isatty(2)) return NONE;
  const start = performance.now();
  let bar: { update(n: number, payload: object): void; stop(): void } | undefined;
  let opening = false;
  let stopped = false;
  let last = start;
  const open = async () => {
    const { default: progress } = await import("cli-progress");
    if (stopped) return;
    const single = new progress.SingleBar({
      format: total === undefined ? "{name} {mib} MiB" : "{name} [{bar}] {percentage}% {mib} MiB",
      clearOnComplete: true,
      hideCursor: true,
    });
    single.start(total ?? 1, 0, { name, mib: 0 });
    bar = single;
  };
  return {
    at(octets) {
      const now = performance.now();
      if (now - last < 100) return;
      last = now;
      if (bar) bar.update(octets, { mib: Math.floor(octets / 2 ** 20) });
      else if (!opening && now - start > PATIENCE_MS) {
        opening = true;
        void open();
      }
    },
    stop() {
      stopped = true;
      bar?.stop();
    },
  };
}
