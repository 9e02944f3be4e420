import { type Case, EDITIONS, type Edition, type Suite } from "../harness/model.ts";
import { sha256 } from "../harness/runs.ts";
import { type Finding, found, type RuleId } from "./rules.ts";

/** Cases and images that came, went, or changed under the same name. */
export function diffSuites(old: Suite, now: Suite, editions: readonly Edition[]): Finding[] {
  const findings: Finding[] = [];
  const of = EDITIONS.filter((edition) => editions.includes(edition));
  const report = (rule: RuleId, subject: string, was?: string, is?: string) =>
    findings.push(
      found({
        part: "corpus",
        rule,
        subject,
        editions: of,
        ...(was !== undefined && { old: was }),
        ...(is !== undefined && { new: is }),
      }),
    );
  for (const [name, image] of old.images) {
    const other = now.images.get(name);
    if (other && other.sha256 !== image.sha256)
      report("image-octets", name, image.sha256.slice(0, 16), other.sha256.slice(0, 16));
  }
  for (const [id, one] of old.cases) {
    const other = now.cases.get(id);
    if (!other) report("case-dropped", id, one.why);
    else {
      if (asked(one) !== asked(other)) report("case-octets", id, asked(one), asked(other));
      if (expected(one) !== expected(other)) report("case-expectation", id, expected(one), expected(other));
    }
  }
  for (const [id, one] of now.cases) if (!old.cases.has(id)) report("case-added", id, undefined, one.why);
  return findings;
}

/** Cases that were frozen with an edition, and are not what they were. */
export function diffFrozen(
  frozen: Readonly<Record<string, string>> = {},
  now: Suite,
  editions: readonly Edition[],
): Finding[] {
  return Object.entries(frozen).flatMap(([id, digest]) => {
    const one = now.cases.get(id);
    if (one && caseDigest(one) === digest) return [];
    return [
      found({
        part: "corpus",
        rule: one ? "case-octets" : "case-dropped",
        subject: id,
        editions,
        old: "as it was published",
      }),
    ];
  });
}

/** A digest of what a case asks and expects; its reasons may be worded anew. */
export function caseDigest(one: Case): string {
  return sha256(Buffer.from(`${asked(one)} ${expected(one)}`)).slice(0, 16);
}

/** What a case puts before an implementation, as text. */
const asked = ({ image, stream, patch, sums, context }: Case) =>
  JSON.stringify({ image, stream, patch, sums, context });

/** What a case wants to be answered, as text. */
const expected = ({ reader, verifier, writer, same, value, choice }: Case) =>
  JSON.stringify({ reader, verifier, writer, same, value, choice });
