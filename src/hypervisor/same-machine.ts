/** Holds the machine that a hypervisor can be against the one that an image is of, part by part. */

import { type Machine, RefusedError } from "./backend.ts";

/** Throws RefusedError that names the part of `there` in which it is not `here`; `who` is what `here` is called. */
export function sameParts(here: Machine, there: Machine, who: string): void {
  for (const part of ["version", "vcpus", "memory"] as const) differ(part, here[part], there[part], who);
  const entries = new Set([...Object.keys(here.config), ...Object.keys(there.config)]);
  for (const entry of [...entries].sort()) differ(`config.${entry}`, here.config[entry], there.config[entry], who);
}

function differ(part: string, here: unknown, there: unknown, who: string): void {
  const [ours, theirs] = [here, there].map(canonical);
  if (ours !== theirs) throw new RefusedError(`the machine's ${part} is ${theirs}; ${who} has ${ours}`);
}

function canonical(value: unknown): string {
  if (value === undefined) return "none";
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
