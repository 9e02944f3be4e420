import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { verifyImage } from "../containers/index.ts";
import type { Backend } from "./backend.ts";
import { checkCounter, counterStatus } from "./guest/counter.ts";
import { imageChunks } from "./image-chunks.ts";
import { qemuBackend } from "./qemu/backend.ts";
import { PROGRAM } from "./qemu/vm.ts";
import { restoreDomain } from "./restore.ts";
import { saveDomain } from "./save.ts";
import { expectSame, runTo } from "./testing/contract.ts";
import { v86Backend } from "./v86/backend.ts";

const isLong = process.env.DSI_SOAK === "1";
/** How often a guest is saved and restored; 50 with `npm run soak`. */
const CYCLES = isLong ? 50 : 4;
const hasQemu = spawnSync(PROGRAM, ["--version"]).status === 0;
if (!hasQemu && process.env.DSI_REQUIRE_TOOLS === "1")
  throw new Error(`DSI_REQUIRE_TOOLS=1, but there is no ${PROGRAM} (Debian: qemu-system-x86)`);

async function cycles(open: () => Backend): Promise<void> {
  const backend = open();
  const folder = mkdtempSync(join(tmpdir(), "dsi-soak-"));
  try {
    let domain = await backend.start("counter");
    let count = 0n;
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      await runTo(domain, count + 20n);
      const path = join(folder, `${cycle}.img`);
      // Every other time while it runs.
      const live = cycle % 2 === 1 ? { live: { maxRounds: 2, maxDirty: 64 } } : {};
      if (cycle % 2 === 1) await domain.resume();
      const fd = openSync(path, "w");
      await saveDomain(domain, async (octets) => void writeSync(fd, octets), live);
      closeSync(fd);
      const verifier = verifyImage({ deep: true });
      verifier.push(readFileSync(path));
      expect(verifier.end()).toMatchObject({ verdict: "accept", findings: [], notChecked: [] });
      const restored = await restoreDomain(backend, imageChunks(path));
      await expectSame(domain, restored);
      const now = await counterStatus(restored);
      expect(now).toEqual(await counterStatus(domain));
      expect(now.count).toBeGreaterThanOrEqual(count + 20n);
      count = now.count;
      await domain.destroy();
      domain = restored;
      expect((await backend.domains()).map(({ id }) => id)).toEqual([domain.id]);
      rmSync(path);
    }
    await runTo(domain, count + 20n);
    expect(await checkCounter(domain)).toEqual([]);
  } finally {
    await backend.close();
    rmSync(folder, { recursive: true });
  }
}

describe(`a guest that is saved, verified, restored and let run on ${CYCLES} times in a row`, () => {
  const patience = { timeout: isLong ? 1_800_000 : 240_000 };
  test("under v86", patience, () => cycles(v86Backend));
  test.skipIf(!hasQemu)(`under ${PROGRAM}, which has to be installed`, patience, () => cycles(qemuBackend));
});
