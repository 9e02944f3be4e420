import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parseDraftBImage as openParse } from "../../../generated/open/draft_b_image.ts";
import { locateDraftBImage, parseDraftBImage } from "../../../generated/strict/draft_b_image.ts";
import { imageOctets, imagesOf } from "./testing/images.ts";

const names = imagesOf("draft-b").filter((name) => !name.includes(".reserved."));

it("there are images in both byte orders", () => {
  expect(new Set(names.map((name) => openParse(imageOctets(name)).imageHeader.isBe))).toEqual(new Set([true, false]));
});

describe.each(names)("%s", (name) => {
  const octets = imageOctets(name);

  it("breaks no condition of the strict form, and reads the same in the open form", () => {
    const text = (image: unknown) =>
      JSON.stringify(image, (_, v) => (typeof v === "bigint" ? `0x${v.toString(16)}` : v));
    expect(text(openParse(octets))).toBe(text(parseDraftBImage(octets)));
  });

  it("has a place for every octet", () => {
    const { fields, error } = locateDraftBImage(octets);
    expect(error).toBeUndefined();
    expect(Math.max(...fields.map(({ end }) => end))).toBe(octets.length);
  });

  it("carries the checksums that its records announce", () => {
    const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
    const { imageHeader, records } = parseDraftBImage(octets);
    const little = !imageHeader.isBe;
    let at = 32;
    for (const { bodyLength, options, checksum } of records) {
      const end = at + 16 + bodyLength;
      expect(view.getUint32(end, little)).toBe(checksum);
      expect(checksum).toBe(options === 1 ? crc32(octets.subarray(at + 16, end)) : 0);
      at = end + 8;
    }
    expect(at).toBe(octets.length);
  });
});
