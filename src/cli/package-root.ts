import { join } from "node:path";
import { packageRoot } from "../harness/package-root.ts";

export { packageRoot };

/** The path of the command's own program, to start it as a child process. */
export function mainProgram(): string {
  return join(packageRoot(), "dist/src/cli/main.js");
}
