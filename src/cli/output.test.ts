import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mainProgram } from "./package-root.ts";
import { dsi, fileOf, imageOctets, scratch } from "./testing/run.ts";

const small = imageOctets("small.v3");

test("an image comes back octet for octet from its stream, by files and by pipes", async () => {
  const folder = scratch();
  const stream = join(folder, "stream.json");
  const out = join(folder, "out.img");
  expect(await dsi(["read", fileOf(small), "--stream", stream])).toMatchObject({ status: 0, stdout: "", stderr: "" });
  expect(await dsi(["write", stream, out])).toMatchObject({ status: 0, stdout: "", stderr: "" });
  expect(readFileSync(out).equals(small)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(["blobs", "out.img", "stream.json"]);

  const piped = await dsi(["read", "-", "--stream", "-", "--blobs", join(folder, "blobs")], { input: small });
  expect(piped.stdout).toBe(readFileSync(stream, "utf8"));
  const back = join(folder, "back.img");
  const run = await dsi(["write", "-", back, "--blobs", join(folder, "blobs")], { input: piped.stdout });
  expect(run).toMatchObject({ status: 0, stderr: "" });
  expect(readFileSync(back).equals(small)).toBe(true);
});

test("what fails leaves no output, not in place of an older file either", async () => {
  const folder = scratch();
  const stream = join(folder, "stream.json");
  const cut = fileOf(small.subarray(0, 9000));
  expect((await dsi(["read", cut, "--stream", stream])).status).toBe(1);
  expect(readdirSync(folder).filter((name) => name !== "blobs")).toEqual([]);
  expect(existsSync(join(folder, "blobs")) ? readdirSync(join(folder, "blobs")) : []).toEqual([]);

  writeFileSync(join(folder, "old.json"), "older");
  expect((await dsi(["read", cut, "--stream", join(folder, "old.json")])).status).toBe(1);
  expect(readFileSync(join(folder, "old.json"), "utf8")).toBe("older");
});

test("a blob that is missing, short or other than its name says is refused", async () => {
  const folder = scratch();
  const stream = join(folder, "stream.json");
  expect((await dsi(["read", fileOf(small), "--stream", stream])).status).toBe(0);
  const blobs = join(folder, "blobs");
  const blob = join(blobs, readdirSync(blobs)[0]!);
  const octets = readFileSync(blob);
  const out = join(folder, "out.img");
  writeFileSync(blob, octets.subarray(1));
  expect(await dsi(["write", stream, out])).toMatchObject({ status: 1, stderr: expect.stringContaining("holds") });
  writeFileSync(blob, Buffer.alloc(octets.length, 7));
  expect(await dsi(["write", stream, out])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("its name says"),
  });
  const elsewhere = await dsi(["write", stream, out, "--blobs", join(folder, "none")]);
  expect(elsewhere).toMatchObject({ status: 2, stderr: expect.stringContaining("no such file") });
  expect(existsSync(out)).toBe(false);
});

test("a link stays a link, a device stays a device", async () => {
  const folder = scratch();
  const stream = join(folder, "stream.json");
  expect((await dsi(["read", fileOf(small), "--stream", stream])).status).toBe(0);
  const target = join(scratch(), "target.img");
  writeFileSync(target, "older", { mode: 0o600 });
  symlinkSync(target, join(folder, "link.img"));
  expect((await dsi(["write", stream, join(folder, "link.img")])).status).toBe(0);
  expect(readFileSync(target).equals(small)).toBe(true);
  expect(statSync(target).mode & 0o777).toBe(0o600);
  expect((await dsi(["write", stream, "/dev/null"])).status).toBe(0);
  expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
});

test("SIGINT and SIGTERM leave no partial file and end with 130 and 143", async () => {
  // Long enough to be interrupted: records that nobody has to understand, of 64 MiB each.
  const folder = scratch();
  const stream = join(folder, "stream.json");
  expect((await dsi(["read", fileOf(small), "--stream", stream])).status).toBe(0);
  const document = JSON.parse(readFileSync(stream, "utf8"));
  const filler = Array.from({ length: 64 }, () => ({ type: 0x8000_0001, body: { zero: 2 ** 26 } }));
  document.records.splice(-1, 0, ...filler);
  writeFileSync(stream, JSON.stringify(document));
  for (const [signal, status] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    const place = scratch();
    const child = spawn(process.execPath, [mainProgram(), "write", stream, join(place, "out.img")], {
      stdio: "ignore",
    });
    while (readdirSync(place).length === 0 && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(readdirSync(place)).toEqual([expect.stringMatching(/^\.out\.img\..*\.tmp$/)]);
    child.kill(signal);
    const [code] = await once(child, "exit");
    expect(code).toBe(status);
    expect(readdirSync(place)).toEqual([]);
  }
});

test("SIGINT is heard while a pipe brings nothing", async () => {
  const child = spawn(process.execPath, [mainProgram(), "verify", "-"], { stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.write(small.subarray(0, 100));
  await new Promise((resolve) => setTimeout(resolve, 500));
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([130, null]);
});

test("a reader of the output that goes away is no trouble", async () => {
  const image = fileOf(imageOctets("pv-tiny"));
  const child = spawn("sh", [
    "-c",
    `"$0" "$1" inspect --json "$2" | head -c 10; exit 0`,
    process.execPath,
    mainProgram(),
    image,
  ]);
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  await once(child, "close");
  expect(stderr).toBe("");
});
