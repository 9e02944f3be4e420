import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { describe, expect, test } from "vitest";
import { crc32c } from "./crc32c.ts";
import type { Edit } from "./edits.ts";
import { applyPatch, planPatch } from "./patch.ts";
import type { Sum } from "./sums.ts";

// length (le32) of the body, body of 4, crc32 (be32) of all before, then a tail
const octets = Buffer.from("0400000061626364deadbeeff0f1f2f3", "hex");
const labels = { len: 0, body: 4, crc: 8, tail: 12 };
const sums: Sum[] = [
  { at: "len", as: "le32", fn: "len", from: "body", to: "crc" },
  { at: "crc", as: "be32", fn: "crc32", from: 0, to: "crc" },
];
const image = { size: octets.length, labels, sums };

function patched(edits: Edit[], keep = false, of = image): Buffer {
  return Buffer.from(applyPatch(planPatch(of, edits, keep), octets));
}

describe("sums", () => {
  test("an image without a patch stands as it is, wrong sums and all", () => {
    expect(patched([])).toEqual(octets);
  });

  test("are computed again in listed order, where they have moved to", () => {
    const out = patched([
      { at: "crc", insert: "65 66" },
      { at: 0, insert: "99" },
    ]);
    expect(out.subarray(0, 11).toString("hex")).toBe("9906000000616263646566");
    // position 0 lies after what is inserted at it, so the sum still begins with the length
    expect(out.readUInt32BE(11)).toBe(crc32(out.subarray(1, 11)));
    expect(out.subarray(15)).toEqual(octets.subarray(12));
  });

  test("are left alone where an edit wrote them", () => {
    const out = patched([{ at: "len", set: "ff" }]);
    expect(out.readUInt32LE(0)).toBe(0xff);
    expect(out.readUInt32BE(8)).toBe(crc32(out.subarray(0, 8)));
    expect(
      patched([{ at: "crc+3", set: "00" }])
        .subarray(8, 12)
        .toString("hex"),
    ).toBe("deadbe00");
  });

  test("are all left alone when the case keeps them", () => {
    const out = patched([{ at: "body", set: "7a" }], true);
    expect(out.toString("hex")).toBe("040000007a626364deadbeeff0f1f2f3");
  });

  test("are left out with a field that is cut off", () => {
    expect(patched([{ at: "crc+2", truncate: true }]).toString("hex")).toBe("0400000061626364dead");
  });

  test("move with a block that holds them", () => {
    const out = patched([{ at: 0, move: { length: 12, to: "$" } }]);
    expect(out.toString("hex")).toBe("f0f1f2f30400000061626364deadbeef");
  });

  test("of every function and form", () => {
    const of = (as: Sum["as"], fn: Sum["fn"]) => ({
      size: 48,
      labels: {},
      sums: [{ at: 0, as, fn, from: 40, to: "$" } as Sum],
    });
    const base = Buffer.alloc(48, 0x31);
    const out = (as: Sum["as"], fn: Sum["fn"]) => {
      const done = Buffer.from(applyPatch(planPatch(of(as, fn), [{ at: 40, set: "31*8" }], false), base));
      return done.subarray(0, as === "raw" ? 32 : as.endsWith("64") ? 8 : 4).toString("hex");
    };
    const tail = Buffer.alloc(8, 0x31);
    expect(out("le64", "len")).toBe("0800000000000000");
    expect(out("be64", "len")).toBe("0000000000000008");
    expect(out("be32", "crc32")).toBe(crc32(tail).toString(16).padStart(8, "0"));
    expect(out("be32", "crc32c")).toBe(crc32c(tail).toString(16).padStart(8, "0"));
    expect(out("raw", "sha256")).toBe(createHash("sha256").update(tail).digest("hex"));
  });

  test.each<[string, Sum, string]>([
    [
      "a form that does not suit",
      { at: 0, as: "le32", fn: "sha256", from: 0, to: 4 },
      "a sum sha256 cannot be written as le32",
    ],
    ["raw for a number", { at: 0, as: "raw", fn: "crc32", from: 0, to: 4 }, "a sum crc32 cannot be written as raw"],
    [
      "a field past the end",
      { at: 14, as: "le32", fn: "len", from: 0, to: 4 },
      "the sum at 14 reaches past the end of the image",
    ],
    ["a range backwards", { at: 0, as: "le32", fn: "len", from: 4, to: 0 }, "the sum at 0 runs backwards, from 4 to 0"],
    ["a label that dangles", { at: "gone", as: "le32", fn: "len", from: 4, to: 8 }, 'label "gone" does not exist'],
  ])("%s is refused", (_, sum, message) => {
    expect(() => planPatch({ ...image, sums: [sum] }, [], false)).toThrow(new Error(message));
  });

  test("a patch that turns a range round is refused", () => {
    const turned = { ...image, sums: [{ at: 12, as: "le32", fn: "len", from: 1, to: 6 } as Sum] };
    expect(() => planPatch(turned, [{ at: 0, move: { length: 4, to: "crc" } }], false)).toThrow("turns the range");
  });

  test("CRC-32C of the check string", () => {
    expect(crc32c(Buffer.from("123456789"))).toBe(0xe3069283);
  });
});
