/** The codec with one module replaced, made anew as often as wanted: nothing that one mutant leaves behind is met by the next. */

import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { build } from "esbuild";
import { MUTATED } from "../../../authoring/lint/mutation.ts";
import type * as Containers from "../../../containers/index.ts";
import { packageRoot } from "../../package-root.ts";

/** The root of what was compiled, this module included. */
const BUILT = join(dirname(fileURLToPath(import.meta.url)), "../../../..");

/** The public face of the codec. */
export type Codec = typeof Containers;

/** What Stryker's switches look at. */
export type Switches = {
  activeMutant?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  /** How often each mutant is come by, while somebody wants to know. */
  counts?: Uint32Array | undefined;
};

export const switches: Switches = {};
Object.assign(globalThis, { __stryker__: switches });

/**
 * Bundles the codec, other code in the place of some modules, by their paths from the room; what comes back makes it. `rewritten` may change the
 * script.
 */
export async function codecWith(
  replaced: ReadonlyMap<string, string>,
  rewritten = (script: string) => script,
): Promise<() => Codec> {
  const root = packageRoot();
  const room = join(root, MUTATED);
  const shared = new Map<string, unknown>();
  const made = await build({
    absWorkingDir: root,
    entryPoints: ["src/containers/index.ts"],
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    target: "node20",
    logLevel: "silent",
    plugins: [
      {
        name: "mutated",
        setup(bundle) {
          bundle.onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const contents = replaced.get(relative(room, path));
            return contents === undefined ? undefined : { contents, loader: "ts" };
          });
          // What is not mutated is loaded once, as it was built.
          bundle.onResolve({ filter: /(codecs|generated)\/.*\.ts$/ }, ({ path, resolveDir }) => {
            const target = join(BUILT, relative(root, join(resolveDir, path)).replace(/\.ts$/, ".js"));
            shared.set(target, undefined);
            return { path: target, external: true };
          });
          bundle.onResolve({ filter: /^(node:|[a-z@])/ }, ({ path, kind }) => {
            if (kind === "entry-point") return undefined;
            shared.set(path, undefined);
            return { path, external: true };
          });
        },
      },
    ],
  });
  for (const path of shared.keys()) {
    const found = (await import(path)) as Record<string, unknown>;
    shared.set(
      path,
      path.endsWith("/codecs/sha256.js") ? { ...found, sha256: remembered(found.sha256 as Sum) } : found,
    );
  }
  const text = `(function (module, require) {${made.outputFiles[0]?.text}\n})`;
  const script = new Script(rewritten(text), { filename: "mutated.cjs" });
  return () => {
    const module = { exports: {} as Codec };
    script.runInThisContext()(module, (path: string) => shared.get(path));
    return module.exports;
  };
}

type Sum = (octets: Uint8Array) => Uint8Array;

/** Memory that nobody changes: what judges show to the codec. */
export const unchanging = new WeakSet<ArrayBufferLike>();

/** A sum that is not worked out again for octets that nobody changes. */
function remembered(sum: Sum): Sum {
  const known = new WeakMap<ArrayBufferLike, Map<string, Uint8Array>>();
  return (octets) => {
    if (!unchanging.has(octets.buffer)) return sum(octets);
    const sums = known.get(octets.buffer) ?? new Map<string, Uint8Array>();
    known.set(octets.buffer, sums);
    const place = `${octets.byteOffset} ${octets.length}`;
    const found = sums.get(place) ?? sum(octets);
    sums.set(place, found);
    return found;
  };
}
