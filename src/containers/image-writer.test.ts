import { expect, test } from "vitest";
import { FormatError, type ImageStep, ImageWriter, imageSteps, verifyImage } from "./index.ts";

const DOMAIN = { type: 2, pageShift: 12, xenMajor: 4, xenMinor: 17 };
const STATIC_DATA_END = 0x10;
const TSC = { type: 0x08, fields: { mode: 0, khz: 1, nsec: "0x0", incarnation: 0 } };
const EXTRA = 0xc0000001;

/** HEADER, a CPU entry of zeros, END. */
function context(): Uint8Array {
  const octets = new Uint8Array(8 + 24 + 8 + 1032 + 8);
  const view = new DataView(octets.buffer);
  view.setUint16(0, 1, true);
  view.setUint32(4, 24, true);
  view.setUint32(8, 0x54381286, true);
  view.setUint32(12, 1, true);
  view.setUint16(32, 2, true);
  view.setUint32(36, 1032, true);
  return octets;
}

function pagesOf(fill: number, count: number): Uint8Array {
  return new Uint8Array(4096 * count).fill(fill);
}

/** A small machine's image. */
function written(): { image: Uint8Array } {
  const writer = new ImageWriter({ edition: "v3", domain: DOMAIN });
  const segments = [
    ...writer.begin(),
    ...writer.record({ type: EXTRA, octets: Uint8Array.of(1, 2, 3) }),
    ...writer.record({ type: STATIC_DATA_END }),
    ...writer.pages([0, 1, 0x123456], pagesOf(7, 3)),
    ...writer.pages([1], pagesOf(9, 1)),
    ...writer.record(TSC),
    ...writer.record({ type: 0x09, octets: context() }),
    ...writer.record({ type: EXTRA + 1, octets: new Uint8Array(0) }),
    ...writer.end(),
  ];
  return { image: Uint8Array.from(Buffer.concat(segments)) };
}

/** All steps, the octets of pages copied. */
function stepsOf(image: Uint8Array, size: number): ImageStep[] {
  const reader = imageSteps();
  const steps: ImageStep[] = [];
  const keep = (some: readonly ImageStep[]) => {
    for (const step of some) steps.push("octets" in step ? { ...step, octets: step.octets.slice() } : step);
  };
  for (let at = 0; at < image.length; at += size) keep(reader.push(image.slice(at, at + size)));
  keep(reader.end());
  return steps;
}

test("an image that was written as it came conforms", () => {
  const verifier = verifyImage({ deep: true });
  verifier.push(written().image);
  expect(verifier.end()).toMatchObject({ verdict: "accept", findings: [], edition: "v3" });
});

test.each([1, 7, 4096, 5000, 1 << 20])("it is read again step by step, in pieces of %i octets", (size) => {
  const { image } = written();
  const steps = stepsOf(image, size);
  const memory = new Map<number, Uint8Array>();
  for (const step of steps)
    if (step.kind === "pages")
      for (const [index, pfn] of step.pfns.entries())
        memory.set(pfn, step.octets.slice(4096 * index, 4096 * (index + 1)));
  expect([...memory.keys()]).toEqual([0, 1, 0x123456]);
  expect(memory.get(0)).toEqual(pagesOf(7, 1));
  expect(memory.get(1)).toEqual(pagesOf(9, 1));
  const records = steps.filter((step) => step.kind === "record");
  expect(records.map(({ type }) => type)).toEqual([STATIC_DATA_END, 0x08, 0x09, 0x00]);
  expect(records[2]?.octets).toEqual(context());
  expect(steps.at(-1)).toEqual({ kind: "end" });
});

test.each([5000, 6000, 9001])("pages that come in pieces of %i octets stay what they are", (size) => {
  const writer = new ImageWriter({ edition: "v3", domain: DOMAIN });
  const pfns = Array.from({ length: 40 }, (_, pfn) => pfn);
  const pages = Buffer.concat(pfns.map((pfn) => pagesOf(pfn + 1, 1)));
  const image = Buffer.concat([
    ...writer.begin(),
    ...writer.record({ type: STATIC_DATA_END }),
    ...writer.pages(pfns, pages),
  ]);
  const reader = imageSteps();
  // Nothing is looked at before all of it has come.
  const pushes = Array.from({ length: Math.ceil(image.length / size) }, (_, piece) =>
    Uint8Array.from(image.subarray(piece * size, (piece + 1) * size)),
  );
  const steps = pushes.flatMap((octets) => reader.push(octets)).filter((step) => step.kind === "pages");
  expect(steps.flatMap((step) => step.pfns)).toEqual(pfns);
  expect(Buffer.compare(Buffer.concat(steps.map(({ octets }) => octets)), pages)).toBe(0);
});

test("what breaks a MUST is refused when it is written", () => {
  const begun = () => {
    const writer = new ImageWriter({ edition: "v3", domain: DOMAIN });
    writer.begin();
    return writer;
  };
  expect(() => begun().pages([0], pagesOf(0, 1))).toThrow(/static-end-late/);
  expect(() => begun().record({ type: 0x08, octets: new Uint8Array(23) })).toThrow(FormatError);
  const writer = begun();
  writer.record({ type: STATIC_DATA_END });
  writer.pages([0], pagesOf(0, 1));
  writer.record(TSC);
  expect(() => writer.end()).toThrow(/hvm-context-missing/);
  expect(() => begun().pages([0, 1], pagesOf(0, 1))).toThrow(/do not go with/);
});

test("an image that is cut has no end", () => {
  const { image } = written();
  for (let cut = 0; cut < image.length; cut += 97)
    expect(() => stepsOf(image.slice(0, cut), 1000)).toThrow(FormatError);
});
