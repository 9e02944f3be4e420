import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CodecError, CodecMissingError } from "./codec-error.ts";
import { optional } from "./library.ts";
import { CODEC, codecName, isInstalled, type PageCodec, pageCodec } from "./page-codecs.ts";
import { applyWordDelta, needsBase, wordDelta } from "./word-delta.ts";

const require_ = createRequire(import.meta.url);
const PAGE = 4096;
const FRAMED = ["gzip", "zstd", "lz4"] as const;

function codec(name: keyof typeof CODEC): PageCodec {
  return pageCodec(CODEC[name]) as PageCodec;
}

/** Pages that compress about as well as memory does. */
const pages = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffffffff })), { minLength: 1, maxLength: 40 })
  .chain((words) => fc.integer({ min: 1, max: 3 }).map((count) => fill(words, count * PAGE)));

function fill(words: readonly number[], length: number): Uint8Array {
  const octets = new Uint8Array(length);
  const view = new DataView(octets.buffer);
  for (let at = 0; at < length; at += 4) view.setUint32(at, words[(at >> 2) % words.length] as number, true);
  return octets;
}

function fault(work: () => unknown): CodecError {
  try {
    work();
  } catch (error) {
    if (error instanceof CodecError) return error;
    throw error;
  }
  throw new Error("nothing is wrong");
}

describe.each(["none", ...FRAMED] as const)("%s", (name) => {
  const { compress, decompress } = codec(name);

  test("gives back what it took", () => {
    fc.assert(
      fc.property(pages, (octets) => Buffer.compare(decompress(compress(octets), octets.length), octets) === 0),
    );
    const large = fill([1, 2, 3, 5, 8], 6 * 2 ** 20 + PAGE);
    expect(Buffer.compare(decompress(compress(large), large.length), large)).toBe(0);
  });

  test("refuses frames of more or fewer octets than wanted, cut short, or with octets behind their end", () => {
    const octets = fill([7, 0, 0x12345678], 2 * PAGE);
    const frame = compress(octets);
    for (const length of [PAGE, 2 * PAGE - 1, 2 * PAGE + 1, 3 * PAGE])
      expect(fault(() => decompress(frame, length)).kind).toBe("unsound");
    for (let end = 0; end < frame.length; end += name === "none" ? 997 : 1)
      expect(fault(() => decompress(frame.slice(0, end), octets.length)).kind).toBe("unsound");
    for (const tail of [Uint8Array.of(0), frame, gzipSync("")])
      expect(fault(() => decompress(Buffer.concat([frame, tail]), octets.length)).kind).toBe("unsound");
  });
});

describe.each(FRAMED)("%s", (name) => {
  const { compress, decompress } = codec(name);

  test("says of any octets that they are a frame of these pages or what is wrong with them", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (octets) => {
        fault(() => decompress(octets, PAGE));
      }),
      { numRuns: 500 },
    );
    const frame = compress(fill([1, 0, 0, 99], PAGE));
    fc.assert(
      fc.property(fc.nat(frame.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const broken = Uint8Array.from(frame);
        broken[at] = (broken[at] as number) ^ flip;
        try {
          expect(decompress(broken, PAGE).length).toBe(PAGE);
        } catch (error) {
          expect(error).toBeInstanceOf(CodecError);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("stops a bomb at the first octet too many", () => {
    const bomb = compress(new Uint8Array(64 * 2 ** 20));
    const before = process.memoryUsage().arrayBuffers;
    expect(fault(() => decompress(bomb, PAGE)).message).toMatch(/octets/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 2 ** 20);
  });
});

test("zstd: the window and the dictionary are looked at before anything is decoded", () => {
  const { decompress } = codec("zstd");
  const block = [0x01, 0x00, 0x00];
  const magic = [0x28, 0xb5, 0x2f, 0xfd];
  expect(fault(() => decompress(Uint8Array.of(...magic, 0x00, 0x69, ...block), PAGE))).toMatchObject({
    kind: "window",
    at: 5,
  });
  expect(fault(() => decompress(Uint8Array.of(...magic, 0x00, 0x68, ...block), PAGE)).kind).toBe("unsound");
  expect(fault(() => decompress(Uint8Array.of(...magic, 0x01, 0x40, 0x07, ...block), PAGE))).toMatchObject({
    kind: "window",
    at: 6,
  });
});

test("lz4: linked blocks, sums, and a dictionary", () => {
  const { compress, decompress } = codec("lz4");
  const octets = fill([1, 2, 3], PAGE);
  const frame = compress(octets);
  const withDictionary = Uint8Array.from(frame);
  withDictionary[4] = (withDictionary[4] as number) | 1;
  expect(fault(() => decompress(withDictionary, PAGE))).toMatchObject({ kind: "window", at: 4 });
  const wrongSum = Uint8Array.from(frame);
  wrongSum[6] = (wrongSum[6] as number) ^ 1;
  expect(fault(() => decompress(wrongSum, PAGE)).at).toBe(6);
  // Two linked blocks: the second copies 64 octets from the first, by a match 64 back.
  const first = octets.subarray(0, 64);
  const linked = Buffer.concat([
    Buffer.from("04224d18404082".slice(0, 14), "hex"),
    Buffer.from([64, 0, 0, 0x80]),
    first,
    Buffer.from([0x0a, 0, 0, 0]),
    Buffer.from([0x0f, 64, 0, 40, 0x50, ...first.subarray(0, 5)]),
    Buffer.alloc(4),
  ]);
  const { xxh32 } = require_("@node-rs/xxhash") as typeof import("@node-rs/xxhash");
  linked[6] = (xxh32(linked.subarray(4, 6)) >>> 8) & 0xff;
  const whole = Buffer.concat([first, first.subarray(0, 59), first.subarray(0, 5)]);
  expect(Buffer.from(decompress(linked, whole.length)).equals(whole)).toBe(true);
});

test("word-delta: the vectors of the specification, octet for octet", () => {
  const zeros = new Uint8Array(PAGE);
  const changed = (at: number, ...octets: number[]) => {
    const page = zeros.slice();
    page.set(octets, at);
    return page;
  };
  const code = (page: Uint8Array) => Buffer.from(wordDelta(page, zeros)).toString("hex");
  expect(code(zeros)).toBe("00");
  expect(code(changed(20, 0x44, 0x33, 0x22, 0x11))).toBe(`850144332211${"ff".repeat(8)}82`);
  expect(code(changed(PAGE - 4, 1))).toBe(`${"ff".repeat(8)}870101000000`);
  const all = wordDelta(
    zeros.map(() => 1),
    zeros,
  );
  expect(all.length).toBe(4105);
  expect([0, 509, 8 * 509].map((at) => all[at])).toEqual([0x7f, 0x7f, 8]);
  expect(wordDelta(zeros, undefined).length).toBe(4097);
});

test("word-delta: any page on any base, and any octets as a code", () => {
  const page = fc.array(fc.constantFrom(0, 1, 2, 3), { minLength: 1, maxLength: 64 }).map((words) => fill(words, PAGE));
  fc.assert(
    fc.property(page, page, (next, base) => {
      const code = wordDelta(next, base);
      const restored = base.slice();
      expect(applyWordDelta(code, 0, restored)).toBe(code.length);
      expect(restored).toEqual(next);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (codes) => {
      const target = new Uint8Array(PAGE);
      try {
        expect(applyWordDelta(codes, 0, target)).toBeLessThanOrEqual(codes.length);
      } catch (error) {
        expect(error).toBeInstanceOf(CodecError);
      }
    }),
  );
  expect([0x00, 0x80, 0x81].map((first) => needsBase(Uint8Array.of(first), 0))).toEqual([true, false, true]);
  const skips = Uint8Array.of(...new Array(8).fill(0xff), 0x88);
  expect(applyWordDelta(skips, 0, new Uint8Array(PAGE))).toBe(9);
});

test("numbers have names, and what is not installed says so", () => {
  expect([0, 1, 2, 3, 4, 5].map(codecName)).toEqual(["none", "word-delta", "gzip", "zstd", "lz4", undefined]);
  expect(FRAMED.map(isInstalled)).toEqual([true, true, true]);
  const missing = optional("zstd", "no-such-package-at-all", () => "loaded");
  expect(() => missing()).toThrow(CodecMissingError);
  const broken = optional("lz4", "vitest", () => {
    throw new Error("no binary for this machine");
  });
  expect(() => broken()).toThrow(/codec lz4: the package vitest is not installed/);
});
