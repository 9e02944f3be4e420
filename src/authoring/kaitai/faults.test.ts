import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as openImage from "../../../generated/open/domain_save_image.ts";
import { ParseError } from "../../../generated/parser-runtime.ts";
import { parseDomainHeader } from "../../../generated/strict/domain_header.ts";
import * as strictImage from "../../../generated/strict/domain_save_image.ts";
import { parseHvmParams } from "../../../generated/strict/hvm_params.ts";
import { parsePageData } from "../../../generated/strict/page_data.ts";
import { parseX86PvVcpuMsrs } from "../../../generated/strict/x86_pv_vcpu_msrs.ts";
import { parseXlHeader } from "../../../generated/strict/xl_header.ts";
import { imageOctets } from "./testing/images.ts";

const small = imageOctets("small.v3");
const xl = imageOctets("pv-tiny.min");

function faultOf(act: () => unknown): ParseError {
  try {
    act();
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
  throw new Error("nothing was wrong with it");
}

function changed(octets: Uint8Array, at: number, hex: string): Uint8Array {
  const copy = Uint8Array.from(octets);
  copy.set(Buffer.from(hex, "hex"), at);
  return copy;
}

describe("a broken condition tells field, place, value and requirement", () => {
  // In small.v3 the image header stands at 0, the domain header at 24, STATIC_DATA_END at 40, PAGE_DATA at 48.
  it.each([
    ["marker", 7, "fe", "outermost.image_header.marker", 0, "IMG-001"],
    ["version", 12, "00000005", "outermost.image_header.version", 12, "IMG-005"],
    ["options", 16, "0002", "outermost.image_header.options", 16, "IMG-012"],
    ["reserved octets", 20, "00000001", "outermost.image_header.reserved2", 20, "IMG-016"],
    ["domain type", 24, "03000000", "outermost.domain_header.type", 24, "DOM-001"],
    ["page_shift", 28, "2c00", "outermost.domain_header.page_shift", 28, "DOM-004"],
    ["body of STATIC_DATA_END", 44, "08000000", "outermost.records[0].body.body_end", 48, "REC-031"],
    ["record length", 52, "01000008", "outermost.records[1].header.body_length", 52, "REC-007"],
    ["page count", 56, "00000000", "outermost.records[1].body.count", 56, "PAGE-001"],
    ["page record's reserved word", 60, "01000000", "outermost.records[1].body.reserved", 60, "PAGE-005"],
    ["page type", 71, "50", "outermost.records[1].body.pfns[0].raw", 64, "PAGE-016"],
  ])("%s", (_, at, hex, path, place, req) => {
    const fault = faultOf(() => strictImage.parseDomainSaveImage(changed(small, at, hex)));
    expect(fault).toMatchObject({ code: "invalid", path, at: place });
    expect(fault.req).toContain(req);
    expect(openImage.locateDomainSaveImage(changed(small, at, hex)).fields.length).toBeGreaterThan(0);
  });

  it("gives the value found and the one wanted", () => {
    expect(faultOf(() => parseDomainHeader(changed(small.subarray(24), 4, "2c00"), { isBe: false }))).toMatchObject({
      found: 44,
      wanted: "12, or 14 or 16 in an ARM domain",
      message: "page_shift at 4: wanted 12, or 14 or 16 in an ARM domain, found 44",
    });
  });

  it("compares 64-bit numbers whole: index 2^32 + 1 is no STORE_PFN", () => {
    const octets = Buffer.from(`0100000000000000${"0100000001000000"}${"0100000000000000"}`, "hex");
    expect(faultOf(() => parseHvmParams(octets, { isBe: false }))).toMatchObject({
      path: "params[0].index",
      at: 8,
      found: 0x1_0000_0001n,
      req: ["HVM-023"],
    });
  });

  it("counts places from the octets given, wherever they lie in memory", () => {
    const framed = Buffer.concat([Buffer.alloc(99), small]).subarray(99 + 56);
    const { at, path } = faultOf(() => parsePageData(changed(framed, 4, "05000000"), { isBe: false, pageSize: 4096 }));
    expect([path, at]).toEqual(["reserved", 4]);
    expect(faultOf(() => parsePageData(framed.subarray(0, 20), { isBe: false, pageSize: 4096 })).at).toBe(20);
  });

  it("in a list that reads to the end", () => {
    const octets = Buffer.from(
      "0000000000000000 48000000 00000000 0100000000000000 49000000".replaceAll(" ", ""),
      "hex",
    );
    expect(faultOf(() => parseX86PvVcpuMsrs(octets, { isBe: false }))).toMatchObject({
      path: "msrs[1].index",
      at: 24,
      found: 0x49,
    });
  });

  it("in octets that begin with nothing known, which the open form leaves as they are", () => {
    const octets = Buffer.from("#!/bin/sh");
    expect(faultOf(() => strictImage.parseDomainSaveImage(octets))).toMatchObject({
      code: "invalid",
      path: "lead",
      at: 0,
      found: 0x23212f62,
      wanted: "octets that open an image, a libxl stream, a save file or a suspend image",
    });
    expect(openImage.parseDomainSaveImage(octets).outermost).toEqual({ octets: new Uint8Array(octets) });
  });

  it("in the xl header", () => {
    expect(faultOf(() => parseXlHeader(changed(xl, 36, "07000000"), { isBe: false }))).toMatchObject({
      path: "mandatory_flags",
      at: 36,
      req: ["XL-005"],
    });
  });
});

describe("missing octets", () => {
  it.each([
    ["strict", strictImage],
    ["open", openImage],
  ] as const)("cut anywhere, %s: an error at the end of the input, never anything else", (_, {
    parseDomainSaveImage,
  }) => {
    for (let length = 0; length < small.length; length += length < 200 || length > small.length - 200 ? 1 : 61) {
      const fault = faultOf(() => {
        const { outermost } = parseDomainSaveImage(small.subarray(0, length));
        // A stream cut between two records is whole as far as a description can tell: END is a rule of order.
        if ("records" in outermost && outermost.records.at(-1)?.header.type !== "end") {
          throw new ParseError({ code: "truncated", path: "", at: length, found: 0, wanted: "END", req: [] });
        }
      });
      expect(fault).toMatchObject({ code: "truncated", at: length });
    }
  });

  it("a record that claims 4 GiB takes no memory", () => {
    const before = process.memoryUsage().rss;
    const claim = Buffer.concat([small.subarray(0, 48), Buffer.from("010000000000000000", "hex")]);
    claim.writeUInt32LE(0xffff_ffff, 52);
    const { error } = openImage.locateDomainSaveImage(claim);
    expect(error).toMatchObject({ code: "truncated", path: "outermost.records[1].body", at: claim.length });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 << 20);
  });

  it("a count that claims 2^32 - 1 pages stops where the octets do", () => {
    const octets = Buffer.alloc(64);
    octets.writeUInt32LE(0xffff_ffff, 0);
    expect(faultOf(() => parsePageData(octets, { isBe: false, pageSize: 4096 }))).toMatchObject({
      path: "pfns[7].raw",
      at: 64,
    });
  });
});

describe.each([
  ["strict, bare", strictImage, small, 400],
  ["open, bare", openImage, small, 400],
  ["open, inside a libxl stream and an xl file", openImage, xl, 100],
] as const)("any change to an image, %s", (_, { parseDomainSaveImage, locateDomainSaveImage }, image, numRuns) => {
  // Most of an image is page contents; what can go wrong stands near the two ends.
  const place = fc.oneof(
    fc.nat(image.length - 1),
    fc.nat(2000),
    fc.integer({ min: image.length - 9000, max: image.length - 1 }),
  );
  const change = fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 8 }));
  it("is read or refused, and nothing else escapes; fields located lie inside the input", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), fc.nat(image.length), fc.boolean(), (changes, length, whole) => {
        const octets = Uint8Array.from(image);
        for (const [at, value] of changes) octets.set(value.subarray(0, octets.length - at), at);
        const input = whole ? octets : octets.subarray(0, length);
        const { error, fields } = locateDomainSaveImage(input);
        if (error) expect(error).toBeInstanceOf(ParseError);
        else parseDomainSaveImage(input);
        expect(fields.every(({ start, end }) => start >= 0 && start <= end && end <= input.length)).toBe(true);
      }),
      { numRuns },
    );
  });
});
