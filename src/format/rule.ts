/** Rules as data: one code, what it looks at, and one small function that says where it is broken. */

import type { Code } from "../../generated/catalogue.ts";
import type { EventKind, RecordHead, Subject } from "./events.ts";
import type { Facts, KeptRecord } from "./facts.ts";

/** Says that the rule is broken: where, in which field, what stands there and what should. */
export type Report = (at: number, path: string, found: string | number | bigint, wanted: string) => void;

/** The start_info page of a PV domain, as the second pass hands it over. */
export type StartInfoPage = { readonly at: number; readonly pfn: number; readonly octets: Uint8Array };

/** What a rule can look at: an event (`record`: the head of a record of the image), or the state of the image at END or CHECKPOINT, or the start_info page. */
export type Subjects = { [K in EventKind]: Subject<K> } & {
  /** The head of a record of the libxl stream. */
  "libxl-record": RecordHead;
  /** One page with contents, before it is taken into the facts. */
  page: {
    readonly at: number;
    readonly pfn: number;
    readonly type: number;
    readonly octets: Uint8Array;
    readonly digest?: Uint8Array;
  };
  /** END of an image or CHECKPOINT: everything of a consistent state should have been said. */
  state: { readonly at: number; readonly index: number; readonly by: "END" | "CHECKPOINT" };
  "start-info": StartInfoPage & { readonly basic: KeptRecord };
};

/** One rule. `fatal`: nothing sensible can be read after its breach. `deep`: it looks at page contents. */
export type Rule<K extends keyof Subjects = keyof Subjects> = {
  readonly code: Code;
  readonly on: K;
  /** For `body` rules: the layer and the type of the record. */
  readonly of?: { readonly layer: "image" | "libxl"; readonly type: number };
  /** For `record` rules: the types of records that they are asked about; all without. */
  readonly types?: readonly number[];
  /** Whose numbers the types of image records are; Xen's without. */
  readonly dialect?: "draft-b";
  readonly fatal?: true;
  readonly deep?: true;
  readonly check: (subject: Subjects[K], facts: Facts, report: Report) => void;
};

/** Any rule, as tables hold them. */
export type AnyRule = { [K in keyof Subjects]: Rule<K> }[keyof Subjects];

/** Builds a rule; the subject's type follows from `on`. */
export function rule<K extends keyof Subjects>(
  code: Code,
  on: K,
  check: Rule<K>["check"],
  options: Pick<Rule<K>, "types" | "fatal" | "deep"> = {},
): AnyRule {
  return { code, on, check, ...options } as unknown as AnyRule;
}

/** Builds a rule on the whole body of one type of image record. */
export function bodyRule(type: number, code: Code, check: Rule<"body">["check"]): AnyRule {
  return { code, on: "body", of: { layer: "image", type }, check };
}

/** Builds a rule on the whole body of one type of libxl record. */
export function libxlBodyRule(type: number, code: Code, check: Rule<"body">["check"]): AnyRule {
  return { code, on: "body", of: { layer: "libxl", type }, check };
}
