import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Certificate, canonicalJson, certificatesOf, loadSuite, type Suite } from "../../harness/index.ts";
import { CommandError, NO, YES } from "../ending.ts";
import { packageRoot } from "../package-root.ts";
import { colours, print } from "../terminal.ts";
import { type Envelope, keyId, opened } from "./envelope.ts";
import { publicKeyOf } from "./keys.ts";
import { certificateIn, PAYLOAD_TYPE, type Resource, type Statement } from "./statement.ts";

/** The options of `dsi certificate verify`. */
export interface VerifyOptions {
  readonly key?: string;
  readonly claim?: string;
  readonly suite?: string;
  readonly json?: boolean;
}

/** One thing that was looked at, and how it came out; `ok` undefined: not looked at, and why. */
export type Check = { readonly what: string; readonly ok: boolean | undefined; readonly said: string };

/** A certificate as a file holds it: bare, or in a signed statement. */
export type Held = {
  readonly certificate: Certificate;
  readonly envelope?: Envelope;
  /** SHA-256 of the claim that the statement names. */
  readonly claim?: string | undefined;
  readonly subject?: readonly Resource[];
};

/** `dsi certificate verify FILE`: each check in a line; 0 where all that were made came out right, and at least one was made. */
export async function verifyCertificate(file: string, options: VerifyOptions): Promise<number> {
  const held = await heldIn(file);
  if (options.key === undefined && options.claim === undefined)
    throw new CommandError("say what to hold it to: --key PUB for its signature, --claim CLAIM for its verdict");
  if (options.key !== undefined && held.envelope === undefined)
    throw new CommandError("has no signature: it is a certificate alone; --claim computes it again", NO);
  const suite = options.claim === undefined ? undefined : await loadSuite(options.suite ?? suiteFolder());
  const checks = [
    ...(held.envelope ? [await signatureCheck(held.envelope, options.key)] : []),
    ...(suite && options.claim !== undefined ? await claimChecks(held, options.claim, suite) : []),
  ];
  const isRight = checks.every(({ ok }) => ok !== false);
  const { edition, role, result, adapter, profile } = held.certificate;
  if (options.json) {
    const subject = held.subject ? { subject: held.subject } : {};
    await print(
      `${JSON.stringify({ right: isRight, edition, role, profile, result, adapter: adapter.name, version: adapter.version, ...subject, checks })}\n`,
    );
  } else {
    const { green, red, yellow } = await colours();
    const word = { true: green("right"), false: red("wrong"), undefined: yellow("not checked") };
    const forWhom = profile === null ? "" : ` to ${profile}`;
    const lines = [
      `${adapter.name} ${adapter.version}: ${edition} ${role}: ${result}${forWhom}`,
      ...(held.subject ?? []).map(({ name, digest }) => `  of ${name}, sha256 ${digest.sha256}`),
      ...checks.map(({ what, ok, said }) => `  ${what}: ${word[`${ok}`]}${said === "" ? "" : `, ${said}`}`),
    ];
    await print(lines.map((line) => `${line}\n`).join(""));
  }
  return isRight ? YES : NO;
}

/** The suite that comes with the command. */
export function suiteFolder(): string {
  return join(packageRoot(), "conformance");
}

/** Reads a certificate, or a statement of one. Throws CommandError for anything else. */
export async function heldIn(file: string): Promise<Held> {
  const document = parsed(await readFile(file));
  if ("certificate" in document && document.certificate === 1) return { certificate: document as never };
  const envelope = document as unknown as Envelope;
  if (
    typeof envelope.payload !== "string" ||
    envelope.payloadType !== PAYLOAD_TYPE ||
    !Array.isArray(envelope.signatures)
  )
    throw new CommandError("is neither a certificate nor a signed statement of one", NO);
  const statement = parsed(Buffer.from(envelope.payload, "base64")) as unknown as Statement;
  const found = statement.predicate?.configuration === undefined ? undefined : certificateIn(statement);
  if (found === undefined) throw new CommandError("is signed, but states no certificate", NO);
  return { ...found, envelope, subject: statement.subject };
}

function parsed(octets: Uint8Array): Record<string, unknown> {
  try {
    const document = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(octets));
    if (typeof document === "object" && document !== null) return document;
  } catch {
    // Said below.
  }
  throw new CommandError("is no JSON document", NO);
}

/** Whether an envelope is signed by a key. */
export async function signatureCheck(envelope: Envelope, file: string | undefined): Promise<Check> {
  const ids = envelope.signatures.map(({ keyid }) => keyid ?? "without a name").join(", ");
  if (file === undefined) return { what: "signature", ok: undefined, said: `signed by ${ids}; --key checks it` };
  const key = await publicKeyOf(file);
  const isBy = opened(envelope, key) !== undefined;
  return { what: "signature", ok: isBy, said: isBy ? `by ${keyId(key)}` : `not by ${keyId(key)}; it says ${ids}` };
}

/** Whether a certificate follows from a claim: the very claim that the statement names, and the verdict computed anew. */
export async function claimChecks(held: Held, file: string, suite: Suite): Promise<Check[]> {
  const checks: Check[] = [];
  const { certificate } = held;
  if (held.claim !== undefined) {
    const digest = createHash("sha256")
      .update(await claimText(file))
      .digest("hex");
    checks.push({
      what: "claim",
      ok: digest === held.claim,
      said: digest === held.claim ? "" : "other answers than those that were signed",
    });
  }
  if (certificate.suite.digest !== suite.digest) {
    const said = `made with ${certificate.suite.name} ${certificate.suite.version} (${certificate.suite.digest.slice(0, 12)}), which is not the suite here (${suite.digest.slice(0, 12)})`;
    return [...checks, { what: "verdict", ok: false, said }];
  }
  const again = (await certificatesOf(suite, file)).find(
    ({ edition, role }) => edition === certificate.edition && role === certificate.role,
  );
  if (again === undefined) return [...checks, { what: "verdict", ok: false, said: "the claim has no answers for it" }];
  const isSame = canonical(again) === canonical(certificate);
  return [
    ...checks,
    {
      what: "verdict",
      ok: isSame,
      said: isSame
        ? "computed again from the raw answers"
        : `computed again it is ${again.result}, and not what stands there`,
    },
  ];
}

async function claimText(file: string): Promise<Uint8Array> {
  const octets = await readFile(file);
  return file.endsWith(".gz") ? (await import("node:zlib")).gunzipSync(octets, { maxOutputLength: 2 ** 28 }) : octets;
}

function canonical(value: object): string {
  return canonicalJson(JSON.parse(JSON.stringify(value)));
}
