import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this package: where `package.json`, `spec/` and `conformance/` lie, in a checkout as installed. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("the package that holds this program is not complete: no package.json");
    folder = parent;
  }
  return folder;
}

/** The path of the command's own program, to start it as a child process. */
export function mainProgram(): string {
  return join(packageRoot(), "dist/src/cli/main.js");
}
