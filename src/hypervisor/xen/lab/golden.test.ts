import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readImage, streamOfImage, verifyImage, writeImage } from "../../../containers/index.ts";
import type { Said } from "./said.ts";
import { labSource } from "./source.ts";
import { memoryBlobs } from "./testing/rewrite.ts";

type Kept = {
  readonly how: string;
  readonly octets: number;
  readonly sha256: string;
  readonly kept: boolean;
  readonly stream?: "remus";
  readonly before: Said;
  readonly after: Said;
};

const folder = labSource("golden");
const { images } = JSON.parse(readFileSync(join(folder, "provenance.json"), "utf8")) as {
  images: Readonly<Record<string, Kept>>;
};
const kept = Object.entries(images).filter(([, image]) => image.kept);

test("what is kept of the lab's images is there, and nothing else", () => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".img.gz"));
  expect(files.sort()).toEqual(kept.map(([name]) => `${name}.img.gz`).sort());
  expect(kept.length).toBeGreaterThan(3);
});

test.each(kept)("%s decodes, verifies and comes out of the Writer as it was", (name, {
  octets,
  sha256,
  stream,
  before,
  after,
}) => {
  const image = Uint8Array.from(gunzipSync(readFileSync(join(folder, `${name}.img.gz`))));
  expect([image.length, createHash("sha256").update(image).digest("hex")]).toEqual([octets, sha256]);
  const options = { edition: "v3", deep: true, context: { stream: stream ?? "plain", channel: "forward" } } as const;

  const verifier = verifyImage(options);
  verifier.push(image);
  expect(verifier.end()).toMatchObject({ verdict: "accept", findings: [] });

  const reader = readImage(options);
  reader.push(image);
  expect(reader.end()).toMatchObject({ container: ["xl", "libxl"], octets: image.length, end: "complete" });

  const blobs = memoryBlobs();
  const taker = streamOfImage(options, blobs);
  taker.push(image);
  expect(Buffer.compare(Buffer.concat([...writeImage(taker.end(), blobs)]), image)).toBe(0);
  expect(after).toMatchObject({ run: before.run, wrong: 0 });
});
