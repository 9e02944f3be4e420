const cleanups = new Set<() => void>();
let armed = false;

/** Runs `cleanup` (synchronous) should SIGINT or SIGTERM end the process; returns how to take that back. */
export function onInterrupt(cleanup: () => void): () => void {
  cleanups.add(cleanup);
  armSignals();
  return () => cleanups.delete(cleanup);
}

/** Makes SIGINT and SIGTERM end the process with 130 and 143, after every cleanup has run. */
export function armSignals(): void {
  if (armed) return;
  armed = true;
  const end = (status: number) => () => {
    for (const cleanup of cleanups) {
      try {
        cleanup();
      } catch {
        // The process ends now; there is nobody left to tell.
      }
    }
    process.exit(status);
  };
  process.once("SIGINT", end(130));
  process.once("SIGTERM", end(143));
}
