import { SourceError } from "./source-error.ts";

/** How a computed field is written: an integer of that width and byte order, or the digest's octets as they are. */
export type FieldForm = "le32" | "be32" | "le64" | "be64" | "raw";

/** What a computed field holds: the number of octets of a span, or a checksum over it. */
export type SumFunction = "len" | "crc32" | "crc32c" | "sha256";

type Unplaced =
  | { readonly kind: "label"; readonly name: string }
  | { readonly kind: "octets"; readonly octets: Uint8Array }
  | {
      readonly kind: "sum";
      readonly fn: SumFunction;
      readonly from: string;
      readonly to: string;
      readonly as: FieldForm;
    }
  | { readonly kind: "include"; readonly name: string; readonly range: string | undefined }
  | { readonly kind: "directive"; readonly name: string; readonly values: readonly string[] };

/** One word of annotated hex, with the line (counted from 1) it stands on. */
export type Token = Unplaced & { readonly line: number };

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, "0": 0, "\\": 92, '"': 34 };
const REFERENCE = String.raw`@([A-Za-z][A-Za-z0-9_]*(?:\[\d+\])?|\$)`;
// A source defines plain labels; generated ones, which end in `[n]`, can be referred to but not defined.
const WORDS = {
  blank: /\s+/y,
  comment: /#.*/y,
  label: /@([A-Za-z][A-Za-z0-9_]*)(?![\w[])/y,
  sum: new RegExp(
    String.raw`(len|crc32c|crc32|sha256)\(\s*${REFERENCE}\s*,\s*${REFERENCE}\s*\)(?::(le32|be32|le64|be64))?(?!\S)`,
    "y",
  ),
  include: /include\s+"([^"]+)"(?:\[(\S*)\])?(?!\S)/y,
  string: /"((?:[^"\\]|\\.)*)"(?!\S)/y,
  integer: /(le|be)(16|32|64):(0x[0-9A-Fa-f]+|\d+)(?!\S)/y,
  repeat: /([0-9A-Fa-f]{2})\*(\d+)(?!\S)/y,
  pairs: /((?:[0-9A-Fa-f]{2})+)(?!\S)/y,
} as const;

type Word = keyof typeof WORDS;

/** The longest run that one repeat may make, in octets: a slip of the finger must not fill the memory. */
const LONGEST_REPEAT = 1 << 28;

/** Splits annotated hex into its words. Throws {@link SourceError} at the first word that is none. */
export function tokenize(text: string, file: string): Token[] {
  return text.split("\n").flatMap((content, index) => [...tokenizeLine(content, file, index + 1)]);
}

function* tokenizeLine(content: string, file: string, line: number): Generator<Token> {
  const directive = /^\s*#!\s*(\S+)(.*)$/.exec(content);
  if (directive !== null) {
    const values = directive[2]!.split(/\s+/).filter((value) => value !== "");
    yield { line, kind: "directive", name: directive[1]!, values };
    return;
  }
  for (let at = 0; at < content.length; ) {
    const [kind, match] = nextWord(content, at) ?? [undefined, undefined];
    if (match === undefined)
      throw new SourceError(file, line, `not annotated hex: ${/\S+/.exec(content.slice(at))![0]}`);
    at += match[0].length;
    const word = WORD_TOKENS[kind](match, file, line);
    if (word !== undefined) yield { line, ...word };
  }
}

function nextWord(content: string, at: number): [Word, RegExpExecArray] | undefined {
  for (const [kind, pattern] of Object.entries(WORDS) as [Word, RegExp][]) {
    pattern.lastIndex = at;
    const match = pattern.exec(content);
    if (match !== null) return [kind, match];
  }
  return undefined;
}

type Reading = (match: RegExpExecArray, file: string, line: number) => Unplaced | undefined;

const WORD_TOKENS: Readonly<Record<Word, Reading>> = {
  blank: () => undefined,
  comment: () => undefined,
  label: ([, name]) => ({ kind: "label", name: name! }),
  sum: sumOf,
  include: ([, name, range]) => ({ kind: "include", name: name!, range }),
  string: ([, body], file, line) => ({ kind: "octets", octets: stringOctets(body!, file, line) }),
  integer: (match, file, line) => ({ kind: "octets", octets: integerOctets(match, file, line) }),
  repeat: ([, octet, times], file, line) => {
    const count = Number(times);
    if (count > LONGEST_REPEAT) throw new SourceError(file, line, `a repeat of ${count} octets is too long`);
    return { kind: "octets", octets: new Uint8Array(count).fill(Number.parseInt(octet!, 16)) };
  },
  pairs: ([, pairs]) => ({ kind: "octets", octets: new Uint8Array(Buffer.from(pairs!, "hex")) }),
};

function sumOf(match: RegExpExecArray, file: string, line: number): Unplaced {
  const fn = match[1] as SumFunction;
  const as = (match[4] ?? "raw") as FieldForm;
  if ((fn === "sha256") !== (as === "raw")) {
    throw new SourceError(file, line, fn === "sha256" ? "sha256 takes no integer form" : `${fn} needs a form: :le32`);
  }
  return { kind: "sum", fn, from: match[2]!, to: match[3]!, as };
}

function stringOctets(body: string, file: string, line: number): Uint8Array {
  const octets: number[] = [];
  for (const [, pair, escaped, plain] of body.matchAll(/\\x([0-9A-Fa-f]{2})|\\(.)|([^\\])/gsu)) {
    if (pair !== undefined) octets.push(Number.parseInt(pair, 16));
    else if (plain !== undefined) octets.push(...Buffer.from(plain, "utf8"));
    else if (ESCAPES[escaped!] !== undefined) octets.push(ESCAPES[escaped!]!);
    else throw new SourceError(file, line, `unknown escape \\${escaped}`);
  }
  return Uint8Array.from(octets);
}

function integerOctets(match: RegExpExecArray, file: string, line: number): Uint8Array {
  const width = Number(match[2]) / 8;
  const value = BigInt(match[3]!);
  if (value >> BigInt(8 * width) !== 0n)
    throw new SourceError(file, line, `${match[3]} needs more than ${width} octets`);
  return integerField(value, width, match[1] === "be");
}

/** `value` as an unsigned integer of `width` octets; the caller has made sure that it fits. */
export function integerField(value: bigint, width: number, bigEndian: boolean): Uint8Array {
  const octets = new Uint8Array(width);
  for (let i = 0; i < width; i++) {
    octets[bigEndian ? width - 1 - i : i] = Number((value >> BigInt(8 * i)) & 0xffn);
  }
  return octets;
}
