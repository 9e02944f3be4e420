import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dsi, fileOf, imageOctets, type Run, scratch } from "./testing/run.ts";

const small = imageOctets("small.v3");
const LOOKING = ["inspect", "verify", "read"] as const;

function lines({ stdout, stderr }: Run): string[] {
  return [...stdout.split("\n"), ...stderr.split("\n")].filter((line) => line !== "");
}

/** One line that says why, and nothing that looks like a program's own trouble. */
function expectReason(run: Run, status: number, pattern: RegExp): void {
  const said = lines(run);
  const why = said.filter((line) => pattern.test(line));
  expect(why, said.join("\n")).toHaveLength(1);
  expect(run.status, said.join("\n")).toBe(status);
  expect(`${run.stdout}${run.stderr}`).not.toMatch(/internal error|\n\s+at |node:/);
}

const REJECTED =
  /: rejected at 0x[0-9a-f]+: .*found .*, wanted .* \[[a-z0-9-]+, [A-Z0-9]+-\d{3} spec\/[\w-]+\.md#[A-Z0-9]+-\d{3}\]$/;

for (const command of LOOKING) {
  test(`${command}: a missing file, a directory, an unreadable file are the machine's fault`, async () => {
    expectReason(await dsi([command, "/nowhere/at/all"]), 2, /^\/nowhere\/at\/all: no such file or directory$/);
    const folder = scratch();
    expectReason(await dsi([command, folder]), 2, /: is a directory$/);
    const locked = fileOf(small);
    chmodSync(locked, 0);
    if (process.getuid?.() !== 0) expectReason(await dsi([command, locked]), 2, /: permission denied$/);
  });

  test(`${command}: empty, random, truncated and foreign files are rejected with code and offset`, async () => {
    expectReason(await dsi([command, fileOf("")]), 1, REJECTED);
    expectReason(await dsi([command, fileOf(randomBytes(5000).fill(0x55, 0, 1))]), 1, REJECTED);
    expectReason(await dsi([command, fileOf(small.subarray(0, small.length - 3))]), 1, REJECTED);
    expectReason(await dsi([command, fileOf("#!/bin/sh\nexit 0\n")]), 1, REJECTED);
  });

  test(`${command}: what is recognised but not supported ends with 3`, async () => {
    expectReason(await dsi([command, fileOf(Uint8Array.of(0x1f, 0x8b, 8, 0))]), 3, /: not supported here: a gzip file/);
  });

  test(`${command}: standard input stands for an image`, async () => {
    expectReason(await dsi([command, "-"], { input: "" }), 1, /^standard input: rejected at 0x0: /);
    expect((await dsi([command, "-"], { input: small })).status).toBe(0);
  });
}

test("a record that claims 4 GiB is refused without memory for it", async () => {
  const claim = Buffer.from(small);
  claim.writeUInt32LE(0xffff_ffff, 40 + 4);
  const run = await dsi(["verify", fileOf(claim)], { env: { NODE_OPTIONS: "--max-old-space-size=64" } });
  expectReason(run, 1, /: rejected at 0x2c: .*\[record-limit, /);
});

test("a command line that cannot be understood ends with 2", async () => {
  for (const args of [
    [],
    ["nonsense"],
    ["verify"],
    ["verify", "--nonsense", "x"],
    ["read", "a", "b"],
    ["verify", "--edition", "v9", "x"],
  ]) {
    const run = await dsi(args);
    expect(run.status, args.join(" ")).toBe(2);
    expect(run.stderr).not.toMatch(/\n\s+at /);
  }
  expect((await dsi(["--help"])).status).toBe(0);
  expect((await dsi(["verify", "--help"])).stdout).toMatch(/--edition/);
});

test("of several images the largest exit status applies", async () => {
  const good = fileOf(small);
  const empty = fileOf("");
  expect((await dsi(["verify", good, good])).status).toBe(0);
  expect((await dsi(["verify", empty, good])).status).toBe(1);
  expect((await dsi(["verify", empty, "/nowhere", good])).status).toBe(2);
});

test("a folder that does not exist, or is a file, takes no output", async () => {
  const stream = join(scratch(), "stream.json");
  expect((await dsi(["read", fileOf(small), "--stream", stream])).status).toBe(0);
  expectReason(await dsi(["write", stream, "/nowhere/out.img"]), 2, /^\/nowhere\/out\.img: no such file or directory$/);
  const folder = scratch();
  mkdirSync(join(folder, "out"));
  expectReason(await dsi(["write", stream, join(folder, "out")]), 2, /out: is a directory$/);
  if (existsSync("/dev/full")) {
    expectReason(await dsi(["write", stream, "/dev/full"]), 2, /^\/dev\/full: the disk is full$/);
  }
});

test("a stream document that is none is refused in one line", async () => {
  const out = join(scratch(), "out.img");
  for (const text of [
    "",
    "{",
    "[]",
    "null",
    "{}",
    '{"dsi":"stream/1"}',
    '{"dsi":"stream/1","edition":"v3","records":7}',
  ]) {
    const run = await dsi(["write", fileOf(text, "stream.json"), out]);
    expect(run.status, text).toBe(1);
    expect(lines(run), text).toHaveLength(1);
    expect(run.stderr, text).not.toMatch(/internal error/);
  }
});

test.each([
  "inspect",
  "verify",
  "read",
])("%s: an input without an end is read no further than is needed", async (command) => {
  const { status, stdout, stderr } = await dsi([command, "/dev/zero"]);
  expect(status).toBe(1);
  if (command !== "inspect") expect(stdout + stderr).toContain("image-marker");
});

test("names that others gave to files and words neither move the cursor nor turn the text round", async () => {
  const name = join(scratch(), "a\u001b[2J\u009b\u202eb'.img");
  const cut = join(scratch(), "cut\u001b]0;x\u0007.img");
  writeFileSync(name, small);
  writeFileSync(cut, small.subarray(0, 3000));
  for (const args of [
    ["verify", name],
    ["verify", cut],
    ["inspect", cut, name],
    ["inspect", `${name}.gone`],
    ["read", cut],
    ["diff", name, cut],
    ["extract", cut, "--record", "1", "-"],
    ["verify", "--edition", "v\u001b[2J", name],
    ["\u001b[2J"],
  ]) {
    const { stdout, stderr } = await dsi(args);
    expect(`${stdout}${stderr}`, args.join(" ")).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
  }
  expect((await dsi(["verify", cut])).stdout).toContain("cut\\u001b]0;x\\u0007.img'");
});
