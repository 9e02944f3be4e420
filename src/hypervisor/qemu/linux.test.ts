import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { type Domain, PAGE, ramOf } from "../backend.ts";
import { type LinuxGuest, linuxGuest, linuxMissing } from "../guest/linux.ts";
import { restoreDomain } from "../restore.ts";
import { expectSame, saved } from "../testing/contract.ts";
import { LabUnavailable } from "../xen/lab/tools.ts";
import { type QemuBackend, qemuBackend } from "./backend.ts";
import { PROGRAM } from "./vm.ts";

/** Why this machine cannot run them, or undefined. */
const missing = spawnSync(PROGRAM, ["--version"]).status === 0 ? linuxMissing() : `there is no ${PROGRAM}`;
if (missing !== undefined && process.env.DSI_REQUIRE_TOOLS === "1")
  throw new Error(`DSI_REQUIRE_TOOLS=1, but ${missing}`);

const GIB = 2 ** 30;
const PATIENCE = 300_000;

/** Machine type, vCPUs, memory. The others with `npm run soak`. */
const MACHINES: readonly (readonly [type: string, vcpus: number, memory: string])[] = [
  ["q35", 2, "4G"],
  ["microvm", 1, "192M"],
];
const MORE: typeof MACHINES = ["pc", "q35", "microvm"].flatMap((type) =>
  [1, 2].flatMap((vcpus) => ["192M", "5G"].map((memory) => [type, vcpus, memory] as const)),
);

/** Ticks that the guest has told of, in the order they came; undefined as long as there is no Debian to be had. */
async function bootable(): Promise<LinuxGuest | undefined> {
  try {
    return await linuxGuest();
  } catch (error) {
    if (!(error instanceof LabUnavailable) || process.env.DSI_REQUIRE_TOOLS === "1") throw error;
    return undefined;
  }
}

function ticksIn(serial: string): number[] {
  return [...readFileSync(serial, "latin1").matchAll(/^tick (\d+) of \d+\r?$/gm)].map(([, tick]) => Number(tick));
}

async function until(what: () => boolean, why: string): Promise<void> {
  for (const end = performance.now() + PATIENCE; !what(); await sleep(50))
    if (performance.now() > end) throw new Error(why);
}

/** Pages with something in them, above 4 GiB. */
async function usedAbove4G(domain: Domain): Promise<number> {
  let used = 0;
  const page = new Uint8Array(PAGE);
  for (const { pfn, pages } of ramOf(domain.machine).filter(({ pfn }) => pfn * PAGE >= 4 * GIB))
    for (let one = pfn; one < pfn + pages; one += 16) {
      await domain.readPages([one], page);
      if (page.some((octet) => octet !== 0)) used++;
    }
  return used;
}

describe.skipIf(missing !== undefined)(
  `Debian's kernel under ${PROGRAM}${missing === undefined ? "" : `: ${missing}`}`,
  () => {
    test.each(process.env.DSI_SOAK === "1" ? MORE : MACHINES)(
      "a %s with %i vCPUs and %s, saved under load, carries on at its next tick",
      { timeout: 2 * PATIENCE },
      async (type, vcpus, memory) => {
        const guest = await bootable();
        if (guest === undefined) return console.warn("not run: apt has no kernel of Debian to give");
        const folder = mkdtempSync(join(tmpdir(), "dsi-linux-"));
        const serial = join(folder, "serial");
        writeFileSync(serial, "");
        const words = [
          // A kernel that looks for the tables of a firmware does not come up on a microvm.
          ["-machine", type === "microvm" ? "microvm,acpi=off" : type, "-cpu", "max"],
          ["-smp", String(vcpus), "-m", memory],
          ["-kernel", guest.kernel, "-initrd", guest.initramfs],
          ["-append", "console=ttyS0 quiet panic=-1 rdinit=/init"],
          ["-chardev", `file,id=line,path=${serial},append=on`, "-serial", "chardev:line"],
        ].flat();
        const backend: QemuBackend = qemuBackend(words);
        try {
          const domain = await backend.start("machine");
          await domain.resume();
          await until(() => ticksIn(serial).length >= 5, `no tick: ${readFileSync(serial, "latin1").slice(-500)}`);
          await domain.pause();
          const before = ticksIn(serial);
          const { image } = await saved(domain);
          if (memory.endsWith("G")) expect(await usedAbove4G(domain)).toBeGreaterThan(0);
          const restored = await restoreDomain(backend, [image]);
          await expectSame(domain, restored);
          await domain.destroy();
          await restored.resume();
          await until(() => ticksIn(serial).length >= before.length + 5, "no further tick");
          await restored.destroy();
          const ticks = ticksIn(serial);
          expect(ticks).toEqual(ticks.map((_, index) => (ticks[0] as number) + index));
          expect(readFileSync(serial, "latin1")).toContain(`of ${vcpus}`);
        } finally {
          await backend.close();
          rmSync(folder, { recursive: true });
        }
      },
    );
  },
);
