import type { CertifyResult } from "./certify.ts";

/** What `dsi certify --json` prints, with a line end: equal octet for octet from run to run. */
export function jsonOutput({ certificates, report }: CertifyResult): string {
  const trials = report.trials.map(({ case: id, role, edition, outcome, verdict }) => {
    return { case: id, role, edition, outcome, verdict };
  });
  return `${JSON.stringify({ certificates, trials })}\n`;
}

/** Files for `dsi certify --out`, by name, all but the page: the claim, each certificate, the JUnit file. */
export async function outputFiles(result: CertifyResult): Promise<Map<string, string>> {
  // Loaded only here: building XML takes longer to start than all the rest.
  const { junit } = await import("./junit.ts");
  const json = (document: object) => `${JSON.stringify(document, null, 2)}\n`;
  return new Map([
    ["claim.json", json(await result.claim())],
    ...result.certificates.map((certificate): [string, string] => [
      `certificate.${certificate.edition}.${certificate.role}.json`,
      json(certificate),
    ]),
    ["junit.xml", `${junit(result.report)}\n`],
  ]);
}
