/** What is one mistake away from an input: cut short at an octet, or with one bit flipped. */

/**
 * Every such input, or each `step`-th of them: first the cuts, then the flips in order. What is yielded is changed back by the next step.
 */
export function* neighbours(octets: Uint8Array, step = 1): Generator<Uint8Array> {
  const changed = octets.slice();
  for (let place = 0; place < neighboursOf(octets); place += step) {
    if (place < octets.length) yield octets.subarray(0, place);
    else {
      const bit = place - octets.length;
      changed[bit >> 3]! ^= 1 << (bit & 7);
      yield changed;
      changed[bit >> 3] = octets[bit >> 3]!;
    }
  }
}

/** How many there are. */
export function neighboursOf({ length }: Uint8Array): number {
  return 9 * length;
}
