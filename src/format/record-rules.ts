/** Rules on any record of an image: framing, length, type, END (spec 4). */

import type { CodecEdition } from "./edition.ts";
import type { Broken } from "./events.ts";
import { hex, hexOctets, isZero } from "./octets.ts";
import { isDefined, OF_ONE_KIND, profileOf, recordName } from "./profile.ts";
import { paddingOf } from "./records.ts";
import { type AnyRule, bodyRule, rule } from "./rule.ts";
import { isOptional, RECORD, RECORD_LIMIT } from "./vocabulary.ts";

/** A missing trailer has a rule of its own in `v4-draft` (SUM-005); the footer of `draft-b` is part of its record. */
const lacksTrailer = (inside: Broken["inside"], edition: CodecEdition) =>
  inside === "trailer" && edition === "v4-draft";
const SINCE_V3: readonly number[] = [RECORD.STATIC_DATA_END, RECORD.X86_CPUID_POLICY, RECORD.X86_MSR_POLICY];
/** Types from here on are private and optional, and begin with the UUID of their owner (REG-001). */
const PRIVATE_OPTIONAL = 0xc000_0000;
const OWNER = 16;
/** The largest padded body that a release before Xen 4.10 reads (REC-010). */
const EARLY_LIMIT = 0x0080_0000;

export const recordRules: readonly AnyRule[] = [
  rule("record-limit", "record", ({ at, index, length }, _, report) => {
    if (length > RECORD_LIMIT) report(at + 4, `rec[${index}].body_length`, length, `at most ${RECORD_LIMIT}`);
  }),
  rule("record-limit-early", "record", ({ at, index, length }, _, report) => {
    const padded = length + paddingOf(length);
    if (padded > EARLY_LIMIT)
      report(at + 4, `rec[${index}].body_length`, `${padded} octets with padding`, `at most ${EARLY_LIMIT}`);
  }),
  rule("record-unknown-mandatory", "record", ({ at, index, type }, { edition }, report) => {
    if (!isDefined("image", type, edition) && !isOptional(type))
      report(at, `rec[${index}].type`, hex(type), "a type that is defined, or bit 31 set");
  }),
  rule(
    "record-edition",
    "record",
    ({ at, index, type }, _, report) =>
      report(at, `rec[${index}].type`, recordName("image", type), "a record type of edition v2"),
    { types: SINCE_V3 },
  ),
  rule(
    "record-toolstack",
    "record",
    ({ at, index }, _, report) => report(at, `rec[${index}].type`, "TOOLSTACK", "no such record"),
    { types: [RECORD.TOOLSTACK] },
  ),
  rule(
    "record-kind",
    "record",
    ({ at, index, type }, { edition, kind }, report) => {
      if (kind !== "pv" && kind !== "hvm") return;
      const { pvOnly, hvmOnly } = profileOf(edition);
      const other = kind === "pv" ? hvmOnly : pvOnly;
      if (other.includes(type))
        report(at, `rec[${index}].type`, recordName("image", type), `a record of ${kind.toUpperCase()} domains`);
    },
    { types: OF_ONE_KIND },
  ),
  rule(
    "record-channel",
    "record",
    ({ at, index }, _, report) =>
      report(at, `rec[${index}].type`, "CHECKPOINT_DIRTY_PFN_LIST", "no record of the back channel"),
    { types: [RECORD.CHECKPOINT_DIRTY_PFN_LIST] },
  ),
  rule("private-owner", "record", ({ at, index, type, length }, _, report) => {
    if (type >= PRIVATE_OPTIONAL && length < OWNER)
      report(at + 4, `rec[${index}].body_length`, length, `at least ${OWNER}, the UUID of the owner`);
  }),
  rule("record-padding", "padding", ({ head, at, octets }, _, report) => {
    if (head.layer === "image" && !isZero(octets)) report(at, `rec[${head.index}].padding`, hexOctets(octets), "zero");
  }),
  bodyRule(RECORD.END, "record-end-length", ({ head }, _, report) => {
    if (head.length !== 0) report(head.at + 4, `rec[${head.index}].body_length`, head.length, "0");
  }),
  rule("record-truncated", "broken", ({ at, layer, inside }, { checkpointed, edition }, report) => {
    if (layer === "image" && inside !== "nothing" && !checkpointed && !lacksTrailer(inside, edition))
      report(at, "image", "end of input inside a record", "the rest of the record");
  }),
  rule("record-end-missing", "broken", ({ at, layer, inside }, facts, report) => {
    if (layer === "image" && inside === "nothing" && !facts.checkpointed) report(at, "image", "end of input", "END");
  }),
  rule("record-end-repeated", "trailing", ({ at, octets }, { libxl }, report) => {
    if (libxl === undefined && octets.length === 8 && isZero(octets))
      report(at, "image", "a second END", "nothing after END");
  }),
  rule("image-trailing", "trailing", ({ at, octets }, { libxl }, report) => {
    if (libxl !== undefined || octets.length < 8 || !isZero(octets))
      report(at, "image", hexOctets(octets, 7), "nothing after END");
  }),
];
