import { expect, test } from "vitest";
import { crc32 } from "../codecs/crc32.ts";
import type { CodecEdition } from "./edition.ts";
import { VERSION } from "./edition.ts";
import { encodeImage } from "./encoder.ts";
import type { Event } from "./events.ts";
import { decodeImage } from "./image-decoder.ts";
import { Input } from "./input.ts";
import type { StreamDocument, StreamRecord } from "./stream-document.ts";

const OPTIONAL = 0x8000_0001;
const records: StreamRecord[] = [
  { type: OPTIONAL, body: { hex: "01 02 03" } },
  { type: OPTIONAL, body: { hex: "" } },
  { type: 1, fields: { pfns: [["0x5", 2, 0]], pages: { zero: 8192 } } },
  { type: 0, body: { hex: "" } },
];

type Layout = { edition: CodecEdition; recordCheck?: number; options?: number };
const layouts: (Layout & { lengths: readonly number[]; sums: readonly (number | undefined)[] })[] = [
  { edition: "v3", lengths: [24, 16, 16, 8, 8 + 24 + 8192, 8], sums: [] },
  {
    edition: "draft-b",
    options: 1,
    lengths: [24, 8, 32, 24, 24 + 24 + 8192, 24],
    sums: [crc32(Uint8Array.of(1, 2, 3, 0, 0, 0, 0, 0)), 0, undefined, 0],
  },
  {
    edition: "draft-b",
    lengths: [24, 8, 32, 24, 24 + 24 + 8192, 24],
    sums: [undefined, undefined, undefined, undefined],
  },
  { edition: "v4-draft", lengths: [40, 16, 16, 8, 8 + 24 + 8192, 8], sums: [] },
  { edition: "v4-draft", recordCheck: 3, lengths: [40, 24, 24, 16, 16 + 24 + 8192, 16], sums: [1, 1, 1, 1] },
];

function write({ edition, recordCheck, options }: Layout, isBe: boolean): Uint8Array {
  const document: StreamDocument = {
    dsi: "stream/1",
    edition,
    endian: isBe ? "big" : "little",
    image: {
      version: VERSION[edition],
      options: isBe ? 1 : 0,
      ...(recordCheck === undefined ? {} : { recordCheck }),
    },
    domain: { type: 1, pageShift: 12, xenMajor: 0, xenMinor: 0 },
    records: options === undefined ? records : records.map((record) => ({ ...record, options })),
  };
  const source = { get: () => new Uint8Array(0) };
  return Buffer.concat([...encodeImage(document, edition, source, function* () {})]);
}

/** Where each header and record begins, and the trailers, of an image that arrives in pieces of `size` octets. */
function walk(octets: Uint8Array, edition: CodecEdition, size: number) {
  const starts: number[] = [];
  const trailers: { checksum: number; sum: number | undefined }[] = [];
  let end = 0;
  const input = new Input((event: Event) => {
    if (event.kind === "image-header" || event.kind === "domain-header" || event.kind === "record")
      starts.push(event.subject.at);
    if (event.kind === "trailer") trailers.push({ checksum: event.subject.checksum, sum: event.subject.sum });
    if (event.kind === "record-end") end = event.subject.end;
  });
  const steps = decodeImage(input, { asked: () => edition });
  let result = steps.next();
  for (let at = 0; at < octets.length && !result.done; at += size) {
    input.push(octets.slice(at, at + size));
    result = steps.next();
  }
  return { complete: result.done && result.value, starts, trailers, end };
}

for (const layout of layouts) {
  const { edition, lengths } = layout;
  for (const isBe of [false, true])
    test(`${edition}, ${JSON.stringify(layout.recordCheck ?? layout.options ?? 0)}, ${isBe ? "big" : "little"}-endian: every header and record stands where its lengths say`, () => {
      const octets = write(layout, isBe);
      for (const size of [octets.length, 4096, 61, 1]) {
        const { complete, starts, trailers, end } = walk(octets, edition, size);
        expect(complete).toBe(true);
        expect(end).toBe(octets.length);
        expect([...starts, end].map((at, i, all) => at - (all[i - 1] ?? 0)).slice(1)).toEqual(lengths);
        expect(trailers).toHaveLength(layout.sums.length);
        trailers.forEach(({ checksum, sum }, index) => {
          const wanted = layout.sums[index];
          if (layout.options === undefined && layout.recordCheck === undefined)
            expect([checksum, sum]).toEqual([0, undefined]);
          else expect(sum).toBe(checksum);
          if (edition === "draft-b" && wanted !== undefined) expect(checksum).toBe(wanted);
        });
      }
    });
}

test("a sum covers the octets that its framing says", () => {
  const octets = write({ edition: "v4-draft", recordCheck: 3 }, false);
  const { starts, trailers } = walk(octets, "v4-draft", octets.length);
  const [, , first, second] = starts as [number, number, number, number];
  expect(trailers[0]?.checksum).toBe(crc32(octets.subarray(first, second - 8)));
});

test("CRC-32 has its check value, goes on from a sum, and is 0 of nothing", () => {
  const digits = new TextEncoder().encode("123456789");
  expect(crc32(digits)).toBe(0xcbf43926);
  expect(crc32(digits.subarray(4), crc32(digits.subarray(0, 4)))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array(0))).toBe(0);
  expect(crc32(new Uint8Array(8))).toBe(0x6522df69);
});
