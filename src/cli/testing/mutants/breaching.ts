/** Writers that write, where an image is asked for, what a case of the suite shows to be a breach of it. */

import type { Ready } from "./bench.ts";
import { sameBreach } from "./derived.ts";
import { type Writer, type WriteTrial, writer } from "./writers.ts";

/** The end of the id of such a mutant. */
export const BREACH = "-writer-breach";

/**
 * The codec's Writer, which breaks one requirement: where a trial asks for the image that a breaking case changes, it writes the octets of that
 * case. `trials` are those of Verifiers; what is written is what the reference reports there.
 */
export function breaching(requirement: string, trials: readonly Ready[]): (one: WriteTrial) => Writer {
  const broken = trials.filter(({ trial: { case: one, role, expected } }) => {
    return (
      role === "verifier" && expected === "reject" && one.breaks !== undefined && sameBreach(one.breaks, requirement)
    );
  });
  return ({ trial: { demand, edition } }) => {
    const found = broken.find(
      ({ trial }) =>
        trial.edition === edition &&
        demand?.kind === "octets" &&
        trial.run.input.kind === "image" &&
        trial.run.input.edits.length > 0 &&
        trial.run.input.image === demand.image,
    );
    return found === undefined ? writer() : () => found.octets;
  };
}
