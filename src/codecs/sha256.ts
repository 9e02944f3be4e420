/** SHA-256. The module of the platform is asked for when it is needed: loading it takes milliseconds, which most commands can save. */

const crypto = () => process.getBuiltinModule("node:crypto");

/** SHA-256 of `octets`, 32 octets. */
export function sha256(octets: Uint8Array): Uint8Array {
  return crypto().hash("sha256", octets, "buffer");
}

/** SHA-256 of `octets` in lower-case hexadecimal. */
export function sha256Hex(octets: Uint8Array): string {
  return crypto().hash("sha256", octets, "hex");
}

/** A SHA-256 that grows by `update` and ends with `hex`. */
export function sha256Stream(): { update(octets: Uint8Array): void; hex(): string } {
  const hash = crypto().createHash("sha256");
  return { update: (octets) => void hash.update(octets), hex: () => hash.digest("hex") };
}

/** A SHA-256 that grows by `update`; `digest` is that of what there was so far, 32 octets. */
export function sha256Running(): { update(octets: Uint8Array): void; digest(): Uint8Array } {
  const hash = crypto().createHash("sha256");
  return { update: (octets) => void hash.update(octets), digest: () => new Uint8Array(hash.copy().digest()) };
}
