/** What of one image goes with what of another, and the octets in which they differ. */

import type { Comparison } from "./compare.ts";
import type { Scanned } from "./scan.ts";
import type { HexView, Span } from "./views/hex-view.ts";

/** Two images, held against each other. */
export interface Pair {
  readonly a: Scanned;
  readonly b: Scanned;
  readonly comparison: Comparison;
}

/** Octets of a difference that are held against each other one by one. */
const MARKED = 2 ** 16;

/** Where the second image has what the first has in `span`: as far behind the start of the record or header that goes with its own. */
export function counterpart({ a, b, comparison }: Pair, { at, length }: Span): Span | undefined {
  const record = a.records.find((one) => at >= one.at && at < one.end);
  const pair = record && comparison.pairs.get(record);
  if (record && pair) return { at: at - record.at + pair.at, length };
  const layer = a.layers.find((one) => at >= one.at && at < one.at + one.length);
  const other = layer && b.layers.find((one) => one.layer === layer.layer);
  return layer && other && { at: at - layer.at + other.at, length };
}

/** Marks in the views of both images the octets in which two spans differ. */
export async function holdAgainst({ a, b }: Pair, one: Span, two: Span, views: readonly [HexView, HexView]) {
  const [inOne, inTwo] = await Promise.all([
    a.source.read(one.at, Math.min(one.length, MARKED)),
    b.source.read(two.at, Math.min(two.length, MARKED)),
  ]);
  const differing = [...inOne.keys()].filter((i) => inOne[i] !== inTwo[i]);
  views[0].mark(new Set(differing.map((i) => one.at + i)));
  views[1].mark(new Set(differing.map((i) => two.at + i)));
  views[1].select(two);
}
