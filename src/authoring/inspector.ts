import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build, type Plugin } from "esbuild";
import { type KsyField, type KsySet, type KsyType, readKsySet } from "./kaitai/ksy.ts";
import { readLedger } from "./ledger/ledger.ts";

/** The script of the inspector page, beside the built code. */
export const INSPECTOR = "dist/inspector.js";

/** Modules of the codec that ask the platform, and what stands in for them in a browser. */
const STAND_INS: readonly (readonly [RegExp, string])[] = [
  [/codecs\/sha256\.ts$|^\.\/sha256\.ts$/, "sha256.ts"],
  [/codecs\/crc32\.ts$|^\.\/crc32\.ts$/, "crc32.ts"],
  [/^\.\/deflate\.ts$/, "deflate.ts"],
  [/^\.\/lz4-library\.ts$/, "lz4-library.ts"],
  [/^\.\/zstd-library\.ts$/, "zstd-library.ts"],
];

/** Bundles the inspector with the codec and what it shows of the specification: one script that needs nothing else. */
export async function bundleInspector(root: string): Promise<string> {
  const made = await build({
    absWorkingDir: root,
    entryPoints: ["src/inspector/main.ts"],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "eof",
    footer: { js: licences(root) },
    // Kaitai's runtime asks for these in Node only.
    external: ["iconv-lite", "util", "zlib"],
    loader: { ".wasm": "binary" },
    plugins: [standIns(root), specification(root), zstd(root)],
    logLevel: "silent",
  });
  return made.outputFiles[0]!.text;
}

/** Packages whose code is in the bundle. */
const BUNDLED = ["@noble/hashes", "@bokuweb/zstd-wasm", "js-xxhash", "kaitai-struct", "pako"] as const;

/** The licences of what is in the bundle, as far as it is installed: they ask to go along with the code. */
function licences(root: string): string {
  const texts = BUNDLED.flatMap((name) => {
    const folder = join(root, "node_modules", name);
    const file = existsSync(folder) ? readdirSync(folder).find((one) => /^licen[cs]e/i.test(one)) : undefined;
    return file === undefined ? [] : [`${name}\n\n${readFileSync(join(folder, file), "utf8").trim()}`];
  });
  return `/*!\n${texts.join("\n\n---\n\n").replaceAll("*/", "* /")}\n*/`;
}

function standIns(root: string): Plugin {
  return {
    name: "stand-ins",
    setup(bundle) {
      bundle.onResolve({ filter: /\.ts$/ }, ({ path, importer }) => {
        if (importer.includes("/inspector/")) return undefined;
        const found = STAND_INS.find(([pattern]) => pattern.test(path));
        return found && { path: join(root, "src/inspector/platform", found[1]) };
      });
    },
  };
}

/** `virtual:zstd`: the library with its octets, so that a page that was opened from a file system needs nothing else. */
function zstd(root: string): Plugin {
  return {
    name: "zstd",
    setup(bundle) {
      const folder = join(root, "node_modules/@bokuweb/zstd-wasm/dist/esm");
      bundle.onResolve({ filter: /^virtual:zstd$/ }, ({ path }) => ({ path, namespace: "zstd" }));
      bundle.onLoad({ filter: /.*/, namespace: "zstd" }, () => ({
        resolveDir: root,
        contents: existsSync(folder)
          ? `export { Module } from ${JSON.stringify(join(folder, "zstd.js"))};
export { default as octets } from ${JSON.stringify(join(folder, "zstd.wasm"))};`
          : "export const Module = undefined; export const octets = new Uint8Array(0);",
      }));
    },
  };
}

function specification(root: string): Plugin {
  return {
    name: "specification",
    setup(bundle) {
      bundle.onResolve({ filter: /^virtual:specification$/ }, ({ path }) => ({ path, namespace: "specification" }));
      bundle.onLoad({ filter: /.*/, namespace: "specification" }, () => ({ contents: specificationModule(root) }));
    },
  };
}

/** The module `virtual:specification`: structures and requirements as far as they are shown. */
export function specificationModule(root: string): string {
  return `export const schemas = ${JSON.stringify(structures(readKsySet(root)))};
export const requirements = ${JSON.stringify(sentences(root))};`;
}

function structures(set: KsySet): Record<string, object> {
  return Object.fromEntries([...set].map(([id, ksy]) => [id, structure(ksy)]));
}

function structure({ meta, doc, seq = [], types = {}, "-req": req }: KsyType): object {
  return {
    ...(doc && { doc: plain(doc) }),
    ...(meta?.title && { title: meta.title }),
    ...(req && { req }),
    seq: seq.map((field) => ({
      id: field.id,
      ...(field.doc && { doc: plain(field.doc) }),
      ...(field["-req"] && { req: field["-req"] }),
      ...(field.type && { type: typeOf(field.type) }),
    })),
    types: Object.fromEntries(Object.entries(types).map(([id, type]) => [id, structure(type)])),
  };
}

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

/** A type without its arguments; of a choice, the cases by the names of enumerators. */
function typeOf(type: NonNullable<KsyField["type"]>): unknown {
  const bare = (name: string) => name.replace(/\([\s\S]*$/, "");
  if (typeof type === "string") return bare(type);
  const cases = Object.entries(type.cases).map(([value, name]) => [value.split("::").at(-1)!, bare(name)]);
  return { on: String(type["switch-on"]), cases: Object.fromEntries(cases) };
}

function sentences(root: string): Record<string, { text: string; place: string }> {
  const { requirements } = readLedger(root);
  return Object.fromEntries(
    requirements.map(({ id, text, file }) => [id, { text, place: `${file.replace(/\.md$/, ".html")}#${id}` }]),
  );
}

if (process.argv[1] !== undefined && import.meta.url.endsWith(process.argv[1].replaceAll("\\", "/"))) {
  const path = join(process.cwd(), INSPECTOR);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await bundleInspector(process.cwd()));
}
