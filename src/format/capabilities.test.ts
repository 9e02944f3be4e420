import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { checkOf } from "../codecs/checks.ts";
import { codecName } from "../codecs/page-codecs.ts";
import { PROFILES, readAdvertisement, takesType, writeAdvertisement } from "./capabilities.ts";
import { profileOf } from "./profile.ts";
import { ITEM } from "./requires.ts";

describe("an advertisement", () => {
  test.each(Object.entries(PROFILES))("of %s is read as it was written", (_, profile) => {
    const octets = writeAdvertisement(profile);
    expect([...octets.subarray(0, 12)]).toEqual([0x58, 0x45, 0x4e, 0x43, 0x41, 0x50, 0x53, 0, 0, 0, 0, 1]);
    expect(readAdvertisement(octets)).toEqual(profile);
    for (let length = 0; length < octets.length; length++)
      expect(readAdvertisement(octets.subarray(0, length))).toBeUndefined();
  });

  test("is none with another ident, another version, or items that do not ascend", () => {
    const octets = writeAdvertisement(PROFILES["v4-draft"]!);
    for (const at of [0, 7, 11]) {
      const other = octets.slice();
      other[at] = (other[at] as number) ^ 0x40;
      expect(readAdvertisement(other)).toBeUndefined();
    }
    const turned = octets.slice();
    turned[16 + 3] = 9;
    expect(readAdvertisement(turned)).toBeUndefined();
  });

  test("says of old releases that they take no REQUIRES, and of all that they skip what is optional", () => {
    expect(takesType(PROFILES["xen-4.14"]!, 0x15)).toBe(false);
    expect(takesType(PROFILES["v4-draft"]!, 0x15)).toBe(true);
    expect(takesType(PROFILES["xen-4.6"]!, 0x10)).toBe(false);
    expect(takesType(PROFILES["xen-4.6"]!, 0x8000_0010)).toBe(true);
  });
});

describe("the registry for machines", () => {
  const registry = JSON.parse(readFileSync("schemas/registry.json", "utf8"));

  test("is what its schema says", () => {
    const schema = JSON.parse(readFileSync("schemas/registry.schema.json", "utf8"));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(validate(registry), JSON.stringify(validate.errors)).toBe(true);
  });

  test("gives out the types that the codec knows by the same names, each in one range", () => {
    const names = new Map(
      registry.records.map(({ type, name }: { type: string; name: string }) => [Number(type), name]),
    );
    expect(names).toEqual(new Map(profileOf("v4-draft").names));
    for (const type of names.keys()) {
      const ranges = registry.ranges.filter(
        ({ first, last }: { first: string; last: string }) =>
          Number(first) <= Number(type) && Number(type) <= Number(last),
      );
      expect(ranges).toHaveLength(1);
    }
  });

  test("has the numbers of codecs, sums and items", () => {
    for (const { number, name } of registry.codecs) expect(codecName(number)).toBe(name);
    expect(registry.checks.map(({ number }: { number: number }) => checkOf(number) !== undefined)).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(registry.items.map(({ name, number }: { name: string; number: number }) => [name, number])).toEqual(
      Object.entries(ITEM),
    );
  });
});
