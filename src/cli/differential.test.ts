import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join as path } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { openAdapter } from "../harness/open-adapter.ts";
import { mainProgram, packageRoot } from "./package-root.ts";
import { cut, join, type Pieces } from "./reducing/pieces.ts";
import { quarrel } from "./reducing/quarrel.ts";
import { imageOctets } from "./testing/run.ts";

const python = spawnSync("python3", ["--version"]).error === undefined;
if (!python && process.env.DSI_REQUIRE_TOOLS === "1") throw new Error("DSI_REQUIRE_TOOLS=1, and no python3");

/** The octet of an image header that tells version 2 from 3. */
const VERSION = 15;

const IMAGES = ["small.v2", "small.v3", "pv32.bare.v3", "pv-tiny.bare.v2", "pvh-tiny.bare.v3"].map(
  (name) => cut(imageOctets(name))!,
);

/** One mistake in an image: a record dropped, sent twice, elsewhere, or with a bit turned; or a bit of the headers. */
const mistake = fc.record({
  kind: fc.constantFrom("drop", "repeat", "move", "turn", "turn near the front", "turn in a header"),
  record: fc.nat(999),
  place: fc.nat(999_999),
  bit: fc.nat(7),
});
type Mistake = typeof mistake extends fc.Arbitrary<infer T> ? T : never;

function make(pieces: Pieces, { kind, record, place, bit }: Mistake): Pieces {
  const { head, records } = pieces;
  const which = record % Math.max(records.length, 1);
  const one = records[which];
  const to = place % (records.length + 1);
  if (kind === "turn in a header") {
    const at = place % head.length;
    // Records of version 3 in version 2 are a choice, and the two choose differently.
    return at === VERSION ? pieces : { ...pieces, head: turned(head, at, bit) };
  }
  if (!one) return pieces;
  if (kind === "drop") return { ...pieces, records: records.toSpliced(which, 1) };
  if (kind === "repeat") return { ...pieces, records: records.toSpliced(to, 0, one) };
  if (kind === "move") return { ...pieces, records: records.toSpliced(which, 1).toSpliced(to, 0, one) };
  const within = kind === "turn" ? one.octets.length : Math.min(40, one.octets.length);
  return { ...pieces, records: records.with(which, { ...one, octets: turned(one.octets, place % within, bit) }) };
}

function turned(octets: Uint8Array, at: number, bit: number): Uint8Array {
  return octets.with(at, octets[at]! ^ (1 << bit));
}

const opened: ReturnType<typeof quarrel>[] = [];
afterAll(() => Promise.all(opened.map((one) => one.close())));

test.runIf(python).each(["v2", "v3"] as const)(
  "two implementations that share nothing answer alike, whatever is wrong with an image: a Reader of %s",
  async (edition) => {
    const reference = await openAdapter([process.execPath, mainProgram(), "adapter"], 40_000);
    const other = await openAdapter(
      ["python3", path(packageRoot(), "conformance/adapters/python/dsi_adapter.py")],
      40_000,
    );
    const question = { edition, role: "reader", context: { stream: "plain", channel: "forward" } } as const;
    const both = quarrel([reference, other], question, 20);
    opened.push(both);
    const images = fc.constantFrom(...IMAGES);
    await fc.assert(
      fc.asyncProperty(images, fc.array(mistake, { minLength: 1, maxLength: 3 }), async (image, mistakes) => {
        const broken = mistakes.reduce(make, image);
        expect(await both.differenceOn(join(broken, broken.records))).toBeUndefined();
      }),
      { seed: 20261122, numRuns: 250 },
    );
    expect(both.asked).toBeGreaterThanOrEqual(500);
  },
);

/** One mistake at a place that a label of the image names, or anywhere: octets dropped, sent twice or set, a bit turned, an end. */
const slip = fc.record({
  kind: fc.constantFrom("drop", "repeat", "set", "turn", "turn", "end"),
  label: fc.option(fc.nat(999), { freq: 5 }),
  place: fc.nat(999_999),
  length: fc.constantFrom(1, 4, 8, 16, 24),
  value: fc.constantFrom(0, 1, 2, 0xff, 0x7fff_ffff, 0xffff_ffff),
  bit: fc.nat(7),
});
type Slip = typeof slip extends fc.Arbitrary<infer T> ? T : never;

function slipped(
  octets: Uint8Array,
  places: readonly number[],
  { kind, label, place, length, value, bit }: Slip,
): Uint8Array {
  const from = label === null ? place % octets.length : places[label % places.length]! + (place % 48);
  const at = Math.min(from, octets.length - 1);
  const end = Math.min(at + length, octets.length);
  if (kind === "turn") return turned(octets, at, bit);
  if (kind === "end") return octets.slice(0, at);
  if (kind === "drop") return Buffer.concat([octets.subarray(0, at), octets.subarray(end)]);
  if (kind === "repeat") return Buffer.concat([octets.subarray(0, end), octets.subarray(at)]);
  const word = new Uint8Array(4);
  new DataView(word.buffer).setUint32(0, value, true);
  const set = octets.slice();
  set.set(word.subarray(0, Math.min(4, octets.length - at)), at & ~3);
  return set;
}

const plain = { stream: "plain", channel: "forward" } as const;
const remus = { stream: "remus", channel: "forward" } as const;

test.runIf(python).each([
  ["draft-b", plain, ["pv32.plain.draft-b", "pv32.reserved.draft-b", "pv64.plain-be.draft-b", "pv64.live.draft-b"]],
  [
    "v4-draft",
    plain,
    ["small.v4-draft", "pv32.bare.v4-draft", "arm.v4-draft", "machine-v86.v4-draft", "machine-qemu.v4-draft"],
  ],
  [
    "v4-draft",
    plain,
    ["checked.v4-draft", "zip-gzip.v4-draft", "zip-delta.v4-draft", "zip-none-batch.v4-draft", "zip-lz4.v4-draft"],
  ],
  ["v4-draft", remus, ["ckpt-hvm.bare.v4-draft", "ckpt-pv.bare.v4-draft", "ckpt-checked.v4-draft"]],
  ["legacy", plain, ["legacy-pv32", "legacy-pv64", "legacy-hvm32", "legacy-hvm64", "legacy-hvm64-xl"]],
  ["v3", plain, ["small.libvirt.v3", "small.xenopsd.v3", "pv32.xenopsd.v3", "pvh-tiny.xl.v3"]],
] as const)(
  "so they do where octets of an image of %s are wrong",
  async (edition, context, names) => {
    const reference = await openAdapter([process.execPath, mainProgram(), "adapter"], 40_000);
    const other = await openAdapter(
      ["python3", path(packageRoot(), "conformance/adapters/python/dsi_adapter.py")],
      40_000,
    );
    const images = names.map((name) => ({ name, octets: imageOctets(name), places: placesIn(name) }));
    for (const role of ["reader", "verifier"] as const) {
      const both = quarrel([reference, other], { edition, role, context }, 20);
      opened.push(both);
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...images),
          fc.array(slip, { minLength: 1, maxLength: 2 }),
          async (image, slips) => {
            const broken = slips.reduce(
              (octets, one) => slipped(octets, image.places, one),
              image.octets as Uint8Array,
            );
            expect(await both.differenceOn(broken), image.name).toBeUndefined();
          },
        ),
        { seed: 20261129, numRuns: 120 },
      );
      expect(both.asked).toBeGreaterThanOrEqual(240);
    }
  },
  240_000,
);

/** The places that labels of an image name. */
function placesIn(name: string): number[] {
  const { labels } = JSON.parse(readFileSync(path(packageRoot(), `conformance/images/${name}.json`), "utf8"));
  return Object.values(labels as Record<string, number>);
}
