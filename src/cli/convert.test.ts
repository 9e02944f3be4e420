import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dsi, fileOf, imageOctets, scratch } from "./testing/run.ts";

const small = imageOctets("small.v3");

/** How a conversion of an image ends, what it says, and whether anything is left where its output would be. */
async function asked(octets: Uint8Array, args: readonly string[], env: object = {}): Promise<[number | null, string]> {
  const folder = scratch();
  const { status, stderr } = await dsi(["convert", fileOf(octets), join(folder, "out"), ...args], { env });
  expect(readdirSync(folder)).toEqual(status === 0 ? ["out"] : []);
  return [status, stderr];
}

test("a codec whose library is not installed is named, for writing and for reading, and is no crash", async () => {
  // What require finds of it where it is not installed: nothing.
  const hidden = fileOf(
    `const Module = require("node:module");
     const resolve = Module._resolveFilename;
     Module._resolveFilename = (name, ...rest) => {
       if (name === "lz4-napi") throw new Error("not found");
       return resolve(name, ...rest);
     };`,
    "hide.cjs",
  );
  const env = { NODE_OPTIONS: `--require ${hidden}` };
  const [status, said] = await asked(small, ["--to", "v4-draft", "--codec", "lz4"], env);
  expect([status, said]).toEqual([3, expect.stringContaining("codec lz4")]);
  const [reading, named] = await asked(imageOctets("zip-lz4.v4-draft"), ["--to", "v3"], env);
  expect([reading, named]).toEqual([3, expect.stringContaining("codec lz4: the package lz4-napi is not installed")]);
  expect((await asked(small, ["--to", "v4-draft", "--codec", "gzip"], env))[0]).toBe(0);
});

test.each([
  [["--to", "v3", "--codec", "zstd"], /v3 has no compressed page data/],
  [["--to", "v3", "--checksum", "record"], /v3 has no sums behind its records/],
  [["--to", "v2", "--checksum", "image"], /v2 has no sums/],
  [["--to", "draft-b", "--checksum", "record=sha256"], /draft-b has CRC-32/],
  [["--to", "draft-b", "--container", "xl"], /nothing is known to hold an image of draft-b/],
  [["--to", "v4-draft", "--checksum", "records"], /wanted none, record, image or both/],
  [["--to", "v4-draft", "--checksum", "image=md5"], /wanted none, record, image or both/],
  [["--to", "v5"], /v5/],
])("%j is a fault of the command line, and says why", async (args, why) => {
  const [status, said] = await asked(small, args);
  expect([status, said]).toEqual([2, expect.stringMatching(why)]);
});

test("what the target has no place for is named, and nothing is left", async () => {
  const [status, said] = await asked(imageOctets("pv-tiny.xl.v3"), ["--to", "draft-b"]);
  expect([status, said]).toEqual([1, expect.stringContaining("SHARED_INFO")]);
  expect(await asked(small, ["--to", "v3", "--container", "libvirt"])).toEqual([1, expect.stringContaining("XML")]);
  expect((await asked(imageOctets("pvh-tiny.xl.v3"), ["--to", "v2"]))[1]).toMatch(/X86_CPUID_POLICY/);
});

test("from pipe to pipe, in the words of the specification for sums, and into a suspend image without being told of one", async () => {
  const packed = join(scratch(), "packed");
  const sums = ["--checksum", "record=CRC-32C,image=SHA-256"];
  const { status } = await dsi(["convert", "-", packed, "--to", "v4-draft", "--codec", "gzip", ...sums], {
    input: small,
  });
  expect(status).toBe(0);
  const { stdout } = await dsi(["inspect", "--json", "-"], { input: readFileSync(packed) });
  const { layers } = JSON.parse(stdout);
  expect(layers[0].fields).toMatchObject({ version: 4, record_check: 5, image_digest: 6 });
  const suspended = join(scratch(), "suspended");
  expect((await dsi(["convert", packed, suspended, "--to", "v3", "--container", "xenopsd"])).status).toBe(0);
  expect(existsSync(suspended)).toBe(true);
  const verified = await dsi(["verify", suspended]);
  expect([verified.status, verified.stdout + verified.stderr]).toEqual([0, expect.stringContaining("v3 in xenopsd")]);
});
