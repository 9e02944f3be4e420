/** Trailers of records and IMAGE_DIGEST (spec 18). */

import { checkOf } from "../codecs/checks.ts";
import type { ImageDigest } from "./events.ts";
import { fields, hex, hexOctets, isZero, sameOctets } from "./octets.ts";
import { recordName } from "./profile.ts";
import { type AnyRule, type Report, rule } from "./rule.ts";
import { RECORD } from "./vocabulary.ts";

/** The octets of a sum that count: 4 of a CRC, all 32 of a SHA-256. */
function counted(octets: Uint8Array): Uint8Array {
  return octets.length === 8 ? octets.subarray(0, 4) : octets;
}

/** Says that a sum is wrong, and for which octets: from `from` up to, not including, `to`. */
function compare(
  at: number,
  path: string,
  octets: Uint8Array,
  wanted: Uint8Array | undefined,
  [from, to]: readonly [number, number],
  report: Report,
): void {
  if (wanted === undefined || octets.length !== wanted.length || sameOctets(counted(octets), counted(wanted))) return;
  report(
    at,
    path,
    hexOctets(counted(octets)),
    `${hexOctets(counted(wanted))}, the sum of octets ${hex(from)} to ${hex(to - 1)}`,
  );
}

/** Octets 16 to the end of the body of IMAGE_DIGEST. */
function sumOf({ octets }: ImageDigest): Uint8Array {
  return octets.subarray(16);
}

const ENDS_ROUND: readonly number[] = [RECORD.CHECKPOINT, RECORD.END];

export const integrityRules: readonly AnyRule[] = [
  rule("check-sum", "trailer", ({ head, at, octets, wanted }, _, report) =>
    compare(at, `rec[${head.index}].trailer`, octets, wanted, [head.at, at], report),
  ),
  rule("check-sum", "header-trailer", ({ at, octets, wanted }, { image }, report) =>
    compare(at, "image.trailer", octets, wanted, [image?.at ?? 0, at], report),
  ),
  rule("check-reserved", "trailer", ({ head, at, octets }, _, report) => {
    if (octets.length === 8 && !isZero(octets.subarray(4)))
      report(at + 4, `rec[${head.index}].trailer`, hexOctets(octets.subarray(4)), "zero");
  }),
  rule("check-reserved", "header-trailer", ({ at, octets }, _, report) => {
    if (octets.length === 8 && !isZero(octets.subarray(4)))
      report(at + 4, "image.trailer", hexOctets(octets.subarray(4)), "zero");
  }),
  rule("check-truncated", "broken", ({ at, layer, inside }, { checkpointed }, report) => {
    if (layer === "image" && inside === "trailer" && !checkpointed)
      report(at, "image", "end of input", "the sum behind what was read last");
  }),
  rule(
    "digest-missing",
    "record",
    ({ at, index, type }, { features, lastType }, report) => {
      if (lastType !== RECORD.IMAGE_DIGEST && checkOf(features?.imageDigest ?? 0) !== undefined)
        report(at, `rec[${index}].type`, recordName("image", type), "IMAGE_DIGEST before it");
    },
    { types: ENDS_ROUND },
  ),
  rule("digest-place", "record", ({ at, index, type }, { lastType, edition }, report) => {
    if (lastType === RECORD.IMAGE_DIGEST && !ENDS_ROUND.includes(type))
      report(at, `rec[${index}].type`, recordName("image", type, edition), "CHECKPOINT or END after IMAGE_DIGEST");
  }),
  rule("digest-algorithm", "image-digest", ({ head, at, octets }, { features }, report) => {
    if (octets.length < 2) return;
    const algorithm = fields(octets, head.isBe).u16(0);
    const wanted = features?.imageDigest ?? 0;
    if (algorithm === 0 || algorithm !== wanted)
      report(
        at,
        `rec[${head.index}].algorithm`,
        algorithm,
        wanted === 0 ? "no IMAGE_DIGEST, as the header names none" : String(wanted),
      );
  }),
  rule("digest-length", "image-digest", ({ head }, { features }, report) => {
    const length = checkOf(features?.imageDigest ?? 0)?.length;
    if (length !== undefined && head.length !== 16 + length)
      report(head.at + 4, `rec[${head.index}].body_length`, head.length, String(16 + length));
  }),
  rule("digest-reserved", "image-digest", (digest, _, report) => {
    const { head, at, octets } = digest;
    if (!isZero(octets.subarray(2, 8)))
      report(at + 2, `rec[${head.index}].reserved`, hexOctets(octets.subarray(2, 8)), "zero");
    const sum = sumOf(digest);
    if (sum.length === 8 && !isZero(sum.subarray(4)))
      report(at + 20, `rec[${head.index}].sum`, hexOctets(sum.subarray(4)), "zero");
  }),
  rule("digest-position", "image-digest", ({ head, at, octets, position }, _, report) => {
    if (octets.length < 16) return;
    const data = new DataView(octets.buffer, octets.byteOffset);
    const found = data.getBigUint64(8, !head.isBe);
    if (found !== BigInt(position)) report(at + 8, `rec[${head.index}].position`, hex(found), hex(position));
  }),
  rule("digest-sum", "image-digest", (digest, _, report) => {
    const { head, at, wanted, from } = digest;
    compare(at + 16, `rec[${head.index}].sum`, sumOf(digest), wanted, [from, head.at], report);
  }),
];
