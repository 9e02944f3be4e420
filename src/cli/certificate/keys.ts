import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { readFile } from "node:fs/promises";
import { CommandError } from "../ending.ts";

const MAKE =
  "openssl genpkey -algorithm ed25519 -out key.pem makes one, openssl pkey -in key.pem -pubout -out key.pub.pem its public half";

/** A private key in PEM. Throws CommandError for anything that does not sign as DSSE is used here. */
export async function privateKeyOf(file: string): Promise<KeyObject> {
  return keyOf(file, "private", createPrivateKey);
}

/** A public key in PEM, or that of a private one. */
export async function publicKeyOf(file: string): Promise<KeyObject> {
  return keyOf(file, "public", createPublicKey);
}

async function keyOf(file: string, what: string, parse: (pem: Buffer) => KeyObject): Promise<KeyObject> {
  const pem = await readFile(file);
  let key: KeyObject;
  try {
    key = parse(pem);
  } catch {
    throw new CommandError(`${file}: is no ${what} key in PEM without a passphrase; ${MAKE}`);
  }
  if (key.asymmetricKeyType !== "ed25519" && key.asymmetricKeyType !== "ec")
    throw new CommandError(`${file}: is a key for ${key.asymmetricKeyType}; Ed25519 and ECDSA are taken`);
  return key;
}
