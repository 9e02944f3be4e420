/** Which programs of others a test can put on trial. */

import { spawnSync } from "node:child_process";

const isHere = (program: string) => spawnSync(program, ["--version"]).error === undefined;

/** Whether the programs are there; where tools are required, all are. */
export function here(...programs: string[]): boolean {
  const missing = programs.filter((program) => !isHere(program));
  if (missing.length > 0 && process.env.DSI_REQUIRE_TOOLS === "1") {
    throw new Error(
      `DSI_REQUIRE_TOOLS=1, and there is no ${missing.join(", no ")}; see conformance/adapters/README.md`,
    );
  }
  return missing.length === 0;
}
