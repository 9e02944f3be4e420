/** The record types that an edition defines, by number. The libxl stream has its own. */

import { type CodecEdition, NEWEST } from "./edition.ts";
import { type DomainKind, isOptional, LIBXL, RECORD } from "./vocabulary.ts";

/** What an edition's records are called, and which of them belong to one kind of domain. END is 0 and PAGE_DATA 1 in all of them. */
export type Profile = {
  readonly names: ReadonlyMap<number, string>;
  readonly pvOnly: readonly number[];
  readonly hvmOnly: readonly number[];
  /** The record at which the layer around an image takes over, where the edition has one. */
  readonly checkpoint: number | undefined;
};

/** A table of names and numbers, by number. */
export function byNumber(table: Readonly<Record<string, number>>): ReadonlyMap<number, string> {
  return new Map(Object.entries(table).map(([name, type]) => [type, name]));
}

/** What Xen writes since 4.6. Version 2 knows the types of version 3 by name: it has a rule that they are absent (REC-015). */
const XEN: Profile = {
  names: new Map([...byNumber(RECORD)].filter(([type]) => type <= RECORD.X86_MSR_POLICY)),
  pvOnly: [
    RECORD.X86_PV_INFO,
    RECORD.X86_PV_P2M_FRAMES,
    RECORD.X86_PV_VCPU_BASIC,
    RECORD.X86_PV_VCPU_EXTENDED,
    RECORD.X86_PV_VCPU_XSAVE,
    RECORD.X86_PV_VCPU_MSRS,
    RECORD.SHARED_INFO,
  ],
  hvmOnly: [RECORD.HVM_CONTEXT, RECORD.HVM_PARAMS],
  checkpoint: RECORD.CHECKPOINT,
};

/** What the next draft adds (spec 21.1). */
const V4: Profile = { ...XEN, names: byNumber(RECORD) };

/** Record types of the proposal of 2014 by name (spec 16.5). */
export const DRAFT_B = {
  END: 0,
  PAGE_DATA: 1,
  VCPU_INFO: 2,
  VCPU_CONTEXT: 3,
  X86_PV_INFO: 4,
  P2M: 5,
} as const;

const PROFILES: Readonly<Record<CodecEdition, Profile>> = {
  "draft-b": { names: byNumber(DRAFT_B), pvOnly: [], hvmOnly: [], checkpoint: undefined },
  v2: XEN,
  v3: XEN,
  "v4-draft": V4,
};

/** Types of records that only one kind of domain has, in any edition. */
export const OF_ONE_KIND: readonly number[] = [
  ...new Set(Object.values(PROFILES).flatMap(({ pvOnly, hvmOnly }) => [...pvOnly, ...hvmOnly])),
];

/** The record types of an edition. */
export function profileOf(edition: CodecEdition): Profile {
  return PROFILES[edition];
}

const DRAFT_B_KINDS: ReadonlyMap<number, DomainKind> = new Map([[1, "pv"]]);
const XEN_KINDS: ReadonlyMap<number, DomainKind> = new Map([
  [1, "pv"],
  [2, "hvm"],
]);
const V4_KINDS: ReadonlyMap<number, DomainKind> = new Map([...XEN_KINDS, [5, "arm"], [6, "v86"], [7, "qemu"]]);

/** The kinds of domain of an edition, by the type of its domain header (DOM-001, VFOUR-017). */
export function kindsOf(edition: CodecEdition): ReadonlyMap<number, DomainKind> {
  if (edition === "draft-b") return DRAFT_B_KINDS;
  return edition === "v4-draft" ? V4_KINDS : XEN_KINDS;
}

const libxlNames = byNumber(LIBXL);

/** The name of a record type in its layer, or `OPTIONAL_…`/`MANDATORY_…` with the number in hexadecimal. */
export function recordName(layer: "image" | "libxl", type: number, edition: CodecEdition = NEWEST): string {
  const known = (layer === "image" ? profileOf(edition).names : libxlNames).get(type);
  return known ?? `${isOptional(type) ? "OPTIONAL" : "MANDATORY"}_${type.toString(16).padStart(8, "0")}`;
}

/** Whether the layer defines the record type in an edition. */
export function isDefined(layer: "image" | "libxl", type: number, edition: CodecEdition = NEWEST): boolean {
  return (layer === "image" ? profileOf(edition).names : libxlNames).has(type);
}
