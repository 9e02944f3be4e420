import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { elfCore, type State } from "../containers/index.ts";
import { dsi, fileOf, imageOctets, scratch } from "./testing/run.ts";

const PAGE = 4096;
/** Tools that open a core; `npm test` goes without where they are not, CI does not. */
const tool = (name: string) => spawnSync(name, ["--version"]).status === 0;
const hasTools = tool("readelf") && tool("gdb");
if (!hasTools && process.env.DSI_REQUIRE_TOOLS === "1") throw new Error("DSI_REQUIRE_TOOLS=1, and no readelf or gdb");

function run(command: string, ...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 2 ** 26 });
  expect(status, stderr).toBe(0);
  return stdout;
}

/** The digests of a state's runs of memory with contents, worked out from pages that stand elsewhere. */
function digestsOf({ memory }: State, page: (pfn: number) => Uint8Array): [string, string][] {
  return memory.flatMap(({ pfn, count, sha256 }) => {
    if (sha256 === undefined) return [];
    const hash = createHash("sha256");
    for (let at = 0; at < Number(count); at++)
      hash.update(
        createHash("sha256")
          .update(page(Number(pfn) + at))
          .digest(),
      );
    return [[pfn, hash.digest("hex")] as [string, string]];
  });
}

function wanted({ memory }: State): [string, string][] {
  return memory.flatMap(({ pfn, sha256 }) => (sha256 === undefined ? [] : [[pfn, sha256] as [string, string]]));
}

/** Segments of memory of an ELF file: guest-physical address, offset and length in octets. */
function segments(core: Buffer): { address: number; offset: number; length: number }[] {
  const wide = core[4] === 2;
  const word = (at: number) => (wide ? Number(core.readBigUInt64LE(at)) : core.readUInt32LE(at));
  const phoff = word(wide ? 32 : 28);
  const size = wide ? 56 : 32;
  const step = wide ? 8 : 4;
  return Array.from({ length: core.readUInt16LE(wide ? 56 : 44) }, (_, index) => phoff + index * size)
    .filter((at) => core.readUInt32LE(at) === 1)
    .map((at) => {
      const fields = at + (wide ? 8 : 4);
      return { offset: word(fields), address: word(fields + 2 * step), length: word(fields + 3 * step) };
    });
}

test.each([
  ["pv-tiny.bare.v3", []],
  ["pvh-tiny.libxl.v3", []],
  ["small.xenopsd.v3", []],
  ["pv32.xenopsd.v2", []],
  ["ckpt-hvm.bare.v3", ["--stream-kind", "remus"]],
])("%s: every page stands at its place, in the core as in the raw file, and holes are holes", async (name, how) => {
  const folder = scratch();
  const [elf, raw] = [join(folder, "core"), join(folder, "raw")];
  const image = fileOf(imageOctets(name));
  expect((await dsi(["extract", image, ...how, "--elf", elf, "--raw", raw])).status).toBe(0);
  const state: State = JSON.parse((await dsi(["read", "--json", image, ...how])).stdout);
  const core = readFileSync(elf);
  const loads = segments(core);
  const inCore = (pfn: number) => {
    const load = loads.find(({ address, length }) => pfn * PAGE >= address && pfn * PAGE < address + length);
    const at = (load?.offset ?? Number.NaN) + pfn * PAGE - (load?.address ?? 0);
    return core.subarray(at, at + PAGE);
  };
  expect(digestsOf(state, inCore)).toEqual(wanted(state));
  const pages = loads.reduce((sum, { length }) => sum + length, 0) / PAGE;
  expect(statSync(raw).blocks * 512, "octets that the raw file takes").toBeLessThanOrEqual((pages + 64) * PAGE);
  const file = spawnSync("sh", ["-c", `head -c ${2 ** 26} "$1"`, "sh", raw], { maxBuffer: 2 ** 27 }).stdout;
  const low = { ...state, memory: state.memory.filter(({ pfn, count }) => Number(pfn) + Number(count) < 2 ** 14) };
  expect(digestsOf(low, (pfn) => file.subarray(pfn * PAGE, (pfn + 1) * PAGE))).toEqual(wanted(low));
});

test("what was sent after the last commit, and pages that were taken back, are left out", async () => {
  const octets = imageOctets("ckpt-hvm.bare.v3");
  const raw = join(scratch(), "raw");
  // The stream breaks off within the third round: the memory is that of the second.
  const cut = fileOf(octets.subarray(0, -100));
  const how = ["--stream-kind", "remus"];
  expect((await dsi(["extract", cut, ...how, "--raw", raw])).status).toBe(0);
  const state: State = JSON.parse((await dsi(["read", "--json", cut, ...how])).stdout);
  expect(state.checkpoints).toBe(2);
  const file = readFileSync(raw);
  expect(digestsOf(state, (pfn) => file.subarray(pfn * PAGE, (pfn + 1) * PAGE))).toEqual(wanted(state));
});

test.skipIf(!hasTools)(
  "readelf and gdb open the core of a 64-bit PV domain, and see its registers and memory",
  async () => {
    const folder = scratch();
    const [elf, raw] = [join(folder, "core"), join(folder, "raw")];
    await dsi(["extract", fileOf(imageOctets("pv-tiny.bare.v3")), "--elf", elf, "--raw", raw]);
    expect(run("readelf", "-hn", elf)).toMatch(/CORE \(Core file\)[\s\S]*X86-64[\s\S]*NT_PRSTATUS[\s\S]*NT_FPREGSET/);
    const ask = ["-batch", "-ex", "info registers rip rsp", "-ex", "x/2xw 0x100000", `--core=${elf}`];
    const said = run("gdb", "-nx", ...ask);
    expect(said).toMatch(/^rip +0x1013aa /m);
    expect(said).toMatch(/^rsp +0x115fe0 /m);
    const words = [0, 4].map(
      (at) =>
        `0x${readFileSync(raw)
          .readUInt32LE(0x100000 + at)
          .toString(16)
          .padStart(8, "0")}`,
    );
    expect(said).toContain(`0x100000:\t${words.join("\t")}`);
  },
);

test.skipIf(!hasTools)(
  "readelf and gdb open the core of an HVM domain outside of long mode, with its vCPU",
  async () => {
    const elf = join(scratch(), "core");
    await dsi(["extract", fileOf(imageOctets("pvh-tiny.bare.v3")), "--elf", elf]);
    expect(run("readelf", "-hn", elf)).toMatch(/ELF32[\s\S]*Intel 80386[\s\S]*NT_PRSTATUS[\s\S]*NT_PRXFPREG/);
    const said = run("gdb", "-nx", "-batch", "-ex", "info threads", "-ex", "info registers eip", `--core=${elf}`);
    expect(said).toMatch(/LWP 1 .*0x001013a8/);
    expect(said).toMatch(/^eip +0x1013a8 /m);
  },
);

test.skipIf(!hasTools)("a core of more ranges than its header can count", () => {
  const ranges = Array.from({ length: 70_000 }, (_, index) => ({ pfn: 2 * index, count: 1 }));
  const { head, offsets, length } = elfCore({ ranges, pageSize: 4096, kind: "hvm", vcpus: [] });
  expect([offsets[1]! - offsets[0]!, length - offsets.at(-1)!]).toEqual([PAGE, PAGE]);
  expect(run("readelf", "-h", fileOf(Buffer.from(head)))).toMatch(/65535 \(70001\)/);
});

test("the body of a record comes out as it stands in the image", async () => {
  const octets = imageOctets("small.xenopsd.v3");
  const image = fileOf(octets);
  const { records } = JSON.parse((await dsi(["inspect", "--json", image])).stdout);
  const body = (at: number, header: number, length: number) => octets.subarray(at + header, at + header + length);
  const inner = records.filter(({ layer }: { layer: string }) => layer === "image");
  for (const [index, { at, length }] of inner.entries()) {
    const out = join(scratch(), "body");
    expect((await dsi(["extract", image, "--record", String(index), out])).status).toBe(0);
    expect(Buffer.compare(readFileSync(out), body(at, 8, length)), `record ${index}`).toBe(0);
  }
  const last = inner.length - 1;
  const part = records.find(({ name }: { name: string }) => name === "Varstored");
  const varstored = await dsi(["extract", image, "--record", "part[2]", "-"]);
  expect(varstored.stdout).toBe(body(part.at, 16, part.length).toString());
  const out = join(scratch(), "body");
  expect((await dsi(["extract", image, "--record", `rec[${last + 1}]`, out])).status).toBe(1);
  expect(existsSync(out)).toBe(false);
  const libxl = fileOf(imageOctets("small.libvirt.v3"));
  expect((await dsi(["extract", libxl, "--record", "lxl[1]", "-"])).status).toBe(0);
});

test.each([
  ["zip-checked.v4-draft", "plain", ["PAGE_DATA_COMPRESSED", "IMAGE_DIGEST"]],
  ["zip-delta.v4-draft", "plain", ["PAGE_DATA", "PAGE_DATA_COMPRESSED"]],
  ["ckpt-digested.v4-draft", "remus", ["PAGE_DATA", "IMAGE_DIGEST"]],
])("%s: bodies of compressed records and of digests are as sent, without padding and trailer", async (name, kind, all) => {
  const octets = imageOctets(name);
  const image = fileOf(octets);
  const how = ["--stream-kind", kind];
  type Listed = { name: string; at: number; length: number };
  const records: Listed[] = JSON.parse((await dsi(["inspect", "--json", image, ...how])).stdout).records;
  for (const wanted of all) {
    const index = records.findLastIndex((record) => record.name === wanted);
    const { at, length } = records[index]!;
    const out = join(scratch(), "body");
    const run = await dsi(["extract", image, ...how, "--record", String(index), out]);
    expect(run.status, `${wanted}: ${run.stderr}`).toBe(0);
    expect(readFileSync(out).equals(octets.subarray(at + 8, at + 8 + length)), wanted).toBe(true);
  }
});

test("an image from a pipe", async () => {
  const folder = scratch();
  const octets = imageOctets("small.v3");
  await dsi(["extract", fileOf(octets), "--raw", join(folder, "a")]);
  expect((await dsi(["extract", "-", "--raw", join(folder, "b")], { input: octets })).status).toBe(0);
  expect(readFileSync(join(folder, "b")).equals(readFileSync(join(folder, "a")))).toBe(true);
});

test("of an image that is rejected nothing is left, and what was there stays", async () => {
  const old = fileOf(Buffer.from("old"));
  const folder = dirname(old);
  const elf = join(folder, "core");
  const run = await dsi(["extract", fileOf(imageOctets("small.v3").subarray(0, 9000)), "--elf", elf, "--raw", old]);
  expect(run.status).toBe(1);
  expect(run.stderr).toMatch(/record-truncated/);
  expect(readFileSync(old, "utf8")).toBe("old");
  expect(readdirSync(folder).filter((name) => name.includes("core"))).toEqual([]);
});

test("command lines that cannot be meant", async () => {
  const image = fileOf(imageOctets("small.v3"));
  for (const args of [
    [],
    ["--raw", "-"],
    ["--raw", "/dev/null"],
    ["--record", "x", "out"],
    ["--record", "1"],
    ["out"],
    ["--record", "1", "out", "--raw", "raw"],
  ]) {
    const { status, stderr } = await dsi(["extract", image, ...args]);
    expect([status, stderr], args.join(" ")).toEqual([2, expect.stringMatching(/./)]);
  }
});
