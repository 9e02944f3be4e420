import type { Certificate } from "../../harness/index.ts";
import { html, type Markup } from "./markup.ts";

const TONE = { conforms: "good", incomplete: "warn", fails: "bad" } as const;

/** One certificate: its result, why it is not better, and what was counted. */
export function certificateCard(certificate: Certificate): Markup {
  const { edition, role, profile, result, why, only, values, counts, notJudged, notApplicable } = certificate;
  const { missing, requirements, reasons, earns } = certificate;
  const lacking = [...missing.features, ...missing.values];
  return html`<section class="card" aria-label="${edition} ${role}">
<h3>${edition} ${role}${profile && html` <span class="quiet">${profile}</span>`}</h3>
<p class="result ${TONE[result]}">${result}</p>
${why.length > 0 && html`<ul>${why.map((reason) => html`<li>${reason}</li>`)}</ul>`}
${only && html`<p class="warn">only the case ${only}</p>`}
${values === "values not compared" && html`<p class="warn">values not compared</p>`}
<table>
${Object.entries(counts)
  .filter(([, verdicts]) => Object.keys(verdicts).length > 0)
  .map(([level, verdicts]) => html`<tr><th scope="row">${level}</th><td>${countsText(verdicts)}</td></tr>`)}
<tr><th scope="row">not judged</th><td>${countsText(notJudged) || "none"}</td></tr>
<tr><th scope="row">not applicable</th><td>${countsText(notApplicable) || "none"}</td></tr>
${lacking.length > 0 && html`<tr><th scope="row">profile lacks</th><td>${lacking.join(", ")}</td></tr>`}
<tr><th scope="row">reasons</th><td>codes ${share(reasons.codes)}, offsets ${share(reasons.at)}</td></tr>
${earns.length > 0 && html`<tr><th scope="row">covers</th><td>${earns.join(", ")}</td></tr>`}
</table>
<p class="quiet">${requirements.withCase} of ${requirements.must} MUSTs have a case that decides them.</p>
${
  requirements.untestable.length > 0 &&
  html`<details><summary>${requirements.untestable.length} cannot be tested by octets</summary>
<ul>${requirements.untestable.map(({ id, why: because }) => html`<li>${id}: ${because}</li>`)}</ul></details>`
}
</section>`;
}

function countsText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ");
}

function share({ asked, right }: { asked: number; right: number }): string {
  return asked === 0 ? "not asked" : `${right} of ${asked}`;
}
