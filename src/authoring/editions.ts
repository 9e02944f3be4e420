/** Every edition of the format, oldest first (the order that `since=` and `until=` count in). */
export const EDITIONS = ["legacy", "draft-b", "v2", "v3", "v4-draft"] as const;

/** The short name of one published state of the format. */
export type Edition = (typeof EDITIONS)[number];

/** The edition that `since=` means where a requirement does not say. */
export const OLDEST_DEFAULT: Edition = "v2";

/** The newest specified edition: what `until=` means where a requirement does not say. */
export const NEWEST: Edition = "v4-draft";

/** Whether `text` names an edition. */
export function isEdition(text: string): text is Edition {
  return (EDITIONS as readonly string[]).includes(text);
}

/** The editions from `since` to `until`, both inclusive, oldest first; empty when `until` is the older of the two. */
export function editionsBetween(since: Edition, until: Edition): Edition[] {
  return EDITIONS.slice(EDITIONS.indexOf(since), EDITIONS.indexOf(until) + 1);
}

/** The earlier editions whose images a Reader of an edition takes too (IMG-009). */
export const READS: Readonly<Partial<Record<Edition, readonly Edition[]>>> = { v3: ["v2"], "v4-draft": ["v2", "v3"] };
