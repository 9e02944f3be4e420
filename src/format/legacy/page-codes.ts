/** The codes of compressed pages (spec 15.8), which come without lengths: where each ends. The codec is `codecs/word-delta.ts`. */

import { PAGE_SIZE } from "../vocabulary.ts";

const WORD = 4;
const WORDS = PAGE_SIZE / WORD;
const UNCHANGED = 0x00;
const FULL = 0x80;
const SKIP = 0x80;

/** A code that is there whole: its octets, and a run in it that cannot be, by its offset within them. */
export type Scan = {
  readonly length: number;
  readonly full: boolean;
  readonly fault: { readonly at: number; readonly found: string } | undefined;
};

/** Finds the end of the code that `octets` begin with; undefined where it goes on beyond them. */
export function scanCode(octets: Uint8Array): Scan | undefined {
  if (octets.length === 0) return undefined;
  if (octets[0] === UNCHANGED) return { length: 1, full: false, fault: undefined };
  if (octets[0] === FULL) {
    return octets.length < 1 + PAGE_SIZE ? undefined : { length: 1 + PAGE_SIZE, full: true, fault: undefined };
  }
  let fault: Scan["fault"];
  let words = 0;
  for (let at = 0; words < WORDS; ) {
    const marker = octets[at];
    if (marker === undefined) return undefined;
    const run = marker & 0x7f;
    if (run === 0) fault ??= { at, found: "a run of 0 words" };
    if (words + run > WORDS) fault ??= { at, found: `a run to word ${words + run}` };
    words += run;
    at += 1 + (marker < SKIP ? WORD * run : 0);
    if (at > octets.length) return undefined;
    if (words >= WORDS) return { length: at, full: false, fault };
  }
  return undefined;
}

/** The most octets that a sound code can have: 1024 runs of one word. */
export const LONGEST_CODE = WORDS * (1 + WORD);
