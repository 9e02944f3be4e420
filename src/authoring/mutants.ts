/** Mutants that follow from the ledger: for every requirement with a code, an implementation that does the opposite of it. */

import type { Edition } from "./editions.ts";
import { formatJson } from "./json.ts";
import type { Ledger } from "./ledger/ledger.ts";
import type { Requirement } from "./ledger/requirement.ts";
import type { Products } from "./products.ts";

/** One named wrong behaviour (schemas/mutant.schema.json). */
export type Mutant = {
  readonly id: string;
  readonly breaks: string;
  readonly role: "reader" | "writer" | "verifier";
  readonly kind: "omit" | "refuse" | "replace";
  readonly does: string;
  /** Why no case can expose it: whatever breaks this rule alone breaks another one too. */
  readonly "x-implied"?: string;
  /** The editions that this holds for; all without. */
  readonly "x-implied-in"?: readonly Edition[];
};

/** Where mutants stand; those of kind `replace` are written by hand. */
export const MUTANTS = "conformance/mutants";

/** Rules that no image can break alone, with the reason; their mutants are kept, and have to stay hidden. */
const IMPLIED: Readonly<Record<string, string>> = {
  "LEG-074":
    "A stream that breaks nothing but this has more than 1 GiB of list; one that has not ends too early (LEG-009).",
  "LEG-075":
    "A stream that breaks nothing but this has more than 1 GiB of list; one that has not ends too early (LEG-010).",
  "ORD-001": "The X86_TSC_INFO that every image holds (ORD-043) then has no STATIC_DATA_END before it (ORD-007).",
  "ORD-014":
    "An image of a PV domain without X86_PV_INFO has X86_PV_P2M_FRAMES before it (ORD-016), or has none (ORD-022).",
  "ORD-015":
    "Such an image is rejected for X86_PV_P2M_FRAMES, which comes too early (ORD-017) or not at all (ORD-023).",
  "ORD-022":
    "Without X86_PV_P2M_FRAMES each PAGE_DATA comes too early (ORD-020), and without PAGE_DATA there is no page for cr3 (PV-032).",
  "ORD-023":
    "Such an image is rejected for its PAGE_DATA (ORD-021), or for the cr3 of vCPU 0 that no page stands behind (ORD-031, PV-033).",
  "PV-008": "A start_pfn above end_pfn is not 0, and PV-012 wants it to be 0.",
  "PV-014":
    "The one page that an end_pfn of 0 leaves cannot be both the page table of cr3 (PV-032) and the start_info page (PV-038).",
};

/** Rules that no image of some editions can break alone, where one of others can. */
const IMPLIED_IN: Readonly<Record<string, { readonly editions: readonly Edition[]; readonly why: string }>> = {
  "ORD-016": {
    editions: ["v3", "v4-draft"],
    why: "X86_PV_INFO has to precede STATIC_DATA_END (ORD-011), and X86_PV_P2M_FRAMES to follow it (ORD-005).",
  },
  "ORD-028": {
    editions: ["v3", "v4-draft"],
    why: "X86_PV_INFO has to precede STATIC_DATA_END (ORD-011), and SHARED_INFO to follow it (ORD-007).",
  },
  "ORD-002": {
    editions: ["v4-draft"],
    why: "HVM_CONTEXT or SHARED_INFO (REG-003), or the ARM_VCPU of an ARM domain (ARM-034), then has no STATIC_DATA_END before it.",
  },
  "ORD-017": { editions: ["v4-draft"], why: "X86_PV_INFO behind STATIC_DATA_END is rejected already (REG-004)." },
  "ORD-020": { editions: ["v4-draft"], why: "X86_PV_P2M_FRAMES behind PAGE_DATA is a breach already (REG-017)." },
  "ORD-021": { editions: ["v4-draft"], why: "X86_PV_P2M_FRAMES behind PAGE_DATA is rejected already (REG-018)." },
  "ORD-029": { editions: ["v4-draft"], why: "SHARED_INFO before STATIC_DATA_END is rejected already (REG-003)." },
  "PV-003": { editions: ["v4-draft"], why: "Any other body_length than 8 is rejected already (REG-013)." },
  "PV-009": { editions: ["v4-draft"], why: "A start_pfn other than 0 is rejected already (REG-016)." },
  "PV-015": {
    editions: ["v4-draft"],
    why: "The one page that an end_pfn of 0 leaves cannot be both a page table (PV-033) and start_info (PV-039); another X86_PV_P2M_FRAMES cannot mend it (REG-016).",
  },
};

/** Requirements that the codec keeps by its build, without a rule that could be taken away; their mutants are written by hand. */
const BY_HAND: readonly string[] = ["REC-029", "DB-054", "LEG-108"];

/**
 * The mutants that follow from the ledger, one file each. `picks` are the options that the reference declares, `refusals` the requirements
 * for which a case has a Writer refuse, `breaches` those for which one asks a Writer for octets that another case breaks.
 */
export function mutantProducts(
  { requirements }: Ledger,
  picks: Readonly<Record<string, string>>,
  refusals: ReadonlySet<string>,
  breaches: ReadonlySet<string>,
): Products {
  const mutants = requirements.flatMap((requirement) => [
    ...(mutantOf(requirement, picks) ?? []),
    ...(refusals.has(requirement.id) ? [writing(requirement)] : []),
    ...(breaches.has(requirement.id) ? [breaching(requirement)] : []),
  ]);
  return new Map(mutants.map((mutant) => [`${MUTANTS}/${mutant.id}.json`, formatJson(mutant)]));
}

function mutantOf(requirement: Requirement, picks: Readonly<Record<string, string>>): Mutant[] | undefined {
  const { id, level, subject, codes, action, choice, untestable } = requirement;
  if (BY_HAND.includes(id)) return undefined;
  if (level !== "MUST" || codes.length === 0 || untestable !== undefined || subject === "writer") return undefined;
  const sentence = requirement.text;
  const implied = impliedBy(id);
  if (subject !== "reader")
    return [{ ...named(id, "omit"), role: "verifier", does: `Does not notice a breach of: ${sentence}`, ...implied }];
  const pick = choice === undefined ? action : choice.options[picks[choice.name] ?? ""];
  if (pick === undefined) return undefined;
  return pick === "reject"
    ? [{ ...named(id, "omit"), role: "reader", does: `Accepts what it has to reject: ${sentence}`, ...implied }]
    : [{ ...named(id, "refuse"), role: "reader", does: `Rejects what it has to accept: ${sentence}` }];
}

function impliedBy(id: string): Pick<Mutant, "x-implied" | "x-implied-in"> {
  const some = IMPLIED_IN[id];
  if (some !== undefined) return { "x-implied": some.why, "x-implied-in": some.editions };
  return IMPLIED[id] === undefined ? {} : { "x-implied": IMPLIED[id] };
}

function writing({ id, text }: Requirement): Mutant {
  return {
    id: `${id.toLowerCase()}-writer-omit`,
    breaks: id,
    role: "writer",
    kind: "omit",
    does: `Writes what it has to refuse: ${text}`,
    ...(IMPLIED_IN[id] === undefined ? {} : impliedBy(id)),
  };
}

function breaching({ id, text }: Requirement): Mutant {
  return {
    id: `${id.toLowerCase()}-writer-breach`,
    breaks: id,
    role: "writer",
    kind: "replace",
    does: `Writes what a case shows to break this: ${text}`,
  };
}

function named(requirement: string, kind: "omit" | "refuse"): Pick<Mutant, "id" | "breaks" | "kind"> {
  return { id: `${requirement.toLowerCase()}-${kind}`, breaks: requirement, kind };
}
