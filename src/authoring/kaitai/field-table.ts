import { bitWidth, type KsyField, type KsySet, readKsySet, typeName } from "./ksy.ts";
import { findType, layOut, offsetText, sizeText } from "./layout.ts";

/** One row of a field table. */
export interface FieldRow {
  /** Octets from the start of the structure: a number, a sum such as `8 + count × 8`, or `…` when nothing bounds it. */
  readonly offset: string;
  /** Octets, in the same way; `3 bits` for a field of bits, `to the end` for one that what encloses it bounds. */
  readonly size: string;
  readonly name: string;
  /** `u32`, `u64[16]`, `octets`, `text`, or the name of a structure. */
  readonly type: string;
  readonly doc: string;
  readonly req: readonly string[];
}

/**
 * The fields of the type `name` of `schemas/KSYID.ksy`, in order; the file's own type goes by its id. Pure: reads the
 * schemas below `root` and nothing else. Throws when there is no such file or type.
 */
export function fieldTable(root: string, ksyId: string, name: string): FieldRow[] {
  return fieldRows(readKsySet(root), ksyId, name);
}

/** The same from schemas that are read already. */
export function fieldRows(set: KsySet, ksyId: string, name: string): FieldRow[] {
  return layOut(set, findType(set, ksyId, name)).map(({ field, offset, size }) => {
    const bits = bitWidth(field);
    return {
      offset: offsetText(offset),
      size: bits === undefined ? sizeText(size) : bits === 1 ? "1 bit" : `${bits} bits`,
      name: field.id,
      type: typeText(field),
      doc: (field.doc ?? "").trim().replaceAll("\n", " "),
      req: field["-req"] ?? [],
    };
  });
}

function typeText(field: KsyField): string {
  const one = typeTextOfOne(field);
  const times =
    field.repeat === "expr" ? `[${String(field["repeat-expr"]).split(".").at(-1)}]` : field.repeat ? "[]" : "";
  return `${one}${times}${field.if === undefined ? "" : ", optional"}`;
}

function typeTextOfOne(field: KsyField): string {
  if (field.type === undefined) return "octets";
  if (typeof field.type !== "string") return "by the type";
  const name = typeName(field.type);
  if (name === "str" || name === "strz") return "text";
  if (name === "uint64") return field["-signed"] ? "s64" : "u64";
  const integer = /^([us])(\d)/.exec(name);
  if (integer) return `${integer[1]}${Number(integer[2]) * 8}`;
  return bitWidth(field) === undefined ? name : "bits";
}
