import { diffClaims } from "./claims-diff.ts";
import { diffCorpus } from "./corpus-diff.ts";
import { diffRequirements } from "./ledger-diff.ts";
import { heldToPromises, promiseOf } from "./promise.ts";
import type { Finding, Severity } from "./rules.ts";
import { openSides, type Side } from "./side.ts";
import { diffWire } from "./wire-diff.ts";

/** What a change does to requirements, wire, stored images and certificates (schemas/review.schema.json). */
export interface Review {
  readonly review: 1;
  readonly old: string;
  readonly new: string;
  /** What is promised between the two, in a sentence. */
  readonly promise: string;
  /** Sorted: what breaks a promise first, then by severity; as found within. */
  readonly findings: readonly Finding[];
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** A review with the two sides it is about, for those who show both texts. */
export interface Reviewed {
  readonly review: Review;
  readonly sides: readonly [Side, Side];
}

/**
 * Sets two states of the specification against each other: names of editions, revisions or folders. Throws `SideError` for a name that
 * means nothing. Equal sides make equal reviews.
 */
export async function reviewOf(oldName: string, newName: string, root: string): Promise<Reviewed> {
  const sides = await openSides(oldName, newName, root);
  const [old, now] = sides;
  const between = old.edition !== undefined && now.edition !== undefined && old.edition !== now.edition;
  const editions = now.edition ? [now.edition] : now.suite.editions;
  const [corpus, claims] = await Promise.all([diffCorpus(old, now, root), diffClaims(old, now)]);
  const found = [
    ...diffRequirements(old.requirements, now.requirements, between),
    ...diffWire(old.schemas, now.schemas, editions),
    ...corpus,
    ...claims,
  ];
  const held = heldToPromises(found, old, now);
  const order = ({ breaks, severity }: Finding) => (breaks ? 0 : 1 + WEIGHT[severity]);
  const findings = [...held].sort((a, b) => order(a) - order(b));
  return { review: { review: 1, old: oldName, new: newName, promise: promiseOf(old, now), findings }, sides };
}

/** Whether a review found something that breaks what an edition promises. */
export const isBreaking = ({ findings }: Review) => findings.some(({ breaks }) => breaks);
