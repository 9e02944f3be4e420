import { spawnSync } from "node:child_process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BackendError, RefusedError } from "../backend.ts";
import { checkCounter, counterStatus } from "../guest/counter.ts";
import { restoreDomain } from "../restore.ts";
import { describeBackend, expectSame, saved } from "../testing/contract.ts";
import { type V86Backend, v86Backend } from "./backend.ts";
import { Clock } from "./clock.ts";
import { startCore } from "./core.ts";
import type { V86Domain } from "./domain.ts";

const MIB = 2 ** 20;

let backend: V86Backend;
beforeEach(() => {
  backend = v86Backend();
});
afterEach(() => backend.close());

describeBackend("v86", { open: async () => v86Backend(), busy: "counter", idle: "idler" });

/** Numbers below `limit`, the same in every run. */
function* chance(limit: number): Generator<number, never> {
  for (let state = 2463534242; ; ) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield (state >>> 0) % limit;
  }
}

test.each([
  ["never halts", 50, 0],
  ["halts", 10, 16],
])("a guest that %s, saved at any of %i instants, carries on as the one that was not", async (_, saves, countsPerTick) => {
  let domain = await backend.startCounter("counter", { memory: 4 * MIB, workingPages: 64, countsPerTick });
  domain.advance(20);
  const turns = chance(11);
  const seen = { halted: 0, busy: 0, places: new Set<bigint>(), flags: new Set<bigint>() };
  for (let save = 0; save < saves; save++) {
    domain.advance(1 + turns.next().value);
    const [vcpu] = await domain.vcpus();
    const { busy } = await counterStatus(domain);
    seen.halted += domain.core.cpu.in_hlt[0] as number;
    seen.busy += busy === undefined ? 0 : 1;
    seen.flags.add(vcpu!.registers.rflags);
    seen.places.add(vcpu!.registers.rip);

    const { image } = await saved(domain);
    const restored = (await restoreDomain(backend, [image])) as V86Domain;
    await expectSame(domain, restored);
    domain.advance(8);
    restored.advance(8);
    await expectSame(domain, restored);
    expect(restored.clock.state).toEqual(domain.clock.state);
    await domain.destroy();
    domain = restored;
  }
  expect(await checkCounter(domain)).toEqual([]);
  // The instants were not all of one kind.
  if (countsPerTick > 0) expect(seen.halted).toBeGreaterThan(3);
  else expect(Math.min(seen.busy, seen.places.size, seen.flags.size)).toBeGreaterThan(3);
});

test("every flag is restored as it was, worked out or not", async () => {
  const domain = await backend.startCounter("flags", { memory: 4 * MIB });
  domain.advance(20);
  const { cpu } = domain.core;
  const arithmetic = 0x8d5;
  const restoredFlags = async () => {
    const target = await backend.incoming(domain.machine);
    const restored = (await target.commit(await domain.platformState())) as V86Domain;
    await restored.destroy();
    return restored.core.cpu.get_eflags();
  };
  for (const some of [0, arithmetic, 0x001, 0x004, 0x010, 0x040, 0x080, 0x800, 0x891]) {
    const flags = (cpu.get_eflags() & ~arithmetic) | some;
    cpu.wm.exports.update_eflags(flags);
    expect(await restoredFlags()).toBe(flags);
  }
  let late = 0;
  for (let instant = 0; instant < 6; instant++) {
    domain.advance(3);
    late += cpu.flags_changed[0] === 0 ? 0 : 1;
    expect(await restoredFlags()).toBe(cpu.get_eflags());
  }
  expect(late).toBeGreaterThan(0);
});

test("the same guest runs the same, in every run", async () => {
  const one = await backend.startCounter("one", { memory: 4 * MIB });
  const other = await backend.startCounter("other", { memory: 4 * MIB });
  for (let turn = 0; turn < 40; turn++) {
    one.advance(2);
    other.advance(1);
    other.advance(1);
  }
  await expectSame(one, other);
});

test("a guest that is compiled while it runs is saved and restored like one that is interpreted", async () => {
  const domain = await backend.startCounter("compiled", { memory: 4 * MIB, jit: true });
  for (let turn = 0; turn < 100; turn++) {
    domain.advance(1);
    // The emulator compiles in promises.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { image } = await saved(domain);
  const restored = (await restoreDomain(backend, [image])) as V86Domain;
  await expectSame(domain, restored);
  const before = await counterStatus(restored);
  restored.advance(60);
  expect(await checkCounter(restored)).toEqual([]);
  expect((await counterStatus(restored)).count).toBeGreaterThan(before.count);
});

test("looking at registers and state changes nothing", async () => {
  const domain = await backend.startCounter("looked-at", { memory: 4 * MIB });
  domain.advance(30);
  const first = await domain.vcpus();
  const state = await domain.platformState();
  expect(await domain.vcpus()).toEqual(first);
  expect(Buffer.compare((await domain.platformState()).blob, state.blob)).toBe(0);
  expect(Buffer.compare((await domain.platformState()).blob, state.blob)).toBe(0);
});

test("rounding and precision of the x87 are those of the guest", async () => {
  const domain = await backend.startCounter("rounding", { memory: 4 * MIB });
  domain.advance(40);
  const [vcpu] = await domain.vcpus();
  const word = vcpu!.fpu[0]! | (vcpu!.fpu[1]! << 8);
  expect(word).toBe(0x0f7f);
  const restored = (await restoreDomain(backend, [(await saved(domain)).image])) as V86Domain;
  // The sum that never comes out even tells one rounding from another within a few counts.
  domain.advance(60);
  restored.advance(60);
  await expectSame(domain, restored);
});

test.each([
  ["too little for v86", 65536],
  ["no whole number of blocks", 4 * MIB + 4096],
  ["too little for the guest", 2 * MIB],
  ["too much", 2 ** 31],
  ["none", 0],
])("memory that is %s is refused", async (_, memory) => {
  await expect(backend.startCounter("counter", { memory })).rejects.toThrow(BackendError);
  expect(await backend.domains()).toEqual([]);
});

test("platform state of another kind, version or shape is refused, and no machine is left", async () => {
  const domain = await backend.startCounter("counter", { memory: 4 * MIB });
  domain.advance(20);
  const { machine } = domain;
  const good = await domain.platformState();
  await domain.destroy();
  const version = good.blob.slice();
  version[24 + 4] = 5;
  for (const state of [
    { ...good, kind: "qemu" },
    { ...good, version: 99 },
    { ...good, blob: new Uint8Array(0) },
    { ...good, blob: good.blob.slice(0, 30) },
    { ...good, blob: good.blob.slice(0, -4) },
    { ...good, blob: version },
  ]) {
    const target = await backend.incoming(machine);
    await expect(target.commit(state)).rejects.toThrow(RefusedError);
    expect(await backend.domains()).toEqual([]);
  }
});

test("whatever fails while the emulator starts comes out as a rejection", async () => {
  class FailingClock extends Clock {
    private left: number;
    constructor(left: number) {
      super();
      this.left = left;
    }
    override now(): number {
      if (this.left-- === 0) throw new Error("no time");
      return super.now();
    }
  }
  let failures = 0;
  for (let call = 0; call < 4; call++) {
    const started = startCore({ memory: 4 * MIB, vga: 0x40000, jit: false }, new FailingClock(call));
    await started.then(
      (emulator) => emulator.destroy(),
      (error: Error) => {
        expect(error.message).toBe("no time");
        failures++;
      },
    );
  }
  expect(failures).toBeGreaterThan(0);
});

test("a guest whose memory cannot be had is a rejection", async () => {
  // More than WebAssembly can address.
  await expect(startCore({ memory: 2 ** 31 - 1, vga: 2 ** 31 - 1, jit: false }, new Clock())).rejects.toThrow();
});

test("a process with a running guest ends once it is destroyed", () => {
  const script = `
    const { v86Backend } = await import(${JSON.stringify(new URL("../../../dist/src/hypervisor/v86/backend.js", import.meta.url).href)});
    const backend = v86Backend();
    const domain = await backend.start("counter");
    await domain.resume();
    await new Promise((resolve) => setImmediate(resolve));
    await backend.close();
    console.log("closed");`;
  const { status, stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    timeout: 20_000,
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "closed\n" });
});
