import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readImage, type State } from "../../../containers/index.ts";
import { checkout } from "../lab/source.ts";
import { answerOf } from "./libxenguest.ts";
import { goldenTemplates } from "./templates.ts";
import { kindOf, outermost, wrapForXl } from "./wrap.ts";
import { outcomeOf } from "./xl.ts";

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
  ["pvh-tiny.xl.v3", "xl", "pvh"],
] as const)("knows the outermost layer of %s and its kind of guest", (name, layer, kind) => {
  const octets = image(name);
  expect([outermost(octets), kindOf(octets)]).toEqual([layer, kind]);
});

test("puts before a libxl stream what xl would, and leaves the rest as it is", () => {
  const octets = image("hvm-tiny.libxl.v3");
  const file = wrapForXl(octets, templates.hvm, { name: "guest", vcpus: 2 });
  expect(outermost(file)).toBe("xl");
  const { config = "", memory, domain } = state(file);
  expect(JSON.parse(config)).toMatchObject({
    c_info: { name: "guest" },
    b_info: { max_vcpus: 2, avail_vcpus: [0, 1] },
  });
  expect([memory, domain]).toEqual([state(octets).memory, state(octets).domain]);
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
  expect(outcomeOf(status, log)).toBe(outcome);
});

test("finds the answer to each image among the restorer's words", () => {
  const said =
    "1.img: xc: error: too short\n1.img: more\n1.img reject\n10.img accept\n2.img: x\n2.img crash Segmentation fault\n";
  expect(answerOf("1.img", said)).toEqual({ outcome: "reject", log: "xc: error: too short\nmore\n" });
  expect(answerOf("10.img", said)).toEqual({ outcome: "accept", log: "" });
  expect(answerOf("2.img", said)).toEqual({ outcome: "crash", log: "x\nlibxenguest died: Segmentation fault\n" });
  expect(() => answerOf("3.img", said)).toThrow("nothing of 3.img");
});
