/** Holds the machine that a hypervisor can be against the one that an image is of, part by part (MACH-049). */

import { type Machine, RefusedError, ramOf } from "./backend.ts";

/** Throws RefusedError that names the part of `there` in which it is not `here`; `who` is what `here` is called. */
export function sameParts(here: Machine, there: Machine, who: string): void {
  const differ = (part: string, ours: string | undefined, theirs: string | undefined) => {
    if (ours !== theirs)
      throw new RefusedError(`the machine's ${part} is ${theirs ?? "not said"}; ${who} has ${ours ?? "none"}`);
  };
  differ("version", String(here.version), String(there.version));
  differ("vcpus", String(here.vcpus), String(there.vcpus));
  differ("memory", memoryText(here), memoryText(there));
  const names = new Set([...Object.keys(here.config), ...Object.keys(there.config)]);
  for (const name of [...names].sort()) differ(name, here.config[name], there.config[name]);
}

/** Where RAM lies. Anything else is in no image. */
function memoryText(machine: Machine): string {
  return ramOf(machine)
    .map(({ pfn, pages }) => `${pages} pages from pfn 0x${pfn.toString(16)}`)
    .join(", ");
}
