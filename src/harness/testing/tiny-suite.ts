import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { type CertifyOptions, type CertifyResult, certify } from "../certify.ts";

/** The suite of a made-up format that the harness is tried on. */
export const SUITE = fileURLToPath(new URL("suite", import.meta.url));

/** The words that start one of the adapters in `citizens/`. */
export function citizen(name: string, ...words: string[]): string[] {
  return [process.execPath, fileURLToPath(new URL(`citizens/${name}.mjs`, import.meta.url)), ...words];
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), "tiny-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

// biome-ignore lint/suspicious/noExplicitAny: tests break documents at will
export type Loose = any;

/** A copy of the suite, to be changed file by file, JSON document by document. */
export function copyOfSuite(
  change: (edit: (path: string, act: (document: Loose) => void) => void, dir: string) => void,
): string {
  const dir = temporaryFolder();
  cpSync(SUITE, dir, { recursive: true });
  change((path, act) => {
    const document = JSON.parse(readFileSync(join(dir, path), "utf8"));
    act(document);
    writeFileSync(join(dir, path), JSON.stringify(document));
  }, dir);
  return dir;
}

/** Certifies one of the citizens on the made-up suite, in edition v3 unless others are asked for, judged by an honest one. */
export function tryCitizen(
  name: string | readonly string[],
  options: Partial<CertifyOptions> = {},
): Promise<CertifyResult> {
  const adapter = typeof name === "string" ? citizen(name) : name;
  return certify({ suite: SUITE, adapter, judge: citizen("honest-serve"), timeout: 5, editions: ["v3"], ...options });
}

/** Verdicts of one edition by case, for each role: `reader/plain`. */
export function verdicts({ report }: CertifyResult, edition = "v3"): Record<string, string> {
  const trials = report.trials.filter((trial) => trial.edition === edition);
  return Object.fromEntries(trials.map(({ case: id, role, verdict }) => [`${role}/${id}`, verdict]));
}

/** Results of the certificates: `v3 reader conforms`. */
export function results({ certificates }: CertifyResult): string[] {
  return certificates.map(({ edition, role, result }) => `${edition} ${role} ${result}`);
}
