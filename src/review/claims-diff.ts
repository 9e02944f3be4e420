import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type CertificateResult, certificatesOf, type Suite } from "../harness/index.ts";
import type { Edition } from "../harness/model.ts";
import { claimFiles } from "../site/spec/verdicts.ts";
import { remembered } from "./cache.ts";
import { type Finding, found } from "./rules.ts";
import type { Side } from "./side.ts";

/** What a claim earns: a result for each edition and role. */
type Earned = readonly {
  readonly edition: string;
  readonly role: string;
  readonly result: CertificateResult;
  readonly why: readonly string[];
}[];

/** Which certificates that the stored claims earn on the old side they would not earn on the new one, and the reverse. */
export async function diffClaims(old: Side, now: Side): Promise<Finding[]> {
  const files = [
    ...new Set([
      ...claimFiles(join(now.root, "conformance/claims")),
      ...claimFiles(join(old.root, "conformance/claims")),
    ]),
  ];
  const named = [old.edition, now.edition].flatMap((edition) => edition ?? []);
  // Where one side is all of the project, its claims count for all editions.
  const editions = named.length === 2 ? named : undefined;
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const file of files) {
    if (seen.has(basename(file))) continue;
    seen.add(basename(file));
    const before = await earned(old.suite, file, editions);
    const after = now.suite === old.suite ? before : await earned(now.suite, file, editions);
    findings.push(...compare(basename(file).replace(/\.?claim\.json(\.gz)?$/, ""), before, after, old, now));
  }
  return findings;
}

function compare(name: string, before: Earned, after: Earned, old: Side, now: Side): Finding[] {
  const mine = before.filter(({ edition }) => old.edition === undefined || edition === old.edition);
  return mine.flatMap((one) => {
    const edition = now.edition ?? one.edition;
    const other = after.find((candidate) => candidate.edition === edition && candidate.role === one.role);
    const result = other?.result ?? `no answers for ${edition}`;
    if (result === one.result || (one.result !== "conforms" && result !== "conforms")) return [];
    return [
      found({
        part: "claims",
        rule: one.result === "conforms" ? "certificate-lost" : "certificate-gained",
        // Nobody loses a certificate of one edition by not having been asked about another.
        ...(other === undefined && { severity: "warning" as const }),
        subject: `${name}, ${one.edition} ${one.role}`,
        editions: [edition],
        old: one.result,
        new: [result, ...(other?.why ?? [])].join("; "),
      }),
    ];
  });
}

async function earned(suite: Suite, file: string, editions: readonly Edition[] | undefined): Promise<Earned> {
  const claim = createHash("sha256").update(readFileSync(file)).digest("hex");
  return remembered("claims", [suite.digest, claim, editions], async () => {
    const certificates = await certificatesOf(suite, file, editions);
    return certificates.map(({ edition, role, result, why }) => ({ edition, role, result, why }));
  });
}
