/** Medians, quartiles, and what they mean against a target. */

/** The quartiles of some numbers, by linear interpolation. */
export type Quartiles = { readonly low: number; readonly median: number; readonly high: number };

/** Whether a target is met by the median; undecided where the quartiles lie on both sides of it, 15 % or more apart. */
export type Decision = "met" | "undecided" | "not met";

/** A target: at least, or at most, this much. */
export type Target = { readonly atLeast: number } | { readonly atMost: number };

/** The quartiles of at least one number. */
export function quartiles(values: readonly number[]): Quartiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)];
    const above = sorted[Math.ceil(place)];
    if (below === undefined || above === undefined) throw new Error("no numbers, no quartiles");
    return below + (above - below) * (place % 1);
  };
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

/** What the quartiles say of a target. */
export function decide({ low, median, high }: Quartiles, target: Target): Decision {
  const wanted = "atLeast" in target ? target.atLeast : target.atMost;
  const straddles = low < wanted && wanted < high && high - low > 0.15 * wanted;
  if (straddles) return "undecided";
  const met = "atLeast" in target ? median >= wanted : median <= wanted;
  return met ? "met" : "not met";
}
