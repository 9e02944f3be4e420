/** Puts something in order before the process ends; a promise is waited for. */
export type Cleanup = () => unknown;

const cleanups = new Set<Cleanup>();
let armed = false;

/** Runs `cleanup` should SIGINT or SIGTERM end the process; returns how to take that back. */
export function onInterrupt(cleanup: Cleanup): () => void {
  cleanups.add(cleanup);
  armSignals();
  return () => cleanups.delete(cleanup);
}

/** Makes SIGINT and SIGTERM end the process with 130 and 143, after every cleanup; a second signal does not wait for them. */
export function armSignals(): void {
  if (armed) return;
  armed = true;
  const end = (status: number) => {
    if (cleanups.size === 0) process.exit(status);
    const settled = [...cleanups].map(async (cleanup) => cleanup());
    cleanups.clear();
    void Promise.allSettled(settled).then(() => process.exit(status));
  };
  process.on("SIGINT", () => end(130));
  process.on("SIGTERM", () => end(143));
}
