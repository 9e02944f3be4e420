/** Everything that is fuzzed, by name. */

import { frameTargets } from "./frames.ts";
import { imageTargets } from "./images.ts";
import { promise, type Target } from "./target.ts";
import { textTargets } from "./texts.ts";

export const targets: ReadonlyMap<string, Target> = new Map([...imageTargets, ...frameTargets, ...textTargets]);

const { about, run, seeds } = textTargets.get("commands") as Target;

/** A target that breaks its promise where a command has no quote: it shows that a broken promise is found. */
const failing: Target = {
  about,
  run(octets) {
    run(octets);
    promise(
      octets.some((octet) => octet === 0x22 || octet === 0x27 || octet === 0x5c),
      () => "this is what it is for",
    );
  },
  seeds,
};

/** The target of a name; `one-that-fails` is there to be asked for, and not among those that are fuzzed. */
export function targetOf(name: string): Target {
  const target = name === "one-that-fails" ? failing : targets.get(name);
  if (target === undefined) throw new Error(`no such target: ${name}; there are ${[...targets.keys()].join(" ")}`);
  return target;
}

/** The name under which every cut and flip of a target's seeds is counted. */
export function nearName(target: string): string {
  return `${target}, cut or flipped`;
}

/** What each target is about, those of cuts and flips included. */
export function aboutTargets(): ReadonlyMap<string, string> {
  const near = [...imageTargets].map(([name]): [string, string] => [
    nearName(name),
    "the same, on small seeds that are cut short at every octet, and with every single bit flipped",
  ]);
  return new Map([...[...targets].map(([name, { about }]): [string, string] => [name, about]), ...near]);
}
