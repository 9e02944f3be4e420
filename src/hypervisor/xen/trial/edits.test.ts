import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readImage, verifyImage } from "../../../containers/index.ts";
import { checkout } from "../lab/source.ts";
import { checkpointed, edited, recordsOf } from "./edits.ts";

const file = readFileSync(join(checkout(), "conformance/images/pv-tiny.bare.v3.img.gz"));
const REMUS = { context: { stream: "remus", channel: "forward" } } as const;
const image = Uint8Array.from(gunzipSync(file));

test("cuts an image where its records begin, and loses nothing", () => {
  const { headers, records } = recordsOf(image);
  expect(Buffer.compare(Buffer.concat([headers, ...records]), image)).toBe(0);
  expect(records.at(-1)).toEqual(new Uint8Array(8));
});

test("makes a stream of two checkpoints that conforms", () => {
  const verifier = verifyImage(REMUS);
  verifier.push(checkpointed(image));
  expect(verifier.end()).toMatchObject({ verdict: "accept", findings: [] });
  const reader = readImage(REMUS);
  reader.push(checkpointed(image));
  expect(reader.end()).toBeDefined();
});

test("says each edit, makes the same of the same dice, and leaves what it was given as it was", () => {
  const before = image.slice();
  const falls = fc.infiniteStream(fc.nat());
  fc.assert(
    fc.property(falls, (stream) => {
      const numbers = [...stream.take(40)];
      const dice = () => {
        let turn = 0;
        return (below: number) => (numbers[turn++ % numbers.length] as number) % below;
      };
      const [one, other] = [edited(image, dice()), edited(image, dice())];
      expect(one.edits.length).toBeGreaterThan(0);
      expect(one.edits).toEqual(other.edits);
      expect(Buffer.compare(one.octets, other.octets)).toBe(0);
      expect(one.octets.length % 8).toBe(0);
    }),
    { numRuns: 50 },
  );
  expect(Buffer.compare(image, before)).toBe(0);
});
