import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Edition, isEdition } from "../authoring/editions.ts";
import type { KsySet, KsyType } from "../authoring/kaitai/ksy.ts";
import { readChapter } from "../authoring/ledger/chapter.ts";
import type { Requirement } from "../authoring/ledger/requirement.ts";
import type { Edit } from "../harness/edits.ts";
import { SideError } from "./side-error.ts";

/** Where proposals are kept: a folder for each. */
export const PROPOSALS = "spec/proposals";

/** A proposal: what it changes in the edition that it starts from, and nothing else. */
export interface Overlay {
  readonly name: string;
  readonly title: string;
  /** The edition that it changes. */
  readonly base: Edition;
  /** Requirements that it adds, and those that it says anew under their number. */
  readonly requirements: readonly Requirement[];
  /** Requirements of the base that it takes away. */
  readonly drops: readonly string[];
  /** Changes of the schemas, by structure; see {@link patched}. */
  readonly wire: Readonly<Record<string, KsyType>>;
  readonly cases: readonly OverlayCase[];
}

/** A case of a proposal: an image of the base, patched, and what each role owes about it once the proposal holds. */
export interface OverlayCase {
  readonly id: string;
  readonly breaks?: string;
  readonly shows?: readonly string[];
  readonly image: string;
  readonly patch: readonly Edit[];
  readonly reader: "accept" | "reject";
  readonly verifier: "accept" | "reject";
  readonly why: string;
}

/** Whether a folder holds a proposal. */
export const isOverlay = (folder: string) => existsSync(join(folder, "overlay.json"));

/** The names of the proposals under `root`, in order. */
export function proposalNames(root: string): string[] {
  if (!existsSync(join(root, PROPOSALS))) return [];
  return readdirSync(join(root, PROPOSALS))
    .filter((name) => isOverlay(join(root, PROPOSALS, name)))
    .sort();
}

/** Reads a proposal: `overlay.json`, and where they are there `requirements.md`, `wire.yaml`, `cases.json`. Throws `SideError`. */
export function readOverlay(folder: string): Overlay {
  const text = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : undefined;
  const said = JSON.parse(text("overlay.json")!) as { name: string; title: string; base: string; drops?: string[] };
  if (!isEdition(said.base)) throw new SideError(`${folder}: there is no edition ${said.base} to start from`);
  const base = said.base;
  const { requirements, problems } = readChapter(
    text("requirements.md") ?? "",
    `${PROPOSALS}/${said.name}/requirements.md`,
  );
  const [problem] = problems;
  if (problem) throw new SideError(`${problem.file}:${problem.line}: ${problem.what}`);
  const cases = JSON.parse(text("cases.json") ?? '{"cases":[]}') as {
    cases: (Omit<OverlayCase, "patch"> & { patch: Edit | Edit[] })[];
  };
  return {
    ...said,
    base,
    requirements: requirements.map((one) => ({ ...one, editions: [base] })),
    drops: said.drops ?? [],
    wire: (parse(text("wire.yaml") ?? "{}") ?? {}) as Record<string, KsyType>,
    cases: cases.cases.map((one) => ({ ...one, patch: [one.patch].flat() })),
  };
}

/** The requirements of the base with those of the proposal over them. Throws `SideError` where one that is to go is not there. */
export function overlaid(base: readonly Requirement[], { name, requirements, drops }: Overlay): Requirement[] {
  const gone = drops.find((id) => !base.some((one) => one.id === id));
  if (gone !== undefined) throw new SideError(`${name} drops ${gone}, which its base does not have`);
  const own = new Map(requirements.map((one) => [one.id, one]));
  const kept = base.filter(({ id }) => !drops.includes(id)).map((one) => own.get(one.id) ?? one);
  return [...kept, ...requirements.filter(({ id }) => !base.some((one) => one.id === id))];
}

/**
 * The schemas with a proposal's changes over them. A structure that is not there is added whole; of one that is, fields are met by their
 * id (`-gone: true` takes one away, `-after: id` says where a new one stands), and everything else key by key.
 */
export function patched(base: KsySet, wire: Overlay["wire"]): KsySet {
  const set = new Map(base);
  for (const [id, change] of Object.entries(wire)) {
    const old = set.get(id);
    set.set(id, old ? merged(old, change) : { ...change, meta: { id, ...change.meta } });
  }
  return set;
}

type Change = { readonly id?: string; readonly "-gone"?: boolean; readonly "-after"?: string };

function merged<T>(old: T, change: unknown): T {
  if (Array.isArray(old) && Array.isArray(change)) return mergedList(old as Change[], change as Change[]) as T;
  if (!isRecord(old) || !isRecord(change)) return change as T;
  const keys = [...new Set([...Object.keys(old), ...Object.keys(change)])];
  return Object.fromEntries(
    keys.map((key) => [key, key in change ? (key in old ? merged(old[key], change[key]) : change[key]) : old[key]]),
  ) as T;
}

function mergedList(old: readonly Change[], change: readonly Change[]): Change[] {
  let list = [...old];
  for (const { "-gone": gone, "-after": after, ...field } of change) {
    const at = list.findIndex(({ id }) => id !== undefined && id === field.id);
    if (gone) list = list.filter((_, i) => i !== at);
    else if (at >= 0) list[at] = merged(list[at]!, field);
    else {
      const before = list.findIndex(({ id }) => id === after);
      list.splice(before < 0 ? list.length : before + 1, 0, field);
    }
  }
  return list;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
