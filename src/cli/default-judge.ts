import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { packageRoot } from "./package-root.ts";

/**
 * The judge of what Writers write where none is named: the Python implementation, which shares nothing with the reference.
 * Undefined where there is no Python; the trials that need a judge are then not applicable.
 */
export function defaultJudge(): readonly string[] | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  if (!folders.some((folder) => isProgram(join(folder, "python3")))) return undefined;
  return ["python3", join(packageRoot(), "conformance/adapters/python/dsi_adapter.py")];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
