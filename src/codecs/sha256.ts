import { createHash } from "node:crypto";

/** SHA-256 of `octets`, 32 octets. */
export function sha256(octets: Uint8Array): Uint8Array {
  return createHash("sha256").update(octets).digest();
}

/** SHA-256 of `octets` in lower-case hexadecimal. */
export function sha256Hex(octets: Uint8Array): string {
  return createHash("sha256").update(octets).digest("hex");
}

/** A SHA-256 that grows by `update` and ends with `hex`. */
export function sha256Stream(): { update(octets: Uint8Array): void; hex(): string } {
  const hash = createHash("sha256");
  return { update: (octets) => void hash.update(octets), hex: () => hash.digest("hex") };
}
