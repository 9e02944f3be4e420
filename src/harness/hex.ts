/** Longest string of octets a single HEX value may stand for; a typing slip in `00*N` must not eat the memory. */
const LIMIT = 2 ** 30;

const INTEGER = /(le|be)(16|32|64):(0x[0-9a-f]+|[0-9]+)(?=\s|$)/iy;
const REPEAT = /\s*\*\s*([0-9]+)(?=\s|$)/y;
const PAIR = /([0-9a-f])\s*([0-9a-f])/iy;
const BLANKS = /\s*/y;

/** A HEX value that is not written out yet: a repeated octet may stand for more than one wants to hold. */
export interface HexValue {
  /** Octets it stands for. */
  readonly length: number;
  readonly runs: readonly { readonly octets: Uint8Array; readonly count: number }[];
}

/**
 * Reads a HEX value: octet pairs with blanks ignored, `00*5` for an octet five times, and
 * `le16: le32: le64: be16: be32: be64:` followed by an unsigned integer, decimal or `0x` hexadecimal.
 * Throws an `Error` that names the column (counted from 1) of the first thing it cannot read.
 */
export function readHex(text: string): HexValue {
  const runs: { octets: Uint8Array; count: number }[] = [];
  let length = 0;
  let at = skip(text, 0);
  while (at < text.length) {
    const integer = match(INTEGER, text, at);
    if (integer) {
      const octets = integerOctets(integer[1]!.toLowerCase() === "le", Number(integer[2]) / 8, integer[3]!);
      runs.push({ octets, count: 1 });
      length += octets.length;
      at = skip(text, at + integer[0].length);
      continue;
    }
    const pair = match(PAIR, text, at);
    if (!pair) throw new Error(`no octet pair at column ${at + 1} of "${shorten(text)}"`);
    at += pair[0].length;
    const repeat = match(REPEAT, text, at);
    const count = repeat ? Number(repeat[1]) : 1;
    length += count;
    if (length > LIMIT) throw new Error(`more than ${LIMIT} octets in "${shorten(text)}"`);
    runs.push({ octets: Uint8Array.of(Number.parseInt(pair[1]! + pair[2]!, 16)), count });
    at = skip(text, at + (repeat?.[0].length ?? 0));
  }
  return { length, runs };
}

/** Writes a HEX value out over the octets of `into`, which must be as long as the value. */
export function writeHex({ runs }: HexValue, into: Uint8Array): void {
  let at = 0;
  for (const { octets, count } of runs) {
    if (octets.length === 1) into.fill(octets[0]!, at, at + count);
    else into.set(octets, at);
    at += octets.length * count;
  }
}

/** Octets of a repeated octet that are written out at once. */
const CHUNK = 2 ** 20;

/** The octets of a HEX value in order, in pieces of at most 1 MiB; a long repetition is one piece many times, and takes no more room. */
export function* hexPieces({ runs }: HexValue): Generator<Uint8Array> {
  for (const { octets, count } of runs) {
    if (count === 1 || octets.length !== 1) yield octets;
    else {
      const chunk = Buffer.alloc(Math.min(count, CHUNK), octets[0]!);
      for (let left = count; left > 0; left -= chunk.length) yield chunk.subarray(0, Math.min(left, chunk.length));
    }
  }
}

/** Writes an unsigned integer into `size` octets; throws when it does not fit. */
export function integerOctets(little: boolean, size: number, value: string | number | bigint): Uint8Array {
  let rest = BigInt(value);
  if (rest >> BigInt(size * 8) !== 0n) throw new Error(`${value} does not fit in ${size} octets`);
  const octets = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    octets[little ? i : size - 1 - i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return octets;
}

function skip(text: string, at: number): number {
  return at + (match(BLANKS, text, at)?.[0].length ?? 0);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
