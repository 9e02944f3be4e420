/** Integers out of octets, in either byte order, and the hexadecimal that messages show. */

/** Reads unsigned integers at offsets of one octet array; out of range offsets are the caller's bug. */
export type Fields = {
  readonly octets: Uint8Array;
  u16(at: number): number;
  u32(at: number): number;
  u64(at: number): bigint;
};

/** Integers of `octets` in big-endian (`be`) or little-endian order; u64 exact. */
export function fields(octets: Uint8Array, be = false): Fields {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  return {
    octets,
    u16: (at) => view.getUint16(at, !be),
    u32: (at) => view.getUint32(at, !be),
    u64: (at) => view.getBigUint64(at, !be),
  };
}

/** `0x` and lower-case hexadecimal: the H of the contract. */
export function hex(value: number | bigint): `0x${string}` {
  return `0x${value.toString(16)}`;
}

/** Octet pairs, one blank between; at most `limit` octets are shown. */
export function hexOctets(octets: Uint8Array, limit = 16): string {
  const pairs = Array.from(octets.subarray(0, limit), (octet) => octet.toString(16).padStart(2, "0"));
  return octets.length > limit ? `${pairs.join(" ")} …` : pairs.join(" ");
}

/** Whether the octets in [from, to) are all 0. */
export function isZero(octets: Uint8Array, from = 0, to = octets.length): boolean {
  for (let at = from; at < to; at++) if (octets[at] !== 0) return false;
  return true;
}

/** Whether two octet arrays are equal. */
export function sameOctets(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, at) => octet === b[at]);
}

/** `a, b or c`, as messages list what would have been right. */
export function either(wanted: readonly string[]): string {
  return wanted.length < 2 ? wanted.join() : `${wanted.slice(0, -1).join(", ")} or ${wanted.at(-1)}`;
}

/** A new array of the octets of two. */
export function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
