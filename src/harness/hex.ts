/** Longest string of octets a single HEX value may stand for; a typing slip in `00*N` must not eat the memory. */
const LIMIT = 2 ** 30;

const INTEGER = /(le|be)(16|32|64):(0x[0-9a-f]+|[0-9]+)(?=\s|$)/iy;
const REPEAT = /\s*\*\s*([0-9]+)(?=\s|$)/y;
const PAIR = /([0-9a-f])\s*([0-9a-f])/iy;
const BLANKS = /\s*/y;

/**
 * Octets of a HEX value: octet pairs with blanks ignored, `00*5` for an octet five times, and
 * `le16: le32: le64: be16: be32: be64:` followed by an unsigned integer, decimal or `0x` hexadecimal.
 * Throws an `Error` that names the column (counted from 1) of the first thing it cannot read.
 */
export function parseHex(text: string): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array) => {
    parts.push(part);
    length += part.length;
  };
  let at = skip(text, 0);
  while (at < text.length) {
    const integer = match(INTEGER, text, at);
    if (integer) {
      take(integerOctets(integer[1]!.toLowerCase() === "le", Number(integer[2]) / 8, integer[3]!));
      at = skip(text, at + integer[0].length);
      continue;
    }
    const pair = match(PAIR, text, at);
    if (!pair) throw new Error(`no octet pair at column ${at + 1} of "${shorten(text)}"`);
    at += pair[0].length;
    const repeat = match(REPEAT, text, at);
    const count = repeat ? Number(repeat[1]) : 1;
    if (length + count > LIMIT) throw new Error(`more than ${LIMIT} octets in "${shorten(text)}"`);
    take(new Uint8Array(count).fill(Number.parseInt(pair[1]! + pair[2]!, 16)));
    at = skip(text, at + (repeat?.[0].length ?? 0));
  }
  return Buffer.concat(parts, length);
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
