/** Images to convert, and what conversions make of them. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Finding, FormatError } from "../../../format/fault.ts";
import type { State } from "../../../format/state.ts";
import type { Context } from "../../../format/vocabulary.ts";
import { readImage } from "../../read.ts";
import type { Consumer, OpenOptions } from "../../session.ts";
import { type ConversionTarget, convertImage } from "../convert.ts";

const IMAGES = join(import.meta.dirname, "../../../../conformance/images");

export type Sample = {
  readonly name: string;
  readonly octets: Uint8Array;
  readonly options: OpenOptions;
  readonly state: State;
};

export function fed<T>(consumer: Consumer<T>, octets: Uint8Array): T {
  consumer.push(octets);
  return consumer.end();
}

/** The octets of a conversion whose input comes in pieces of `piece` octets. */
export function converted(
  octets: Uint8Array,
  options: OpenOptions,
  target: ConversionTarget,
  piece = octets.length,
): Uint8Array {
  const conversion = convertImage(options, target);
  const segments: Uint8Array[] = [];
  const room = new Uint8Array(piece);
  // One buffer for all pieces, as whoever reads a file has: what is not taken before the next push is lost.
  for (let at = 0; at < octets.length; at += piece) {
    const part = octets.subarray(at, at + piece);
    room.set(part);
    conversion.push(room.subarray(0, part.length));
    segments.push(...conversion.take().map((segment) => segment.slice()));
  }
  conversion.end();
  return new Uint8Array(Buffer.concat([...segments, ...conversion.take()]));
}

/** What no conversion changes. */
export function machine(octets: Uint8Array, options: OpenOptions): Partial<State> {
  const state = fed(readImage(options), octets) as State;
  const { edition: _, container: __, octets: ___, config: ____, emulators: _____, digest: ______, ...rest } = state;
  return rest;
}

/** The finding by which some work is refused; undefined where it is not. */
export function refused(work: () => unknown): Finding | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof FormatError) return error.finding;
    throw error;
  }
  return undefined;
}

/** An image of the suite by its file's name without ending. */
export function imageOctets(name: string): Uint8Array {
  const zipped = readdirSync(IMAGES).includes(`${name}.img.gz`);
  const stored = readFileSync(join(IMAGES, `${name}.img${zipped ? ".gz" : ""}`));
  return new Uint8Array(zipped ? gunzipSync(stored) : stored);
}

function streamOf(needs: readonly string[]): Context["stream"] {
  if (needs.includes("colo")) return "colo";
  return needs.includes("checkpoint") ? "remus" : "plain";
}

/** Every image of the suite of these editions that a Reader restores, but for the largest. */
export function samplesOf(...wanted: readonly string[]): Sample[] {
  return readdirSync(IMAGES)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => {
      const { editions, needs, size } = JSON.parse(readFileSync(join(IMAGES, file), "utf8"));
      if (size > 5_000_000 || !wanted.includes(editions[0])) return [];
      const name = file.slice(0, -".json".length);
      const octets = imageOctets(name);
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
}
