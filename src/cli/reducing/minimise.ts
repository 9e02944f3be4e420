/** Whether a smaller candidate still shows what is to be kept. */
export type Keeps<T> = (candidate: T) => Promise<boolean>;

/**
 * Delta debugging: the shortest list that dropping spans of `items` leads to while `keeps` holds, spans of half the list
 * first, single items last. No single item of the result can be dropped.
 */
export async function fewest<T>(items: readonly T[], keeps: Keeps<readonly T[]>): Promise<readonly T[]> {
  let left = items;
  for (let span = Math.ceil(left.length / 2); span >= 1 && left.length > 0; ) {
    const before = left.length;
    for (let at = 0; at < left.length; ) {
      const without = [...left.slice(0, at), ...left.slice(at + span)];
      if (await keeps(without)) left = without;
      else at += span;
    }
    // After a drop an earlier item may have become free: single items are tried until none is.
    if (span > 1) span = Math.ceil(span / 2);
    else if (left.length === before) break;
  }
  return left;
}

/** The octets with as many of them 0 as `keeps` bears: whole spans first, then their halves. */
export async function mostZeros(octets: Uint8Array, keeps: Keeps<Uint8Array>): Promise<Uint8Array> {
  let left = octets;
  const clear = async (from: number, to: number): Promise<void> => {
    if (left.subarray(from, to).every((octet) => octet === 0)) return;
    const candidate = left.slice();
    candidate.fill(0, from, to);
    if (await keeps(candidate)) {
      left = candidate;
      return;
    }
    if (to - from === 1) return;
    const middle = from + Math.ceil((to - from) / 2);
    await clear(from, middle);
    await clear(middle, to);
  };
  await clear(0, octets.length);
  return left;
}
