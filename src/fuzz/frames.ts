/** Frames of compressed pages: nothing but exactly the promised octets comes out, or a CodecError. */

import { CodecError } from "../codecs/codec-error.ts";
import { CODEC, type CodecName, pageCodec } from "../codecs/page-codecs.ts";
import { applyWordDelta, wordDelta } from "../codecs/word-delta.ts";
import { promise, type Target, unless } from "./target.ts";

const PAGE = 4096;
const isUnsound = (error: unknown) => error instanceof CodecError;
const page = (seed: number) => Uint8Array.from({ length: PAGE }, (_, at) => (at % 97 < seed ? 0 : at * seed));

/** The first octet is the number of pages that the frame is to hold. */
function frames(name: Exclude<CodecName, "none" | "word-delta">): Target {
  const { compress, decompress } = pageCodec(CODEC[name]) as NonNullable<ReturnType<typeof pageCodec>>;
  return {
    about: `a ${name} frame: the promised octets or an error, and there and back`,
    run(octets) {
      const length = (1 + ((octets[0] ?? 0) % 8)) * PAGE;
      const pages = unless(isUnsound, () => decompress(octets.subarray(1), length));
      if (pages !== undefined) promise(pages.length === length, () => `${pages.length} octets instead of ${length}`);
      const padded = new Uint8Array(PAGE);
      padded.set(octets.subarray(0, PAGE));
      promise(Buffer.from(decompress(compress(padded), PAGE)).equals(padded), () => "a page changed on its way");
    },
    seeds: () => new Map([1, 2].map((seed) => [`page-${seed}`, Uint8Array.of(0, ...compress(page(seed * 40)))])),
  };
}

/** A page code against a page that holds a pattern; the way back from what it comes to is exact. */
const deltas: Target = {
  about: "a page code on a page: there and back",
  run(octets) {
    const base = page(50);
    const into = base.slice();
    const end = unless(isUnsound, () => applyWordDelta(octets, 0, into));
    if (end === undefined) return;
    promise(end <= octets.length, () => `the code ends at ${end} of ${octets.length}`);
    const again = base.slice();
    applyWordDelta(wordDelta(into, base), 0, again);
    promise(Buffer.from(again).equals(into), () => "a difference that does not lead where it should");
  },
  seeds: () =>
    new Map([
      ["difference", wordDelta(page(60), page(50)).slice()],
      ["whole", wordDelta(page(60), undefined).slice()],
      ["unchanged", wordDelta(page(50), page(50)).slice()],
    ]),
};

/** The codecs of pages. */
export const frameTargets: ReadonlyMap<string, Target> = new Map([
  ["word-delta", deltas],
  ["gzip", frames("gzip")],
  ["zstd", frames("zstd")],
  ["lz4", frames("lz4")],
]);
