import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileKsy } from "./compile.ts";
import { declarationText } from "./declaration.ts";
import { faceText } from "./face.ts";
import { forms } from "./forms.ts";
import { readKsySet } from "./ksy.ts";
import { pascal } from "./names.ts";

export { type FieldRow, fieldTable } from "./field-table.ts";
export { octetDiagram } from "./octet-diagram.ts";

/**
 * Makes every file under `generated/` from `schemas/*.ksy`: for each form the compiler's own JavaScript with a
 * declaration beside it, and a TypeScript face over it. Resolves to repository path -> text; `root` is the repository.
 */
export async function generateKaitai(root: string): Promise<Map<string, string>> {
  const set = readKsySet(root);
  const files = new Map<string, string>();
  for (const name of readdirSync(join(root, runtime))) files.set(`generated/${name}`, runtimeText(root, name));
  for (const form of forms) {
    // The compiler writes CommonJS; this marks it as such inside a package of ES modules.
    files.set(`generated/${form}/js/package.json`, '{ "type": "commonjs" }\n');
    for (const id of set.keys()) {
      for (const [name, text] of await compileKsy(set, id, "javascript", form, true)) {
        files.set(`generated/${form}/js/${name}`, text);
      }
      files.set(`generated/${form}/js/${pascal(id)}.d.ts`, declarationText(set, id));
      files.set(`generated/${form}/${id}.ts`, faceText(set, id, form));
    }
  }
  return files;
}

const runtime = "src/authoring/kaitai/runtime";

/** The runtime is ordinary source, checked here, and copied because `generated` imports nothing but Kaitai's own. */
function runtimeText(root: string, name: string): string {
  const source = readFileSync(join(root, runtime, name), "utf8");
  return `// Copied from ${runtime}/${name} by \`npm run generate\`; edit that file instead.\n\n${source}`;
}
