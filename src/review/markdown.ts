import type { Review } from "./review.ts";
import { compatibilityText, type Finding } from "./rules.ts";
import { amongText, conclusion, countsText, PARTS } from "./text.ts";

/** A review as Markdown for a comment on a change: what breaks first, the rest folded. */
export function reviewMarkdown(review: Review): string {
  const { old, new: now, promise, findings } = review;
  const breaking = findings.filter(({ breaks }) => breaks);
  const sections = PARTS.flatMap(([part, title]) => {
    const own = findings.filter((finding) => finding.part === part && !finding.breaks);
    if (own.length === 0) return [];
    return ["", `<details><summary>${title}: ${countsText(own)}</summary>`, "", ...table(own), "", "</details>"];
  });
  return [
    `## \`${old}\` → \`${now}\``,
    "",
    `${conclusion(review)} ${promise}`,
    ...(breaking.length > 0 ? ["", ...table(breaking)] : []),
    ...sections,
    "",
  ].join("\n");
}

function table(findings: readonly Finding[]): string[] {
  return ["| | rule | what | before | after | compatible |", "|---|---|---|---|---|---|", ...findings.map(row)];
}

function row(finding: Finding): string {
  const { severity, rule, subject, old = "", new: now = "", among, acknowledged } = finding;
  const what = [
    subject,
    ...(among ? [amongText(among)] : []),
    ...(acknowledged === undefined ? [] : [`acknowledged: ${acknowledged}`]),
  ];
  const cells = [severity, `\`${rule}\``, what.join("; "), old, now, compatibilityText(finding)];
  return `| ${cells.map(escaped).join(" | ")} |`;
}

const escaped = (text: string) => text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("\n", " ");
