import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Finding } from "../format/fault.ts";
import { verifyImage } from "./index.ts";

/** Octets behind a range that are named with it: IMAGE_DIGEST with the sum of a SHA-256, head and all. */
const BEHIND = 56;
/** Flips in all, spread over the images; each image is flipped in every octet of its headers and of what follows its last record's head. */
const FLIPS = 10_000;
const IMAGES = ["checked", "checked-crc32c", "checked-sha256", "digested", "record-checked", "zip-checked"];

function findingsOf(octets: Uint8Array): readonly Finding[] {
  const verifier = verifyImage({ edition: "v4-draft" });
  verifier.push(octets);
  return verifier.end().findings;
}

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

describe.each(IMAGES)("a single flipped bit in %s", (name) => {
  const octets = new Uint8Array(readFileSync(`conformance/images/${name}.v4-draft.img`));
  const { labels } = JSON.parse(readFileSync(`conformance/images/${name}.v4-draft.json`, "utf8")) as {
    labels: Record<string, number>;
  };

  test("is told, and so are the octets that were summed up or the field that is wrong", { timeout: 240_000 }, () => {
    expect(findingsOf(octets)).toEqual([]);
    const random = numbers(octets.length);
    const missed: string[] = [];
    const flips = Math.ceil(FLIPS / IMAGES.length);
    for (let flip = 0; flip < flips; flip++) {
      // Headers are a small part of the octets: one flip of eight is among them.
      const span = flip % 8 === 0 && labels.requires !== undefined ? labels.requires : octets.length;
      const bit = random.next().value % (8 * span);
      const at = bit >> 3;
      const flipped = octets.slice();
      flipped[at] = (flipped[at] as number) ^ (1 << (bit & 7));
      const findings = findingsOf(flipped);
      if (!findings.some((finding) => names(finding, at))) missed.push(`bit ${bit & 7} of octet ${at}`);
    }
    expect(missed).toEqual([]);
  });
});

/** Whether a finding names a range that has the octet in it, or says what is wrong with octets of its own. */
function names({ level, wanted, code }: Finding, at: number): boolean {
  if (level !== "MUST") return false;
  const range = /the sum of octets (0x[0-9a-f]+) to (0x[0-9a-f]+)/.exec(wanted);
  if (range === null) return code !== "check-sum" && code !== "digest-sum";
  // The sum itself stands behind its range.
  return Number(range[1]) <= at && at <= Number(range[2]) + BEHIND;
}
