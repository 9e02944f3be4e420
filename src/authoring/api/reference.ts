/** The reference of the library: a page for each subpath of the package, made from declarations and their doc comments. */

import type { Products } from "../products.ts";
import { type Exported, exportsOf } from "./exports.ts";

/** A public face: its subpath, the module, and what it is for. */
const FACES = [
  [
    "codec",
    "src/containers/index.ts",
    "Reader, Writer, Verifier, inventory, conversion: images as streams of octets, no file, no clock, no console.",
  ],
  ["verifier", "src/containers/verify.ts", "The Verifier alone."],
  [
    "harness",
    "src/harness/index.ts",
    "Loads suites, puts adapters on trial, computes certificates from claims. It knows no format.",
  ],
  ["backends", "src/hypervisor/index.ts", "Guests of hypervisors: saved to images, restored from them, migrated."],
] as const;

const FOLDER = "generated/api";
const TITLES = { function: "Functions", class: "Classes", constant: "Constants", type: "Types" } as const;

/** The pages, by path. */
export function apiReference(root: string): Products {
  const pages = new Map<string, string>();
  for (const [name, module, what] of FACES)
    pages.set(`${FOLDER}/${name}.md`, page(name, what, exportsOf(root, module)));
  pages.set(`${FOLDER}/README.md`, overview());
  return pages;
}

function overview(): string {
  const rows = FACES.map(([name, , what]) => `| [\`domain-save-image/${name}\`](${name}.md) | ${what} |`);
  return `# The library

| import from | what it is |
|---|---|
| \`domain-save-image\` | all of the codec, and of the harness what certifies |
${rows.join("\n")}
| \`domain-save-image/parsers/NAME\` | the generated parser of \`schemas/NAME.ksy\`: \`parse...(octets, params)\` |
| \`domain-save-image/schemas/FILE\`, \`.../suite/FILE\` | schemas and suite as files, by \`import.meta.resolve\` |

It is ES modules for Node 20.19 and newer, typed. Bad input throws \`FormatError\`, what is recognised and not supported \`UnsupportedError\`. 64-bit integers are
\`bigint\`, or in JSON \`0x\` and hexadecimal. [Use it as a library](../../spec/guide/use-the-library.md) begins with an example.
`;
}

function page(name: string, what: string, exported: readonly Exported[]): string {
  const sections = (Object.keys(TITLES) as (keyof typeof TITLES)[]).flatMap((kind) => {
    const own = exported.filter((one) => one.kind === kind);
    return own.length === 0 ? [] : [`## ${TITLES[kind]}\n`, ...own.map(entry)];
  });
  return `# domain-save-image/${name}\n\n${what}\n\n${sections.join("\n")}`;
}

function entry({ name, doc, text, file }: Exported): string {
  return `### ${name}\n\n${doc === "" ? "" : `${doc}\n\n`}\`\`\`ts\n${text}\n\`\`\`\n\nDeclared in \`${file}\`.\n`;
}
