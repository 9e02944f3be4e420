/** A suite in parts, for adapters that take long: each part is run somewhere, and the claims are put together again. */

import { createHash } from "node:crypto";
import type { Claim } from "./claim.ts";
import { UsageError } from "./errors.ts";
import { canonicalJson } from "./json-compare.ts";
import { byText } from "./model.ts";
import type { Json } from "./strict-json.ts";
import type { Trial } from "./trials.ts";

/** One part of `of`; `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** More parts than any suite has use for. */
const MOST = 1000;

/** The part that `i/n` names. Throws `UsageError` for anything else. */
export function parseShard(text: string): Shard {
  const [, index, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (index === undefined || of === undefined || index < 1 || index > of || of > MOST)
    throw new UsageError(`${JSON.stringify(text)} is no shard: i/n, such as 2/4, with i from 1 to n`);
  return { index, of };
}

/** Whether a trial is in a part: by the id of its case, so that a case and what it is compared with are run in one place. */
export function isInShard({ case: { id } }: Trial, { index, of }: Shard): boolean {
  return createHash("sha256").update(id).digest().readUInt32BE(0) % of === index - 1;
}

/**
 * The claim that a run of the whole suite would have made, octet for octet, from the claims of all its parts. Throws `UsageError` when a
 * part is missing or comes twice, or when they are not of one adapter, suite and question.
 */
export function mergeClaims(claims: readonly { readonly file: string; readonly claim: Claim }[]): Claim {
  const [first] = claims;
  if (first === undefined) throw new UsageError("there are no claims to merge");
  const parts = new Map<number, string>();
  let of = 0;
  for (const { file, claim } of claims) {
    if (claim.asked.shard === undefined) throw new UsageError(`${file}: is not the claim of a shard`);
    const shard = parseShard(claim.asked.shard);
    if (of !== 0 && shard.of !== of)
      throw new UsageError(`${file}: is a shard of ${shard.of}, and ${first.file} one of ${of}`);
    of = shard.of;
    const before = parts.get(shard.index);
    if (before !== undefined) throw new UsageError(`${file}: is shard ${claim.asked.shard}, which ${before} is too`);
    parts.set(shard.index, file);
    const differing = (["suite", "about", "judge"] as const).find((key) => text(claim[key]) !== text(first.claim[key]));
    if (differing !== undefined) throw new UsageError(`${file}: differs from ${first.file} in its ${differing}`);
    if (text(whole(claim.asked)) !== text(whole(first.claim.asked)))
      throw new UsageError(`${file}: differs from ${first.file} in what was asked`);
  }
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((index) => !parts.has(index));
  if (missing.length > 0)
    throw new UsageError(`of ${of} shards ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing`);
  const answers = claims
    .flatMap(({ claim }) => claim.answers)
    .sort((a, b) => byText(a.case, b.case) || byText(a.role, b.role) || byText(a.edition, b.edition));
  return { ...first.claim, asked: whole(first.claim.asked), answers };
}

function whole({ shard: _, ...asked }: Claim["asked"]): Omit<Claim["asked"], "shard"> {
  return asked;
}

function text(value: object | undefined): string {
  return value === undefined ? "" : canonicalJson(JSON.parse(JSON.stringify(value)) as Json);
}
