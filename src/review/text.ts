import type { Review } from "./review.ts";
import { compatibilityText, type Finding } from "./rules.ts";

/** The parts of a review in the order in which they are read, with their headings. */
export const PARTS = [
  ["requirements", "Requirements"],
  ["wire", "Wire"],
  ["corpus", "Stored images and cases"],
  ["claims", "Certificates"],
] as const;

/** Names that a line of text has room for. */
const SHOWN = 6;

/** A review as plain text. */
export function reviewText(review: Review): string {
  const { old, new: now, promise, findings } = review;
  const lines = [`${old} -> ${now}`, promise, ""];
  for (const [part, title] of PARTS) {
    const own = findings.filter((finding) => finding.part === part);
    lines.push(own.length === 0 ? `${title}: no change` : `${title}: ${countsText(own)}`);
    lines.push(...own.flatMap(findingLines), "");
  }
  lines.push(conclusion(review));
  return `${lines.join("\n")}\n`;
}

/** What a review comes to, in a sentence. */
export function conclusion({ findings }: Review): string {
  const breaking = findings.filter(({ breaks }) => breaks).length;
  if (findings.length === 0) return "Nothing changed.";
  if (breaking === 0) return "Nothing that is promised is broken.";
  return `${breaking} of ${findings.length} changes break what is promised.`;
}

/** `2 errors, 1 note`. */
export function countsText(findings: readonly Finding[]): string {
  return (["error", "warning", "note"] as const)
    .map((severity) => [severity, findings.filter((one) => one.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severity}${count === 1 ? "" : "s"}`)
    .join(", ");
}

function findingLines(finding: Finding): string[] {
  const { rule, severity, subject, old, new: now, among, breaks, acknowledged } = finding;
  const change =
    old !== undefined && now !== undefined
      ? [`    - ${old}`, `    + ${now}`]
      : old !== undefined
        ? [`    - ${old}`]
        : now !== undefined
          ? [`    + ${now}`]
          : [];
  return [
    `  ${breaks ? "BREAKS " : ""}${severity} ${rule}: ${subject} (${compatibilityText(finding)})`,
    ...change,
    ...(among ? [`    ${amongText(among)}`] : []),
    ...(acknowledged === undefined ? [] : [`    acknowledged: ${acknowledged}`]),
  ];
}

/** The first of many names, and how many more there are. */
export function amongText(among: readonly string[]): string {
  const more = among.length - SHOWN;
  return `${among.length}: ${among.slice(0, SHOWN).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
