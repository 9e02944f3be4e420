import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyWordDelta, wordDelta } from "../../codecs/word-delta.ts";
import { PAGE_SIZE } from "../vocabulary.ts";
import { LONGEST_CODE, scanCode } from "./page-codes.ts";

const hex = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(" ", ""), "hex"));
const zeros = () => new Uint8Array(PAGE_SIZE);

/** What a code makes of a page. */
function applied(code: Uint8Array, base: Uint8Array): Uint8Array {
  expect(applyWordDelta(code, 0, base)).toBe(code.length);
  return base;
}
const ones = "ff".repeat(8);

/** A page of zeros with words set. */
function page(words: Readonly<Record<number, number>>): Uint8Array {
  const octets = zeros();
  const view = new DataView(octets.buffer);
  for (const [word, value] of Object.entries(words)) view.setUint32(4 * Number(word), value, true);
  return octets;
}

describe("codes that savers wrote", () => {
  test.each([
    ["a page that is as it was", "00", {}],
    ["word 5", `85 01 44332211 ${ones} 82`, { 5: 0x11223344 }],
    ["the last word", `${ones} 87 01 dd ee ff 00`, { 1023: 0x00ffeedd }],
    ["the page that is all skipped, in markers", `${ones} 88`, {}],
  ])("%s", (_, code, words) => {
    const octets = hex(code);
    expect(scanCode(octets)).toEqual({ length: octets.length, full: false, fault: undefined });
    expect(applied(octets, zeros())).toEqual(page(words));
  });

  test("all words, in nine runs", () => {
    const full = Uint8Array.from({ length: PAGE_SIZE }, (_, at) => (at * 7 + 1) & 0xff);
    const parts = Array.from({ length: 9 }, (_, run) => {
      const words = run < 8 ? 127 : 8;
      return [words, ...full.subarray(508 * run, 508 * run + 4 * words)];
    });
    const octets = Uint8Array.from(parts.flat());
    expect(octets.length).toBe(4105);
    expect(scanCode(octets)).toMatchObject({ length: 4105, fault: undefined });
    expect(applied(octets, zeros())).toEqual(full);
  });

  test("a whole page", () => {
    const octets = Uint8Array.of(0x80, ...page({ 3: 4 }));
    expect(scanCode(octets)).toEqual({ length: 4097, full: true, fault: undefined });
    expect(applied(octets, page({ 9: 9 }))).toEqual(page({ 3: 4 }));
  });
});

test.each([
  ["80 inside a page", "81 80 ff", 1],
  ["00 inside a page", "81 00 ff", 1],
])("a run of no words, %s, is a fault where it stands", (_, start, at) => {
  const code = hex(start + "ff".repeat(9));
  expect(scanCode(code)?.fault).toEqual({ at, found: "a run of 0 words" });
});

test("a run beyond the page is a fault", () => {
  const octets = hex(`${ones} 02 01000000 02000000 86`);
  const short = hex(`${ones} 87 02 01000000 02000000`);
  expect(scanCode(octets)?.fault).toBeUndefined();
  expect(scanCode(short)?.fault).toEqual({ at: 9, found: "a run to word 1025" });
});

test("a code that goes on is waited for, whatever there is of it", () => {
  const code = hex(`85 01 44332211 ${ones} 82`);
  for (let length = 0; length < code.length; length++) expect(scanCode(code.subarray(0, length))).toBeUndefined();
  expect(LONGEST_CODE).toBe(5120);
});

test("where the codec ends, the scan ends, whatever follows", () => {
  const pages = fc.tuple(
    fc.uint8Array({ minLength: PAGE_SIZE, maxLength: PAGE_SIZE }),
    fc.array(fc.nat(PAGE_SIZE - 1)),
  );
  fc.assert(
    fc.property(pages, fc.uint8Array({ maxLength: 9 }), ([base, places], rest) => {
      const changed = base.slice();
      for (const at of places) changed[at] = (changed[at] as number) ^ 1;
      const code = wordDelta(changed, base);
      expect(scanCode(Uint8Array.of(...code, ...rest))).toEqual({ length: code.length, full: false, fault: undefined });
    }),
  );
});

test("whatever the octets are, a code has an end within reach, or a fault", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: LONGEST_CODE, maxLength: LONGEST_CODE }), (octets) => {
      const scan = scanCode(octets);
      if (scan?.fault !== undefined) return;
      expect(applyWordDelta(octets, 0, zeros())).toBe(scan?.length);
    }),
  );
});
