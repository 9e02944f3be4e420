import { SourceError } from "./source-error.ts";
import { computeSum } from "./sums.ts";
import { type FieldForm, integerField, type SumFunction, type Token, tokenize } from "./tokens.ts";

/** A computed field of an image, in the form of a suite's image description: offsets in octets, `$` is the end. */
export type Sum = {
  readonly at: number;
  readonly as: FieldForm;
  readonly fn: SumFunction;
  readonly from: string | number;
  readonly to: string | number;
};

/** What a source assembles to: octets, label offsets, computed fields in source order, and `#!` directives. */
export type Assembled = {
  readonly octets: Uint8Array;
  readonly labels: Readonly<Record<string, number>>;
  readonly sums: readonly Sum[];
  readonly directives: ReadonlyMap<string, readonly string[]>;
};

/** What an `include` names: another source, or octets of which a range (by offset or label) can be taken. */
export type Included =
  | { readonly kind: "source"; readonly text: string; readonly file: string }
  | { readonly kind: "octets"; readonly octets: Uint8Array; readonly labels: Readonly<Record<string, number>> };

/** Finds what an `include` names, seen from the source `file`; `undefined` where there is no such thing. */
export type Include = (name: string, file: string) => Included | undefined;

type Pending = Extract<Token, { kind: "sum" }> & { readonly at: number; readonly file: string };

/**
 * Assembles annotated hex. It knows no format: octets, labels and sums are all there is to it.
 * `file` is the name that errors begin with. Throws {@link SourceError}.
 */
export function assemble(text: string, file: string, include: Include = () => undefined): Assembled {
  const parts: Uint8Array[] = [];
  const labels: Record<string, number> = {};
  const pending: Pending[] = [];
  const directives = new Map<string, readonly string[]>();
  let size = 0;

  const place = (octets: Uint8Array) => {
    parts.push(octets);
    size += octets.length;
  };

  const run = (source: string, name: string, open: readonly string[]) => {
    for (const token of tokenize(source, name)) {
      const { line } = token;
      switch (token.kind) {
        case "label":
          if (Object.hasOwn(labels, token.name)) throw new SourceError(name, line, `@${token.name} stands twice`);
          labels[token.name] = size;
          break;
        case "octets":
          place(token.octets);
          break;
        case "sum":
          pending.push({ ...token, at: size, file: name });
          place(new Uint8Array(fieldWidth(token.as)));
          break;
        case "directive":
          // Directives describe the image as a whole, so those of an included part do not count.
          if (open.length > 0) break;
          if (directives.has(token.name)) throw new SourceError(name, line, `#! ${token.name} stands twice`);
          directives.set(token.name, token.values);
          break;
        case "include": {
          const found = include(token.name, name);
          if (found === undefined) throw new SourceError(name, line, `nothing to include: "${token.name}"`);
          if (found.kind === "octets") {
            place(range(found.octets, found.labels, token.range, name, line));
          } else if (token.range !== undefined) {
            throw new SourceError(name, line, `a range can be taken of octets only, not of the source ${found.file}`);
          } else if ([...open, name].includes(found.file)) {
            throw new SourceError(name, line, `${found.file} includes itself`);
          } else {
            run(found.text, found.file, [...open, name]);
          }
        }
      }
    }
  };
  run(text, file, []);

  const octets = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    octets.set(part, at);
    at += part.length;
  }
  const sums = pending.map((sum) => fillIn(sum, octets, labels));
  return { octets, labels, sums, directives };
}

/** The width of a computed field, in octets. */
export function fieldWidth(as: FieldForm): number {
  return as === "raw" ? 32 : Number(as.slice(2)) / 8;
}

function fillIn(sum: Pending, octets: Uint8Array, labels: Readonly<Record<string, number>>): Sum {
  const { at, as, fn, from, to, file, line } = sum;
  const offset = (label: string) => {
    if (label === "$") return octets.length;
    const found = labels[label];
    if (found === undefined) throw new SourceError(file, line, `no label @${label}`);
    return found;
  };
  if (offset(from) > offset(to)) throw new SourceError(file, line, `@${from} lies behind @${to}`);
  const value = computeSum(fn, octets.subarray(offset(from), offset(to)));
  if (typeof value !== "bigint") {
    octets.set(value, at);
  } else {
    const width = fieldWidth(as);
    if (value >> BigInt(8 * width) !== 0n) throw new SourceError(file, line, `${value} does not fit ${as}`);
    octets.set(integerField(value, width, as.startsWith("be")), at);
  }
  return { at, as, fn, from, to };
}

function range(
  octets: Uint8Array,
  labels: Readonly<Record<string, number>>,
  text: string | undefined,
  file: string,
  line: number,
): Uint8Array {
  if (text === undefined) return octets;
  const ends = text.split(":");
  if (ends.length !== 2) throw new SourceError(file, line, `a range reads [from:to], not [${text}]`);
  const position = (end: string, otherwise: number) => {
    const match = /^(?:(\$|[A-Za-z]\w*(?:\[\d+\])?)([+-]\d+)?|(\d+|0x[0-9A-Fa-f]+))$/.exec(end);
    if (end === "") return otherwise;
    if (match === null) throw new SourceError(file, line, `not a position: ${end}`);
    const base = match[3] !== undefined ? Number(match[3]) : match[1] === "$" ? octets.length : labels[match[1]!];
    if (base === undefined) throw new SourceError(file, line, `no label ${match[1]} in what is included`);
    return base + Number(match[2] ?? 0);
  };
  const from = position(ends[0]!, 0);
  const to = position(ends[1]!, octets.length);
  if (from < 0 || from > to || to > octets.length) {
    throw new SourceError(file, line, `[${text}] is ${from} to ${to}, of ${octets.length} octets`);
  }
  return octets.slice(from, to);
}
