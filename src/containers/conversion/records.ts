/** Which records an image of another edition needs, has no place for, or must do without. */

import type { CodecEdition } from "../../format/edition.ts";
import type { RecordHead } from "../../format/events.ts";
import { recordName } from "../../format/profile.ts";
import { isOptional, RECORD } from "../../format/vocabulary.ts";
import { refusal } from "./refusal.ts";

/** Decides on the records of an image in their order. */
export type RecordPlan = {
  /** Bodiless records that are missing before this one, and whether it is taken over. Throws FormatError where it cannot be said. */
  decide(head: RecordHead): { readonly before: readonly number[]; readonly keep: boolean };
};

const STATIC: readonly number[] = [RECORD.X86_PV_INFO, RECORD.X86_CPUID_POLICY, RECORD.X86_MSR_POLICY];
const SINCE_V3: readonly number[] = [RECORD.X86_CPUID_POLICY, RECORD.X86_MSR_POLICY];

/** Everything as it is, for an image that stays of its edition. */
const same: RecordPlan = { decide: () => ({ before: [], keep: true }) };

/** STATIC_DATA_END in the place where version 2 leaves it to be inferred (CNV-002). */
function toVersion3(): RecordPlan {
  let ended = false;
  return {
    decide({ type }) {
      if (ended || STATIC.includes(type) || isOptional(type)) return { before: [], keep: true };
      ended = true;
      return { before: type === RECORD.STATIC_DATA_END ? [] : [RECORD.STATIC_DATA_END], keep: true };
    },
  };
}

/** Without STATIC_DATA_END; what version 2 cannot say is refused (CNV-003). */
const toVersion2: RecordPlan = {
  decide({ at, index, type }) {
    if (SINCE_V3.includes(type)) {
      const found = recordName("image", type, "v3");
      throw refusal("record-edition", "v2", {
        at,
        path: `rec[${index}].type`,
        found,
        wanted: "a record type of edition v2",
      });
    }
    return { before: [], keep: type !== RECORD.STATIC_DATA_END };
  },
};

/** The plan from one edition to another; undefined where there is none. */
export function recordPlan(from: CodecEdition, to: CodecEdition): RecordPlan | undefined {
  if (from !== "v2" && from !== "v3") return undefined;
  if (from === to) return same;
  if (from === "v2" && to === "v3") return toVersion3();
  if (from === "v3" && to === "v2") return toVersion2;
  return undefined;
}
