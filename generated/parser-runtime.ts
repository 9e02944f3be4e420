// Copied from src/authoring/kaitai/runtime/parser-runtime.ts by `npm run generate`; edit that file instead.

import kaitai from "kaitai-struct";
import { ParseError, type Scalar } from "./parse-error.ts";
import {
  type FieldShape,
  faceOfStruct,
  isRaw,
  type ParserClass,
  type Raw,
  type RawClass,
  type Span,
  type Stream,
  scalarOf,
  shapeOf,
} from "./shape.ts";

export { ParseError, type ParseErrorCode, type Scalar } from "./parse-error.ts";
export { register } from "./shape.ts";

const { KaitaiStream } = kaitai as unknown as { KaitaiStream: new (view: DataView) => Stream };

/** One field found in the input, structures before their members, in the order of the octets. */
export interface FoundField {
  /** Names of the .ksy from the type read down to the field. */
  readonly path: string;
  /** First octet, counted from the start of the octets given. */
  readonly start: number;
  /** One past the last octet. */
  readonly end: number;
  /** Absent for structures and lists of structures. */
  readonly value?: Scalar;
  /** Width of a field that shares its octets with others. */
  readonly bits?: number;
  /** The number behind `value` where that is the name of an enum entry. */
  readonly number?: number;
}

/** What could be read, and where: `value` when all of it could, else `error` and the fields before the fault. */
export interface Located<T> {
  readonly value?: T;
  readonly error?: ParseError;
  readonly fields: readonly FoundField[];
  /** Octets consumed. */
  readonly end: number;
}

/** Reads one structure from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parse<T>(parser: ParserClass, octets: Uint8Array, params: readonly unknown[]): T {
  const raw = open(parser, octets, params);
  const error = read(raw, octets);
  if (error) throw error;
  return faceOfStruct(raw) as T;
}

/** Reads as far as it can and tells the place of every field. Throws nothing for bad input. */
export function locate<T>(parser: ParserClass, octets: Uint8Array, params: readonly unknown[]): Located<T> {
  const raw = open(parser, octets, params);
  const error = read(raw, octets);
  const fields: FoundField[] = [];
  collect(raw, "", octets.byteOffset, fields);
  const end = raw._io.pos;
  return error ? { error, fields, end } : { value: faceOfStruct(raw) as T, fields, end };
}

function open(parser: ParserClass, octets: Uint8Array, params: readonly unknown[]): Raw {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  return new (parser as unknown as RawClass)(new KaitaiStream(view), null, null, ...params);
}

function read(raw: Raw, octets: Uint8Array): ParseError | undefined {
  try {
    raw._read();
    return undefined;
  } catch (cause) {
    if (!isComplaint(cause)) throw cause;
    return findFault(raw, "", octets.byteOffset) ?? truncated(raw, { start: 0 }, "", octets.byteOffset);
  }
}

/** True for what Kaitai's runtime throws for bad input; a length beyond 2^31 makes it ask for a negative array. */
function isComplaint(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  if (cause instanceof RangeError || /^(EOFError|Validation\w+Error)$/.test(cause.name)) return true;
  // A text without its closing octet has no error class of its own.
  return cause.message.startsWith("End of stream reached, but no terminator");
}

/** The runtime's errors carry no place: the field at fault is the one that was begun and not ended, or bears the error. */
function findFault(raw: Raw, prefix: string, base: number): ParseError | undefined {
  const shape = shapeOf(raw);
  for (const field of shape.found) {
    const span = raw._debug[`_m_${field.name}`];
    if (span?.validationError) return invalid(raw, field, span, prefix + field.id, base);
  }
  for (const field of shape.fields) {
    const span = raw._debug[field.name];
    if (!span || span.start === undefined) continue;
    const path = prefix + field.id;
    if (span.validationError) return invalid(raw, field, span, path, base);
    if (span.end !== undefined) continue;
    const index = span.arr ? span.arr.findIndex((item) => item.end === undefined) : -1;
    const value = raw[field.name];
    const inner = index < 0 ? value : (value as unknown[])[index];
    const innerPath = index < 0 ? path : `${path}[${index}]`;
    const nested = field.kind === "struct" && isRaw(inner) ? findFault(inner, `${innerPath}.`, base) : undefined;
    return nested ?? truncated(raw, (index < 0 ? span : span.arr?.[index]) ?? span, innerPath, base);
  }
  return undefined;
}

function invalid(raw: Raw, field: FieldShape, span: Span, path: string, base: number): ParseError {
  const items = span.arr;
  const last = items?.at(-1);
  const value = raw[field.name in raw._debug ? field.name : `_m_${field.name}`];
  const found = scalarOf(items ? (value as unknown[]).at(-1) : value, { ...field, enum: {} });
  return new ParseError({
    code: "invalid",
    path: items ? `${path}[${items.length - 1}]` : path,
    at: placeOf(last ?? span, base),
    found,
    wanted: field.wanted ?? "a value that the description allows",
    req: field.req ?? [],
  });
}

function truncated(raw: Raw, span: Span, path: string, base: number): ParseError {
  const end = raw._io.byteOffset + raw._io.size - base;
  const left = end - placeOf(span, base);
  return new ParseError({
    code: "truncated",
    path,
    at: end,
    found: left,
    wanted: "more octets than are left",
    req: [],
  });
}

const placeOf = (span: Span, base: number) => (span.ioOffset ?? 0) + (span.start ?? 0) - base;

function collect(raw: Raw, prefix: string, base: number, into: FoundField[]): void {
  let bits = 0;
  let octet = 0;
  for (const field of shapeOf(raw).fields) {
    const span = raw._debug[field.name];
    const found = raw[field.name];
    if (field.check || found === undefined) continue;
    const path = prefix + field.id;
    if (span?.end !== undefined) {
      // The runtime reads whole octets ahead, so its places of bit fields are not theirs.
      if (field.bits === undefined || bits === 0) octet = placeOf(span, base);
      if (field.bits === undefined) bits = 0;
      const place = foundField(found, field, span, path, base);
      into.push(field.bits === undefined ? place : { ...place, ...bitSpan(octet, bits, field.bits) });
      bits += field.bits ?? 0;
    }
    collectInner(found, field, span, path, base, into);
  }
}

const bitSpan = (octet: number, before: number, bits: number) => ({
  start: octet + Math.floor(before / 8),
  end: octet + Math.ceil((before + bits) / 8),
  bits,
});

function collectInner(
  found: unknown,
  field: FieldShape,
  span: Span | undefined,
  path: string,
  base: number,
  into: FoundField[],
): void {
  if (field.kind === "u64" || field.kind === "s64" || !Array.isArray(found)) {
    if (isRaw(found) && field.kind === "struct") collect(found, `${path}.`, base, into);
    if (!Array.isArray(found)) return;
  }
  found.forEach((item, i) => {
    const place = span?.arr?.[i];
    if (place?.end !== undefined) into.push(foundField(item, field, place, `${path}[${i}]`, base));
    if (isRaw(item) && field.kind === "struct") collect(item, `${path}[${i}].`, base, into);
  });
}

function foundField(found: unknown, field: FieldShape, span: Span, path: string, base: number): FoundField {
  const start = placeOf(span, base);
  const place = { path, start, end: start + (span.end ?? 0) - (span.start ?? 0) };
  const value = Array.isArray(found) ? undefined : scalarOf(found, field);
  if (value === undefined) return place;
  return typeof found === "number" && typeof value === "string"
    ? { ...place, value, number: found }
    : { ...place, value };
}
