import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { runUntil } from "../guest/run.ts";
import { saveDomain } from "../save.ts";
import { describeBackend } from "../testing/contract.ts";
import { qemuAt, qemuBackend } from "./backend.ts";
import { withFolder } from "./folder.ts";
import { PROGRAM } from "./vm.ts";

const isHere = spawnSync(PROGRAM, ["--version"]).status === 0;
if (!isHere && process.env.DSI_REQUIRE_TOOLS === "1")
  throw new Error(`DSI_REQUIRE_TOOLS=1, but there is no ${PROGRAM} (Debian: qemu-system-x86)`);

describe.skipIf(!isHere)(`with ${PROGRAM}, which has to be installed`, () => {
  for (const machine of ["pc", "q35", "microvm"])
    for (const vcpus of [1, 2])
      describeBackend(`QEMU ${machine} with ${vcpus} vCPU${vcpus === 1 ? "" : "s"}`, {
        open: async () => qemuBackend(["-machine", machine, "-smp", String(vcpus)]),
        busy: "counter",
        idle: "idler",
      });
  test("registers are those that QEMU itself tells", async () => {
    const backend = qemuBackend(["-smp", "2"]);
    try {
      const domain = await backend.startCounter("counter", { memory: 8 * 2 ** 20 });
      await runUntil(domain, ({ count }) => count > 100n);
      const told = await domain.monitor("info registers -a");
      const [first, second] = told.split("CPU#1");
      for (const [vcpu, text] of [
        [(await domain.vcpus())[0], first],
        [(await domain.vcpus())[1], second],
      ] as const) {
        const hex = (name: string) => BigInt(`0x${text?.match(new RegExp(`\\b${name}\\s*=\\s*([0-9a-f]+)`))?.[1]}`);
        for (const name of ["cr0", "cr2", "cr3", "cr4", "dr6", "dr7"] as const)
          expect(vcpu?.registers[name], name).toBe(hex(name.toUpperCase()));
        expect(vcpu?.registers.rip).toBe(hex("[ER]IP"));
        expect(vcpu?.registers.rsi).toBe(hex("[ER]SI"));
        expect(vcpu?.registers.rflags).toBe(hex("[ER]FL"));
        expect(vcpu?.registers.msr_efer).toBe(hex("EFER"));
        expect(vcpu?.fpu.at(0)).toBe(Number(hex("FCW")) & 0xff);
        const [, selector, base, limit, flags] =
          text?.match(/\bCS\s*=([0-9a-f]+) ([0-9a-f]+) ([0-9a-f]+) ([0-9a-f]+)/) ?? [];
        const upper = Number.parseInt(flags as string, 16);
        expect(vcpu?.segments.cs).toEqual({
          selector: Number.parseInt(selector as string, 16),
          base: BigInt(`0x${base}`),
          limit: Number.parseInt(limit as string, 16),
          attributes: ((upper >> 8) & 0xff) | ((upper >> 12) & 0xf00),
        });
      }
    } finally {
      await backend.close();
    }
  });

  // QEMU may be done by itself before it is told to be: what it sends has to be read before it answers anything again.
  test.each([0, 50, 150, 150, 150, 300])("a live save that looks once in %i ms comes to its end", async (pause) => {
    const backend = qemuBackend();
    try {
      const domain = await backend.start("idler");
      await runUntil(domain, ({ count }) => count > 2n);
      await domain.resume();
      let isLast = false;
      for await (const { final, pages } of domain.liveRounds({ maxRounds: 8, maxDirty: 64 })) {
        for await (const _ of pages);
        isLast = final;
        await setTimeout(pause);
      }
      expect(isLast).toBe(true);
      expect((await domain.platformState()).blob.length).toBeGreaterThan(0);
    } finally {
      await backend.close();
    }
  });

  test("folders of those who were killed are cleared away, and no others", async () => {
    const { pid: dead } = spawnSync("true");
    const base = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
    const [left, fresh, mine] = [dead, dead, process.pid].map((pid) => mkdtempSync(join(base, `dsi-qemu-${pid}-`)));
    writeFileSync(join(left!, "ram"), "memory of nobody");
    for (const old of [left!, mine!]) utimesSync(old, 0, 0);
    try {
      const here = await withFolder(async (folder) => {
        expect([left!, fresh!, mine!, folder].map(existsSync)).toEqual([false, true, true, true]);
        return folder;
      });
      expect(existsSync(here)).toBe(false);
    } finally {
      for (const folder of [left!, fresh!, mine!]) rmSync(folder, { recursive: true, force: true });
    }
  });

  test("a paused guest that is saved by one after another is saved again, or it is said why not; it stays paused", async () => {
    const octets = 16 * 2 ** 20 + 8192;
    const folder = mkdtempSync(join(tmpdir(), "dsi-paused-"));
    const [ram, socket] = [join(folder, "ram"), join(folder, "qmp")];
    const object = `memory-backend-file,id=ram,size=${octets},mem-path=${ram},share=on`;
    const machine = ["-machine", "pc,memory-backend=ram", "-m", `${octets}B`, "-object", object];
    const qmp = ["-qmp", `unix:${socket},server=on,wait=off`];
    const child = spawn(PROGRAM, ["-nodefaults", "-display", "none", "-S", ...machine, ...qmp], { stdio: "ignore" });
    /** Whoever comes next: what it saved, or why it could not. */
    const save = async (): Promise<number | string> => {
      const backend = await qemuAt(socket);
      try {
        const [domain] = await backend.domains();
        const { octets } = await saveDomain(domain!, async () => {});
        expect(domain!.status).toBe("paused");
        return octets;
      } catch (error) {
        return (error as Error).message;
      } finally {
        await backend.close();
      }
    };
    try {
      await vi.waitUntil(() => existsSync(socket) || child.exitCode !== null, { timeout: 30_000 });
      const first = await save();
      expect(first).toEqual(expect.any(Number));
      expect([first, expect.stringContaining("let it run (cont)")]).toContainEqual(await save());
    } finally {
      child.kill("SIGKILL");
      rmSync(folder, { recursive: true });
    }
  });

  // Memory of which this QEMU does not know what the guest writes there (machine.ts).
  describeBackend("QEMU with pages compared", {
    open: async () => qemuBackend(["-m", "16M"]),
    busy: "counter",
    idle: "idler",
  });
});
