/** SHA-256 where there is no Node: stands in for src/codecs/sha256.ts in the bundle. */

import { sha256 as noble } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** SHA-256 of `octets`, 32 octets. */
export const sha256 = (octets: Uint8Array): Uint8Array => noble(octets);

/** SHA-256 of `octets` in lower-case hexadecimal. */
export const sha256Hex = (octets: Uint8Array): string => bytesToHex(noble(octets));

/** A SHA-256 that grows by `update` and ends with `hex`. */
export function sha256Stream(): { update(octets: Uint8Array): void; hex(): string } {
  const hash = noble.create();
  return { update: (octets) => void hash.update(octets), hex: () => bytesToHex(hash.digest()) };
}

/** A SHA-256 that grows by `update`; `digest` is that of what there was so far, 32 octets. */
export function sha256Running(): { update(octets: Uint8Array): void; digest(): Uint8Array } {
  const hash = noble.create();
  return { update: (octets) => void hash.update(octets), digest: () => hash.clone().digest() };
}
