import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const python = spawnSync("python3", ["--version"]).status === 0;
if (!python && process.env.DSI_REQUIRE_TOOLS === "1") throw new Error("DSI_REQUIRE_TOOLS=1, and no python3");

test.runIf(python)("the Python implementation passes its own tests", { timeout: 300_000 }, () => {
  const { status, stderr } = spawnSync(
    "python3",
    ["-m", "unittest", "discover", "-s", "conformance/adapters/python/tests"],
    {
      encoding: "utf8",
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
    },
  );
  expect(status, stderr).toBe(0);
});
