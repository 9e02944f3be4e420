import { html } from "../report/markup.ts";
import type { Page } from "./layout.ts";
import { pagePath } from "./markdown.ts";
import { octetDrawing } from "./octets.ts";
import type { Project } from "./project.ts";
import { standing } from "./requirement.ts";

/** The first page: what this is, the chapters, and how implementations stand. */
export function homePage(project: Project, titles: ReadonlyMap<string, string>): Page {
  const { chapters, requirements, suite, byCode, verdicts, casesOf } = project;
  return {
    path: "index.html",
    title: "Specification",
    body: html`<h1>Domain save image</h1>
<p class="lead">The octet stream that holds a running virtual machine while Xen saves it to a file, moves it to another host, or checkpoints it
to a standby: what a Writer produces, what a Reader restores, what a Verifier reports.</p>
${octetDrawing(project.schemas, "image_header", "image_header")}
<p class="quiet">The 24 octets that open every image.</p>
<h2 id="chapters">Chapters</h2>
<ol class="chapters">${chapters.map((file) => {
      const own = requirements.filter((one) => one.file === file).length;
      return html`<li><a href="${pagePath(file)}">${(titles.get(file) ?? file).replace(/^\d+ /, "")}</a>${own > 0 && html` <span class="quiet">${own} requirements</span>`}</li>`;
    })}</ol>
<h2 id="look-up">To look something up</h2>
<p><a href="spec/requirements.html">${requirements.length} requirements</a>, <a href="spec/codes/index.html">${byCode.size} codes</a>,
<a href="spec/wire/index.html">${project.schemas.size} structures</a>, and <a href="conformance/README.html">a suite</a> of ${suite.cases.size} cases. Press <kbd>/</kbd> to search.</p>
${
  verdicts.reports.length > 0 &&
  html`<h2 id="implementations">Implementations</h2>
<table><thead><tr><th scope="col">implementation</th><th scope="col">certificates</th><th scope="col">trials</th></tr></thead><tbody>
${verdicts.reports.map(({ about, certificates }, i) => {
  const tally = verdicts.tally(
    i,
    [...casesOf.values()].flat().map(({ id }) => id),
  );
  return html`<tr><th scope="row">${about.name} <span class="quiet">${about.version}</span></th><td>${certificates.map(({ edition, role, result }) => html`<div>${edition} ${role}: ${result}</div>`)}</td><td>${standing(tally)} ${tally.passed} of ${tally.passed + tally.failed}</td></tr>
`;
})}</tbody></table>`
}`,
  };
}
