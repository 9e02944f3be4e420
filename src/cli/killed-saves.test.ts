import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkCounter, counterImage, counterStatus } from "../hypervisor/guest/counter.ts";
import { qemuAt } from "../hypervisor/qemu/backend.ts";
import { PROGRAM } from "../hypervisor/qemu/vm.ts";
import { mainProgram } from "./package-root.ts";

/** How often each is ended at an instant of chance; 20 with `npm run soak`. */
const TIMES = process.env.DSI_SOAK === "1" ? 20 : 2;
const PATIENCE = { timeout: 60_000 * TIMES };
const hasQemu = spawnSync(PROGRAM, ["--version"]).status === 0;
if (!hasQemu && process.env.DSI_REQUIRE_TOOLS === "1")
  throw new Error(`DSI_REQUIRE_TOOLS=1, but there is no ${PROGRAM} (Debian: qemu-system-x86)`);

type Ended = {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stderr: string;
  readonly ms: number;
};

/** A QEMU that is not ours to start, its guest counting in 16 MiB that it does not dirty fast enough to matter. */
class Machine {
  readonly folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "dsi-killed-"));
  readonly socket = join(this.folder, "qmp");
  readonly out = join(this.folder, "out", "guest.img");
  readonly child: ChildProcess;

  constructor() {
    const kernel = join(this.folder, "counter");
    spawnSync("mkdir", [join(this.folder, "out")]);
    writeFileSync(kernel, counterImage({ memory: 8 * 2 ** 20 }));
    const octets = 16 * 2 ** 20 + 8192;
    this.child = spawn(
      PROGRAM,
      [
        ["-nodefaults", "-display", "none", "-machine", "pc,memory-backend=ram", "-m", `${octets}B`],
        ["-object", `memory-backend-file,id=ram,size=${octets},mem-path=${join(this.folder, "ram")},share=on`],
        ["-kernel", kernel, "-qmp", `unix:${this.socket},server=on,wait=off`],
      ].flat(),
      { stdio: "ignore" },
    );
  }

  /** Runs `dsi save` on it; `during` may end one or the other. */
  async save(out: string, during: (saver: ChildProcess) => Promise<void> = async () => {}): Promise<Ended> {
    while (!existsSync(this.socket)) await sleep(20);
    const begun = performance.now();
    const saver = spawn(process.execPath, [mainProgram(), "save", `qemu+unix:${this.socket}`, out], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stderr = "";
    saver.stderr?.on("data", (text) => (stderr += text));
    if (out !== "-") saver.stdout?.resume();
    const over = once(saver, "close");
    await during(saver);
    const [status, signal] = (await over) as [number | null, string | null];
    return { status, signal, stderr, ms: performance.now() - begun };
  }

  /** The guest runs, counts on, and has its memory right. */
  async expectRunning(): Promise<void> {
    const backend = await qemuAt(this.socket);
    try {
      const [domain] = await backend.domains();
      if (domain === undefined) throw new Error("there is no guest");
      // QEMU lets it run again once it has seen that nobody takes its state any more.
      const run = async () => {
        const end = performance.now() + 30_000;
        for (;;) {
          await domain.pause();
          const status = await counterStatus(domain).catch(() => undefined);
          if (status !== undefined && status.count > 0n) return status.count;
          await domain.resume();
          if (performance.now() > end) throw new Error("the guest does not count");
          await sleep(20);
        }
      };
      const first = await run();
      await domain.resume();
      for (let count = first; count <= first; ) {
        await sleep(20);
        await domain.pause();
        count = (await counterStatus(domain)).count;
        if (count > first) expect(await checkCounter(domain)).toEqual([]);
        await domain.resume();
      }
    } finally {
      await backend.close();
    }
  }

  /** Whether QEMU itself says that its guest runs, without us having told it to. */
  async isRunning(): Promise<boolean> {
    const { attachVm } = await import("../hypervisor/qemu/vm.ts");
    for (const end = performance.now() + 30_000; performance.now() < end; await sleep(50)) {
      const vm = await attachVm(this.socket);
      const { status } = await vm.qmp.command<{ readonly status: string }>("query-status");
      await vm.release();
      if (status === "running") return true;
    }
    return false;
  }

  /** What is in the folder of the image. */
  left(): string[] {
    return readdirSync(join(this.folder, "out"));
  }

  async end(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill("SIGKILL");
      await once(this.child, "close");
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

describe.skipIf(!hasQemu)(`a save from ${PROGRAM}, which has to be installed, that comes to nothing`, () => {
  let machine: Machine;
  beforeEach(() => {
    machine = new Machine();
  });
  afterEach(() => machine.end());

  /** How long a whole save takes here and now. */
  async function usual(): Promise<number> {
    const { status, stderr, ms } = await machine.save(machine.out);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    rmSync(machine.out);
    return ms;
  }

  test.each(["SIGKILL", "SIGINT"] as const)(
    "because %s ends the saver leaves the guest running",
    PATIENCE,
    async (by) => {
      const ms = await usual();
      for (let time = 0; time < TIMES; time++) {
        const ended = await machine.save(machine.out, async (saver) => {
          await sleep(ms * (0.2 + 0.8 * Math.random()));
          saver.kill(by);
        });
        // It may have been faster, by all of its life or by all but the last of it; then the image is whole.
        const isThere = existsSync(machine.out);
        if (isThere) expect(spawnSync(process.execPath, [mainProgram(), "verify", machine.out]).status).toBe(0);
        else expect(ended.status).not.toBe(0);
        expect(await machine.isRunning()).toBe(true);
        await machine.expectRunning();
        rmSync(machine.out, { force: true });
        if (by === "SIGINT" && ended.status !== 0) expect([130, null]).toContain(ended.status);
      }
    },
  );

  test("because the disk is full leaves the guest running", PATIENCE, async () => {
    const { status, stderr } = await machine.save("/dev/full");
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringMatching(/disk is full/) });
    expect(await machine.isRunning()).toBe(true);
    await machine.expectRunning();
  });

  test("because nobody reads it leaves the guest running", PATIENCE, async () => {
    const { status } = await machine.save("-", async (saver) => {
      await once(saver.stdout as NodeJS.ReadableStream, "data");
      saver.stdout?.destroy();
    });
    expect(status).not.toBe(0);
    expect(await machine.isRunning()).toBe(true);
    await machine.expectRunning();
  });

  test("because the hypervisor is gone says so, and leaves no image", PATIENCE, async () => {
    const ms = await usual();
    for (let time = 0; time < TIMES; time++) {
      const { status, stderr } = await machine.save(machine.out, async () => {
        await sleep(ms * (0.3 + 0.5 * Math.random()));
        machine.child.kill("SIGKILL");
      });
      if (status !== 0) {
        expect(stderr).not.toMatch(/internal error|\n\s+at /);
        expect(stderr).toMatch(/QEMU|is gone/);
        expect(machine.left()).toEqual([]);
      }
      await machine.end();
      machine = new Machine();
    }
  });
});
