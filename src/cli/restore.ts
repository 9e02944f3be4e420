import { type CarryOnOptions, carryOn } from "./carry-on.ts";
import { CommandError } from "./ending.ts";
import { statOf } from "./output.ts";
import { withBackend } from "./place.ts";
import { progressOf } from "./progress.ts";
import { octetsText } from "./reading.ts";
import { speedText } from "./round-text.ts";
import { complain, print } from "./terminal.ts";

/** The options of `dsi restore`. */
export type RestoreOptions = CarryOnOptions;

/** `dsi restore IMAGE URI`: restores a guest, lets it run on, and says whether it carried on with all its memory right. */
export function restore(image: string, uri: string, options: RestoreOptions): Promise<number> {
  return withBackend(uri, async (backend, { guest }) => {
    const { imageChunks, restoreDomain } = await import("../hypervisor/index.ts");
    if (guest !== undefined) throw new CommandError(`${uri} names a guest; what to restore is in the image`);
    const chunks = image === "-" ? process.stdin : imageChunks(image);
    const name = image === "-" ? "standard input" : image;
    // A pipe has a size, too: 0.
    const size = (await statOf(image))?.size || undefined;
    const progress = progressOf(name, "octets");
    const begun = performance.now();
    let octets = 0;
    const counted = async function* () {
      for await (const chunk of chunks) {
        octets += chunk.length;
        progress.at(octets, size);
        yield chunk;
      }
    };
    const domain = await restoreDomain(backend, counted()).finally(() => progress.stop());
    const ms = performance.now() - begun;
    complain(`${name}: ${octetsText(octets)} in ${(ms / 1000).toFixed(2)} s, ${speedText(octets, ms)}`);
    return await carryOn(domain, "restored", options, (line) => print(`${line}\n`));
  });
}
