/** Optional libraries, loaded when they are first needed. */

import { createRequire } from "node:module";
import { CodecMissingError } from "./codec-error.ts";

const require = createRequire(import.meta.url);

/** A function that gives what `load` made of the package, the same at every call; throws CodecMissingError where it is not installed. */
export function optional<T>(codec: string, name: string, load: (require: NodeJS.Require, path: string) => T): () => T {
  let loaded: { readonly library: T } | undefined;
  return () => {
    loaded ??= { library: found(codec, name, load) };
    return loaded.library;
  };
}

function found<T>(codec: string, name: string, load: (require: NodeJS.Require, path: string) => T): T {
  try {
    return load(require, require.resolve(name));
  } catch {
    // Not installed, or installed without the part for this machine: there is nothing to be done with it either way.
    throw new CodecMissingError(codec, name);
  }
}
