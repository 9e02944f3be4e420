/** Which records an image of another edition needs, has no place for, or must do without. */

import type { Code } from "../../../generated/catalogue.ts";
import type { CodecEdition } from "../../format/edition.ts";
import type { RecordHead } from "../../format/events.ts";
import { isDefined, recordName } from "../../format/profile.ts";
import { isOptional, RECORD } from "../../format/vocabulary.ts";
import { refusal } from "./refusal.ts";

/** Decides on the records of an image in their order. */
export type RecordPlan = {
  /** Bodiless records that are missing before this one, and whether it is taken over. Throws FormatError where it cannot be said. */
  decide(head: RecordHead): { readonly before: readonly number[]; readonly keep: boolean };
};

/** Static data of version 2: what stands before the place of STATIC_DATA_END. */
const STATIC: readonly number[] = [RECORD.X86_PV_INFO, RECORD.X86_CPUID_POLICY, RECORD.X86_MSR_POLICY];
const SINCE_V3: readonly number[] = [RECORD.X86_CPUID_POLICY, RECORD.X86_MSR_POLICY];
/** Records about the image and not about the machine: they are written anew where the target has them. */
const ABOUT_THE_IMAGE: readonly number[] = [RECORD.REQUIRES, RECORD.IMAGE_DIGEST];

/** The plan from one edition since 2 to another, or to itself. */
export function recordPlan(from: CodecEdition, to: CodecEdition): RecordPlan {
  if (from === "draft-b") return { decide: () => ({ before: [], keep: true }) };
  let staticEnded = from !== "v2" || to === "v2";
  return {
    decide(head) {
      const { type } = head;
      if (ABOUT_THE_IMAGE.includes(type)) return { before: [], keep: false };
      const problem = sayable(type, to);
      if (problem !== undefined) throw unsaid(head, from, to, problem);
      if (type === RECORD.STATIC_DATA_END && to === "v2") return { before: [], keep: from === "v2" };
      if (staticEnded || STATIC.includes(type) || isOptional(type)) return { before: [], keep: true };
      // Version 2 leaves it to be inferred where static data ends (CNV-001).
      staticEnded = true;
      return { before: type === RECORD.STATIC_DATA_END ? [] : [RECORD.STATIC_DATA_END], keep: true };
    },
  };
}

/** The code of the requirement in the way of a record of this type; page data under a codec is written without. */
function sayable(type: number, to: CodecEdition): Code | undefined {
  if (isOptional(type) || type === RECORD.PAGE_DATA_COMPRESSED) return undefined;
  if (to === "v2" && SINCE_V3.includes(type)) return "record-edition";
  return isDefined("image", type, to) ? undefined : "record-unknown-mandatory";
}

function unsaid({ at, index, type }: RecordHead, from: CodecEdition, to: CodecEdition, code: Code): Error {
  const wanted = `a record type of edition ${to}`;
  return refusal(code, to, { at, path: `rec[${index}].type`, found: recordName("image", type, from), wanted });
}
