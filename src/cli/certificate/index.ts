/** `dsi certificate` and `dsi claims`, and what signs for `dsi certify`. */

import type { KeyObject } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Certificate, CertifyResult } from "../../harness/index.ts";
import { YES } from "../ending.ts";
import { writeOutput } from "../output.ts";
import { badgeOf } from "./badge.ts";
import { sealed } from "./envelope.ts";
import { PAYLOAD_TYPE, type Resource, resource, statementOf } from "./statement.ts";

export { checkClaims } from "./claims.ts";
export { privateKeyOf } from "./keys.ts";
export { verifyCertificate } from "./verify.ts";

/** An artefact on trial, by its digest. Throws the system's error where it cannot be read. */
export async function subjectOf(file: string): Promise<Resource> {
  return resource(basename(file), await readFile(file));
}

/** An envelope for each certificate among the files: `certificate.v3.reader.json` is signed in `certificate.v3.reader.dsse.json`. */
export function signedStatements(
  { certificates, report }: CertifyResult,
  files: ReadonlyMap<string, string>,
  artefacts: readonly Resource[],
  key: KeyObject,
): Map<string, string> {
  return new Map(
    certificates.map((certificate) => {
      const name = `certificate.${certificate.edition}.${certificate.role}`;
      const texts = { claim: files.get("claim.json") as string, certificate: files.get(`${name}.json`) as string };
      const statement = statementOf(certificate, report.trials, texts, artefacts);
      const envelope = sealed(PAYLOAD_TYPE, Buffer.from(JSON.stringify(statement)), key);
      return [`${name}.dsse.json`, `${JSON.stringify(envelope)}\n`];
    }),
  );
}

/** `dsi certificate badge FILE... --out SVG`. */
export async function badge(files: readonly string[], out: string): Promise<number> {
  const certificates = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(file, "utf8")) as Certificate),
  );
  await writeOutput(out, (write) => write(Buffer.from(badgeOf(certificates))));
  return YES;
}
