import { diffWordsWithSpace } from "diff";
import { html, type Markup, raw } from "../site/report/markup.ts";
import { STYLE } from "../site/report/style.ts";
import { diffProse } from "./prose.ts";
import type { Reviewed } from "./review.ts";
import { compatibilityText, type Finding } from "./rules.ts";
import type { Side } from "./side.ts";
import { conclusion, countsText, PARTS } from "./text.ts";

const TONE = { error: "bad", warning: "warn", note: "quiet" } as const;

const REVIEW_STYLE = `${STYLE}
ins { background: color-mix(in srgb, var(--good) 22%, transparent); text-decoration: none; } del { background: color-mix(in srgb, var(--bad) 20%, transparent); }
table.findings td { overflow-wrap: anywhere; } table.findings td:nth-child(-n+3) { overflow-wrap: normal; } table.findings td code { white-space: nowrap; } .sides td { width: 50%; } .sides tr:target { background: var(--soft); }
.sides p { margin: 0; white-space: pre-line; } details { margin: .4rem 0; } summary { cursor: pointer; } .breaks { border-left: 4px solid var(--bad); padding-left: .6rem; }
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
${proseSection(sides)}
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
  const all = [...new Set([...was.keys(), ...is.keys()])];
  const differing = all.filter((id) => was.get(id)?.text !== is.get(id)?.text);
  const rows = differing.map((id) => sideBySide(was.get(id)?.text, is.get(id)?.text, id));
  return html`<h2>Both ledgers <span class="quiet">${differing.length} of ${all.length} requirements differ</span></h2>
${differing.length > 0 && sides("Both ledgers", old, now, rows)}`;
}

/** The prose around the requirements, chapter by chapter, where it is not the same. */
function proseSection([old, now]: Reviewed["sides"]): Markup {
  const changes = diffProse(old, now);
  const all = changes.reduce((sum, { pairs }) => sum + pairs.length, 0);
  return html`<h2>Both texts <span class="quiet">${all === 0 ? "the prose around the requirements is the same" : html`${all} pieces of prose differ`}</span></h2>
${changes.map(
  ({
    file,
    pairs,
    same,
  }) => html`<details${all <= OPEN && raw(" open")}><summary><code>${file}</code> <span class="quiet">${pairs.length} differ, ${same} are the same</span></summary>
${sides(
  file,
  old,
  now,
  pairs.map((pair) => sideBySide(pair.old, pair.now)),
)}</details>
`,
)}`;
}

/** Pieces of prose up to which they are shown without being asked for. */
const OPEN = 40;

function sides(title: string, old: Side, now: Side, rows: readonly Markup[]): Markup {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table class="sides"><thead><tr><th scope="col">${old.name}</th><th scope="col">${now.name}</th></tr></thead><tbody>
${rows}</tbody></table></div>`;
}

function sideBySide(old: string | undefined, now: string | undefined, id?: string): Markup {
  const parts = diffWordsWithSpace(old ?? "", now ?? "");
  const cell = (own: string | undefined, side: "added" | "removed") => {
    if (own === undefined) return html`<td></td>`;
    const other = side === "added" ? "removed" : "added";
    const shown = parts.filter((part) => !part[other]);
    return html`<td><p>${id !== undefined && html`<b>${id}</b> `}${shown.map((part) =>
      part[side] ? (side === "added" ? html`<ins>${part.value}</ins>` : html`<del>${part.value}</del>`) : part.value,
    )}</p></td>`;
  };
  return html`<tr${id !== undefined && html` id="${id}"`}>${cell(old, "removed")}${cell(now, "added")}</tr>
`;
}
