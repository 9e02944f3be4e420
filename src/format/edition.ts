/** Editions as a codec sees them: which image versions a role takes, and by the rules of which edition. */

/** One published state of the format. */
export type Edition = "legacy" | "draft-b" | "v2" | "v3" | "v4-draft";

/** The editions whose images are walked; `legacy` has no image header. */
export type CodecEdition = Exclude<Edition, "legacy">;

/** The editions that the reference takes part in, oldest first. */
export const CODEC_EDITIONS: readonly CodecEdition[] = ["draft-b", "v2", "v3", "v4-draft"];

/** The edition of an image that does not tell another. */
export const NEWEST: CodecEdition = "v3";

/** The version that an image of an edition names. */
export const VERSION: Readonly<Record<CodecEdition, number>> = { "draft-b": 1, v2: 2, v3: 3, "v4-draft": 4 };

/** The versions that a role of an edition takes, ascending: its own and, but for the proposal of 2014, those since 2. */
export const TAKEN: Readonly<Record<CodecEdition, readonly number[]>> = {
  "draft-b": [1],
  v2: [2],
  v3: [2, 3],
  "v4-draft": [2, 3, 4],
};

/** The edition of an image by its version; undefined for a version that the reference takes no part in. */
export function editionOf(version: number): CodecEdition | undefined {
  return CODEC_EDITIONS.find((edition) => VERSION[edition] === version);
}

/** The edition whose rules hold for an image of `version` in the hands of a role of `asked`: what it does not take is judged by its own. */
export function editionInForce(version: number, asked: CodecEdition): CodecEdition {
  return (TAKEN[asked].includes(version) ? editionOf(version) : undefined) ?? asked;
}
