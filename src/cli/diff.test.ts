import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import type { ImageDiff } from "../containers/index.ts";
import { packageRoot } from "./package-root.ts";
import { dsi, fileOf, imageOctets, scratch } from "./testing/run.ts";

const validate = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(join(packageRoot(), "schemas/diff.schema.json"), "utf8")),
);
const small = imageOctets("small.v3");
const PAGE = 4096;
/** Where the contents of pfn 2 stand in small.v3: behind headers, STATIC_DATA_END, and the list of three pfns. */
const FIRST_PAGE = 40 + 8 + 8 + 8 + 3 * 8;

async function diff(...args: string[]): Promise<{ status: number | null; found: ImageDiff }> {
  const { stdout, status } = await dsi(["diff", "--json", ...args]);
  const found = JSON.parse(stdout);
  expect(validate(found), JSON.stringify(validate.errors)).toBe(true);
  return { status, found };
}

function digest(...parts: Uint8Array[]): Buffer {
  return createHash("sha256").update(Buffer.concat(parts)).digest();
}

test("an image is equal to itself, from a pipe as well", async () => {
  const file = fileOf(small);
  expect(await diff(file, file)).toEqual({
    status: 0,
    found: {
      dsi: "diff/1",
      equal: true,
      headers: [],
      records: [],
      state: [],
      pages: { a: 3, b: 3, same: 3, differ: 0, ranges: [] },
    },
  });
  const piped = await dsi(["diff", "-", file], { input: small });
  expect([piped.stdout, piped.status]).toEqual(["equal, 3 pages\n", 0]);
});

test("an octet of a page and a field of a record are found, with the digests of both sides", async () => {
  const changed = Buffer.from(small);
  changed[FIRST_PAGE + 100] = 0x5a;
  const tsc = FIRST_PAGE + 2 * PAGE + 8;
  changed.writeUInt32LE(1_000_000, tsc + 4);
  const pages = [small, changed].map((octets) => digest(octets.subarray(FIRST_PAGE, FIRST_PAGE + PAGE)));
  const { status, found } = await diff(fileOf(small), fileOf(changed));
  expect(status).toBe(1);
  expect(found.headers).toEqual([]);
  expect(found.state).toEqual([{ path: "tsc.khz", a: 2_596_135, b: 1_000_000 }]);
  expect(found.pages).toEqual({
    a: 3,
    b: 3,
    same: 2,
    differ: 1,
    ranges: [
      {
        pfn: "0x2",
        count: 1,
        a: { type: "notab", sha256: digest(pages[0]!).toString("hex") },
        b: { type: "notab", sha256: digest(pages[1]!).toString("hex") },
      },
    ],
  });
});

test("editions and containers are told, and are nothing to the machine", async () => {
  const older = fileOf(imageOctets("small.v2"));
  const wrapped = fileOf(imageOctets("small.libvirt.v3"));
  const { status, found } = await diff(older, wrapped);
  expect(status).toBe(1);
  expect(found.headers.map(({ path }) => path)).toEqual([
    "edition",
    "container",
    "image.version",
    "libvirt.version",
    "libvirt.xml_len",
    "libxl.version",
    "libxl.options",
    "config",
  ]);
  expect(found.records).toEqual([
    { path: "libxl LIBXC_CONTEXT", b: { count: 1 } },
    { path: "STATIC_DATA_END", b: { count: 1 } },
    { path: "libxl END", b: { count: 1 } },
  ]);
  expect([found.state, found.pages.differ]).toEqual([[], 0]);
  expect((await dsi(["diff", "--machine", older, wrapped])).status).toBe(0);
});

test("a compressed image with sums is the same machine, and sets apart in its headers and the records about it", async () => {
  const plain = fileOf(small);
  for (const codec of ["none", "word-delta", "gzip", "zstd", "lz4"]) {
    const packed = join(scratch(), codec);
    const asked = ["--to", "v4-draft", "--codec", codec, "--checksum", "record=crc32c,image"];
    expect((await dsi(["convert", plain, packed, ...asked])).status).toBe(0);
    const { status, found } = await diff(plain, packed);
    expect(status).toBe(1);
    expect(found.headers.map(({ path }) => path)).toEqual(expect.arrayContaining(["edition", "image.version"]));
    expect(found.records.map(({ path }) => path)).toEqual(["REQUIRES", "IMAGE_DIGEST"]);
    expect([found.state, found.pages]).toEqual([[], { a: 3, b: 3, same: 3, differ: 0, ranges: [] }]);
    expect((await dsi(["diff", "--machine", plain, packed])).status).toBe(0);
  }
});

test("a record that no edition defines is compared by its contents", async () => {
  const extra = (text: string) =>
    fileOf(
      Buffer.concat([
        small.subarray(0, -8),
        Buffer.from("0100008008000000", "hex"),
        Buffer.from(text.padEnd(8)),
        small.subarray(-8),
      ]),
    );
  const { found } = await diff(extra("one"), extra("two"));
  expect(found.records.map(({ path }) => path)).toEqual(["OPTIONAL_80000001"]);
});

test("pages that one side lacks and pages of another type are ranges of their own", async () => {
  const { found } = await diff(fileOf(small), fileOf(imageOctets("pv32.bare.v3")));
  expect(found.pages.ranges.map(({ pfn, count, a, b }) => [pfn, count, a?.type, b?.type])).toEqual([
    ["0x0", 1, undefined, "xalloc"],
    ["0x1", 1, undefined, "notab"],
    ["0x2", 1, "notab", "notab"],
    ["0x3", 1, "xtab", "l3pin"],
    ["0x4", 1, "notab", "l2"],
    ["0x5", 1, undefined, "l1"],
    ["0x6", 2, undefined, "xalloc"],
  ]);
});

test("an image that is rejected, one that is missing, and two on one input", async () => {
  const file = fileOf(small);
  const rejected = await dsi(["diff", file, fileOf(small.subarray(0, 100))]);
  expect([rejected.status, rejected.stdout]).toEqual([1, ""]);
  expect(rejected.stderr).toMatch(/record-truncated/);
  expect((await dsi(["diff", file, "/nowhere/image"])).status).toBe(2);
  expect((await dsi(["diff", "-", "-"])).status).toBe(2);
});
