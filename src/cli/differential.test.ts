import { spawnSync } from "node:child_process";
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
