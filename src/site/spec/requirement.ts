import { EDITIONS } from "../../authoring/editions.ts";
import type { Requirement } from "../../authoring/ledger/requirement.ts";
import type { Case } from "../../authoring/lint/suite.ts";
import type { Edit } from "../../harness/edits.ts";
import { html, type Markup, raw } from "../report/markup.ts";
import { pagePath, relativeLink } from "./markdown.ts";
import type { KnownMutant, Project } from "./project.ts";
import type { Standing, Tally } from "./verdicts.ts";

/** The words for what an implementation made of something, and the sign that stands beside them. */
export const STANDING: Readonly<Record<Standing, { readonly sign: string; readonly word: string }>> = {
  pass: { sign: "✓", word: "passes" },
  fails: { sign: "✗", word: "departs" },
  unasked: { sign: "?", word: "not asked" },
  outside: { sign: "–", word: "takes no part" },
};

/** The place of a requirement in the site. */
export function placeOf({ file, id }: Pick<Requirement, "file" | "id">): string {
  return `${pagePath(file)}#${id}`;
}

/** A requirement as it stands in its chapter: sentence, what is known of it, its cases, mutants and who keeps it. */
export function requirementBlock(
  project: Project,
  requirement: Requirement,
  sentence: string,
  cased: Set<string>,
): Markup {
  const { id, file, untestable } = requirement;
  const from = pagePath(file);
  const cases = project.casesOf.get(id) ?? [];
  const mutants = project.mutantsOf.get(id) ?? [];
  return html`<section class="requirement" id="${id}" aria-labelledby="n-${id}">
<p class="sentence"><a class="number" id="n-${id}" href="#${id}">${id}</a> ${raw(sentence)}</p>
<div class="about">${facts(project, requirement, from)}${standings(project, requirement, cases)}</div>
${untestable && html`<p class="quiet">No octets can decide this: ${untestable}.</p>`}
${
  cases.length + mutants.length > 0 &&
  html`<details><summary>${counted(cases.length, "case")}${mutants.length > 0 && html`, ${counted(mutants.length, "mutant")}`}</summary>
${cases.length > 0 && caseTable(project, cases, requirement, cased)}
${mutants.length > 0 && mutantList(mutants)}</details>`
}
</section>`;
}

function facts(project: Project, requirement: Requirement, from: string): Markup {
  const { roles, editions, needs, choice, codes, rationale, facts: rows, subject } = requirement;
  const to = (path: string) => relativeLink(from, path);
  const disagreements = rows.filter((row) => project.disagreements.some((one) => one.row === row));
  return html`<ul class="facts">
<li>${subject === "image" ? "Writer, Verifier" : roles.map((role) => role[0]!.toUpperCase() + role.slice(1)).join(", ")}</li>
<li>${editionsText(project, editions)}</li>
${codes.map((code) => html`<li><a href="${to(`spec/codes/${code}.html`)}"><code>${code}</code></a></li>`)}
${needs.map((need) => html`<li>needs ${need}</li>`)}
${choice && html`<li>choice ${choice.name}</li>`}
${rationale.map((note) => html`<li><a href="${to(`spec/rationale/${note}.html`)}">why</a></li>`)}
${disagreements.map((row) => html`<li><a href="${to(`spec/disagreements.html#${row}`)}">${row}</a></li>`)}
</ul>`;
}

/** Editions as people say them: all, one, or from which on. */
export function editionsText(project: Pick<Project, "suite">, editions: readonly string[]): string {
  const known = EDITIONS.filter((edition) => project.suite.editions.includes(edition));
  if (known.every((edition) => editions.includes(edition))) return "all editions";
  return editions.join(", ");
}

function standings({ verdicts }: Project, { roles }: Requirement, cases: readonly Case[]): Markup | false {
  if (verdicts.reports.length === 0 || cases.length === 0) return false;
  const ids = cases.map(({ id }) => id);
  const shown = verdicts.reports
    .map(({ about }, index) => ({ name: about.name, tally: verdicts.tally(index, ids, roles) }))
    .filter(({ tally }) => tally.standing !== "outside");
  return html`<ul class="standings" aria-label="Implementations">${shown.map(
    ({ name, tally }) => html`<li>${standing(tally)} ${name}</li>`,
  )}</ul>`;
}

/** The sign of a tally, with its words for those who do not see it. */
export function standing({ standing: what, passed, failed }: Tally): Markup {
  const { sign, word } = STANDING[what];
  const counts = passed + failed === 0 ? "" : `: ${passed} of ${passed + failed} trials`;
  return html`<span class="${what}" title="${word}${counts}"><span aria-hidden="true">${sign}</span><span class="unseen">${word}${counts}</span></span>`;
}

function caseTable(project: Project, cases: readonly Case[], { id, roles }: Requirement, cased: Set<string>): Markup {
  const { reports } = project.verdicts;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Cases of ${id}"><table class="cases">
<thead><tr><th scope="col">case</th><th scope="col">wanted</th>${reports.map(({ about }) => html`<th scope="col">${about.name}</th>`)}</tr></thead>
<tbody>
${cases.map((one) => {
  const anchor = cased.has(one.id) ? false : html` id="case-${one.id}"`;
  cased.add(one.id);
  return html`<tr${anchor}><td><code>${one.id}</code>${one.breaks !== undefined && one.breaks !== id && html` <span class="quiet">breaks ${one.breaks}</span>`}<br>${why(project, one.id)}${editText(project, one.id)}</td>
<td>${roles.filter((role) => one[role] !== undefined).map((role) => html`<div>${role} ${expectation(one[role])}</div>`)}</td>
${reports.map((_, index) => html`<td>${standing(project.verdicts.tally(index, [one.id], roles))}</td>`)}</tr>
`;
})}</tbody></table></div>`;
}

function why({ suite }: Project, id: string): string {
  return suite.cases.get(id)?.why ?? "";
}

function editText({ suite }: Project, id: string): Markup | false {
  const found = suite.cases.get(id);
  const edits = found?.patch === undefined ? [] : [found.patch].flat();
  if (edits.length === 0) return false;
  return html`<br><span class="quiet"><code>${found!.image}</code>: ${edits.map((edit, i) => html`${i > 0 && "; "}<code>${oneEdit(edit)}</code>`)}</span>`;
}

/** An edit as one reads it: `at end insert cd ab 00 00`. */
export function oneEdit(edit: Edit): string {
  const { at, ...does } = edit as { at: string | number } & Record<string, unknown>;
  const [verb = "", what] = Object.entries(does)[0] ?? [];
  const operand = what === true ? "" : typeof what === "object" ? JSON.stringify(what) : String(what);
  const text = operand.length > 72 ? `${operand.slice(0, 70)}…` : operand;
  return `at ${at} ${verb} ${text}`.trim();
}

function expectation(what: unknown): string {
  if (typeof what === "string") return what;
  return Object.entries(what as Record<string, string>)
    .map(([option, answer]) => `${answer} (${option})`)
    .join(", ");
}

function mutantList(mutants: readonly KnownMutant[]): Markup {
  return html`<ul class="mutants">${mutants.map(
    ({ id, role, does }) => html`<li><code>${id}</code> <span class="quiet">${role}</span> ${does}</li>`,
  )}</ul>`;
}

/** `1 case`, `3 cases`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
