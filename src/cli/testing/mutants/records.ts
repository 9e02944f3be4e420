/** The records of an image as octets, taken apart and put together again: how mutants read framing otherwise. */

/** A record with the octets that fill it up; its head is made again from `type` and the length of `body`. */
export type RawRecord = { readonly type: number; readonly body: Uint8Array; readonly pad: Uint8Array };

const HEADERS = 40;

/** Whether an image says that it is of version 4. */
export function isVersion4(octets: Uint8Array): boolean {
  return octets[15] === 4;
}

/** Octets of the two headers: that of an image of version 4 is longer. */
export function headersOf(octets: Uint8Array): number {
  return isVersion4(octets) ? HEADERS + 16 : HEADERS;
}

/**
 * Whether octets begin with an image without a container, whose records are a head of eight octets, a body and padding: those of version 1
 * have longer heads, and those of version 4 trailers where record_check asks for them.
 */
export function isBare(octets: Uint8Array): boolean {
  if (octets.length < headersOf(octets) || !octets.subarray(0, 8).every((octet) => octet === 0xff)) return false;
  return octets[15] !== 1 && !(isVersion4(octets) && octets[33] !== 0);
}

/** Whether an image says that it is big-endian. */
export function isBigEndian(octets: Uint8Array): boolean {
  return ((octets[17] as number) & 1) === 1;
}

/** How a mutant frames records: the order of their heads, and what their bodies are filled up to. */
export type Framing = { readonly headIsBe?: boolean; readonly multiple?: number };

/**
 * Reads the records of a bare image by a framing of the mutant's own up to END, and writes what `edit` makes of each as the specification
 * says: the codec then reads what the mutant would. What cannot be read so stays as it is; images in containers do too.
 */
export function rewritten(
  octets: Uint8Array,
  edit: (record: RawRecord, isBe: boolean) => readonly RawRecord[],
  { headIsBe = isBigEndian(octets), multiple = 8 }: Framing = {},
): Uint8Array {
  if (!isBare(octets)) return octets;
  const isBe = isBigEndian(octets);
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const parts: Uint8Array[] = [octets.subarray(0, headersOf(octets))];
  let at = headersOf(octets);
  while (at + 8 <= octets.length) {
    const type = view.getUint32(at, !headIsBe);
    const length = view.getUint32(at + 4, !headIsBe);
    const end = at + 8 + Math.ceil(length / multiple) * multiple;
    if (end > octets.length) {
      // What was read as a head may be none: the codec has to meet it as the mutant does.
      parts.push(head(type, length, isBe));
      at += 8;
      break;
    }
    const body = octets.subarray(at + 8, at + 8 + length);
    for (const record of edit({ type, body, pad: octets.subarray(at + 8 + length, end) }, isBe))
      parts.push(...encoded(record, isBe));
    at = end;
    if (type === 0) break;
  }
  parts.push(octets.subarray(at));
  return joined(parts);
}

function head(type: number, length: number, isBe: boolean): Uint8Array {
  const octets = new Uint8Array(8);
  const view = new DataView(octets.buffer);
  view.setUint32(0, type, !isBe);
  view.setUint32(4, length, !isBe);
  return octets;
}

function encoded({ type, body, pad }: RawRecord, isBe: boolean): Uint8Array[] {
  const filling = new Uint8Array((8 - (body.length % 8)) % 8);
  filling.set(pad.subarray(0, filling.length));
  return [head(type, body.length, isBe), body, filling];
}

/** Octets one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A copy in which some spans of octets are turned round. */
export function turned(octets: Uint8Array, ...spans: readonly (readonly [from: number, to: number])[]): Uint8Array {
  const copy = Uint8Array.from(octets);
  for (const [from, to] of spans) copy.subarray(from, to).reverse();
  return copy;
}

/** The fields of an image's domain header: where each begins and ends. */
export function domainFields(octets: Uint8Array): [from: number, to: number][] {
  const at = headersOf(octets) - 16;
  return [
    [0, 4],
    [4, 6],
    [6, 8],
    [8, 12],
    [12, 16],
  ].map(([from, to]) => [at + from!, at + to!]);
}

/** Where an image that begins at `from` ends, END included; the end of the octets where they hold no END. */
export function imageEnd(octets: Uint8Array, from: number): number {
  const isBe = isBigEndian(octets.subarray(from));
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  for (let at = from + headersOf(octets.subarray(from)); at + 8 <= octets.length; ) {
    const type = view.getUint32(at, !isBe);
    at += 8 + Math.ceil(view.getUint32(at + 4, !isBe) / 8) * 8;
    if (type === 0) return at;
  }
  return octets.length;
}
