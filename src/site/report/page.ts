import type { Report } from "../../harness/index.ts";
import { certificateCard } from "./certificate-card.ts";
import { failureBlock } from "./failure-block.ts";
import { html, type Markup, raw } from "./markup.ts";
import { SCRIPT } from "./script.ts";
import { STYLE } from "./style.ts";
import { trialTable } from "./trial-table.ts";

/** What a failure is, for this page: a judged trial that speaks against the adapter, and did so unexpectedly. */
const AGAINST = new Set(["fail", "wrong-value", "crash", "hang", "void", "undeclared-skip"]);

/** A report as one self-contained HTML page: certificates, failures with their octets, every trial. Equal reports give equal pages. */
export function reportPage(report: Report): string {
  const { about, suite, judge, certificates, known, trials } = report;
  const against = trials.filter(({ judged, verdict }) => judged && AGAINST.has(verdict));
  const gating = against.filter(({ level }) => level === "MUST");
  const listed = against.filter(({ level }) => level !== "MUST");
  const expected = trials.filter(({ verdict }) => verdict === "known" || verdict === "fixed");
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${about.name} ${about.version}: conformance report</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header>
<h1>${about.name} <span class="quiet">${about.version}</span></h1>
<dl>
${about.url && html`<dt>home</dt><dd><a href="${safeUrl(about.url)}">${about.url}</a></dd>`}
<dt>suite</dt><dd>${suite.name} ${suite.version} <span class="quiet digest">${suite.digest}</span></dd>
${judge && html`<dt>judge of written images</dt><dd>${judge.name} ${judge.version}</dd>`}
<dt>declares</dt><dd>${about.features.join(", ") || "no features"}</dd>
<dt>choices</dt><dd>${
    Object.entries(about.choices)
      .map(([name, option]) => `${name}: ${option}`)
      .join(", ") || "none"
  }</dd>
</dl>
</header>
<main>
<h2>Certificates</h2>
<div class="cards">${certificates.map(certificateCard)}</div>
${known.used && knownSection(known, expected)}
<h2>Failures <span class="quiet">${gating.length}</span></h2>
${gating.length === 0 ? html`<p>No judged MUST trial speaks against the implementation.</p>` : gating.map(failureBlock)}
${listed.length > 0 && html`<h2>Listed, not gating <span class="quiet">${listed.length}</span></h2>${listed.map(failureBlock)}`}
<h2>Trials <span class="quiet"><span id="shown">${trials.length}</span> of ${trials.length}</span></h2>
${trialTable(trials)}
</main>
<script>${raw(SCRIPT)}</script>
</body>
</html>
`;
  return page.toString();
}

function knownSection({ stale, unexpected }: Report["known"], expected: Report["trials"]): Markup {
  return html`<h2>Known departures <span class="quiet">${expected.length}</span></h2>
${unexpected.length > 0 && html`<p class="bad">Not expected: ${unexpected.join(", ")}</p>`}
${stale.length > 0 && html`<p class="warn">Listed, but gone: ${stale.join(", ")}</p>`}
<ul>${expected.map(
    ({ case: id, role, edition, verdict, knownReason, knownIssue }) =>
      html`<li><code>${id}</code> ${edition} ${role}: ${verdict}${knownReason && `, ${knownReason}`}
${knownIssue && html` (${knownIssue})`}</li>`,
  )}</ul>`;
}

/** Only a web address becomes a link: an adapter's declaration is not to bring a script into the page. */
function safeUrl(url: string): string {
  return /^https?:\/\//i.test(url) ? url : "#";
}
