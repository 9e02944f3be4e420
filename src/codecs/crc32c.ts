/** CRC-32C: polynomial 1EDC6F41 reflected, initial value and final xor FFFFFFFF (spec 18.1). Eight octets at a step, by tables. */

const POLYNOMIAL = 0x82f6_3b78;
let tables: Uint32Array | undefined;

/** Table k, at 256 × k: the sum of one octet that k octets of zero follow. */
function makeTables(): Uint32Array {
  const made = new Uint32Array(8 * 256);
  for (let octet = 0; octet < 256; octet++) {
    let sum = octet;
    for (let bit = 0; bit < 8; bit++) sum = (sum & 1) === 0 ? sum >>> 1 : (sum >>> 1) ^ POLYNOMIAL;
    made[octet] = sum;
  }
  for (let at = 256; at < made.length; at++) {
    const before = made[at - 256] as number;
    made[at] = (before >>> 8) ^ (made[before & 0xff] as number);
  }
  return made;
}

/** The sum of `octets`, going on from the sum `before` of those in front of them; 0 is that of none. Unsigned, 32 bits. */
export function crc32c(octets: Uint8Array, before = 0): number {
  tables ??= makeTables();
  const table = tables;
  const at = (row: number, octet: number) => table[256 * row + (octet & 0xff)] as number;
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  let sum = ~before;
  let next = 0;
  for (const last = octets.length - 8; next <= last; next += 8) {
    const low = sum ^ view.getInt32(next, true);
    const high = view.getInt32(next + 4, true);
    sum =
      at(7, low) ^
      at(6, low >>> 8) ^
      at(5, low >>> 16) ^
      at(4, low >>> 24) ^
      at(3, high) ^
      at(2, high >>> 8) ^
      at(1, high >>> 16) ^
      at(0, high >>> 24);
  }
  for (; next < octets.length; next++) sum = (sum >>> 8) ^ at(0, sum ^ (octets[next] as number));
  return ~sum >>> 0;
}
