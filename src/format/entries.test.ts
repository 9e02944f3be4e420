import { expect, test } from "vitest";
import { countEntries, entryOctets } from "./entries.ts";
import { FieldError } from "./field-error.ts";

test("a run is written in either byte order, with the bits above its pfns", () => {
  const little = [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0xf0, 0, 0, 0, 0, 1, 0, 0, 0xf0];
  expect([...entryOctets(["0xffffffff", 2, 0xfn << 60n], false)]).toEqual(little);
  expect([...entryOctets(["0x1", 1, 1n << 60n], true)]).toEqual([0x10, 0, 0, 0, 0, 0, 0, 1]);
});

test("a run that no record has room for is refused before an entry of it is made", () => {
  expect(countEntries([["0x0", 2 ** 24, 15]])).toBe(2 ** 24);
  expect(() => countEntries([["0x0", 2 ** 32 - 1, 15]])).toThrow(FieldError);
  expect(() =>
    countEntries([
      ["0x0", 2 ** 24, 15],
      ["0x0", 1, 15],
    ]),
  ).toThrow(FieldError);
});

test("a pfn does not reach into the bits of its type", () => {
  expect(entryOctets(["0xfffffffffffffff", 1, 0n], true)[0]).toBe(0x0f);
  expect(() => entryOctets(["0xfffffffffffffff", 2, 0n], true)).toThrow(FieldError);
  expect(() => entryOctets(["0xffffffffffffffff", 1, 0n], true)).toThrow(FieldError);
});
