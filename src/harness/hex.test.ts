import { describe, expect, test } from "vitest";
import { integerOctets, readHex, writeHex } from "./hex.ts";

function parseHex(text: string): Uint8Array {
  const value = readHex(text);
  const octets = new Uint8Array(value.length);
  writeHex(value, octets);
  return octets;
}

describe("HEX", () => {
  test.each([
    ["", []],
    ["  \n", []],
    ["cd ab 00 00  03", [0xcd, 0xab, 0, 0, 3]],
    ["cdAB0000", [0xcd, 0xab, 0, 0]],
    ["c d", [0xcd]],
    ["00*5", [0, 0, 0, 0, 0]],
    ["01 02*3 03", [1, 2, 2, 2, 3]],
    ["0102*2", [1, 2, 2]],
    ["ff * 2", [255, 255]],
    ["aa*0 bb", [0xbb]],
    ["le16:258", [2, 1]],
    ["be16:258", [1, 2]],
    ["le32:0xdeadbeef", [0xef, 0xbe, 0xad, 0xde]],
    ["be32:1 00", [0, 0, 0, 1, 0]],
    ["le64:0xffffffffffffffff", [255, 255, 255, 255, 255, 255, 255, 255]],
    ["be64:9007199254740993", [0, 0x20, 0, 0, 0, 0, 0, 1]],
    ["be16 ", [0xbe, 0x16]],
  ])("%j", (text, octets) => {
    expect([...parseHex(text)]).toEqual(octets);
  });

  test.each([
    ["0", 'no octet pair at column 1 of "0"'],
    ["00 1", 'no octet pair at column 4 of "00 1"'],
    ["00 zz", 'no octet pair at column 4 of "00 zz"'],
    ["00*", 'no octet pair at column 3 of "00*"'],
    ["00*5ff", 'no octet pair at column 3 of "00*5ff"'],
    ["00*-1", 'no octet pair at column 3 of "00*-1"'],
    ["*5", 'no octet pair at column 1 of "*5"'],
    ["le32:-1", 'no octet pair at column 1 of "le32:-1"'],
    ["le32:", 'no octet pair at column 1 of "le32:"'],
    ["be24:1", 'no octet pair at column 5 of "be24:1"'],
    ["le16:65536", "65536 does not fit in 2 octets"],
    ["be32:0x100000000", "0x100000000 does not fit in 4 octets"],
    ["00*99999999999", 'more than 1073741824 octets in "00*99999999999"'],
  ])("%j is refused", (text, message) => {
    expect(() => parseHex(text)).toThrow(new Error(message));
  });

  test("a long repeat is not written out before it is needed", () => {
    expect(readHex("00*1073741820 le32:1").runs).toHaveLength(2);
    expect(readHex("00*1073741820 le32:1").length).toBe(2 ** 30);
  });

  test("negative integers do not fit", () => {
    expect(() => integerOctets(true, 4, -1)).toThrow("-1 does not fit in 4 octets");
  });
});
