import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { restoreDomain } from "../hypervisor/index.ts";
import { v86Backend } from "../hypervisor/v86/backend.ts";
import { mainProgram } from "./package-root.ts";
import { dsi, fileOf, scratch } from "./testing/run.ts";

let image: Uint8Array;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "dsi-test-"));
  const path = join(folder, "idler.img");
  const { status, stdout, stderr } = await dsi(["save", "v86:idler", path, "--after", "5"]);
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  expect(stderr).toMatch(
    /^v86:idler has counted to \d+ in \d+ ticks\n.*: [\d ]+ octets in [\d.]+ s, [\d.]+ MB\/s, paused for [\d.]+ ms\n$/,
  );
  image = readFileSync(path);
  rmSync(folder, { recursive: true });
});

/** The counts that `dsi restore` tells of. */
function counts(stdout: string): number[] {
  return [...stdout.matchAll(/count (\d+)/g)].map(([, count]) => Number(count));
}

test("domains lists what can be saved", async () => {
  const { status, stdout } = await dsi(["domains", "v86:"]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^v86:counter {2}.*\nv86:idler {2}.*\n$/);
});

test("a saved guest conforms, is restored, and carries on, as often as wanted", async () => {
  const path = fileOf(image);
  expect((await dsi(["verify", "--deep", path])).stdout).toMatch(/: accepted: v4-draft, /);
  const runs = [
    await dsi(["restore", path, "v86:", "--for", "5"]),
    await dsi(["restore", "-", "v86:", "--for", "5"], { input: image }),
  ];
  for (const [index, { status, stdout, stderr }] of runs.entries()) {
    expect(status).toBe(0);
    const name = index === 0 ? path : "standard input";
    expect(stderr.startsWith(`${name}: `)).toBe(true);
    expect(stderr).toMatch(/: [\d ]+ octets in [\d.]+ s, [\d.]+ MB\/s\n$/);
    expect(stdout).toMatch(/^restored at .*\ncarried on to .*\nevery page of its pattern is right\n$/);
    const [before, after] = counts(stdout) as [number, number];
    expect(after).toBeGreaterThan(before);
  }
  expect(runs[0]?.stdout).toBe(runs[1]?.stdout);
});

test("there is no Xen under this machine, and what is missing is named", async () => {
  const { status, stderr } = await dsi(["domains", "xen:"]);
  // Its libraries may be installed all the same.
  if (status === 3) expect(stderr).toMatch(/not supported here: Xen without libxen\w+\.so/);
  else expect([status, stderr]).toEqual([2, expect.stringContaining("Xen takes no calls")]);
});

test("a guest is saved while it runs", async () => {
  const out = join(scratch(), "live.img");
  const { status, stderr } = await dsi(["save", "v86:counter", out, "--live", "--after", "5"]);
  expect(status).toBe(0);
  expect(stderr).toMatch(/^round 0: 2 016 pages in [\d.]+ ms, [\d.]+ MB\/s$/m);
  expect(stderr).toMatch(
    /^round \d, paused: [\d ]+ pages in [\d.]+ ms, [\d.]+ MB\/s; the guest writes [\d ]+ pages\/s$/m,
  );
  expect((await dsi(["restore", out, "v86:", "--for", "5"])).status).toBe(0);
});

test.each([
  [["save", "v86:nobody", "OUT"], 2, /v86 has no guest nobody; it has counter, idler/],
  [["save", "v86:", "OUT"], 2, /v86: needs a guest: counter, idler/],
  [["save", "nowhere", "OUT"], 2, /nowhere is no place of domains/],
  [["save", "xen:pvh", "OUT"], 2, /xen:pvh is no place of domains/],
  [["save", "qemu:", "OUT"], 2, /qemu: needs a guest: counter, idler/],
  [["save", "qemu:counter -S", "OUT"], 2, /-S is not for the caller to say/],
  [["save", "qemu+unix:/nowhere", "OUT"], 2, /no QEMU answers at/],
  [["save", "v86:idler", "OUT", "--edition", "v2"], 3, /not supported here: saving machines in edition v2/],
  [["save", "v86:idler", "OUT", "--after", "-1"], 2, /must be a whole number/],
  [["save", "v86:idler", "/nowhere/out", "--after", "0"], 2, /no such file or directory/],
  [["save", "v86:idler", "/dev/full", "--after", "0"], 2, /the disk is full/],
  [["restore", "/nowhere", "v86:"], 2, /no such file or directory/],
  [["restore", "/", "v86:"], 2, /is a directory/],
  [["restore", "IMAGE", "v86:idler"], 2, /names a guest/],
])("%j ends with %i and its reason", async (args, status, reason) => {
  const out = join(scratch(), "out.img");
  const path = fileOf(image);
  const run = await dsi(args.map((arg) => (arg === "OUT" ? out : arg === "IMAGE" ? path : arg)));
  expect(run.status, run.stderr).toBe(status);
  expect(run.stderr).toMatch(reason);
  expect(run.stderr).not.toMatch(/internal error|\n\s+at /);
  expect(existsSync(out)).toBe(false);
});

test("an image that is cut, changed or of another machine is refused in one line", async () => {
  const changed = image.slice();
  changed[changed.length - 100]! ^= 1;
  const xen = fileOf(readFileSync(new URL("../../conformance/images/small.v3.img", import.meta.url)));
  for (const [path, reason] of [
    [fileOf(image.subarray(0, 1_000_000)), /rejected at 0xf4240: .*record-truncated/],
    [fileOf(changed), /platform-digest/],
    [xen, /holds an HVM domain of Xen, and no machine/],
  ] as const) {
    const { status, stdout, stderr } = await dsi(["restore", path, "v86:"]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(reason);
    expect(stderr.split("\n")).toHaveLength(2);
  }
});

test("what a saver that is killed leaves in a pipe is refused", async () => {
  const backend = v86Backend();
  for (const part of [0.01, 0.2, 0.5, 0.8, 0.99]) {
    const received = await killedAfter(Math.floor(image.length * part));
    await expect(restoreDomain(backend, [received])).rejects.toThrow(/end of input/);
  }
  expect(await backend.domains()).toEqual([]);
});

test.each([
  ["SIGKILL", 1],
  ["SIGTERM", 0],
] as const)("what a saver leaves on disk that %s ends has not the name of an image", async (signal, rest) => {
  const before = "what was there before";
  for (;;) {
    const folder = scratch();
    const out = join(folder, "out.img");
    writeFileSync(out, before);
    if (!(await isEndedBy(signal, folder, out))) continue;
    expect(readFileSync(out, "utf8")).toBe(before);
    expect(readdirSync(folder)).toHaveLength(1 + rest);
    break;
  }
});

/** Saves into `out`, and sends the signal as soon as something stirs in its folder; false where the image was written nevertheless. */
async function isEndedBy(signal: NodeJS.Signals, folder: string, out: string): Promise<boolean> {
  const child = spawn(process.execPath, [mainProgram(), "save", "v86:idler", out, "--after", "0"], { stdio: "ignore" });
  const watcher = watch(folder, () => child.kill(signal));
  const [status, by] = await new Promise<[number | null, string | null]>((resolve) =>
    child.once("close", (...ending) => resolve(ending)),
  );
  watcher.close();
  return status === 143 || by === signal;
}

/** What arrives of an image until its saver is killed, once at least `octets` have. */
function killedAfter(octets: number): Promise<Uint8Array> {
  const child = spawn(process.execPath, [mainProgram(), "save", "v86:idler", "-", "--after", "0"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let length = 0;
    child.stdout.on("data", (piece: Buffer) => {
      if (length >= octets) return;
      pieces.push(piece);
      length += piece.length;
      if (length >= octets) child.kill("SIGKILL");
    });
    child.once("close", () => resolve(Uint8Array.from(Buffer.concat(pieces))));
  });
}
