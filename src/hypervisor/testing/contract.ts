/** What every backend has to do, as tests: the contract of `backend.ts`, shown with a guest that counts and checks itself. */

import { setImmediate } from "node:timers/promises";
import { crc32 } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyImage } from "../../containers/index.ts";
import { RECORD } from "../../format/index.ts";
import {
  BATCH,
  type Backend,
  BackendError,
  type Domain,
  type LiveOptions,
  type Machine,
  PAGE,
  pfnRange,
  ramBatches,
  ramPages,
} from "../backend.ts";
import { checkCounter, counterStatus } from "../guest/counter.ts";
import { runUntil } from "../guest/run.ts";
import { restoreDomain } from "../restore.ts";
import { type SaveReport, saveDomain } from "../save.ts";
import { cpuDifference, cpuEntry } from "../vcpu.ts";
import { bodiesOf, joined, withBodies, withMachine } from "./images.ts";

/** A backend under test, and the names of two guests of its: one that never pauses, one that halts most of the time. */
export type UnderTest = { readonly open: () => Promise<Backend>; readonly busy: string; readonly idle: string };

/** Holds a backend to the contract. */
export function describeBackend(name: string, { open, busy, idle }: UnderTest): void {
  let backend: Backend;
  beforeEach(async () => {
    backend = await open();
  });
  afterEach(() => backend.close());

  describe(`${name} as a backend`, () => {
    test("starts a guest paused, lists it, and lets it run and stand still", async () => {
      const domain = await backend.start(busy);
      expect(domain.status).toBe("paused");
      expect((await backend.domains()).map(({ id }) => id)).toEqual([domain.id]);
      await runTo(domain, 20n);
      const { count } = await counterStatus(domain);
      for (let turn = 0; turn < 5; turn++) await setImmediate();
      expect((await counterStatus(domain)).count).toBe(count);
      expect(await checkCounter(domain)).toEqual([]);
    });

    test("knows no other guest", async () => {
      await expect(backend.start("nobody")).rejects.toThrow(BackendError);
      expect(await backend.domains()).toEqual([]);
    });

    test("describes its memory without gaps, and gives no page that is not RAM", async () => {
      const domain = await backend.start(idle);
      let next = 0;
      for (const { pfn, pages } of domain.machine.memory) {
        expect(pfn).toBe(next);
        next = pfn + pages;
      }
      const others = domain.machine.memory.filter(({ kind }) => kind !== "ram").map(({ pfn }) => pfn);
      for (const pfn of [...others, next]) {
        await expect(domain.readPages([pfn], new Uint8Array(PAGE))).rejects.toThrow(BackendError);
      }
    });

    test("gives no state of a guest that runs, and none of one that is gone", async () => {
      const domain = await backend.start(busy);
      await domain.resume();
      await expect(domain.platformState()).rejects.toThrow(BackendError);
      await expect(domain.vcpus()).rejects.toThrow(BackendError);
      await domain.destroy();
      await domain.destroy();
      expect(domain.status).toBe("gone");
      expect(await backend.domains()).toEqual([]);
      await expect(domain.resume()).rejects.toThrow(BackendError);
      await expect(domain.platformState()).rejects.toThrow(BackendError);
    });

    test("saves a guest into an image that conforms, and restores it to carry on", async () => {
      const domain = await backend.start(busy);
      await runTo(domain, 40n);
      const { image, report } = await saved(domain);
      expect(domain.status).toBe("paused");
      expect(report.rounds.map(({ pages, final }) => ({ pages, final }))).toEqual([
        { pages: ramPages(domain.machine), final: true },
      ]);
      expect(report.octets).toBe(image.length);
      expect(findings(image)).toEqual([]);
      const restored = await restoreDomain(backend, [image]);
      await expectSame(domain, restored);
      const { count } = await counterStatus(domain);
      await domain.destroy();
      await runTo(restored, count + 20n);
      expect(await checkCounter(restored)).toEqual([]);
    });

    test("of a page that is set again before the first is there the later contents hold", async () => {
      const domain = await backend.start(idle);
      const pfns = pfnRange(0, 64);
      const ones = new Uint8Array(64 * PAGE).fill(1);
      const target = await backend.incoming(domain.machine);
      await Promise.all([
        target.writePages(pfns, ones),
        target.writePages([200], ones.subarray(0, PAGE)),
        target.writePages([5], new Uint8Array(PAGE).fill(2)),
        target.writePages([6], new Uint8Array(PAGE)),
      ]);
      const restored = await target.commit(await domain.platformState());
      const octets = new Uint8Array(64 * PAGE);
      await restored.readPages(pfns, octets);
      const wanted = ones.fill(2, 5 * PAGE, 6 * PAGE).fill(0, 6 * PAGE, 7 * PAGE);
      expect(Buffer.compare(octets, wanted)).toBe(0);
    });

    test("saves a guest that never pauses while it runs, until the rounds are over", async () => {
      const domain = await backend.start(busy);
      await runTo(domain, 40n);
      await domain.resume();
      const { image, report } = await saved(domain, { maxRounds: 3, maxDirty: 0 });
      expect(report.rounds.slice(0, -1).every(({ final }) => !final)).toBe(true);
      expect(report.rounds.at(-1)).toMatchObject({ final: true });
      // A hypervisor that pushes may see before that it comes to an end.
      if (backend.caps.dirty === "stream") expect([3, 4]).toContain(report.rounds.length);
      else expect(report.rounds).toHaveLength(4);
      expect(report.rounds[0]?.pages).toBe(ramPages(domain.machine));
      expect(report.rounds[1]?.pages).toBeGreaterThan(0);
      expect(report.rounds[1]?.pages).toBeLessThan(ramPages(domain.machine));
      expect(domain.status).toBe("paused");
      expect(findings(image)).toEqual([]);
      const restored = await restoreDomain(backend, [image]);
      await expectSame(domain, restored);
      expect(await checkCounter(restored)).toEqual([]);
    });

    test("pauses a guest that writes little as soon as little is left", async () => {
      const domain = await backend.start(idle);
      await runTo(domain, 40n);
      await domain.resume();
      const { image, report } = await saved(domain, { maxRounds: 30, maxDirty: 64 });
      expect(report.rounds.length).toBeLessThan(30);
      expect(report.rounds.at(-1)).toMatchObject({ final: true });
      expect(report.rounds.at(-1)?.pages).toBeLessThan(ramPages(domain.machine) / 4);
      await expectSame(domain, await restoreDomain(backend, [image]));
    });

    test.each([
      undefined,
      { maxRounds: 2, maxDirty: 0 },
    ])("lets the guest run on when a save fails (live: %o)", async (live) => {
      const domain = await backend.start(busy);
      await runTo(domain, 40n);
      await domain.resume();
      let left = 3;
      const write = async () => {
        if (left-- === 0) throw new Error("the disk is full");
      };
      await expect(saveDomain(domain, write, live === undefined ? {} : { live })).rejects.toThrow("the disk is full");
      expect(domain.status).toBe("running");
      await domain.pause();
      const { count } = await counterStatus(domain);
      await runTo(domain, count + 20n);
      expect(await checkCounter(domain)).toEqual([]);
    });

    test("refuses an image that is cut short, and leaves no machine", async () => {
      const { image } = await savedGuest(backend, idle);
      const cuts = [0, 7, 24, 40, 100, 5000, image.length >> 1, image.length - 100, image.length - 9, image.length - 1];
      for (const cut of cuts) await expectRefused(backend, image.subarray(0, cut));
    });

    test("refuses an image of which one octet was changed, and leaves no machine", async () => {
      const { image } = await savedGuest(backend, idle);
      const bodies = bodiesOf(image).filter(({ length }) => length > 0);
      const kinds = new Map(bodies.map((body) => [body.type, body]));
      const places = [...kinds.values()].flatMap(({ at, length }) => [at, at + (length >> 1), at + length - 1]);
      for (const at of places) {
        const changed = image.slice();
        changed[at] = (changed[at] as number) ^ 0x10;
        await expectRefused(backend, changed);
      }
      expect(places.length).toBeGreaterThan(12);
    });

    const another = ({ config }: Machine, name: string) => ({ ...config, [name]: `${config[name]}1` });
    const edits: [string, (machine: Machine) => Machine][] = [
      ["vCPU|vcpus", (machine) => ({ ...machine, vcpus: machine.vcpus + 1 })],
      ["memory|pfn", (machine) => ({ ...machine, memory: grown(machine.memory, -64) })],
      [
        "memory|pfn",
        (machine) => ({ ...machine, memory: [...machine.memory, { pfn: 2 ** 24, pages: 1, kind: "ram" }] }),
      ],
      ["memory|pfn", (machine) => ({ ...machine, memory: grown(machine.memory, 64) })],
      ["cpu", (machine) => ({ ...machine, config: another(machine, "cpu") })],
      ["release", (machine) => ({ ...machine, config: another(machine, "release") })],
      ["another", (machine) => ({ ...machine, config: { ...machine.config, another: "1" } })],
    ];
    test("refuses a machine of which anything is another, by that name, with every sum made right", async () => {
      const { image, machine } = await savedGuest(backend, idle);
      const own = Object.keys(machine.config).map((name): (typeof edits)[number] => [
        name === "machine" ? "machine|cannot" : name,
        (one) => ({ ...one, config: another(one, name) }),
      ]);
      for (const [part, edit] of [...edits, ...own]) {
        const other = withMachine(image, edit(machine));
        const error = await expectRefused(backend, other);
        expect(error.message).toMatch(new RegExp(part, "i"));
      }
    });

    test("refuses a state that was changed, with the sum of its record made right", async () => {
      const { image } = await savedGuest(backend, idle);
      for (const part of [0, 0.3, 0.7, 0.999]) {
        const changed = withBodies(image, (body, type) => {
          if (type !== RECORD.PLATFORM_STATE) return undefined;
          body[32 + Math.floor(part * (body.length - 32))]! ^= 1;
          return body;
        });
        expect((await expectRefused(backend, changed)).message).toMatch(/platform-digest/);
      }
    });

    test("refuses registers that are not those of the state", async () => {
      const { image } = await savedGuest(backend, idle);
      const changed = withBodies(image, (body, type) => {
        if (type !== RECORD.MACHINE_VCPU) return undefined;
        body[8 + 512]! ^= 1;
        return body;
      });
      expect((await expectRefused(backend, changed)).message).toMatch(/vCPU 0 has rax/);
    });

    test("refuses an image of another emulator by its name", async () => {
      const { image } = await savedGuest(backend, idle);
      const other = image.slice();
      const view = new DataView(other.buffer);
      view.setUint32(40, 13 - view.getUint32(40, true), true);
      view.setUint32(56, crc32(other.subarray(0, 56)), true);
      await expectRefused(backend, other);
    });
  });
}

/** The last stretch of RAM with so many pages more, or fewer. */
function grown(memory: Machine["memory"], by: number): Machine["memory"] {
  const last = memory.findLastIndex(({ kind }) => kind === "ram");
  return memory
    .map((range, index) => (index === last ? { ...range, pages: range.pages + by } : range))
    .slice(0, last + 1);
}

/** Lets a guest run until its count is `count`, and pauses it. */
export async function runTo(domain: Domain, count: bigint): Promise<void> {
  await runUntil(domain, (status) => status.count >= count, 30);
}

/** A domain's image in one piece. What is written is copied, as the octets are views on a guest that may run on. */
export async function saved(domain: Domain, live?: LiveOptions): Promise<{ image: Uint8Array; report: SaveReport }> {
  const pieces: Uint8Array[] = [];
  const write = async (octets: Uint8Array) => void pieces.push(octets.slice());
  const report = await saveDomain(domain, write, live === undefined ? {} : { live });
  return { image: joined(pieces), report };
}

/** Starts a guest, saves it and destroys it. */
async function savedGuest(backend: Backend, guest: string): Promise<{ image: Uint8Array; machine: Machine }> {
  const domain = await backend.start(guest);
  await runTo(domain, 10n);
  const { image } = await saved(domain);
  await domain.destroy();
  return { image, machine: domain.machine };
}

/** What the Verifier finds. */
function findings(image: Uint8Array): readonly unknown[] {
  const verifier = verifyImage({ deep: true });
  verifier.push(image);
  const { verdict, findings, notChecked } = verifier.end();
  return verdict === "accept" && notChecked.length === 0 ? findings : [verdict, findings, notChecked];
}

/** Every register and every page of RAM equal. */
export async function expectSame(one: Domain, other: Domain): Promise<void> {
  const [ones, others] = [await one.vcpus(), await other.vcpus()];
  expect(others.length).toBe(ones.length);
  for (const [id, vcpu] of ones.entries())
    expect(cpuDifference(cpuEntry(vcpu), cpuEntry(others[id] as typeof vcpu))).toBeUndefined();
  expect(other.machine).toEqual(one.machine);
  const [a, b] = [new Uint8Array(BATCH * PAGE), new Uint8Array(BATCH * PAGE)];
  for (const { pfn, pages } of ramBatches(one.machine)) {
    const pfns = pfnRange(pfn, pages);
    const [ours, theirs] = [a.subarray(0, pages * PAGE), b.subarray(0, pages * PAGE)];
    await one.readPages(pfns, ours);
    await other.readPages(pfns, theirs);
    if (Buffer.compare(ours, theirs) === 0) continue;
    expect(pfns.filter((_, page) => Buffer.compare(pageOf(ours, page), pageOf(theirs, page)) !== 0)).toEqual([]);
  }
}

function pageOf(octets: Uint8Array, page: number): Uint8Array {
  return octets.subarray(page * PAGE, (page + 1) * PAGE);
}

async function expectRefused(backend: Backend, image: Uint8Array): Promise<Error> {
  const error = await restoreDomain(backend, [image]).then(
    () => undefined,
    (thrown: Error) => thrown,
  );
  expect(["FormatError", "RefusedError", "UnsupportedError"]).toContain(error?.name);
  expect(await backend.domains()).toEqual([]);
  return error as Error;
}
