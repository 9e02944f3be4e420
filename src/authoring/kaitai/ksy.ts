import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** A .ksy type as YAML gives it: the keys of the Kaitai Struct language plus our own, which begin with `-`. */
export interface KsyType {
  readonly meta?: {
    readonly id?: string;
    readonly title?: string;
    readonly imports?: readonly string[];
    readonly endian?: unknown;
  };
  readonly doc?: string;
  readonly "doc-ref"?: string | readonly string[];
  readonly params?: readonly KsyParam[];
  readonly seq?: readonly KsyField[];
  readonly instances?: Readonly<Record<string, KsyInstance>>;
  readonly types?: Readonly<Record<string, KsyType>>;
  readonly enums?: Readonly<Record<string, Readonly<Record<string, string | { id: string; doc?: string }>>>>;
  /** Requirements about the structure as a whole: where none is about a field alone, these are what it has to go by. */
  readonly "-req"?: readonly string[];
  /** Words in which the prose names the size, with `{}` for the number of octets. */
  readonly "-said"?: readonly string[];
}

/** A parameter that the reader of a type must be given. */
export interface KsyParam {
  readonly id: string;
  readonly type: string;
  readonly doc?: string;
}

/** What a field's `type` may be: a name, or a choice by the value of an expression. */
export type KsyTypeRef =
  | string
  | { readonly "switch-on": string | number; readonly cases: Readonly<Record<string, string>> };

/** A field that stands in the octets. */
export interface KsyField {
  readonly id: string;
  readonly type?: KsyTypeRef;
  readonly size?: string | number;
  readonly "size-eos"?: boolean;
  readonly contents?: string | readonly (string | number)[];
  readonly enum?: string;
  readonly repeat?: "expr" | "eos" | "until";
  readonly "repeat-expr"?: string | number;
  readonly "repeat-until"?: string;
  readonly if?: string;
  readonly valid?: unknown;
  readonly encoding?: string;
  readonly doc?: string;
  readonly "doc-ref"?: string | readonly string[];
  /** Requirements about the field; those that `valid` or `contents` enforces first. */
  readonly "-req"?: readonly string[];
  /** The condition of `valid` in words, where its expression would not be read easily. */
  readonly "-wanted"?: string;
  /** True for a field of no octets that only states a condition; the open form and every table leave it out. */
  readonly "-check"?: boolean;
  /** True for octets of another layer that stand inside this one; no table or diagram shows them. */
  readonly "-outside"?: boolean;
  /** True for a 64-bit pair that is a signed number. */
  readonly "-signed"?: boolean;
}

/** A computed value, or (with `pos`) a field found at a place of its own. */
export interface KsyInstance extends Omit<KsyField, "id"> {
  readonly value?: string | number;
  readonly pos?: string | number;
  /** What TypeScript sees of it; an instance without it and without `enum` is arithmetic of the description alone. */
  readonly "-face"?: "number" | "boolean";
}

/** The .ksy files of a repository by their `meta/id`. */
export type KsySet = ReadonlyMap<string, KsyType>;

/** Reads every `schemas/*.ksy` under `root`; throws when a file's name and its `meta/id` differ. */
export function readKsySet(root: string): KsySet {
  return readKsyFolder(join(root, "schemas"));
}

/** Reads every .ksy file of a folder, in the same way. */
export function readKsyFolder(dir: string): KsySet {
  const set = new Map<string, KsyType>();
  for (const file of readdirSync(dir).sort()) {
    if (!file.endsWith(".ksy")) continue;
    const ksy = parsed(readFileSync(join(dir, file), "utf8"));
    const id = file.slice(0, -".ksy".length);
    if (ksy.meta?.id !== id) throw new Error(`schemas/${file}: meta/id is ${ksy.meta?.id ?? "missing"}, wanted ${id}`);
    set.set(id, ksy);
  }
  return set;
}

const known = new Map<string, KsyType>();

/** A .ksy file as YAML gives it, not to be changed: editions share most of theirs, and YAML takes its time. */
function parsed(text: string): KsyType {
  const ksy = known.get(text) ?? (parse(text) as KsyType);
  known.set(text, ksy);
  return ksy;
}

/** The name of a type reference without its arguments: `uint64(is_be)` -> `uint64`. */
export function typeName(ref: string): string {
  const paren = ref.indexOf("(");
  return (paren < 0 ? ref : ref.slice(0, paren)).trim();
}

/** The type names that a field may have. */
export const refsOf = (type: KsyTypeRef): string[] => (typeof type === "string" ? [type] : Object.values(type.cases));

/** Bits of a `b` field; undefined for any other. */
export function bitWidth(field: Pick<KsyField, "type">): number | undefined {
  const found = typeof field.type === "string" ? /^b(\d+)/.exec(field.type) : null;
  return found ? Number(found[1]) : undefined;
}

/** A type and where it stands: the file's id first, then the names of nested types. */
export interface TypePath {
  readonly path: readonly string[];
  readonly type: KsyType;
}

/** Every type of a .ksy file, the file's own first, then nested types in their order. */
export function typesOf(id: string, ksy: KsyType): TypePath[] {
  const nested = (path: readonly string[], type: KsyType): TypePath[] => [
    { path, type },
    ...Object.entries(type.types ?? {}).flatMap(([name, t]) => nested([...path, name], t)),
  ];
  return nested([id], ksy);
}

/** Finds the type that `name` means inside the type at `from`: nested types outwards, then imported files. */
export function resolveType(set: KsySet, from: readonly string[], name: string): TypePath | undefined {
  const parts = name.split("::");
  for (let depth = from.length; depth > 0; depth--) {
    const found = descend(set, [...from.slice(0, depth), ...parts]);
    if (found) return found;
  }
  return descend(set, parts);
}

function descend(set: KsySet, path: readonly string[]): TypePath | undefined {
  const [head, ...rest] = path;
  let type = set.get(head ?? "");
  for (const name of rest) type = type?.types?.[name];
  return type && { path, type };
}

/** The entries of the enum that `name` means inside the type at `from`: number, id and doc, in the order written. */
export function resolveEnum(
  set: KsySet,
  from: readonly string[],
  name: string,
): { path: readonly string[]; entries: { value: number; id: string; doc?: string }[] } {
  const parts = name.split("::");
  const own = parts.pop() ?? "";
  const outer = parts.length > 0 ? resolveType(set, from, parts.join("::")) : undefined;
  const start = outer ? outer.path : from;
  for (let depth = start.length; depth > 0; depth--) {
    const at = descend(set, start.slice(0, depth));
    const found = at?.type.enums?.[own];
    if (at && found) {
      const entries = Object.entries(found).map(([value, entry]) => ({
        value: Number(value),
        ...(typeof entry === "string" ? { id: entry } : entry),
      }));
      return { path: [...at.path, own], entries };
    }
  }
  throw new Error(`${from.join("::")}: no enum ${name}`);
}

const builtIn = /^([us][1248](le|be)?|f[48](le|be)?|b\d+(le|be)?|str|strz|bool)$/;

/** True for the types that the Kaitai Struct language itself has. */
export const isBuiltIn = (name: string) => builtIn.test(name);

/** For a nested type that takes its byte order from the type around it: the parameter that decides it. */
export function inheritedEndian(set: KsySet, path: readonly string[]): string | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const type = typeAt(set, path.slice(0, depth));
    const endian = type.meta?.endian;
    if (endian === undefined) continue;
    if (depth === path.length || typeof endian !== "object" || endian === null) return undefined;
    const by = String((endian as Record<string, unknown>)["switch-on"]);
    // A type that finds its order in the octets has no parameter for it; its nested types then get one of their own.
    return type.params?.some((param) => param.id === by) ? by : "is_be";
  }
  return undefined;
}

function typeAt(set: KsySet, path: readonly string[]): KsyType {
  const [id = "", ...names] = path;
  return names.reduce((type, name) => type.types?.[name] ?? {}, set.get(id) ?? {});
}
