/** What the lab's guests say of themselves (guests/pvh.s, guests/pv.s). */

/** One line of theirs: which guest it is, how often it was restored, how far it has counted, and how many words of its pattern are wrong. */
export type Said = { readonly run: number; readonly restores: number; readonly count: number; readonly wrong: number };

/** The last line of a log. A field is NaN where it is not said: an HVM guest does not know that it was restored. */
export function lastSaid(log: string): Said {
  const line = log.match(/run=[0-9a-f]+ .*?paterr=[0-9a-f]+/g)?.at(-1) ?? "";
  const field = (name: string) => Number.parseInt(line.match(new RegExp(`\\b${name}=([0-9a-f]+)`))?.[1] ?? "", 16);
  return { run: field("run"), restores: field("gen"), count: field("ctr"), wrong: field("paterr") };
}
