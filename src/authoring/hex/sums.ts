import { createHash } from "node:crypto";
import { crc32 as zlibCrc32 } from "node:zlib";
import type { SumFunction } from "./tokens.ts";

const CRC32C_TABLE = Uint32Array.from({ length: 256 }, (_, octet) => {
  let value = octet;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});

/**
 * What a computed field holds for the span `octets`: its length, its CRC-32 (ISO-HDLC) or CRC-32C as an integer, or
 * the 32 octets of its SHA-256.
 */
export function computeSum(fn: SumFunction, octets: Uint8Array): bigint | Uint8Array {
  if (fn === "len") return BigInt(octets.length);
  if (fn === "sha256") return createHash("sha256").update(octets).digest();
  return BigInt(fn === "crc32" ? zlibCrc32(octets) : crc32c(octets));
}

function crc32c(octets: Uint8Array): number {
  let sum = 0xffff_ffff;
  for (const octet of octets) sum = CRC32C_TABLE[(sum ^ octet) & 0xff]! ^ (sum >>> 8);
  return (sum ^ 0xffff_ffff) >>> 0;
}
