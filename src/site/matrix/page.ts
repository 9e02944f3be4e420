import { html, type Markup, raw } from "../report/markup.ts";
import { STYLE } from "../report/style.ts";
import type { Cell, Implementation, Matrix, MatrixRow, ShownDisagreement } from "./matrix.ts";
import { MATRIX_SCRIPT } from "./script.ts";

const TONE: Readonly<Record<string, string>> = {
  pass: "good",
  none: "quiet",
  void: "quiet",
  "undeclared-skip": "quiet",
  known: "warn",
  fixed: "warn",
  conforms: "good",
  incomplete: "warn",
  fails: "bad",
};

/** A matrix as one self-contained HTML page, in the style of a report. Equal matrices give equal pages. */
export function matrixPage(matrix: Matrix): string {
  const { suite, implementations, rows, disagreements } = matrix;
  const differing = rows.filter(({ differ }) => differ).length;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${suite.name} ${suite.version}: implementations side by side</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header>
<h1>Implementations side by side</h1>
<dl><dt>suite</dt><dd>${suite.name} ${suite.version} <span class="quiet digest">${suite.digest}</span></dd></dl>
</header>
<main>
<h2>Implementations <span class="quiet">${implementations.length}</span></h2>
<div class="cards">${implementations.map((one, column) => implementationCard(one, column, rows))}</div>
${disagreements.length > 0 && disagreementSection(disagreements)}
<h2>Cases <span class="quiet"><span id="shown">${rows.length}</span> of ${rows.length}, ${differing} differ</span></h2>
${caseTable(implementations, rows)}
</main>
<script>${raw(MATRIX_SCRIPT)}</script>
</body>
</html>
`;
  return page.toString();
}

function implementationCard(one: Implementation, column: number, rows: readonly MatrixRow[]): Markup {
  const counts: Record<string, number> = {};
  for (const { cells } of rows) {
    const { verdict } = cells[column]!;
    counts[verdict] = (counts[verdict] ?? 0) + 1;
  }
  return html`<section class="card" aria-label="${one.name}">
<h3>${one.name} <span class="quiet">${one.version}</span></h3>
<table>
${one.certificates.map(
  ({ edition, role, result }) =>
    html`<tr><th scope="row">${edition} ${role}</th><td class="${TONE[result]}">${result}</td></tr>`,
)}
</table>
<p class="quiet">${Object.keys(counts)
    .sort()
    .map((verdict) => `${counts[verdict]} ${verdict}`)
    .join(", ")}</p>
<p class="quiet">${one.values.length === 0 ? "States not compared." : `States: ${one.values.join(", ")}.`}</p>
</section>`;
}

function disagreementSection(disagreements: readonly ShownDisagreement[]): Markup {
  const shown = disagreements.filter(({ cases }) => cases.length > 0).length;
  return html`<h2>Where the sources of the format disagree <span class="quiet">${disagreements.length}, ${shown} shown by cases</span></h2>
<div class="scroll"><table>
<thead><tr><th scope="col">row</th><th scope="col">severity</th><th scope="col">disagreement</th><th scope="col">ruling</th><th scope="col">cases</th></tr></thead>
<tbody>
${disagreements.map(
  (one) => html`<tr id="${one.row}"><td>${one.row}</td><td>${one.severity}</td><td>${one.says}</td>
<td>${one.ruling.map((text) => html`<div>${text}</div>`)}${
    one.notes.length > 0 && html`<div class="quiet">notes: ${one.notes.join(", ")}</div>`
  }</td>
<td>${one.cases.map(
    ({ case: id, differ }) =>
      html`<div><a href="#case-${id}"><code>${id}</code></a>${differ && html` <span class="bad">differ</span>`}</div>`,
  )}${one.undecided && html`<div class="quiet">${one.undecided}</div>`}</td></tr>
`,
)}
</tbody>
</table></div>`;
}

function caseTable(implementations: readonly Implementation[], rows: readonly MatrixRow[]): Markup {
  // A link to a case goes to the first of its rows.
  const linked = new Set<string>();
  const place = (id: string) => {
    if (linked.has(id)) return false;
    linked.add(id);
    return html` id="case-${id}"`;
  };
  return html`<form class="filters" hidden>
<label>words <input name="text" type="search"></label>
<label>requirement <input name="requirement" type="search" list="requirements"></label>
<datalist id="requirements">${options(rows.flatMap(({ requirements }) => requirements))}</datalist>
<label>disagreement <input name="fact" type="search" size="5"></label>
${select("role", rows)}${select("edition", rows)}
<label>answers <select name="differ"><option value="">all</option><option value="yes">differ</option><option value="no">agree</option></select></label>
</form>
<div class="scroll"><table id="trials">
<thead><tr><th scope="col">case</th><th scope="col">role</th><th scope="col">edition</th><th scope="col">requirement</th>
${implementations.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (
    row,
  ) => html`<tr${place(row.case)} data-role="${row.role}" data-edition="${row.edition}" data-differ="${row.differ ? "yes" : "no"}" data-requirement="${row.requirements.join(" ")}" data-fact="${row.facts.join(" ")}"><td title="${row.why}"><code>${row.case}</code></td>
<td>${row.role}</td><td>${row.edition}</td><td>${row.requirements.join(" ")}${row.facts.length > 0 && html` <span class="quiet">${row.facts.join(" ")}</span>`}</td>${row.cells.map(cellOf)}</tr>
`,
)}
</tbody>
</table></div>`;
}

function cellOf({ outcome, verdict }: Cell): Markup {
  const text = verdict === "none" ? "" : verdict === "pass" || verdict === outcome ? outcome : `${outcome}, ${verdict}`;
  return html`<td class="${TONE[verdict] ?? "bad"}">${text}</td>`;
}

function options(values: readonly string[]): Markup {
  return html`${[...new Set(values)].sort().map((value) => html`<option value="${value}">${value}</option>`)}`;
}

function select(key: "role" | "edition", rows: readonly MatrixRow[]): Markup {
  return html`<label>${key} <select name="${key}"><option value="">all</option>${options(rows.map((row) => row[key]))}</select></label>`;
}
