import { describe, expect, test } from "vitest";
import { UnsupportedError } from "../../format/fault.ts";
import type { OpenOptions } from "../session.ts";
import { verifyImage } from "../verify.ts";
import { converted, fed, imageOctets, machine, refused, samplesOf } from "./testing/samples.ts";

/** What a Verifier finds that it must not. */
function breaches(octets: Uint8Array, options: OpenOptions): string[] {
  const { findings } = fed(verifyImage({ ...options, deep: true }), octets);
  return findings.filter(({ level }) => level === "MUST").map(({ code }) => code);
}

describe.each(samplesOf("draft-b"))("$name", ({ octets, options, state }) => {
  test("stays what it is, and the same machine with a checksum on every record or on none", () => {
    expect(Buffer.compare(converted(octets, options, { edition: "draft-b" }), octets.subarray(0, state.octets))).toBe(
      0,
    );
    const before = machine(octets, options);
    const known = breaches(octets, options);
    for (const recordCheck of [3, 0]) {
      const there = converted(octets, options, { edition: "draft-b", checks: { recordCheck, imageDigest: 0 } });
      expect(machine(there, options)).toEqual(before);
      // Reserved octets in bodies go along.
      expect(known).toEqual(expect.arrayContaining(breaches(there, options)));
      // A sum that holds is found wrong once a bit of what it covers has changed.
      const changed = there.slice();
      changed[changed.length - 40] = (changed[changed.length - 40] as number) ^ 1;
      const broken = fed(verifyImage(options), changed).findings.map(({ code }) => code);
      expect(broken.includes("record-checksum")).toBe(recordCheck !== 0);
    }
  });

  test("is refused as an image of a later edition, by what it does not say", () => {
    for (const edition of ["v2", "v3", "v4-draft"] as const)
      expect(refused(() => converted(octets, options, { edition }))).toMatchObject({
        code: "p2m-missing",
        wanted: "X86_PV_P2M_FRAMES",
      });
  });
});

test("what the proposal of 2014 has no place for is refused by name, before anything is written", () => {
  const named = (name: string) => {
    const finding = refused(() => converted(imageOctets(name), {}, { edition: "draft-b" }));
    return [finding?.code, finding?.found];
  };
  expect(named("pv-tiny.xl.v3")).toEqual(["record-type", expect.stringContaining("SHARED_INFO")]);
  expect(named("pv32.bare.v3")).toEqual(["record-type", expect.stringContaining("SHARED_INFO")]);
  expect(named("small.v3")).toEqual(["domain-type", "hvm, a kind of domain of v3"]);
  expect(named("legacy-pv64")).toEqual(["record-type", expect.stringContaining("X86_PV_P2M_FRAMES")]);
  const arm = refused(() => converted(imageOctets("arm.v4-draft"), {}, { edition: "v3" }));
  expect([arm?.code, arm?.found]).toEqual(["domain-type", "arm, a kind of domain of v4-draft"]);
});

describe.each(samplesOf("legacy"))("$name", ({ octets, options, state }) => {
  test("is the same machine as an image of each later edition, under every codec", () => {
    const { end: _, domain: __, ...before } = machine(octets, options);
    const { type } = state.domain;
    for (const edition of ["v2", "v3", "v4-draft"] as const) {
      for (const codec of edition === "v4-draft"
        ? (["none", "word-delta", "gzip", "zstd", "lz4"] as const)
        : [undefined]) {
        const checks = { recordCheck: edition === "v4-draft" ? 5 : 0, imageDigest: edition === "v2" ? 0 : 6 };
        // A configuration that is text cannot stay where only JSON has a place (15.14).
        const container = state.config?.startsWith("{") === false ? ("libxl" as const) : undefined;
        const target = {
          edition,
          checks,
          ...(container === undefined ? {} : { container }),
          ...(codec === undefined ? {} : { codec }),
        };
        if (options.context?.stream !== "plain") {
          expect(() => converted(octets, options, target)).toThrow(UnsupportedError);
          continue;
        }
        const there = converted(octets, options, target);
        const { end: ___, domain, ...after } = machine(there, { edition });
        expect(domain).toEqual({ type, pageShift: 12, xen: [0, 1] });
        expect(after).toEqual(before);
        expect(breaches(there, { edition })).toEqual([]);
      }
    }
  });
});
