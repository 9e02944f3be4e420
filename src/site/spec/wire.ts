import { type FieldRow, fieldRows } from "../../authoring/kaitai/field-table.ts";
import type { KsyType } from "../../authoring/kaitai/ksy.ts";
import { typesOf } from "../../authoring/kaitai/ksy.ts";
import { html, type Markup } from "../report/markup.ts";
import type { Page } from "./layout.ts";
import { relativeLink } from "./markdown.ts";
import { octetDrawing } from "./octets.ts";
import type { Project } from "./project.ts";
import { placeOf } from "./requirement.ts";

/** The page of a schema. */
export const wirePath = (ksy: string) => `spec/wire/${ksy}.html`;

/** The fields of a type as a table, each with its requirements and, where it has one, its enumeration. */
export function fieldMarkup(project: Project, ksy: string, type: string, from: string): Markup {
  const rows = fieldRows(project.schemas, ksy, type);
  const bound = rows.some(({ req }) => req.length > 0);
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Fields of ${type}"><table class="fields">
<thead><tr><th scope="col">offset</th><th scope="col">size</th><th scope="col">field</th><th scope="col">type</th><th scope="col">meaning</th>${bound && html`<th scope="col">rules</th>`}</tr></thead>
<tbody>
${rows.map((row) => fieldRow(project, row, from, bound))}
</tbody></table></div>`;
}

function fieldRow(
  { byId }: Project,
  { offset, size, name, type, doc, req }: FieldRow,
  from: string,
  bound: boolean,
): Markup {
  const known = req.flatMap((id) => byId.get(id) ?? []);
  return html`<tr><td>${offset}</td><td>${size}</td><td><code>${name}</code></td><td>${type}</td><td>${doc}</td>${
    bound && html`<td>${known.map((one) => html`<a href="${relativeLink(from, placeOf(one))}">${one.id}</a> `)}</td>`
  }</tr>
`;
}

/** A page for each schema: its structures drawn, their fields, its enumerations; and a list of them all. */
export function wirePages(project: Project): Page[] {
  const pages = [...project.schemas].map(([id, ksy]) => wirePage(project, id, ksy));
  const index: Page = {
    path: "spec/wire/index.html",
    title: "The wire",
    body: html`<h1>The wire</h1>
<p>What every structure of the format looks like, drawn from its Kaitai Struct description in <code>schemas/</code>. Where the prose and a
description disagree, the prose is right.</p>
<table><thead><tr><th scope="col">structure</th><th scope="col">what it is</th></tr></thead><tbody>
${[...project.schemas].map(
  ([
    id,
    { doc },
  ]) => html`<tr><td><a href="${id}.html"><code>${id}</code></a></td><td>${firstSentence(doc ?? "")}</td></tr>
`,
)}</tbody></table>`,
  };
  return [index, ...pages];
}

function wirePage(project: Project, id: string, ksy: KsyType): Page {
  const path = wirePath(id);
  const types = typesOf(id, ksy).filter(({ path: at, type }) => at.length <= 2 && (type.seq ?? []).length > 0);
  const enums = typesOf(id, ksy).flatMap(({ type }) => Object.entries(type.enums ?? {}));
  return {
    path,
    title: id,
    headings: [
      ...types.slice(1).map(({ path: at }) => ({ level: 2, text: at.at(-1)!, id: `type-${at.at(-1)!}` })),
      ...enums.map(([name]) => ({ level: 2, text: name, id: `enum-${name}` })),
    ],
    body: html`<h1><code>${id}</code></h1>
${types.map(({ path: at, type }, i) => {
  const name = at.at(-1)!;
  return html`${i > 0 && html`<h2 id="type-${name}"><code>${name}</code></h2>`}
<p>${(type.doc ?? "").trim()}</p>
${octetDrawing(project.schemas, id, name)}
${fieldMarkup(project, id, name, path)}`;
})}
${enums.map(([name, entries]) => enumeration(name, entries))}
<p class="quiet">From <a href="../../schemas/${id}.ksy"><code>schemas/${id}.ksy</code></a>.</p>`,
  };
}

function enumeration(name: string, entries: NonNullable<KsyType["enums"]>[string]): Markup {
  return html`<h2 id="enum-${name}"><code>${name}</code></h2>
<table><thead><tr><th scope="col">value</th><th scope="col">name</th><th scope="col">meaning</th></tr></thead><tbody>
${Object.entries(entries).map(([value, entry]) => {
  const { id, doc = "" } = typeof entry === "string" ? { id: entry } : entry;
  return html`<tr><td>${value} <span class="quiet">0x${Number(value).toString(16)}</span></td><td><code>${id}</code></td><td>${doc}</td></tr>
`;
})}</tbody></table>`;
}

function firstSentence(doc: string): string {
  return /^[\s\S]*?\.(?=\s|$)/.exec(doc.trim())?.[0].replaceAll("\n", " ") ?? doc.trim();
}
