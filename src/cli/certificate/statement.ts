/** Certificates as in-toto statements of test results (https://github.com/in-toto/attestation). */

import { createHash } from "node:crypto";
import type { Certificate, ReportedTrial } from "../../harness/index.ts";

export const STATEMENT = "https://in-toto.io/Statement/v1";
export const TEST_RESULT = "https://in-toto.io/attestation/test-result/v0.1";
export const PAYLOAD_TYPE = "application/vnd.in-toto+json";

/** Something by its name and the SHA-256 of its octets. */
export interface Resource {
  readonly name: string;
  readonly digest: { readonly sha256: string };
  readonly annotations?: object;
}

/** A statement that a subject was tested, with what, and how it came out. */
export interface Statement {
  readonly _type: typeof STATEMENT;
  readonly subject: readonly Resource[];
  readonly predicateType: typeof TEST_RESULT;
  readonly predicate: {
    readonly result: "PASSED" | "WARNED" | "FAILED";
    /** The suite, the claim and the certificate, which stands in its annotations whole. */
    readonly configuration: readonly Resource[];
    readonly passedTests: readonly string[];
    readonly warnedTests: readonly string[];
    readonly failedTests: readonly string[];
  };
}

/** A resource of this text or these octets. */
export function resource(name: string, octets: string | Uint8Array, annotations?: object): Resource {
  const sha256 = createHash("sha256").update(octets).digest("hex");
  return { name, digest: { sha256 }, ...(annotations && { annotations }) };
}

/**
 * The statement of a certificate. Its subjects are the artefacts on trial, and without any the claim: the answers that the verdict is
 * about. A test that is not judged, or of a level that does not gate, is at most warned of.
 */
export function statementOf(
  certificate: Certificate,
  trials: readonly ReportedTrial[],
  files: { readonly claim: string; readonly certificate: string },
  artefacts: readonly Resource[],
): Statement {
  const { edition, role, suite, result } = certificate;
  const own = trials.filter((trial) => trial.edition === edition && trial.role === role && trial.verdict !== "none");
  const passes = ({ verdict }: ReportedTrial) => verdict === "pass" || verdict === "fixed";
  const named = (which: readonly ReportedTrial[]) => which.map((trial) => trial.case);
  const gates = ({ judged, level }: ReportedTrial) => judged && level !== "SHOULD";
  const claim = resource("claim.json", files.claim);
  return {
    _type: STATEMENT,
    subject: artefacts.length > 0 ? artefacts : [claim],
    predicateType: TEST_RESULT,
    predicate: {
      result: result === "conforms" ? "PASSED" : "FAILED",
      configuration: [
        { name: `suite ${suite.name} ${suite.version}`, digest: { sha256: suite.digest } },
        claim,
        resource(`certificate.${edition}.${role}.json`, files.certificate, certificate),
      ],
      passedTests: named(own.filter(passes)),
      warnedTests: named(own.filter((trial) => !passes(trial) && !gates(trial))),
      failedTests: named(own.filter((trial) => !passes(trial) && gates(trial))),
    },
  };
}

/** The certificate that a statement is of; undefined where it is no such statement. */
export function certificateIn(
  statement: Statement,
): { readonly certificate: Certificate; readonly claim: string | undefined } | undefined {
  if (statement._type !== STATEMENT || statement.predicateType !== TEST_RESULT) return undefined;
  const { configuration } = statement.predicate;
  const found = configuration.find(({ name }) => /^certificate\..*\.json$/.test(name));
  if (found?.annotations === undefined) return undefined;
  const claim = configuration.find(({ name }) => name === "claim.json")?.digest.sha256;
  return { certificate: found.annotations as Certificate, claim };
}
