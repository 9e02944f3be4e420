import { createRequire } from "node:module";
import { type Form, inForm } from "./forms.ts";
import type { KsySet } from "./ksy.ts";

interface Compiler {
  readonly languages: readonly string[];
  compile(
    target: string,
    ksy: unknown,
    importer: { importYaml(name: string, mode: string): Promise<unknown> },
    debug: boolean,
  ): Promise<Record<string, string>>;
}

// The compiler is CommonJS without types, and a development dependency: nothing that ships may import this module.
const load = createRequire(import.meta.url);
const compiler = load("kaitai-struct-compiler") as Compiler;

/** Every target that the installed compiler offers. */
export const targets: readonly string[] = compiler.languages;

/**
 * Compiles one .ksy for one target; resolves to file name -> text, imported files included.
 * `debug` makes JavaScript parsers keep the place of every field. Rejects with the compiler's complaint as an Error.
 */
export async function compileKsy(
  set: KsySet,
  id: string,
  target: string,
  form: Form,
  debug = false,
): Promise<Map<string, string>> {
  return compileWith(compiler, set, id, target, form, debug);
}

/**
 * Compiles one .ksy for Python in the open form, with the release of the compiler whose runtime Debian 12 packages (0.10);
 * the conditions of the strict form need 0.11.
 */
export async function compileForDebian(set: KsySet, id: string): Promise<Map<string, string>> {
  const older = load("kaitai-struct-compiler-0.10");
  const asked: KsySet = new Map(
    [...set].map(([name, ksy]) => [name, { ...ksy, meta: { ...ksy.meta, "ks-version": "0.10" } }]),
  );
  return compileWith(typeof older === "function" ? new older() : older, asked, id, "python", "open", true);
}

async function compileWith(
  by: Compiler,
  set: KsySet,
  id: string,
  target: string,
  form: Form,
  debug: boolean,
): Promise<Map<string, string>> {
  const source = (name: string) => {
    const ksy = set.get(name);
    if (!ksy) throw new Error(`no schemas/${name}.ksy`);
    return inForm(form, ksy);
  };
  try {
    const files = await by.compile(target, source(id), { importYaml: async (name) => source(name) }, debug);
    return new Map(Object.entries(files));
  } catch (cause) {
    // The compiler throws Java-like objects, not always Errors.
    throw new Error(`schemas/${id}.ksy to ${target}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
