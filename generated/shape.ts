// Copied from src/authoring/kaitai/runtime/shape.ts by `npm run generate`; edit that file instead.

import type { Scalar } from "./parse-error.ts";

/** The part of the Kaitai runtime's stream that is used here; its own declarations name the class wrongly. */
export interface Stream {
  readonly byteOffset: number;
  readonly size: number;
  readonly pos: number;
}

/** How the TypeScript face sees one field of a compiled parser. */
export interface FieldShape {
  readonly id: string;
  readonly name: string;
  readonly kind: "scalar" | "struct" | "u64" | "s64" | "boolean";
  readonly bits?: number;
  readonly enum?: Readonly<Record<number, string>>;
  readonly wanted?: string;
  readonly req?: readonly string[];
  /** True for a field of no octets that only states a condition: no part of the value. */
  readonly check?: boolean;
}

/** How the TypeScript face sees one type of a compiled parser; `wide` joins instances `x_hi` and `x_lo` into bigint `x`. */
export interface Shape {
  readonly fields: readonly FieldShape[];
  /** Fields that stand at places of their own, read when something asks for them. */
  readonly found: readonly FieldShape[];
  readonly instances: readonly FieldShape[];
  readonly wide: readonly { readonly name: string; readonly hi: string; readonly lo: string }[];
}

/** An object of a compiled parser, built in debug mode: its fields by name, and where each was found. */
export interface Raw {
  readonly _io: Stream;
  readonly _debug: Readonly<Record<string, Span | undefined>>;
  _read(): void;
  readonly [field: string]: unknown;
}

/** Where a field was found: `start` and `end` in its stream, which begins at `ioOffset` of the memory. */
export interface Span {
  readonly start?: number;
  readonly end?: number;
  readonly ioOffset?: number;
  readonly validationError?: Error;
  readonly arr?: readonly Span[];
}

/** A class of a compiled parser; arguments after the stream are parent, root, and the type's parameters. */
export type ParserClass = new (io: never, parent: null, root: null, ...params: never[]) => object;

/** The same class as this module uses it. */
export type RawClass = new (io: Stream, parent: null, root: null, ...params: readonly unknown[]) => Raw;

// Which shape a parsed object has is known by its class, so that one field may hold any of several types.
const shapes = new Map<unknown, Shape>();

/** Tells the runtime how to see objects of a compiled class. */
export function register(parser: ParserClass, shape: Shape): void {
  shapes.set(parser, shape);
}

/** True for a structure, false for scalars and lists. */
export const isRaw = (value: unknown): value is Raw => shapes.has(Object(value).constructor);

/** The shape of a structure. */
export function shapeOf(raw: Raw): Shape {
  const shape = shapes.get(raw.constructor);
  if (!shape) throw new Error(`${raw.constructor.name} is not registered`);
  return shape;
}

/** A structure as plain values, which its interface describes. */
export function faceOfStruct(raw: Raw): Record<string, unknown> {
  const shape = shapeOf(raw);
  const value: Record<string, unknown> = {};
  for (const field of shape.fields) {
    const found = raw[field.name];
    if (found !== undefined && !field.check) value[field.name] = faceOf(found, field);
  }
  for (const field of shape.instances) value[field.name] = faceOf(raw[field.name], field);
  for (const { name, hi, lo } of shape.wide) value[name] = join64(raw[hi] as number, raw[lo] as number);
  return value;
}

function faceOf(found: unknown, field: FieldShape): unknown {
  if (Array.isArray(found)) return found.map((item) => faceOf(item, field));
  return scalarOf(found, field) ?? faceOfStruct(found as Raw);
}

/** A value that is no structure and no list; undefined for those. */
export function scalarOf(found: unknown, field: FieldShape): Scalar | undefined {
  if (field.kind === "u64" || field.kind === "s64") {
    const { hi, lo } = found as { hi: number; lo: number };
    const joined = join64(hi, lo);
    return field.kind === "s64" ? BigInt.asIntN(64, joined) : joined;
  }
  if (field.kind === "boolean") return Boolean(found);
  if (typeof found === "number") return field.enum?.[found] ?? found;
  return typeof found === "object" && !(found instanceof Uint8Array) ? undefined : (found as Scalar);
}

const join64 = (hi: number, lo: number) => (BigInt(hi >>> 0) << 32n) | BigInt(lo >>> 0);
