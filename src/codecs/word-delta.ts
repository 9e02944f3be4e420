/** Codec 1, and that of Remus before Xen 4.6: a page as its difference from what it held before, in words of 4 octets (spec 19.4). */

import { CodecError } from "./codec-error.ts";

const UNCHANGED = 0x00;
const WHOLE = 0x80;
const KEEP = 0x80;
const MOST = 127;
const WORD = 4;

/** The page code of `page` against `base`, two pages of one size; without a base, the whole page. */
export function wordDelta(page: Uint8Array, base: Uint8Array | undefined): Uint8Array {
  const words = page.length / WORD;
  const code = new Uint8Array(1 + page.length + Math.ceil(words / MOST));
  if (base === undefined) {
    code[0] = WHOLE;
    code.set(page, 1);
    return code.subarray(0, 1 + page.length);
  }
  const sameAt = (word: number) =>
    [0, 1, 2, 3].every((octet) => page[word * WORD + octet] === base[word * WORD + octet]);
  let length = 0;
  let changed = false;
  for (let word = 0; word < words; ) {
    const same = sameAt(word);
    let end = word + 1;
    while (end < words && end - word < MOST && sameAt(end) === same) end++;
    code[length++] = (same ? KEEP : 0) | (end - word);
    if (!same) {
      changed = true;
      code.set(page.subarray(word * WORD, end * WORD), length);
      length += (end - word) * WORD;
    }
    word = end;
  }
  return changed ? code.subarray(0, length) : Uint8Array.of(UNCHANGED);
}

/** Whether the page code at `at` says anything by what the page held before. */
export function needsBase(codes: Uint8Array, at: number): boolean {
  return codes[at] !== WHOLE;
}

/**
 * Decodes the page code at `at` into `page`, which holds the base and is changed in place; tells where the code ends. Throws CodecError
 * where the code is unsound; `page` is then of no use.
 */
export function applyWordDelta(codes: Uint8Array, at: number, page: Uint8Array): number {
  const first = codes[at];
  if (first === undefined) throw new CodecError(at, "the end of the frame", "a page code");
  if (first === UNCHANGED) return at + 1;
  if (first === WHOLE) return copy(codes, at + 1, page);
  const words = page.length / WORD;
  for (let word = 0; word < words; ) {
    const marker = codes[at];
    if (marker === undefined) throw new CodecError(at, "the end of the frame", "a marker");
    const run = marker & MOST;
    if (run === 0) throw new CodecError(at, "a run of 0 words", "1 to 127");
    if (word + run > words) throw new CodecError(at, `a run of ${run} words`, `at most ${words - word}`);
    at++;
    if ((marker & KEEP) === 0) at = copy(codes, at, page.subarray(word * WORD, (word + run) * WORD));
    word += run;
  }
  return at;
}

function copy(codes: Uint8Array, at: number, to: Uint8Array): number {
  const end = at + to.length;
  if (end > codes.length) throw new CodecError(at, `${codes.length - at} octets`, `${to.length}`);
  to.set(codes.subarray(at, end));
  return end;
}
