/** Hooks of Node's module loader (`module.register`): what is ours is counted, what is not is left as it is. */

import type { LoadHook } from "node:module";
import { instrument } from "./instrument.ts";
import { MAP_SIZE } from "./map-size.ts";

const OURS = /\/dist\/src\/(authoring\/hex|codecs|containers|format|harness)\//;
const numbering = { next: 0 };

export const load: LoadHook = async (url, context, next) => {
  const loaded = await next(url, context);
  if (loaded.format !== "module" || !OURS.test(url) || loaded.source == null) return loaded;
  const source = typeof loaded.source === "string" ? loaded.source : new TextDecoder().decode(loaded.source);
  return { ...loaded, source: instrument(source, numbering, MAP_SIZE) };
};
