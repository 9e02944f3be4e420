import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { dsiUntil, dsiWith, type Fault, filesBelow, injected, injector } from "./testing/faults/faults.ts";
import { dsi, imageOctets, type Run, scratch } from "./testing/run.ts";

/** How often the machine gets in the way; DSI_SOAK=1 makes that a matter of many minutes. */
const SOAK = process.env.DSI_SOAK === "1";
const SEEDS = SOAK ? 20 : 1;
const INSTANTS = SOAK ? 20 : 2;
/** Which of the operations fails, counted from 1. */
const PLACES = SOAK ? [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50, 100, 200, 400] : [1, 3];

const library = injector();
if (library === undefined && process.env.DSI_REQUIRE_TOOLS === "1") throw new Error("DSI_REQUIRE_TOOLS=1, and no cc");

afterAll(() => console.info(`${injected.faults} runs in which an operation failed, ${injected.signals} signals`));

/** A command that writes: its arguments in a folder that holds what `given` put there, and under which names what it makes lies. */
type Work = {
  readonly name: string;
  readonly given: (folder: string) => Promise<void> | void;
  readonly args: (folder: string) => string[];
  readonly makes: RegExp;
  /** Whether it makes several files, each of them whole by itself. */
  readonly several?: true;
  /** Whether it reads by other processes, which it starts anew when they fail. */
  readonly reads?: false;
};

const put = (name: string, image: string) => (folder: string) => writeFileSync(join(folder, name), imageOctets(image));
const works: readonly Work[] = [
  {
    name: "convert",
    given: put("in.img", "hvm-tiny.libxl.v3"),
    args: (folder) => [
      "convert",
      join(folder, "in.img"),
      join(folder, "out.img"),
      "--to",
      "v4-draft",
      "--codec",
      "gzip",
    ],
    makes: /^out\.img$/,
  },
  {
    name: "read --stream",
    given: put("in.img", "pv-tiny.xl.v3"),
    args: (folder) => ["read", join(folder, "in.img"), "--stream", join(folder, "out.json")],
    makes: /^(out\.json|blobs\/.*)$/,
    several: true,
  },
  {
    name: "write",
    async given(folder) {
      put("in.img", "pv-tiny.xl.v3")(folder);
      await dsi(["read", join(folder, "in.img"), "--stream", join(folder, "in.json")]);
    },
    args: (folder) => ["write", join(folder, "in.json"), join(folder, "out.img")],
    makes: /^out\.img$/,
  },
  {
    name: "extract --elf",
    given: put("in.img", "pvh-tiny.bare.v3"),
    args: (folder) => ["extract", join(folder, "in.img"), "--elf", join(folder, "out.core")],
    makes: /^out\.core$/,
  },
  {
    name: "save",
    given: () => {},
    args: (folder) => ["save", "v86:counter", join(folder, "out.img"), "--after", "30"],
    makes: /^out\.img$/,
  },
  {
    name: "certify",
    given: (folder) => mkdirSync(join(folder, "out")),
    args: (folder) => [
      "certify",
      "--only",
      "tsc-length-23",
      "--edition",
      "v3",
      "--role",
      "reader",
      "--out",
      join(folder, "out"),
    ],
    makes: /^out\/.*$/,
    several: true,
    reads: false,
  },
];

/** A folder as a work finds it, again and again. */
async function prepared({
  given,
}: Work): Promise<{ readonly fresh: () => string; readonly before: ReadonlySet<string> }> {
  const original = scratch();
  await given(original);
  const before = new Set(filesBelow(original).keys());
  const place = scratch();
  const fresh = () => {
    rmSync(place, { recursive: true, force: true });
    cpSync(original, place, { recursive: true });
    return place;
  };
  return { fresh, before };
}

/** What lies there beside what lay there before. */
function made(folder: string, before: ReadonlySet<string>): [string, Buffer][] {
  return [...filesBelow(folder)].filter(([name]) => !before.has(name));
}

/** The last line says why, and it is no trouble of the program's own. */
function expectReason({ stderr, status }: Run): void {
  expect(stderr).not.toMatch(/internal error|\n\s+at |node:/);
  expect(stderr).toMatch(/: (the disk is full|the device reports an input\/output error)\n$/);
  expect(status).toBe(2);
}

describe.runIf(library !== undefined).each(works)("$name", (work) => {
  test("comes to the same when every read and write is a short one", async () => {
    const { fresh, before } = await prepared(work);
    const calm = fresh();
    expect((await dsi(work.args(calm))).status).toBe(0);
    const wanted = made(calm, before).map(([name, octets]) => [name, octets.length]);
    for (let seed = 1; seed <= SEEDS; seed++) {
      const folder = fresh();
      const run = await dsiWith(library as string, folder, { short: seed }, work.args(folder));
      expect(run, run.stderr).toMatchObject({ status: 0 });
      const files = made(folder, before);
      // What a guest or a clock has in it differs from run to run, in its contents and not in its extent.
      if (work.name !== "save" && work.name !== "certify")
        expect(files.map(([name, octets]) => [name, octets.length])).toEqual(wanted);
      expect(files.every(([name]) => work.makes.test(name))).toBe(true);
    }
  });

  test.each(["ENOSPC", "EIO"] as const)("leaves nothing half-written when a write ends with %s", async (error) => {
    const { fresh, before } = await prepared(work);
    const calm = fresh();
    if (work.several) await dsi(work.args(calm));
    const whole = made(calm, before).map(([name, octets]) => [name, octets.length]);
    let happened = 0;
    for (const at of PLACES) {
      const folder = fresh();
      const run = await dsiWith(library as string, folder, { at, error }, work.args(folder));
      if (!run.happened) break;
      happened++;
      expectReason(run);
      const files = made(folder, before).map(([name, octets]) => [name, octets.length]);
      if (work.several) expect(whole, `write ${at}`).toEqual(expect.arrayContaining(files));
      else expect(files, `write ${at}`).toEqual([]);
    }
    expect(happened).toBeGreaterThan(0);
  });

  test.runIf(work.reads !== false)("says so when a read fails", async () => {
    const { fresh, before } = await prepared(work);
    for (const at of PLACES) {
      const folder = fresh();
      const fault: Fault = { at, error: "EIO", reads: true };
      const run = await dsiWith(library as string, folder, fault, work.args(folder));
      if (!run.happened) break;
      expectReason(run);
      expect(made(folder, before), `read ${at}`).toEqual([]);
    }
  });

  test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)("is whole or not there after %s", async (signal) => {
    const { fresh, before } = await prepared(work);
    const start = performance.now();
    const calm = fresh();
    expect((await dsi(work.args(calm))).status).toBe(0);
    const length = performance.now() - start;
    const whole = made(calm, before);
    for (let instant = 0; instant < INSTANTS; instant++) {
      const folder = fresh();
      const run = await dsiUntil(work.args(folder), signal, length * ((instant + 0.5) / INSTANTS));
      const ended = run.status ?? run.signal;
      expect([0, signal === "SIGINT" ? 130 : 143, signal]).toContain(ended);
      const files = made(folder, before);
      // Nobody is told of SIGKILL: names beside the final one may stay, which begin with a dot.
      const visible = files.filter(
        ([name]) => signal !== "SIGKILL" || !name.split("/").some((part) => part.startsWith(".")),
      );
      if (ended === 0) expect(files.map(([name]) => name)).toEqual(whole.map(([name]) => name));
      else if (!work.several) {
        const there = visible.map(([name]) => name);
        if (there.length > 0)
          expect(visible.map(([, octets]) => octets.length)).toEqual(whole.map(([, octets]) => octets.length));
      }
      expect(
        visible.every(([name]) => work.makes.test(name)),
        visible.map(([name]) => name).join(),
      ).toBe(true);
    }
  });
});

describe.runIf(library !== undefined)("verify", () => {
  test("comes to the same of a pipe and of a file that give little at a time", async () => {
    const folder = scratch();
    const octets = imageOctets("pv32.bare.v3");
    const image = join(folder, "in.img");
    writeFileSync(image, octets);
    for (let seed = 1; seed <= SEEDS; seed++) {
      for (const [args, input] of [[["verify", "--deep", image]], [["verify", "-"], octets]] as const) {
        const run = await dsiWith(library as string, folder, { short: seed }, args, input);
        expect(run, run.stderr).toMatchObject({ status: 0, stdout: expect.stringContaining("accepted: v3") });
      }
    }
  });

  test("ends with 2 and one line when the file cannot be read on", async () => {
    const folder = scratch();
    const image = join(folder, "in.img");
    writeFileSync(image, imageOctets("pvh-tiny.bare.v3"));
    const run = await dsiWith(library as string, folder, { at: 1, error: "EIO", reads: true }, ["verify", image]);
    expect(run.happened).toBe(true);
    expectReason(run);
  });
});
