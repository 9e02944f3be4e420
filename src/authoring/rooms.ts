/** One import of a module; `line` is counted from 1. */
export type Import = {
  readonly file: string;
  readonly line: number;
  /** What is imported: a path from the root (`src/format/record.ts`), or the name of a package (`node:fs`, `ajv`). */
  readonly target: string;
};

// What the sources use of the generated files: never the strict form, which is for others.
const GENERATED = ["generated/open/", "generated/catalogue.ts", "generated/parser-runtime.ts"];

/** What each room may import beside itself, as prefixes of paths from the root; `packages` is any package or built-in. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "generated/": ["package:kaitai-struct"],
  "src/authoring/": ["package:"],
  "src/codecs/": ["package:"],
  "src/format/": ["src/codecs/", ...GENERATED, "package:"],
  "src/containers/": ["src/format/", "src/codecs/", ...GENERATED, "package:"],
  "src/inspector/": ["src/containers/", "src/format/", "src/codecs/", ...GENERATED, "package:"],
  "src/hypervisor/": ["src/format/index.ts", "src/containers/index.ts", "package:"],
  "src/harness/": ["package:"],
  "src/review/": ["src/", ...GENERATED, "package:"],
  "src/site/": ["src/", ...GENERATED, "package:"],
  "src/cli/": ["src/", ...GENERATED, "package:"],
  "src/bench/": ["src/", ...GENERATED, "package:"],
  "src/fuzz/": ["src/", ...GENERATED, "package:"],
  "src/index.ts": ["src/", ...GENERATED, "package:"],
};

/** What no room may import, although a prefix above allows it. */
const NEVER: Readonly<Record<string, readonly string[]>> = {
  "src/review/": ["src/hypervisor/"],
  "src/site/": ["src/hypervisor/"],
  "": ["src/cli/"],
};

/** Every import and re-export of a module, static or dynamic. `file` is its path from the root. */
export function importsOf(text: string, file: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b[^"'`;]*?\bfrom\s*["']([^"']+)["']|(?:^|\n)\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;
  return [...code.matchAll(pattern)].map((match) => ({
    file,
    line: code.slice(0, match.index + match[0].length).split("\n").length,
    target: resolveTarget((match[1] ?? match[2] ?? match[3])!, file),
  }));
}

function resolveTarget(specifier: string, file: string): string {
  if (specifier.startsWith("#kaitai/")) return `generated/${specifier.slice("#kaitai/".length)}`;
  if (!specifier.startsWith(".")) return `package:${specifier}`;
  const parts = file.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** The imports among `imports` that the plan of the house forbids. */
export function forbiddenImports(imports: readonly Import[]): Import[] {
  return imports.filter(({ file, target }) => {
    const room = Object.keys(MAY_IMPORT).find((prefix) => file.startsWith(prefix));
    if (room === undefined) return true;
    if (target.startsWith(room)) return false;
    const never = Object.entries(NEVER).some(
      ([prefix, targets]) => file.startsWith(prefix) && targets.some((one) => target.startsWith(one)),
    );
    return never || !MAY_IMPORT[room]!.some((prefix) => target.startsWith(prefix));
  });
}
