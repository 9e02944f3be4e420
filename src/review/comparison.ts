import { join } from "node:path";
import { type Overlay, PROPOSALS, proposalNames, readOverlay } from "./overlay.ts";
import { type Reviewed, reviewOf } from "./review.ts";
import { compatibilityText, type Finding } from "./rules.ts";

const BEGIN = "<!-- comparison -->";
const END = "<!-- /comparison -->";

/**
 * `text` with a table between its markers, for each edition that proposals start from: what each of them changes in it, and what its
 * Readers and Verifiers of today make of the proposed images.
 */
export async function withComparison(text: string, root: string): Promise<string> {
  const proposals = proposalNames(root).map((name) => readOverlay(join(root, PROPOSALS, name)));
  const bases = [...new Set(proposals.map(({ base }) => base))];
  const tables: string[] = [];
  for (const base of bases) {
    const own = proposals.filter((one) => one.base === base);
    const reviews: Reviewed[] = [];
    for (const { name } of own) reviews.push(await reviewOf(base, name, root));
    tables.push(tableOf(base, own, reviews));
  }
  const [before, after] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`${PROPOSALS}/README.md has no ${BEGIN} and ${END}`);
  return `${text.slice(0, before + BEGIN.length)}\n${tables.join("\n\n")}\n${text.slice(after)}`;
}

function tableOf(base: string, proposals: readonly Overlay[], reviews: readonly Reviewed[]): string {
  const row = (title: string, cell: (findings: readonly Finding[], proposal: Overlay) => string) =>
    `| ${[title, ...reviews.map(({ review }, i) => cell(review.findings, proposals[i]!))].join(" | ")} |`;
  const of = (findings: readonly Finding[], part: Finding["part"]) =>
    findings.filter((finding) => finding.part === part);
  const list = (lines: readonly string[]) => lines.join("<br>") || "nothing";
  const answers = (findings: readonly Finding[], role: string, wanted: "accept" | "reject") =>
    list(
      of(findings, "corpus")
        .filter(({ subject, new: now }) => subject.startsWith(role) && now === wanted)
        .map(({ old, among = [] }) => `${among.map((id) => `\`${id}\``).join(", ")}: ${old}`),
    );
  return [
    `| on \`${base}\` | ${proposals.map(({ name, title }) => `[${title}](${name}/README.md)`).join(" | ")} |`,
    `|---|${proposals.map(() => "---|").join("")}`,
    row("requirements added", (findings) =>
      list(
        of(findings, "requirements")
          .filter(({ rule }) => rule === "requirement-added")
          .map(({ subject }) => subject),
      ),
    ),
    row("requirements changed", (findings) =>
      list(
        of(findings, "requirements")
          .filter(({ rule }) => rule !== "requirement-added")
          .map(({ subject, rule }) => `${subject} (${rule})`),
      ),
    ),
    row("wire", (findings) =>
      list(
        of(findings, "wire").map((finding) => `\`${finding.subject}\`: ${finding.rule}, ${compatibilityText(finding)}`),
      ),
    ),
    row("has to be accepted; a Reader of today answers", (findings) => answers(findings, "reader", "accept")),
    row("has to be rejected; a Reader of today answers", (findings) => answers(findings, "reader", "reject")),
    row("has to be accepted; a Verifier of today answers", (findings) => answers(findings, "verifier", "accept")),
    row("has to be rejected; a Verifier of today answers", (findings) => answers(findings, "verifier", "reject")),
  ].join("\n");
}
