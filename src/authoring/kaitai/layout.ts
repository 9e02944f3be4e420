import { contentsOctets } from "./forms.ts";
import {
  bitWidth,
  isBuiltIn,
  type KsyField,
  type KsySet,
  type KsyType,
  refsOf,
  resolveType,
  type TypePath,
  typeName,
} from "./ksy.ts";

/** A number of octets: a constant, terms such as `8 × count`, and whether it reaches to the end of what encloses it. */
export interface Extent {
  readonly octets: number;
  readonly terms: readonly string[];
  readonly open: boolean;
}

/** One field of a type, and where it stands from the start of the type when every optional field is there. */
export interface Placed {
  readonly field: KsyField;
  readonly offset: Extent;
  readonly size: Extent;
}

const none: Extent = { octets: 0, terms: [], open: false };
const plus = (a: Extent, b: Extent): Extent => ({
  octets: a.octets + b.octets,
  terms: [...a.terms, ...b.terms],
  open: a.open || b.open,
});

/** Structures up to this size are laid out field by field inside the type that holds them. */
const SHORT = 8;

/** Finds a type by the id of its file and its own name; the file's type itself goes by the id. Throws when there is none. */
export function findType(set: KsySet, ksyId: string, name: string): TypePath {
  const own = set.get(ksyId);
  if (!own) throw new Error(`no schemas/${ksyId}.ksy`);
  const found = name === ksyId ? { path: [ksyId], type: own } : resolveType(set, [ksyId], name);
  if (!found) throw new Error(`schemas/${ksyId}.ksy has no type ${name}`);
  return found;
}

/** The fields of a type in order, with their places. Bit fields that share an octet stand at the same offset. */
export function layOut(set: KsySet, at: TypePath): Placed[] {
  return place(set, at, none);
}

function place(set: KsySet, at: TypePath, start: Extent): Placed[] {
  const placed: Placed[] = [];
  let offset = start;
  let bits = 0;
  for (const field of at.type.seq ?? []) {
    if (field["-check"] || field["-outside"]) continue;
    const width = bitWidth(field);
    const size = width === undefined ? sizeOf(set, at, field) : { ...none, octets: Math.ceil((bits + width) / 8) };
    const inner = width === undefined ? shortStruct(set, at, field, size) : undefined;
    if (inner) placed.push(...place(set, inner, offset));
    else placed.push({ field, offset, size });
    if (width === undefined) {
      offset = plus(offset, size);
      continue;
    }
    bits += width;
    offset = plus(offset, { ...none, octets: Math.floor(bits / 8) });
    bits %= 8;
  }
  return placed;
}

function shortStruct(set: KsySet, at: TypePath, field: KsyField, size: Extent): TypePath | undefined {
  if (typeof field.type !== "string" || field.repeat || field.if || field.size !== undefined || field["size-eos"])
    return undefined;
  const name = typeName(field.type);
  if (isBuiltIn(name) || name === "uint64" || size.terms.length > 0 || size.open || size.octets > SHORT)
    return undefined;
  return resolveType(set, at.path, name);
}

function sizeOf(set: KsySet, at: TypePath, field: KsyField): Extent {
  const one = sizeOfOne(set, at, field);
  if (!field.repeat) return one;
  if (field.repeat !== "expr") return { octets: 0, terms: [], open: true };
  const count = field["repeat-expr"];
  if (typeof count === "number" && one.terms.length === 0 && !one.open) return { ...none, octets: one.octets * count };
  const each = sizeText(one);
  return { ...none, terms: [each === "1" ? words(count) : `${words(count)} × ${each}`] };
}

function sizeOfOne(set: KsySet, at: TypePath, field: KsyField): Extent {
  if (field.contents !== undefined) return { ...none, octets: contentsOctets(field.contents).length };
  if (typeof field.size === "number") return { ...none, octets: field.size };
  if (field.size !== undefined) return { ...none, terms: [words(field.size)] };
  if (field["size-eos"]) return { ...none, open: true };
  const sizes = refsOf(field.type ?? "").map((ref) => sizeOfType(set, at, typeName(ref)));
  const [first = { ...none, open: true }] = sizes;
  return sizes.every((size) => sizeText(size) === sizeText(first)) ? first : { ...none, open: true };
}

function sizeOfType(set: KsySet, at: TypePath, name: string): Extent {
  const builtIn = /^[usf](\d)/.exec(name);
  if (isBuiltIn(name)) return builtIn ? { ...none, octets: Number(builtIn[1]) } : { ...none, open: true };
  const type = resolveType(set, at.path, name);
  return type ? totalSize(set, type) : { ...none, open: true };
}

function totalSize(set: KsySet, at: TypePath): Extent {
  const last = place(set, at, none).at(-1);
  // A term inside a nested type names that type's own fields: to those outside, its length is just open.
  const end = last ? plus(last.offset, last.size) : none;
  return end.terms.length > 0 ? { octets: end.octets, terms: [], open: true } : end;
}

/** The octets of a type that has always the same number of them; undefined for any other. */
export function constantSize(set: KsySet, at: TypePath): number | undefined {
  const size = totalSize(set, at);
  const varies = (type: KsyType) => (type.seq ?? []).some((field) => field.if !== undefined);
  return size.open || varies(at.type) ? undefined : size.octets;
}

/** `8 + 8 × count`, or `to the end` when nothing in the type bounds it. */
export function sizeText(extent: Extent): string {
  if (extent.open) return "to the end";
  return sumText(extent);
}

/** Like sizeText, for the place where something begins: `…` when what comes before it has no bound. */
export function offsetText(extent: Extent): string {
  return extent.open ? "…" : sumText(extent);
}

function sumText({ octets, terms }: Extent): string {
  if (terms.length === 0) return String(octets);
  return octets === 0 ? terms.join(" + ") : [octets, ...terms].join(" + ");
}

// Tables name the fields of a short structure as if they stood in the type itself.
const words = (expression: string | number | undefined) =>
  String(expression)
    .replaceAll("*", "×")
    .replace(/\b[a-z]\w*\./g, "")
    .trim();
