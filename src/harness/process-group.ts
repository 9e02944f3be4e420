/** Process groups of children that still run; killed together should this process end early. */
const live = new Set<number>();
let watched = false;

/** Remembers a child that leads a process group of its own. */
export function watchGroup(pid: number): void {
  if (!watched) {
    watched = true;
    process.on("exit", () => {
      for (const leader of live) killGroup(leader);
    });
  }
  live.add(pid);
}

/** Kills whatever is left of a child's process group; that it is gone already is no error. */
export function killGroup(pid: number): void {
  live.delete(pid);
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nothing is left of the group.
  }
}

/** Milliseconds that output may still come after a child ended, when something it started holds its pipes open. */
export const LINGER = 250;
