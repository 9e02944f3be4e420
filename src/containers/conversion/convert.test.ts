import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { FormatError } from "../../format/fault.ts";
import type { State } from "../../format/state.ts";
import type { Context } from "../../format/vocabulary.ts";
import { readImage } from "../read.ts";
import type { Consumer, OpenOptions } from "../session.ts";
import { type ConversionTarget, convertImage } from "./convert.ts";

const IMAGES = join(import.meta.dirname, "../../../conformance/images");

type Sample = {
  readonly name: string;
  readonly octets: Uint8Array;
  readonly options: OpenOptions;
  readonly state: State;
};

function fed<T>(consumer: Consumer<T>, octets: Uint8Array): T {
  consumer.push(octets);
  return consumer.end();
}

function converted(octets: Uint8Array, options: OpenOptions, target: ConversionTarget, piece = octets.length): Buffer {
  const conversion = convertImage(options, target);
  const segments: Uint8Array[] = [];
  for (let at = 0; at < octets.length; at += piece) {
    conversion.push(octets.slice(at, at + piece));
    segments.push(...conversion.take());
  }
  conversion.end();
  return Buffer.concat([...segments, ...conversion.take()]);
}

/** What no conversion changes. */
function machine(octets: Uint8Array, options: OpenOptions): Partial<State> {
  const {
    edition: _,
    container: __,
    octets: ___,
    config: ____,
    emulators: _____,
    ...rest
  } = fed(readImage(options), octets) as State;
  return rest;
}

function streamOf(needs: readonly string[]): Context["stream"] {
  if (needs.includes("colo")) return "colo";
  return needs.includes("checkpoint") ? "remus" : "plain";
}

/** Every image of the suite that a Reader restores, but for the largest. */
const samples: Sample[] = readdirSync(IMAGES)
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => {
    const { editions, needs, size } = JSON.parse(readFileSync(join(IMAGES, file), "utf8"));
    if (size > 5_000_000 || !["v2", "v3"].includes(editions[0]) || needs.includes("xenopsd")) return [];
    const name = file.slice(0, -".json".length);
    const zipped = readdirSync(IMAGES).includes(`${name}.img.gz`);
    const stored = readFileSync(join(IMAGES, `${name}.img${zipped ? ".gz" : ""}`));
    const octets = new Uint8Array(zipped ? gunzipSync(stored) : stored);
    const context: Context = { stream: streamOf(needs), channel: "forward" };
    const options = { edition: editions[0], context };
    try {
      const state = fed(readImage(options), octets);
      return state === undefined ? [] : [{ name, octets, options, state }];
    } catch (error) {
      if (error instanceof FormatError) return [];
      throw error;
    }
  });

function refused(work: () => unknown): FormatError["finding"] | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof FormatError) return error.finding;
    throw error;
  }
  return undefined;
}

test("there are images of every kind to convert", () => {
  expect(samples.length).toBeGreaterThan(40);
  for (const part of [["xl"], ["libvirt"], []])
    expect(samples.some(({ state }) => state.container[0] === part[0])).toBe(true);
});

describe.each(samples)("$name", ({ octets, options, state }) => {
  const edition = state.edition as "v2" | "v3";
  const other = edition === "v2" ? "v3" : "v2";

  test("stays the same machine when it stays what it is, in pieces of any size", () => {
    const same = converted(octets, options, { edition });
    expect(machine(same, options)).toEqual(machine(octets, options));
    if (octets.length < 300_000) expect(converted(octets, options, { edition }, 97).equals(same)).toBe(true);
  });

  test("is the same machine in the other edition and back, or is refused by name", () => {
    const to = { ...options, edition: other } as const;
    let there: Uint8Array | undefined;
    const finding = refused(() => {
      there = converted(octets, options, { edition: other });
    });
    if (finding !== undefined) {
      expect(finding).toMatchObject({ code: "record-edition", req: "REC-015" });
      expect(state.cpuid ?? state.msrs).toBeDefined();
      return;
    }
    expect(machine(there as Uint8Array, to)).toEqual(machine(octets, options));
    expect(machine(converted(there as Uint8Array, to, { edition }), options)).toEqual(machine(octets, options));
  });

  test("is the same machine bare, in a libxl stream and in an xl file, or is refused for the emulator's sake", () => {
    const holds = (state.emulators?.length ?? 0) > 0 || options.context?.stream === "colo";
    const finding = refused(() => converted(octets, options, { edition, container: "none" }));
    expect(finding?.code).toBe(holds ? "convert-libxl-record" : undefined);
    const config = new TextEncoder().encode('{"c_info":{}}');
    for (const container of ["libxl", "xl"] as const) {
      const wrapped = converted(octets, options, { edition, container, config });
      const { container: around, emulators, config: text } = fed(readImage(options), wrapped) as State;
      expect(around).toEqual(container === "xl" ? ["xl", "libxl"] : ["libxl"]);
      expect(emulators).toEqual(state.emulators);
      expect(text).toBe(container === "xl" ? '{"c_info":{}}' : undefined);
      expect(machine(wrapped, options)).toEqual(machine(octets, options));
    }
  });
});

test("a suspend image with a device in it is not stripped of the device", () => {
  const files = readdirSync(IMAGES).filter((file) => /xenopsd\.v[23]\.img(\.gz)?$/.test(file));
  const findings = files.map((file) => {
    const stored = readFileSync(join(IMAGES, file));
    const octets = new Uint8Array(file.endsWith(".gz") ? gunzipSync(stored) : stored);
    return refused(() => converted(octets, {}, { edition: "v3", container: "none" }))?.code;
  });
  expect(findings).toContain("convert-part");
});
