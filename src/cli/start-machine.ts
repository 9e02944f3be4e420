import { spawnSync } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { verifyImage } from "../containers/verify.ts";
import { checkCounter, counterStatus, imageChunks, restoreDomain, runUntil, saveDomain } from "../hypervisor/index.ts";
import { findingText } from "./finding-text.ts";
import { writeOutput } from "./output.ts";
import { withBackend } from "./place.ts";
import { kindText, octetsText } from "./reading.ts";
import { type Colours, print } from "./terminal.ts";

/** Implementations that share nothing with the reference, and how they are asked what they think of an image. */
const ADAPTERS = [
  { name: "the adapter in Python", command: "python3", script: "conformance/adapters/python/dsi_adapter.py" },
  { name: "the adapter in shell", command: "sh", script: "conformance/adapters/shell/adapter.sh" },
] as const;

/**
 * Saves a guest of v86 while it runs, has the image verified, ends the guest, and restores it from the image into a machine of its own.
 * Returns whether the image conforms and the guest carried on with its memory right.
 */
export async function showMachine(root: string, out: string, colour: Colours): Promise<boolean> {
  const image = join(out, "counter.img");
  await mkdir(out, { recursive: true });
  return await withBackend("v86:counter", async (backend) => {
    const guest = await backend.start("counter");
    await runUntil(guest, ({ ticks }) => ticks >= 50n);
    await guest.resume();
    await writeOutput(image, async (write) => {
      const { rounds, octets, downtime } = await saveDomain(guest, write, { live: { maxRounds: 5, maxDirty: 64 } });
      await print(
        `saved while it ran: ${rounds.length} rounds, paused for ${downtime.toFixed(0)} ms, ${octetsText(octets)}\n`,
      );
    });
    const saved = await counterStatus(guest);
    await guest.destroy();

    const conforms = await verifySaved(root, image, colour);
    const restored = await restoreDomain(backend, imageChunks(image));
    const before = await counterStatus(restored);
    const after = await runUntil(restored, ({ ticks }) => ticks >= before.ticks + 50n);
    const wrong = await checkCounter(restored);
    const right = wrong.length === 0 && before.count === saved.count && after.count > before.count;
    await print(
      `restored: saved at count ${saved.count}, restored at ${before.count}, carried on to ${after.count}: ` +
        `${right ? colour.green("every page right") : colour.red(wrong.join(", ") || "not as saved")}\n`,
    );
    return conforms && right;
  });
}

async function verifySaved(root: string, image: string, colour: Colours): Promise<boolean> {
  const verifier = verifyImage({ deep: true });
  verifier.push(new Uint8Array(await readFile(image)));
  const { verdict, findings, edition, container } = verifier.end();
  const said = (accepted: boolean) => (accepted ? colour.green("accepted") : colour.red("rejected"));
  let all = verdict === "accept";
  await print(`${relative(process.cwd(), image)}: ${said(all)}: ${kindText(edition, container)}\n`);
  for (const finding of findings) await print(`  ${findingText(finding, "departs")}\n`);
  for (const { name, command, script } of ADAPTERS) {
    const answer = spawnSync(command, [join(root, script), "check", image], {
      env: { ...process.env, DSI_EDITION: "v4-draft" },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    // Anything but a verdict says something of this machine, and nothing of the image (CONTRACT 3).
    const rejected = answer.status === 1 && answer.stdout.trim() !== "";
    if (answer.status === 0 || rejected) await print(`  ${said(!rejected)} by ${name}\n`);
    else await print(`  not asked: ${name}, which does not run here\n`);
    all &&= !rejected;
  }
  return all;
}
