/** How much a finding weighs: an error breaks, a warning may, a note breaks nothing. */
export type Severity = "error" | "warning" | "note";

/** Who gets along with whose images after a change: Readers of before with images of after, and the reverse. */
export interface Compatibility {
  readonly oldReadsNew: boolean;
  readonly newReadsOld: boolean;
}

/** A kind of finding: what it means, and what follows from it unless the finding itself says otherwise. */
export interface Rule extends Compatibility {
  readonly severity: Severity;
  readonly says: string;
}

const both = { oldReadsNew: true, newReadsOld: true };
const neither = { oldReadsNew: false, newReadsOld: false };
/** Readers of after take images of before; not the other way round. */
const forward = { oldReadsNew: false, newReadsOld: true };
/** Readers of before take images of after; not the other way round. */
const backward = { oldReadsNew: true, newReadsOld: false };

/** Every rule of a review, by its id. The ids are permanent, since acknowledgements name them. */
export const RULES = {
  "requirement-added": { severity: "warning", says: "a requirement was added", ...forward },
  "requirement-dropped": { severity: "error", says: "a requirement is gone", ...forward },
  "requirement-replaced": { severity: "error", says: "another requirement stands under the same code", ...neither },
  "requirement-strengthened": { severity: "error", says: "the key word binds more than before", ...backward },
  "requirement-weakened": { severity: "error", says: "the key word binds less than before", ...forward },
  "requirement-changed": {
    severity: "error",
    says: "the sentence under this number asks for something else",
    ...neither,
  },
  "requirement-reworded": {
    severity: "note",
    says: "the sentence was worded anew, with the same names, numbers and key word",
    ...both,
  },
  "requirement-role": { severity: "error", says: "the requirement binds other roles", ...both },
  "requirement-editions": { severity: "error", says: "the requirement belongs to other editions", ...neither },
  "requirement-needs": { severity: "error", says: "the requirement needs other features", ...both },
  "requirement-choice": { severity: "error", says: "the options of the choice are others", ...neither },
  "requirement-code": { severity: "warning", says: "a breach is reported under another code", ...both },
  "requirement-untestable": { severity: "warning", says: "whether octets can decide it is seen otherwise", ...both },
  "structure-added": { severity: "warning", says: "a structure was added", ...forward },
  "structure-dropped": { severity: "error", says: "a structure is gone", ...backward },
  "field-added": { severity: "error", says: "a field was added", ...neither },
  "field-dropped": { severity: "error", says: "a field is gone", ...neither },
  "field-moved": { severity: "error", says: "a field stands at another offset", ...neither },
  "fields-swapped": { severity: "error", says: "two fields stand in each other's place", ...neither },
  "field-resized": { severity: "error", says: "a field has another size", ...neither },
  "field-retyped": { severity: "error", says: "the same octets are read as something else", ...neither },
  "field-renamed": { severity: "note", says: "a field has another name", ...both },
  "field-condition": { severity: "error", says: "a field is there under another condition", ...neither },
  "field-repeated": { severity: "error", says: "a field is repeated otherwise", ...neither },
  "reserved-used": { severity: "error", says: "reserved octets or bits were given a meaning", ...both },
  "byte-order": { severity: "error", says: "the byte order is another", ...neither },
  "bound-widened": { severity: "error", says: "values are allowed that were not", ...forward },
  "bound-narrowed": { severity: "error", says: "values are no longer allowed", ...backward },
  "constant-changed": { severity: "error", says: "a fixed value is another", ...neither },
  "enumerator-added": { severity: "warning", says: "an enumerator was added", ...forward },
  "enumerator-dropped": { severity: "error", says: "an enumerator is gone", ...backward },
  "enumerator-renumbered": { severity: "error", says: "an enumerator has another number", ...neither },
  "enumerator-renamed": { severity: "note", says: "an enumerator has another name", ...both },
  "case-added": { severity: "note", says: "a case was added", ...both },
  "case-dropped": { severity: "warning", says: "a case is gone", ...both },
  "case-octets": { severity: "error", says: "the octets of a case are others under the same id", ...both },
  "case-expectation": { severity: "error", says: "a case expects something else under the same id", ...both },
  "image-octets": { severity: "error", says: "the octets of an image are others under the same name", ...both },
  "verdict-accepted": { severity: "warning", says: "what was rejected is accepted", ...both },
  "verdict-rejected": { severity: "error", says: "what was accepted is rejected", ...backward },
  "verdict-other": { severity: "warning", says: "the outcome is another", ...both },
  "code-changed": { severity: "warning", says: "it is rejected for another reason", ...both },
  "value-changed": { severity: "error", says: "the restored state is another", ...neither },
  "octets-changed": { severity: "error", says: "what a Writer writes is other octets", ...both },
  "findings-changed": { severity: "warning", says: "a Verifier reports something else", ...both },
  "certificate-lost": { severity: "error", says: "a certificate would no longer hold", ...both },
  "certificate-gained": { severity: "note", says: "a certificate would hold now", ...both },
} as const satisfies Readonly<Record<string, Rule>>;

/** The id of a rule. */
export type RuleId = keyof typeof RULES;

/** One thing that a review found. */
export interface Finding extends Compatibility {
  readonly part: "requirements" | "wire" | "corpus" | "claims";
  readonly rule: RuleId;
  readonly severity: Severity;
  /** What it is about: the number of a requirement, `record_header.type`, a case, an implementation. */
  readonly subject: string;
  readonly says: string;
  readonly old?: string;
  readonly new?: string;
  /** Editions that it touches. */
  readonly editions: readonly string[];
  /** More of the same: the cases that changed with this one, for instance. */
  readonly among?: readonly string[];
  /** Whether it breaks what an edition promises. */
  readonly breaks: boolean;
  /** Why it is meant, where it was acknowledged. */
  readonly acknowledged?: string;
}

/** What a finding is made of, before anybody has looked at promises. */
export type Raw = Omit<Finding, "severity" | "says" | "oldReadsNew" | "newReadsOld" | "breaks"> &
  Partial<Pick<Finding, "severity" | "says" | "oldReadsNew" | "newReadsOld">>;

/** A finding with what its rule says of it. */
export function found(raw: Raw): Finding {
  return { ...RULES[raw.rule], ...raw, breaks: false };
}

/** The compatibility of a finding in words. */
export function compatibilityText({ oldReadsNew, newReadsOld }: Compatibility): string {
  if (oldReadsNew && newReadsOld) return "both ways";
  if (newReadsOld) return "new Readers take old images";
  return oldReadsNew ? "old Readers take new images" : "neither way";
}
