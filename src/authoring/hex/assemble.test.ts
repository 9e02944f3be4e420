import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Assembled, assemble, type Include } from "./assemble.ts";
import { computeSum } from "./sums.ts";

const hex = ({ octets }: Pick<Assembled, "octets">) => Buffer.from(octets).toString("hex");

describe("words", () => {
  test.each([
    ["ff*8", "ffffffffffffffff"],
    ["00*0", ""],
    ["58 45 4E 46 # XENF", "58454e46"],
    ["deadBEEF", "deadbeef"],
    ["le16:0x1234 be16:0x1234", "34121234"],
    ["le32:1 be32:1", "0100000000000001"],
    ["le64:0xf000000000000003", "03000000000000f0"],
    ["be64:18446744073709551615", "ffffffffffffffff"],
    ['"Xen\\n \\0 \\r"', "58656e0a2000200d"],
    ['"\\x80\\\\\\"" 01', "805c2201"],
    ['"a # b"', "612023 2062".replaceAll(" ", "")],
    ['"é"', "c3a9"],
    ["# nothing\n\n   \n01", "01"],
    ["\t01\r\n02", "0102"],
  ])("%j", (source, expected) => {
    expect(hex(assemble(source, "a.hex"))).toBe(expected);
  });

  test.each([
    ["01\n0", "a.hex:2: not annotated hex: 0"],
    ["zz", "a.hex:1: not annotated hex: zz"],
    ["dead*2", "a.hex:1: not annotated hex: dead*2"],
    ["00*999999999999", "a.hex:1: a repeat of 999999999999 octets is too long"],
    ["le16:65536", "a.hex:1: 65536 needs more than 2 octets"],
    ["le24:1", "a.hex:1: not annotated hex: le24:1"],
    ['"open', 'a.hex:1: not annotated hex: "open'],
    ['"\\q"', "a.hex:1: unknown escape \\q"],
    ["@a\n@a", "a.hex:2: @a stands twice"],
    ["@rec[0] 01", "a.hex:1: not annotated hex: @rec[0]"],
    ["@1a", "a.hex:1: not annotated hex: @1a"],
    ["len(@a,@$)", "a.hex:1: len needs a form: :le32"],
    ["sha256(@$,@$):le32", "a.hex:1: sha256 takes no integer form"],
    ["@a 01\nlen(@a,@b):le32", "a.hex:2: no label @b"],
    ["@a 01 @b len(@b,@a):le32", "a.hex:1: @b lies behind @a"],
    ["#! needs x\n#! needs y", "a.hex:2: #! needs stands twice"],
    ['include "b.hex"', 'a.hex:1: nothing to include: "b.hex"'],
  ])("%j is refused with file and line", (source, message) => {
    expect(() => assemble(source, "a.hex")).toThrow(message);
  });
});

describe("include", () => {
  const include: Include = (name) => {
    if (name === "b.hex") return { kind: "source", text: "#! needs b\n@b 02\n", file: "b.hex" };
    if (name === "bad.hex") return { kind: "source", text: "\n\nxx", file: "bad.hex" };
    if (name === "loop.hex") return { kind: "source", text: 'include "loop.hex"', file: "loop.hex" };
    if (name !== "img") return undefined;
    return { kind: "octets", octets: Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7), labels: { two: 2, "rec[1]": 5 } };
  };

  test.each([
    ['01 include "b.hex" 03', "010203"],
    ['include "img"', "0001020304050607"],
    ['include "img"[two:rec[1]]', "020304"],
    ['include "img"[:two]', "0001"],
    ['include "img"[rec[1]+1:]', "0607"],
    ['include "img"[$-2:$]', "0607"],
    ['include "img"[1:0x3]', "0102"],
    ['include "img"[4:4] aa', "aa"],
  ])("%s", (source, expected) => {
    expect(hex(assemble(source, "a.hex", include))).toBe(expected);
  });

  test("labels of a part join those of the whole, its directives do not", () => {
    const { labels, directives } = assemble('#! needs a\n@a 01 include "b.hex"', "a.hex", include);
    expect(labels).toEqual({ a: 0, b: 1 });
    expect([...directives]).toEqual([["needs", ["a"]]]);
  });

  test.each([
    ['include "bad.hex"', "bad.hex:3: not annotated hex: xx"],
    ['include "loop.hex"', "loop.hex:1: loop.hex includes itself"],
    ['include "img"[5:2]', "a.hex:1: [5:2] is 5 to 2, of 8 octets"],
    ['include "img"[0:9]', "a.hex:1: [0:9] is 0 to 9, of 8 octets"],
    ['include "img"[one:]', "a.hex:1: no label one in what is included"],
    ['include "img"[0]', "a.hex:1: a range reads [from:to], not [0]"],
    ['include "img"[a b:]', "a.hex:1: not annotated hex: include"],
    ['include "b.hex"[0:1]', "a.hex:1: a range can be taken of octets only, not of the source b.hex"],
  ])("%s is refused with file and line", (source, message) => {
    expect(() => assemble(source, "a.hex", include)).toThrow(message);
  });
});

describe("sums", () => {
  test("are filled in in source order and handed on with their labels", () => {
    const source = "len(@a,@b):le32 @a 313233343536373839 @b crc32(@a,@b):be32 crc32c(@a,@b):le32 @c sha256(@a,@c)";
    const { octets, sums } = assemble(source, "a.hex");
    const digits = "313233343536373839";
    const check = createHash("sha256").update(octets.subarray(4, 21)).digest("hex");
    expect(hex({ octets })).toBe(`09000000${digits}cbf43926839206e3${check}`);
    expect(sums).toEqual([
      { at: 0, as: "le32", fn: "len", from: "a", to: "b" },
      { at: 13, as: "be32", fn: "crc32", from: "a", to: "b" },
      { at: 17, as: "le32", fn: "crc32c", from: "a", to: "b" },
      { at: 21, as: "raw", fn: "sha256", from: "a", to: "c" },
    ]);
  });

  test.each([
    ["crc32", "123456789", 0xcbf43926n],
    ["crc32c", "123456789", 0xe3069283n],
    ["crc32", "", 0n],
    ["len", "123456789", 9n],
  ] as const)("%s of %j", (fn, text, expected) => {
    expect(computeSum(fn, Buffer.from(text))).toBe(expected);
  });
});

// The oracle builds the octets beside the source, word by word, with Buffer's own methods.
type Word = { source: string; octets: Buffer };
const octetWord = fc.uint8Array({ minLength: 1, maxLength: 8 }).map((octets) => {
  const bytes = Buffer.from(octets);
  return { source: bytes.toString("hex"), octets: bytes };
});
const repeatWord = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.nat(40)).map(([octet, count]) => ({
  source: `${octet.toString(16).padStart(2, "0")}*${count}`,
  octets: Buffer.alloc(count, octet),
}));
const le32Word = fc.nat(0xffff_ffff).map((value) => {
  const octets = Buffer.alloc(4);
  octets.writeUInt32LE(value);
  return { source: `le32:${value}`, octets };
});
const be64Word = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }).map((value) => {
  const octets = Buffer.alloc(8);
  octets.writeBigUInt64BE(value);
  return { source: `be64:0x${value.toString(16)}`, octets };
});
const textWord = fc.string({ unit: fc.constantFrom("a", "é", " ", "#", "@", "*") }).map((text) => ({
  source: `"${text}"`,
  octets: Buffer.from(text, "utf8"),
}));
const anyWord: fc.Arbitrary<Word> = fc.oneof(octetWord, repeatWord, le32Word, be64Word, textWord);
const gap = fc.constantFrom(" ", "\n", "  # note\n", "\t");

test("any source makes the octets, labels and sums that the oracle makes", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyWord, gap), { minLength: 1, maxLength: 30 }), fc.nat(), (words, pick) => {
      const cut = pick % words.length;
      let source = "crc32(@cut,@$):be32 len(@start,@cut):le32 @start ";
      let [size, offset] = [8, 8];
      for (const [i, [word, between]] of words.entries()) {
        if (i === cut) {
          source += "@cut ";
          offset = size;
        }
        source += word.source + between;
        size += word.octets.length;
      }
      const body = Buffer.concat(words.map(([word]) => word.octets));
      const head = Buffer.alloc(8);
      head.writeUInt32BE(crc32(body.subarray(offset - 8)), 0);
      head.writeUInt32LE(offset - 8, 4);
      const made = assemble(source, "any.hex");
      expect(hex(made)).toBe(Buffer.concat([head, body]).toString("hex"));
      expect(made.labels).toEqual({ start: 8, cut: offset });
    }),
  );
});
