import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inspectorPage } from "./page.ts";

/** Where the script of the inspector stands in a site, and where the build leaves it. */
export const INSPECTOR_SCRIPT = "assets/inspector.js";
const BUILT = "dist/inspector.js";

/** The files of the inspector in a site. Throws where dsi was not built, since the script is made then. */
export function inspectorFiles(root: string): Map<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([
    ["inspector.html", inspectorPage({ site: "" })],
    [INSPECTOR_SCRIPT, inspectorScript(root)],
  ]);
}

/** The script of the inspector, with the codec in it. */
export function inspectorScript(root: string): Uint8Array {
  const path = join(root, BUILT);
  if (!existsSync(path)) throw new Error(`${BUILT} is missing: npm run build makes it`);
  return readFileSync(path);
}
