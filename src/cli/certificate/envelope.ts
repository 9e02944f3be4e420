/** DSSE envelopes: a payload, its type, and signatures over both (https://github.com/secure-systems-lab/dsse). */

import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** An envelope as its file has it; octets in base 64. */
export interface Envelope {
  readonly payload: string;
  readonly payloadType: string;
  readonly signatures: readonly { readonly keyid?: string; readonly sig: string }[];
}

/** The octets that are signed: type and payload, each with its length before it, so that neither can be taken for the other. */
export function preAuthEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = Buffer.from(payloadType);
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} `), type, Buffer.from(` ${payload.length} `), payload]);
}

/** An envelope with one signature. The key is Ed25519, or elliptic, which signs the SHA-256 and gives DER. */
export function sealed(payloadType: string, payload: Uint8Array, key: KeyObject): Envelope {
  const sig = sign(hashFor(key), preAuthEncoding(payloadType, payload), key);
  return {
    payload: Buffer.from(payload).toString("base64"),
    payloadType,
    signatures: [{ keyid: keyId(createPublicKey(key)), sig: sig.toString("base64") }],
  };
}

/** The payload, where some signature is by this key; undefined where none is. */
export function opened({ payload, payloadType, signatures }: Envelope, key: KeyObject): Uint8Array | undefined {
  const octets = Buffer.from(payload, "base64");
  const encoded = preAuthEncoding(payloadType, octets);
  // A keyid is a hint and nothing else: every signature is tried.
  const isBy = signatures.some(({ sig }) => verify(hashFor(key), encoded, key, Buffer.from(sig, "base64")));
  return isBy ? octets : undefined;
}

/** SHA-256 of a public key in DER, as hexadecimal. */
export function keyId(key: KeyObject): string {
  return createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("hex");
}

function hashFor(key: KeyObject): "sha256" | null {
  return key.asymmetricKeyType === "ed25519" ? null : "sha256";
}
