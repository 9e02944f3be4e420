import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { detect } from "./detect.ts";
import { FormatError, inspectImage, type OpenOptions, readImage, verifyImage } from "./index.ts";

const octetsOf = (name: string) => readFileSync(new URL(`../../conformance/images/${name}.img`, import.meta.url));
const remus: OpenOptions = { context: { stream: "remus", channel: "forward" } };

function read(name: string, options: OpenOptions = {}, cut = Number.POSITIVE_INFINITY) {
  const reading = readImage(options);
  reading.push(octetsOf(name).subarray(0, cut));
  return reading.end();
}

test.each([
  "legacy-hvm64",
  "legacy-hvm32",
  "legacy-pv64",
  "legacy-pv32",
  "legacy-pv64-guest32",
  "legacy-remus",
])("%s is recognised without being told", (name) => {
  expect(detect(octetsOf(name).subarray(0, 64))).toEqual({ kind: "legacy" });
  const verifying = verifyImage({});
  verifying.push(octetsOf(name));
  expect(verifying.end()).toMatchObject({ edition: "legacy", container: [], verdict: "accept" });
});

test.each([
  ["two small numbers", "01 00 00 00 02 00 00 00"],
  ["zeros", "00 00 00 00"],
  ["text", Buffer.from("name = 'guest'\nmemory = 512\n").toString("hex")],
  ["a damaged marker", "ff ff ff ff ff ff ff fe 58 45 4e 46 00 00 00 03"],
])("%s are no legacy stream", (_, text) => {
  const start = Buffer.concat([Buffer.from(text.replaceAll(" ", ""), "hex"), Buffer.alloc(64, 0x7f)]).subarray(0, 64);
  expect(detect(start)).toEqual({ kind: "image" });
});

test("a compressed stream gives the memory of its twin that is not", () => {
  const plain = read("legacy-remus", remus)!;
  const compressed = read("legacy-remus-compressed", remus)!;
  expect(compressed.octets).toBeLessThan(plain.octets);
  expect({ ...compressed, octets: 0 }).toEqual({ ...plain, octets: 0 });
});

test("every cut of a checkpointed stream gives the last round that is whole, or none", () => {
  const all = octetsOf("legacy-remus-compressed").length;
  const whole = { 1: 0, 2: 0, 3: 0 };
  for (let cut = 97; cut <= all; cut += 97) {
    try {
      const { end, checkpoints } = read("legacy-remus-compressed", remus, cut)!;
      expect(end).toEqual({ failover: checkpoints });
      whole[checkpoints as 1]++;
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
      expect((error as FormatError).finding.code).toBe("legacy-truncated");
      expect(whole[1]).toBe(0);
    }
  }
  expect(whole[1]).toBeGreaterThan(10);
  expect(whole[2]).toBeGreaterThan(10);
});

test("who knows the kind of domain can say it, where the stream does not", () => {
  const octets = octetsOf("legacy-pv32");
  const { labels } = JSON.parse(
    readFileSync(new URL("../../conformance/images/legacy-pv32.json", import.meta.url), "utf8"),
  );
  const parts = [
    [0, labels.signature],
    [labels.frames, labels.extended0],
    [labels.shared_info, octets.length],
  ];
  const old = Buffer.concat(parts.map(([from, to]) => octets.subarray(from, to)));
  const verdict = (options: OpenOptions) => {
    const verifying = verifyImage({ edition: "legacy", ...options });
    verifying.push(old);
    return verifying.end().verdict;
  };
  expect(verdict({})).toBe("reject");
  expect(verdict({ guest: "pv" })).toBe("accept");
});

test("an inventory lists chunks and tail with what they say", () => {
  const inspecting = inspectImage({});
  inspecting.push(octetsOf("legacy-pv64"));
  const { edition, layers, records, fault } = inspecting.end();
  expect(fault).toBeUndefined();
  expect(edition).toBe("legacy");
  expect(layers).toMatchObject([
    { layer: "legacy", at: 0, length: 8, fields: { long: 8, p2m_size: 600, domain: "pv" } },
    { layer: "tail", fields: { unmapped: 0, vcpus: 2 } },
  ]);
  expect(records.map(({ type, name }) => [type, name])).toEqual([
    [10, "PAGES"],
    [-2, "VCPU_INFO"],
    [-7, "TSC_INFO"],
    [-9, "LAST_CHECKPOINT"],
    [0, "END"],
  ]);
  expect(records[1]?.fields).toEqual({ max_id: 2, online: [0, 2] });
});
