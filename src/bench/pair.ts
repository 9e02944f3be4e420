/** One paired measurement: what our side and the other came to, and their ratio as the row's unit has it. */
export type Pair = { readonly ours: number; readonly theirs?: number; readonly value: number };

/** How many times as fast the first is. */
export function times(ours: number, theirs: number): Pair {
  return { ours, theirs, value: theirs / ours };
}
