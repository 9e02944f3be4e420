/** CRC-32 where there is no Node: stands in for src/codecs/crc32.ts in the bundle. */

const TABLE = Uint32Array.from({ length: 256 }, (_, octet) => {
  let sum = octet;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** The sum of `octets`, going on from the sum `before` of those in front of them. Unsigned, 32 bits. */
export function crc32(octets: Uint8Array, before = 0): number {
  let sum = ~before;
  for (const octet of octets) sum = (TABLE[(sum ^ octet) & 0xff] as number) ^ (sum >>> 8);
  return ~sum >>> 0;
}
