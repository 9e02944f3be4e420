/** The sum over a round of an image, from its marker or the end of a CHECKPOINT up to IMAGE_DIGEST (spec 18.3). */

import { checkOf, type RunningSum } from "../codecs/checks.ts";
import type { ImageFeatures, RecordHead } from "./events.ts";
import type { Input } from "./input.ts";
import { RECORD } from "./vocabulary.ts";

/** What IMAGE_DIGEST has to say: octets of the image before it, the offset from which its sum counts, and the sum. */
export type Due = { readonly position: number; readonly from: number; readonly wanted: Uint8Array | undefined };

/** Follows an image record by record. The head of a record is added once it is known not to be that of IMAGE_DIGEST. */
export type Round = {
  /** Before the head of a record is taken. */
  pause(): void;
  /** A head has been taken. */
  head(head: RecordHead): void;
  /** What the IMAGE_DIGEST whose head was taken last has to say. */
  readonly due: Due;
  /** So many octets of another layer were taken. */
  leaveOut(octets: number): void;
  /** A new round begins at the next octet. */
  begin(): void;
};

/** The rounds of an image whose features name an algorithm for them; `headers` were taken already. */
export function roundOf(
  input: Input,
  start: number,
  headers: readonly Uint8Array[],
  features: ImageFeatures | undefined,
): Round | undefined {
  if (features === undefined) return undefined;
  const check = input.known?.summed === false ? undefined : checkOf(features.imageDigest);
  let sum: RunningSum | undefined = check?.begin();
  let from = start;
  let outside = start;
  let due: Due = { position: 0, from, wanted: undefined };
  for (const octets of headers) sum?.add(octets);
  input.sumUpRound(sum);
  return {
    pause: () => input.sumUpRound(undefined),
    head({ at, type, length, isBe }) {
      if (type === RECORD.IMAGE_DIGEST) due = { position: at - outside, from, wanted: sum?.octets(isBe) };
      if (sum !== undefined) {
        const head = new DataView(new ArrayBuffer(8));
        head.setUint32(0, type, !isBe);
        head.setUint32(4, length, !isBe);
        sum.add(new Uint8Array(head.buffer));
        input.sumUpRound(sum);
      }
    },
    get due() {
      return due;
    },
    leaveOut(octets) {
      outside += octets;
    },
    begin() {
      sum = check?.begin();
      from = input.at;
      input.sumUpRound(sum);
    },
  };
}
