import { openRows, readNotTaken } from "../../authoring/coverage.ts";
import { EDITIONS } from "../../authoring/editions.ts";
import type { Requirement } from "../../authoring/ledger/requirement.ts";
import type { MatrixRow, ShownDisagreement } from "../matrix/matrix.ts";
import { html, type Markup } from "../report/markup.ts";
import { grouped } from "./grouped.ts";
import type { Page } from "./layout.ts";
import { pagePath, relativeLink } from "./markdown.ts";
import type { Project } from "./project.ts";
import { counted, editionsText, placeOf, standing } from "./requirement.ts";

const byChapter = ({ requirements }: Project) => grouped(requirements, ({ file }) => file);

/** Every requirement in one table: the way to find one without script. */
export function requirementsPage(project: Project): Page {
  const path = "spec/requirements.html";
  return {
    path,
    title: "Requirements",
    wide: true,
    body: html`<h1>Requirements</h1>
<p>All ${project.requirements.length} of them, in the order of the chapters.</p>
<div class="scroll" tabindex="0" role="group" aria-label="Requirements"><table><thead><tr><th scope="col">number</th><th scope="col">sentence</th><th scope="col">binds</th><th scope="col">editions</th></tr></thead><tbody>
${project.requirements.map(
  (
    one,
  ) => html`<tr><td><a href="${relativeLink(path, placeOf(one))}">${one.id}</a></td><td>${one.text}</td><td>${one.roles.join(", ")}</td><td>${editionsText(project, one.editions)}</td></tr>
`,
)}</tbody></table></div>`,
  };
}

/** How far the suite decides the specification: chapter by chapter, what no octets decide, and facts that are open. */
export function coveragePage(project: Project, titles: ReadonlyMap<string, string>): Page {
  const path = "spec/coverage.html";
  const { requirements, casesOf, mutantsOf, verdicts } = project;
  const untestable = requirements.filter((one) => one.untestable !== undefined);
  const bare = requirements.filter(
    ({ id, level, untestable: no }) => level === "MUST" && !no && !casesOf.get(id)?.length,
  );
  const open = openRows({ requirements, problems: [] }, readNotTaken(project.root));
  const link = (one: Requirement) => html`<a href="${relativeLink(path, placeOf(one))}">${one.id}</a>`;
  return {
    path,
    title: "Coverage",
    wide: true,
    body: html`<h1>Coverage</h1>
<p>A requirement is covered when a case decides it and the case exposes a mutant: an implementation that differs from a right one by this
rule alone. Below, what there is of both.</p>
<div class="scroll" tabindex="0" role="group" aria-label="Coverage by chapter"><table class="coverage"><thead><tr><th scope="col">chapter</th><th scope="col" class="figure">MUST</th><th scope="col" class="figure">SHOULD</th><th scope="col" class="figure">with a case</th><th scope="col" class="figure">cases</th><th scope="col" class="figure">mutants</th>${verdicts.reports.map(({ about }) => html`<th scope="col">${about.name}</th>`)}</tr></thead><tbody>
${[...byChapter(project)].map(([file, own]) => {
  const cases = [...new Set(own.flatMap(({ id }) => (casesOf.get(id) ?? []).map((one) => one.id)))];
  const level = (name: string) => own.filter((one) => one.level === name).length;
  return html`<tr><td><a href="${relativeLink(path, pagePath(file))}">${titles.get(file)}</a></td><td class="figure">${level("MUST")}</td><td class="figure">${level("SHOULD")}</td>
<td class="figure">${own.filter(({ id }) => casesOf.get(id)?.length).length}</td><td class="figure">${cases.length}</td><td class="figure">${own.flatMap(({ id }) => mutantsOf.get(id) ?? []).length}</td>
${verdicts.reports.map((_, i) => {
  const tally = verdicts.tally(i, cases);
  return html`<td>${standing(tally)} <span class="quiet">${tally.passed}/${tally.passed + tally.failed}</span></td>`;
})}</tr>
`;
})}</tbody></table></div>
<h2 id="open">Without a case</h2>
<p>${bare.length === 0 ? "No testable MUST is without a case." : bare.map((one) => html`${link(one)} `)}</p>
<h2 id="untestable">What no octets decide</h2>
<dl class="list">${untestable.map((one) => html`<dt>${link(one)}</dt><dd>${one.text} <span class="quiet">${one.untestable}</span></dd>`)}</dl>
<h2 id="facts">Facts that are open</h2>
<p>${open.length === 0 ? "Every collected fact about existing implementations is settled by a requirement, or listed as not taken." : `${counted(open.length, "row")} of the collected facts wait for a requirement: ${open.join(", ")}.`}</p>`,
  };
}

/** The editions side by side: what each requires that another does not. */
export function editionsPage(
  project: Project,
  reviews: readonly { readonly title: string; readonly path: string }[],
): Page {
  const path = "spec/editions.html";
  const bound = EDITIONS.filter((edition) => project.requirements.some(({ editions }) => editions.includes(edition)));
  const differing = project.requirements.filter(
    ({ editions }) => !bound.every((edition) => editions.includes(edition)),
  );
  const count = (edition: (typeof bound)[number]) =>
    project.requirements.filter(({ editions }) => editions.includes(edition)).length;
  return {
    path,
    title: "Editions side by side",
    wide: true,
    body: html`<h1>Editions side by side</h1>
<p>${bound.map((edition, i) => html`${i > 0 && ", "}<b>${edition}</b> has ${count(edition)} requirements`)}. Those that not all of them share are below; <a href="changes.html">Changes</a>
tells the same as prose.</p>
${reviews.length > 0 && html`<ul>${reviews.map(({ title, path: to }) => html`<li><a href="${relativeLink(path, to)}">${title}</a></li>`)}</ul>`}
<div class="scroll" tabindex="0" role="group" aria-label="Requirements that differ"><table class="editions"><thead><tr><th scope="col">number</th>${bound.map((edition) => html`<th scope="col">${edition}</th>`)}<th scope="col">sentence</th></tr></thead><tbody>
${differing.map(
  (one) => html`<tr><td><a href="${relativeLink(path, placeOf(one))}">${one.id}</a></td>${bound.map((edition) =>
    one.editions.includes(edition)
      ? html`<td><span class="pass" aria-hidden="true">●</span><span class="unseen">yes</span></td>`
      : html`<td><span class="quiet" aria-hidden="true">·</span><span class="unseen">no</span></td>`,
  )}<td>${one.text}</td></tr>
`,
)}</tbody></table></div>`,
  };
}

/** Where the sources of the format disagree, what is ruled, and how implementations answer the cases that show it. */
export function disagreementsPage(
  project: Project,
  shown: readonly Omit<ShownDisagreement, "cases">[],
  rows: readonly MatrixRow[],
): Page {
  const path = "spec/disagreements.html";
  const differing = new Set(rows.filter(({ differ }) => differ).map((row) => row.case));
  const { reports } = project.verdicts;
  return {
    path,
    title: "Disagreements",
    wide: true,
    body: html`<h1>Disagreements</h1>
<p>Where the documents, savers, readers and verifiers of the format say different things, what holds, and how implementations answer the cases
that show it.${reports.length > 0 && html` <a href="../matrix.html">Every case side by side</a>.`}</p>
${project.disagreements.map(({ row, severity, says, cases = [], undecided }) => {
  const found = shown.find((one) => one.row === row);
  const known = cases.filter((id) => project.caseById.has(id));
  return html`<section class="disagreement" id="${row}"><h2>${row} <span class="severity ${severity}">${severity}</span></h2>
<p>${says}</p>
${found && html`<ul class="ruling">${found.ruling.map((text) => html`<li>${linked(project, text, path)}</li>`)}</ul>`}
${(found?.notes ?? []).map((note) => html`<p class="quiet"><a href="rationale/${note}.html">The reasons: ${note}</a></p>`)}
${
  known.length > 0 &&
  html`<div class="scroll" tabindex="0" role="group" aria-label="Cases of ${row}"><table class="cases"><thead><tr><th scope="col">case</th>${reports.map(({ about }) => html`<th scope="col">${about.name}</th>`)}</tr></thead><tbody>
${known.map(
  (
    id,
  ) => html`<tr><td><code>${id}</code>${differing.has(id) && html` <span class="quiet">answers differ</span>`}</td>${reports.map((_, i) => html`<td>${standing(project.verdicts.tally(i, [id]))}</td>`)}</tr>
`,
)}</tbody></table></div>`
}${undecided && html`<p class="quiet">No case: ${undecided}</p>`}</section>`;
})}`,
  };
}

/** `text` with the number of a requirement at its start as a link. */
function linked({ byId }: Project, text: string, from: string): Markup | string {
  const [, id, rest] = /^([A-Z0-9]+-\d{3})(: [\s\S]*)$/.exec(text) ?? [];
  const known = id === undefined ? undefined : byId.get(id);
  return known ? html`<a href="${relativeLink(from, placeOf(known))}">${known.id}</a>${rest}` : text;
}
