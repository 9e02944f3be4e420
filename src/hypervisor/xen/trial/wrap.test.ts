import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readImage, type State } from "../../../containers/index.ts";
import { checkout } from "../lab/source.ts";
import { outcomeOf } from "./restore.ts";
import { goldenTemplates } from "./templates.ts";
import { kindOf, outermost, wrapForXl } from "./wrap.ts";

const image = (name: string) =>
  Uint8Array.from(gunzipSync(readFileSync(join(checkout(), "conformance/images", `${name}.img.gz`))));
const state = (octets: Uint8Array) => {
  const reader = readImage({ choices: { "libxl-end": "infer" } });
  reader.push(octets);
  return reader.end() as State;
};
const templates = goldenTemplates();

test.each([
  ["pvh-tiny.bare.v3", "image", "pvh"],
  ["pv-tiny.bare.v2", "image", "pv"],
  ["hvm-tiny.bare.v3", "image", "hvm"],
  ["hvm-tiny.libxl.v3", "libxl", "hvm"],
] as const)("puts around %s what xl would, and leaves its memory as it is", (name, layer, kind) => {
  const octets = image(name);
  expect([outermost(octets), kindOf(octets)]).toEqual([layer, kind]);
  const file = wrapForXl(octets, templates[kind], { name: "guest", vcpus: 2 });
  expect(outermost(file)).toBe("xl");
  const { config = "", memory, domain } = state(file);
  expect(JSON.parse(config)).toMatchObject({
    c_info: { name: "guest" },
    b_info: { max_vcpus: 2, avail_vcpus: [0, 1] },
  });
  expect([memory, domain]).toEqual([state(octets).memory, state(octets).domain]);
});

test("gives an HVM guest the state of its device model, which a bare image lacks", () => {
  const octets = image("hvm-tiny.bare.v3");
  expect(state(octets).emulators ?? []).toEqual([]);
  expect(state(wrapForXl(octets, templates.hvm, { name: "guest" })).emulators).not.toEqual([]);
});

test("puts nothing behind an image that breaks off, which would be read as more of it", () => {
  const octets = image("pvh-tiny.bare.v3").slice(0, -8);
  const file = wrapForXl(octets, templates.pvh, { name: "guest" });
  expect(Buffer.from(file).subarray(-octets.length).equals(octets)).toBe(true);
});

test("leaves a file of xl as it is", () => {
  const octets = image("pvh-tiny.xl.v3");
  expect(wrapForXl(octets, templates.pvh, { name: "guest" })).toBe(octets);
});

test.each([
  [0, "xc: info: Restore successful", "accept"],
  [1, "xc: error: Unrecognised mandatory record", "reject"],
  [1, "libxl: error: domain 3 save/restore helper [99] died due to fatal signal Segmentation fault", "crash"],
  [139, "", "crash"],
  [137, "", "hang"],
] as const)("takes status %i with %j for %s", (status, log, outcome) => {
  expect(outcomeOf(status, log)).toEqual({ outcome });
});
