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
const compiler = createRequire(import.meta.url)("kaitai-struct-compiler") as Compiler;

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
  const load = (name: string) => {
    const ksy = set.get(name);
    if (!ksy) throw new Error(`no schemas/${name}.ksy`);
    return inForm(form, ksy);
  };
  try {
    const files = await compiler.compile(target, load(id), { importYaml: async (name) => load(name) }, debug);
    return new Map(Object.entries(files));
  } catch (cause) {
    // The compiler throws Java-like objects, not always Errors.
    throw new Error(`schemas/${id}.ksy to ${target}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
