import { describe, expect, test } from "vitest";
import type { CodecEdition } from "../../format/edition.ts";
import type { State } from "../../format/state.ts";
import { readImage } from "../read.ts";
import { verifyImage } from "../verify.ts";
import type { ConversionTarget } from "./convert.ts";
import type { TargetContainer } from "./new-wrapping.ts";
import { converted, fed, machine, refused, type Sample, samplesOf } from "./testing/samples.ts";

const samples = samplesOf("v2", "v3", "v4-draft");

/** What a new container is told of the domain. */
const CONFIG: Readonly<Record<TargetContainer, string>> = {
  none: "",
  libxl: "",
  xl: '{"c_info":{}}',
  libvirt: "<domain/>",
  xenopsd: "((time 20261128T22:00:00Z)(word_size 64))",
};
/** Octets from which on an image is large: not every way is tried with it. */
const LARGE = 100_000;

/** Codes by which a target says that it has no place for something. */
const UNSAYABLE: Readonly<Record<string, readonly string[]>> = {
  v2: ["record-edition", "record-unknown-mandatory", "domain-type"],
  v3: ["record-unknown-mandatory", "domain-type"],
  // What versions 2 and 3 have Readers take and the draft does not (21.3).
  "v4-draft": ["pv-info-length"],
};

/** Every way to say the same machine otherwise. */
const WAYS: readonly ConversionTarget[] = [
  { edition: "v2" },
  { edition: "v3" },
  { edition: "v3", checks: { recordCheck: 0, imageDigest: 6 } },
  { edition: "v4-draft" },
  { edition: "v4-draft", codec: "none", checks: { recordCheck: 3, imageDigest: 6 } },
  { edition: "v4-draft", codec: "word-delta", checks: { recordCheck: 0, imageDigest: 5 } },
  { edition: "v4-draft", codec: "gzip", checks: { recordCheck: 6, imageDigest: 0 } },
  { edition: "v4-draft", codec: "zstd", checks: { recordCheck: 5, imageDigest: 3 } },
  { edition: "v4-draft", codec: "lz4" },
];

/** What a Verifier finds that it must not. */
function breaches(octets: Uint8Array, edition: CodecEdition, { options }: Sample): string[] {
  const { findings } = fed(verifyImage({ ...options, edition, deep: octets.length < LARGE }), octets);
  return findings.filter(({ level }) => level === "MUST").map(({ code }) => code);
}

test("there are images of every kind to convert", () => {
  expect(samples.length).toBeGreaterThan(80);
  for (const part of [["xl"], ["libvirt"], ["xenopsd"], []])
    expect(samples.some(({ state }) => state.container[0] === part[0])).toBe(true);
  for (const kind of ["pv", "hvm", "arm"]) expect(samples.some(({ state }) => state.domain.type === kind)).toBe(true);
  expect(samples.some(({ state }) => state.endian === "big")).toBe(true);
});

describe.each(samples)("$name", (sample) => {
  const { octets, options, state } = sample;
  const edition = state.edition as "v2" | "v3" | "v4-draft";
  const before = machine(octets, options);
  const known = breaches(octets, edition, sample);

  test("stays what it is, octet for octet, when nothing else is asked for, in pieces of any size", () => {
    const same = converted(octets, options, { edition });
    expect(machine(same, options)).toEqual(before);
    if (octets.length < 300_000) expect(Buffer.compare(converted(octets, options, { edition }, 97), same)).toBe(0);
    if (state.container.length === 0) expect(Buffer.compare(same, octets.subarray(0, state.octets))).toBe(0);
  });

  test("is the same machine in every edition, under every codec and sum, and back, or is refused by name", () => {
    const own: ConversionTarget = edition === "v4-draft" ? { edition, codec: "none" } : { edition };
    for (const way of octets.length < LARGE ? WAYS : WAYS.filter((_, way) => way % 3 === 1)) {
      const to = { ...options, edition: way.edition };
      let there: Uint8Array = octets;
      const finding = refused(() => {
        there = converted(octets, options, way);
      });
      if (finding !== undefined) {
        expect(UNSAYABLE[way.edition]).toContain(finding.code);
        continue;
      }
      expect(machine(there, to)).toEqual(before);
      // Reserved octets of the input are gone: nothing is found that the input did not have.
      expect(known).toEqual(expect.arrayContaining(breaches(there, way.edition, sample)));
      expect(machine(converted(there, to, own), options)).toEqual(before);
    }
  });

  test("is the same machine bare and in every container, or is refused for the emulator's sake", () => {
    const holds = (state.emulators?.length ?? 0) > 0 || options.context?.stream === "colo";
    const inPart = state.container[0] === "xenopsd";
    for (const container of ["none", "libxl", "xl", "libvirt", "xenopsd"] as const) {
      const config = CONFIG[container];
      let wrapped: Uint8Array = octets;
      const finding = refused(() => {
        wrapped = converted(octets, options, { edition, container, config: new TextEncoder().encode(config) });
      });
      const lost = inPart ? holds : holds && ["none", "xenopsd"].includes(container);
      expect(finding?.code).toBe(lost ? (inPart ? "convert-part" : "convert-libxl-record") : undefined);
      if (finding !== undefined) continue;
      const { container: around, emulators, config: said } = fed(readImage(options), wrapped) as State;
      expect(around).toEqual(AROUND[container]);
      expect(emulators).toEqual(state.emulators);
      expect(said).toBe(["xl", "libvirt"].includes(container) ? config : undefined);
      expect(machine(wrapped, options)).toEqual(before);
    }
  });
});

const AROUND: Readonly<Record<TargetContainer, readonly string[]>> = {
  none: [],
  libxl: ["libxl"],
  xl: ["xl", "libxl"],
  libvirt: ["libvirt", "libxl"],
  xenopsd: ["xenopsd"],
};
