import type { Edit } from "./edits.ts";
import type { Labels } from "./positions.ts";
import type { JsonObject } from "./strict-json.ts";
import type { Sum } from "./sums.ts";

/** The protocol between harness and adapters that this harness speaks. */
export const PROTOCOL = 1;

/** Published states of the format, oldest first. */
export const EDITIONS = ["legacy", "draft-b", "v2", "v3", "v4-draft"] as const;
export type Edition = (typeof EDITIONS)[number];

/** The roles that a requirement can bind. */
export const ROLES = ["reader", "writer", "verifier"] as const;
export type Role = (typeof ROLES)[number];

/** Strength of a requirement, strongest first. */
export const LEVELS = ["MUST", "SHOULD", "MAY"] as const;
export type Level = (typeof LEVELS)[number];

export type Answered = "accept" | "reject";

/** What a role must answer: one word, or one for each option of the case's choice. */
export type Expectation = Answered | { readonly [option: string]: Answered };

/** How an image reaches the adapter, and for which guest. */
export interface Context {
  readonly stream: "plain" | "remus" | "colo";
  readonly channel: "forward" | "back";
  readonly target?: { readonly kind: "pv" | "hvm"; readonly vcpus: number };
}

export interface Requirement {
  readonly id: string;
  readonly text: string;
  readonly level: Level;
  readonly roles: readonly Role[];
  readonly editions: readonly Edition[];
  readonly code?: string;
  readonly choice?: string;
  readonly "x-untestable"?: string;
  readonly "x-untestable-writer"?: string;
}

/** Why no case can ask a requirement of a role; undefined where one can. */
export function untestable(requirement: Requirement, role: Role): string | undefined {
  return requirement["x-untestable"] ?? (role === "writer" ? requirement["x-untestable-writer"] : undefined);
}

export interface Profile {
  readonly role: Role;
  readonly features: readonly string[];
  readonly values: readonly string[];
}

/** A case as its file has it. `image`, `value` and `stream` may be `NAME@*`, see `nameFor`. */
export interface Case {
  readonly id: string;
  readonly breaks?: string;
  readonly shows?: readonly string[];
  readonly image?: string;
  readonly stream?: string;
  readonly patch?: Edit | readonly Edit[];
  readonly sums?: "keep";
  readonly twin?: string;
  readonly context?: Partial<Context>;
  readonly reader?: Expectation;
  readonly verifier?: Expectation;
  readonly writer?: Expectation;
  readonly same?: "octets" | "state";
  readonly value?: string;
  readonly at?: number;
  readonly editions?: readonly Edition[];
  readonly needs?: readonly string[];
  readonly choice?: string;
  readonly alsoCodes?: readonly string[];
  readonly large?: boolean;
  readonly why: string;
}

/** An image of a suite; `octets` reads it (decompressed) and may be kept for a while. */
export interface Image {
  readonly name: string;
  readonly editions: readonly Edition[];
  readonly needs: readonly string[];
  readonly size: number;
  readonly sha256: string;
  readonly labels: Labels;
  readonly sums: readonly Sum[];
  octets(): Promise<Uint8Array>;
}

/** A file of octets that a stream names by digest. */
export interface Blob {
  readonly sha256: string;
  readonly len: number;
  readonly path: string;
}

/** A stream of a suite: its text as it stands, the edition it says it is of, and the blobs it names. */
export interface Stream {
  readonly name: string;
  readonly edition?: Edition;
  readonly text: Uint8Array;
  readonly sha256: string;
  readonly blobs: readonly Blob[];
}

/** A loaded and valid suite folder. */
export interface Suite {
  readonly dir: string;
  readonly name: string;
  readonly version: string;
  /** SHA-256 of the lines `SHA256  path\n` of all its files, in path order. */
  readonly digest: string;
  readonly editions: readonly Edition[];
  readonly features: readonly string[];
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly provisional: ReadonlySet<string>;
  readonly disputed: ReadonlySet<string>;
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly cases: ReadonlyMap<string, Case>;
  /** The file that each case stands in, by case id. */
  readonly caseFiles: ReadonlyMap<string, string>;
  readonly images: ReadonlyMap<string, Image>;
  readonly values: ReadonlyMap<string, JsonObject>;
  readonly streams: ReadonlyMap<string, Stream>;
}

/** The name that an image, value or stream of a case has in one edition: `N@*` stands for `N.EDITION`. */
export function nameFor(name: string, edition: Edition): string {
  return name.endsWith("@*") ? `${name.slice(0, -2)}.${edition}` : name;
}

const NONE: readonly Edit[] = [];
const single = new WeakMap<Edit, readonly Edit[]>();

/** The edits of a case, none if it has no patch; the same array each time, by which what follows from it can be kept. */
export function editsOf({ patch }: Case): readonly Edit[] {
  if (patch === undefined) return NONE;
  if ("length" in patch) return patch;
  const known = single.get(patch) ?? [patch];
  single.set(patch, known);
  return known;
}

/** Ids of the requirements that a case cites. */
export function citedBy({ breaks, shows }: Case): readonly string[] {
  return breaks === undefined ? (shows ?? []) : [breaks];
}

/** What a case expects of a role, or undefined when it does not put that role on trial. */
export function expectationFor(case_: Case, role: Role): Expectation | undefined {
  return case_[role];
}

/** A case's context with the defaults filled in: a plain stream, going forward. */
export function contextOf({ context }: Case): Context {
  return { stream: "plain", channel: "forward", ...context };
}

/** Order of strings by code unit, equal everywhere; `localeCompare` is not. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
