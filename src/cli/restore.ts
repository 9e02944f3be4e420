import { type CarryOnOptions, carryOn } from "./carry-on.ts";
import { CommandError } from "./ending.ts";
import { withBackend } from "./place.ts";
import { print } from "./terminal.ts";

/** The options of `dsi restore`. */
export type RestoreOptions = CarryOnOptions;

/** `dsi restore IMAGE URI`: restores a guest, lets it run on, and says whether it carried on with all its memory right. */
export function restore(image: string, uri: string, options: RestoreOptions): Promise<number> {
  return withBackend(uri, async (backend, { guest }) => {
    const { imageChunks, restoreDomain } = await import("../hypervisor/index.ts");
    if (guest !== undefined) throw new CommandError(`${uri} names a guest; what to restore is in the image`);
    const chunks = image === "-" ? process.stdin : imageChunks(image);
    const domain = await restoreDomain(backend, chunks);
    return await carryOn(domain, "restored", options, (line) => print(`${line}\n`));
  });
}
