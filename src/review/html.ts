import { diffWordsWithSpace } from "diff";
import { html, type Markup, raw } from "../site/report/markup.ts";
import { STYLE } from "../site/report/style.ts";
import type { Reviewed } from "./review.ts";
import { compatibilityText, type Finding } from "./rules.ts";
import type { Side } from "./side.ts";
import { conclusion, countsText, PARTS } from "./text.ts";

const TONE = { error: "bad", warning: "warn", note: "quiet" } as const;

const REVIEW_STYLE = `${STYLE}
ins { background: color-mix(in srgb, var(--good) 22%, transparent); text-decoration: none; } del { background: color-mix(in srgb, var(--bad) 20%, transparent); }
table.findings td { overflow-wrap: anywhere; } table.findings td:nth-child(-n+3) { overflow-wrap: normal; } table.findings td code { white-space: nowrap; } .sides td { width: 50%; } .sides tr:target { background: var(--soft); }
.sides p { margin: 0; } .breaks { border-left: 4px solid var(--bad); padding-left: .6rem; }
`;

/** A review as one self-contained page: what was found, and below it the sentences of both sides beside each other. */
export function reviewPage({ review, sides }: Reviewed): string {
  const { old, new: now, promise, findings } = review;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${old} and ${now}: a review</title>
<style>${raw(REVIEW_STYLE)}</style>
</head>
<body>
<header><h1>${old} → ${now}</h1>
<p>${conclusion(review)} ${promise}</p></header>
<main>
${PARTS.map(([part, title]) =>
  section(
    title,
    findings.filter((finding) => finding.part === part),
  ),
)}
${textSection(sides)}
</main>
</body>
</html>
`
    .toString()
    .replaceAll("&#x2F;", "/");
}

function section(title: string, findings: readonly Finding[]): Markup {
  return html`<h2>${title} <span class="quiet">${findings.length === 0 ? "no change" : countsText(findings)}</span></h2>
${
  findings.length > 0 &&
  html`<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table class="findings">
<thead><tr><th scope="col">severity</th><th scope="col">rule</th><th scope="col">what</th><th scope="col">before and after</th><th scope="col">compatible</th></tr></thead><tbody>
${findings.map(row)}</tbody></table></div>`
}`;
}

function row(finding: Finding): Markup {
  const { severity, rule, subject, old, new: now, among, breaks, acknowledged } = finding;
  return html`<tr><td class="${TONE[severity]}">${severity}${breaks && html`<br><b>breaks</b>`}</td><td><code>${rule}</code></td>
<td>${subject}${among && html`<details><summary>${among.length}</summary><p>${among.join(", ")}</p></details>`}${acknowledged !== undefined && html`<p class="quiet">acknowledged: ${acknowledged}</p>`}</td>
<td>${changed(old, now)}</td><td class="quiet">${compatibilityText(finding)}</td></tr>
`;
}

function changed(old: string | undefined, now: string | undefined): Markup {
  if (old === undefined || now === undefined)
    return html`${old !== undefined && html`<del>${old}</del>`}${now !== undefined && html`<ins>${now}</ins>`}`;
  const parts = diffWordsWithSpace(old, now);
  return html`${parts.map(({ added, removed, value }) => (added ? html`<ins>${value}</ins>` : removed ? html`<del>${value}</del>` : value))}`;
}

/** Requirement by requirement, both sentences beside each other, where they are not the same. */
function textSection([old, now]: Reviewed["sides"]): Markup {
  const was = new Map(old.requirements.map((one) => [one.id, one]));
  const is = new Map(now.requirements.map((one) => [one.id, one]));
  const differing = [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id)?.text !== is.get(id)?.text);
  return html`<h2>Both texts <span class="quiet">${differing.length} of ${new Set([...was.keys(), ...is.keys()]).size} requirements differ</span></h2>
${
  differing.length > 0 &&
  html`<div class="scroll" tabindex="0" role="group" aria-label="Both texts"><table class="sides"><thead><tr><th scope="col">${old.name}</th><th scope="col">${now.name}</th></tr></thead><tbody>
${differing.map(
  (
    id,
  ) => html`<tr id="${id}">${sentence(was.get(id), is.get(id), "removed")}${sentence(was.get(id), is.get(id), "added")}</tr>
`,
)}</tbody></table></div>`
}`;
}

type Sentence = Side["requirements"][number] | undefined;

function sentence(old: Sentence, now: Sentence, side: "added" | "removed"): Markup {
  const own = side === "added" ? now : old;
  if (own === undefined) return html`<td></td>`;
  const parts = diffWordsWithSpace(old?.text ?? "", now?.text ?? "");
  const other = side === "added" ? "removed" : "added";
  return html`<td><p><b>${own.id}</b> ${parts
    .filter((part) => !part[other])
    .map((part) =>
      part[side] ? (side === "added" ? html`<ins>${part.value}</ins>` : html`<del>${part.value}</del>`) : part.value,
    )}</p></td>`;
}
