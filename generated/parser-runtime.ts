// Copied from src/authoring/kaitai/parser-runtime.ts by `npm run generate`; edit that file instead.

import kaitai from "kaitai-struct";

/** The part of the Kaitai runtime's stream that is used here; its own declarations name the class wrongly. */
interface Stream {
  readonly byteOffset: number;
  readonly size: number;
  readonly pos: number;
}
const { KaitaiStream } = kaitai as unknown as { KaitaiStream: new (view: DataView) => Stream };

/** Why octets could not be read: they end too early, or a field breaks a condition of the strict form. */
export type ParseErrorCode = "truncated" | "invalid";

/** What a generated parser throws for bad input, and the only thing it throws. */
export class ParseError extends Error {
  override readonly name = "ParseError";
  readonly code: ParseErrorCode;
  /** Names of the .ksy from the type read down to the field, e.g. `pfns[3].raw`. */
  readonly path: string;
  /** Octets before the offending field; when octets are missing, the place where they end. */
  readonly at: number;
  /** The value found; octets still there when some are missing. */
  readonly found: Scalar | undefined;
  /** The condition in the words of the .ksy. */
  readonly wanted: string;
  /** Requirements that the condition serves, from the .ksy. */
  readonly req: readonly string[];

  constructor(fault: Omit<ParseError, "name" | "message" | "stack" | "cause">) {
    super(`${fault.path || "input"} at ${fault.at}: wanted ${fault.wanted}, found ${show(fault.found)}`);
    this.code = fault.code;
    this.path = fault.path;
    this.at = fault.at;
    this.found = fault.found;
    this.wanted = fault.wanted;
    this.req = fault.req;
  }
}

/** A field's value where it is no structure: 64-bit integers are bigint, octets are a view on the input. */
export type Scalar = number | bigint | boolean | string | Uint8Array;

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
interface Raw {
  readonly _io: Stream;
  readonly _debug: Readonly<Record<string, Span | undefined>>;
  _read(): void;
  readonly [field: string]: unknown;
}

type RawClass = new (io: Stream, parent: null, root: null, ...params: readonly unknown[]) => Raw;

interface Span {
  readonly start?: number;
  readonly end?: number;
  readonly ioOffset?: number;
  readonly validationError?: Error;
  readonly arr?: readonly Span[];
}

/** A class of a compiled parser; arguments after the stream are parent, root, and the type's parameters. */
export type ParserClass = new (io: never, parent: null, root: null, ...params: never[]) => object;

// Which shape a parsed object has is known by its class, so that one field may hold any of several types.
const shapes = new Map<unknown, Shape>();

/** Tells the runtime how to see objects of a compiled class. */
export function register(parser: ParserClass, shape: Shape): void {
  shapes.set(parser, shape);
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
  if (typeof cause === "string" || cause instanceof RangeError) return true;
  return cause instanceof Error && /^(EOFError|Validation\w+Error)$/.test(cause.name);
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

const isRaw = (value: unknown): value is Raw => shapes.has(Object(value).constructor);

function shapeOf(raw: Raw): Shape {
  const shape = shapes.get(raw.constructor);
  if (!shape) throw new Error(`${raw.constructor.name} is not registered`);
  return shape;
}

function faceOfStruct(raw: Raw): Record<string, unknown> {
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

function scalarOf(found: unknown, field: FieldShape): Scalar | undefined {
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

function show(found: Scalar | undefined): string {
  if (!(found instanceof Uint8Array)) return String(found);
  const hex = Array.from(found.subarray(0, 16), (octet) => octet.toString(16).padStart(2, "0")).join(" ");
  return found.length > 16 ? `${hex} ...` : hex;
}
