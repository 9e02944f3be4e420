/** What somebody wants of a new case, and the case that follows from it and from its requirement. */

import { basename } from "node:path";
import { parseArgs } from "node:util";
import { formatJson } from "./json.ts";
import type { Ledger } from "./ledger/ledger.ts";
import type { SuiteSources } from "./lint/suite.ts";

/** A wish that cannot be met; the message is for people. */
export class CaseError extends Error {}

/** One edit, as cases write it. */
export type Edit = { readonly at: string | number; insert?: string; set?: string; delete?: number; truncate?: true };

export type Wishes = {
  readonly requirement: string;
  readonly id?: string;
  readonly image?: string;
  readonly why?: string;
  readonly twin?: string;
  readonly value?: string;
  readonly edits: readonly Edit[];
  readonly needs: readonly string[];
  readonly editions: readonly string[];
  readonly also: readonly string[];
  readonly extra: boolean;
};

const STRING = { type: "string" } as const;
const LIST = { type: "string", multiple: true } as const;
const FLAG = { type: "boolean" } as const;
const OPTIONS = {
  id: STRING,
  image: STRING,
  why: STRING,
  twin: STRING,
  value: STRING,
  at: LIST,
  set: LIST,
  insert: LIST,
  delete: LIST,
  truncate: { type: "boolean", multiple: true },
  needs: LIST,
  editions: LIST,
  also: LIST,
  extra: FLAG,
} as const;

/** Reads the words of the command line. Throws CaseError for those it does not know. */
export function wishesOf(args: readonly string[]): Wishes {
  const { values, positionals, tokens } = parse(args);
  const [requirement, ...more] = positionals;
  if (requirement === undefined || more.length > 0) throw new CaseError("one requirement is asked for: REC-012");
  const { id, image, why, twin, value, needs = [], editions = [], also = [], extra = false } = values;
  return {
    requirement,
    ...(id === undefined ? {} : { id }),
    ...(image === undefined ? {} : { image }),
    ...(why === undefined ? {} : { why }),
    ...(twin === undefined ? {} : { twin }),
    ...(value === undefined ? {} : { value }),
    edits: editsOf(tokens),
    needs,
    editions,
    also,
    extra,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, tokens: true });
  } catch (error) {
    throw new CaseError((error as Error).message);
  }
}

/** Every `--at` begins an edit; what is done there follows it. */
function editsOf(tokens: ReturnType<typeof parse>["tokens"]): Edit[] {
  const edits: Edit[] = [];
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, value = "" } = token;
    if (name === "at") edits.push({ at: /^[0-9]+$/.test(value) ? Number(value) : value });
    if (name !== "set" && name !== "insert" && name !== "delete" && name !== "truncate") continue;
    const edit = edits.at(-1);
    if (edit === undefined) throw new CaseError(`--${name} comes after the --at that it belongs to`);
    if (Object.keys(edit).length > 1) throw new CaseError(`--at ${edit.at} is told to do two things`);
    if (name === "truncate") edit.truncate = true;
    else if (name === "delete") edit.delete = Number(value);
    else edit[name] = value;
  }
  const idle = edits.find((edit) => Object.keys(edit).length === 1);
  if (idle !== undefined) throw new CaseError(`--at ${idle.at} is told to do nothing`);
  return edits;
}

/** A case in the order of keys in which cases are written. */
export type NewCase = { readonly id: string } & Readonly<Record<string, unknown>>;

/** The case, and the chapter (`04-records`) whose file it belongs to. Roles and expectations are those of the requirement. */
export function caseOf(
  wishes: Wishes,
  { requirements }: Ledger,
  { cases, names }: SuiteSources,
  retired: readonly string[],
): { readonly chapter: string; readonly one: NewCase } {
  const requirement = requirements.find(({ id }) => id === wishes.requirement);
  if (requirement === undefined) throw new CaseError(`there is no requirement ${wishes.requirement}`);
  const { id, image, why, twin, value, edits, needs, editions, also } = wishes;
  if (id === undefined || image === undefined || why === undefined) throw new CaseError("id, image and why are needed");
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw new CaseError(`${id}: an id is lower-case words joined by "-"`);
  if (cases.some((one) => one.id === id)) throw new CaseError(`there is a case ${id} already`);
  if (retired.includes(id)) throw new CaseError(`${id} was retired; ids are permanent`);
  const known = image.endsWith("@*")
    ? [...names.image].some((name) => name.startsWith(`${image.slice(0, -2)}.`))
    : names.image.has(image);
  if (!known) throw new CaseError(`there is no image ${image}`);
  const { subject, action, choice, codes, level } = requirement;
  if (subject === "writer")
    throw new CaseError(`${requirement.id} binds Writers: their cases have streams, and are written by hand`);
  if (choice !== undefined) throw new CaseError(`${requirement.id} leaves a choice: its cases are written by hand`);
  // A departure from a SHOULD is reported, and accepted.
  const isBreach = subject !== "reader" ? codes.length > 0 && level !== "SHOULD" : action === "reject";
  const answer = isBreach ? "reject" : "accept";
  const one = {
    id,
    ...(isBreach ? { breaks: requirement.id } : { shows: [requirement.id] }),
    image,
    patch: edits.length === 1 ? edits[0] : edits.length === 0 ? undefined : edits,
    twin,
    editions: editions.length === 0 ? undefined : editions,
    needs: needs.length === 0 ? undefined : needs,
    ...(subject === "reader" ? { reader: answer } : { verifier: answer }),
    value,
    alsoCodes: also.length === 0 ? undefined : also,
    why,
  };
  return { chapter: basename(requirement.file, ".md"), one };
}

/** The text of a file of cases with one more at its end; everything before it stays as it was. */
export function insertCase(text: string, one: NewCase): string {
  const end = text.lastIndexOf("]");
  const before = text.slice(0, end).trimEnd();
  const lines = formatJson(one).trimEnd().split("\n");
  return `${before}${before.endsWith("[") ? "" : ","}\n${lines.map((line) => `    ${line}`).join("\n")}\n  ${text.slice(end)}`;
}
