import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { crc32c } from "./crc32c.ts";
import type { Layout, Span } from "./edits.ts";
import { writes } from "./edits.ts";
import { integerOctets } from "./hex.ts";
import { type Labels, type Position, resolvePosition } from "./positions.ts";

/** A computed field of an image: `fn` over the octets `from` up to `to`, stored at `at`. */
export interface Sum {
  readonly at: Position;
  readonly as: "le32" | "be32" | "le64" | "be64" | "raw";
  readonly fn: "len" | "crc32" | "crc32c" | "sha256";
  readonly from: Position;
  readonly to: Position;
}

/** A sum with its positions resolved in the unpatched image. */
export interface ResolvedSum {
  readonly field: Span;
  readonly range: Span;
  readonly as: Sum["as"];
  readonly fn: Sum["fn"];
}

/** Resolves a sum against an image; throws an `Error` when a position is bad or the form does not suit the function. */
export function resolveSum(sum: Sum, size: number, labels: Labels): ResolvedSum {
  if ((sum.as === "raw") !== (sum.fn === "sha256")) throw new Error(`a sum ${sum.fn} cannot be written as ${sum.as}`);
  const at = resolvePosition(sum.at, size, labels);
  const start = resolvePosition(sum.from, size, labels);
  const end = resolvePosition(sum.to, size, labels);
  if (start > end) throw new Error(`the sum at ${sum.at} runs backwards, from ${sum.from} to ${sum.to}`);
  const field = { start: at, end: at + widthOf(sum.as) };
  if (field.end > size) throw new Error(`the sum at ${sum.at} reaches past the end of the image`);
  return { field, range: { start, end }, as: sum.as, fn: sum.fn };
}

/** A sum that is to be computed again in a patched image: places in that image. */
export type PlacedSum = ResolvedSum;

/**
 * The sums that a patch leaves to be computed again, placed in the patched image, in listed order.
 * A sum is left alone when an edit touches its field. Throws an `Error` when a patch turns a range round.
 */
export function placeSums(sums: readonly ResolvedSum[], layout: Layout): PlacedSum[] {
  return sums
    .filter(({ field }) => !layout.edits.some((edit) => writes(edit, field)))
    .map((sum) => {
      const range = layout.placeRange(sum.range);
      if (range.start > range.end) throw new Error(`the patch turns the range of the sum at ${sum.field.start} round`);
      const start = layout.place(sum.field.start);
      return { ...sum, range, field: { start, end: start + sum.field.end - sum.field.start } };
    });
}

/** Computes sums and writes them into `octets`, one after the other, so that a later one sees an earlier one. */
export function writeSums(sums: readonly PlacedSum[], octets: Uint8Array): void {
  for (const { field, range, as, fn } of sums) {
    const value = compute(fn, octets.subarray(range.start, range.end));
    const written = typeof value === "number" ? integerOctets(as.startsWith("le"), widthOf(as), value) : value;
    octets.set(written, field.start);
  }
}

function compute(fn: Sum["fn"], octets: Uint8Array): number | Uint8Array {
  switch (fn) {
    case "len":
      return octets.length;
    case "crc32":
      return crc32(octets);
    case "crc32c":
      return crc32c(octets);
    case "sha256":
      return createHash("sha256").update(octets).digest();
  }
}

function widthOf(as: Sum["as"]): number {
  return { le32: 4, be32: 4, le64: 8, be64: 8, raw: 32 }[as];
}
