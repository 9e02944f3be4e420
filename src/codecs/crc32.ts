/**
 * CRC-32 as zlib and Ethernet have it: polynomial 04C11DB7 reflected, initial value and final xor FFFFFFFF. The module of the platform is
 * asked for when it is needed.
 */

/** The sum of `octets`, going on from the sum `before` of those in front of them; 0 is that of none. Unsigned, 32 bits. */
export function crc32(octets: Uint8Array, before = 0): number {
  return process.getBuiltinModule("node:zlib").crc32(octets, before);
}
