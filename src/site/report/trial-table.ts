import type { Report } from "../../harness/index.ts";
import { html, type Markup } from "./markup.ts";

type Trials = Report["trials"];

const TONE: Readonly<Record<string, string>> = { pass: "good", none: "quiet", known: "warn", fixed: "warn" };

/** Every trial in a table, with filters that the page's script makes work. */
export function trialTable(trials: Trials): Markup {
  return html`<form class="filters" hidden>
<label>words <input name="text" type="search"></label>
${select("role", trials)}${select("edition", trials)}${select("verdict", trials)}
</form>
<div class="scroll"><table id="trials">
<thead><tr><th scope="col">case</th><th scope="col">role</th><th scope="col">edition</th><th scope="col">requirement</th>
<th scope="col">level</th><th scope="col">outcome</th><th scope="col">verdict</th></tr></thead>
<tbody>
${trials.map(row)}
</tbody>
</table></div>`;
}

function row({
  case: id,
  role,
  edition,
  requirements,
  level,
  outcome,
  verdict,
  status,
  missing,
  judged,
}: Trials[number]): Markup {
  const apart = [status, missing && missing.length > 0 && `needs ${missing.join(", ")}`].filter(Boolean).join("; ");
  return html`<tr data-role="${role}" data-edition="${edition}" data-verdict="${verdict}"><td><code>${id}</code></td>
<td>${role}</td><td>${edition}</td><td>${requirements.map((requirement) => requirement.id).join(" ")}</td><td>${level}</td>
<td>${outcome}</td><td class="${TONE[verdict] ?? (judged ? "bad" : "quiet")}">${verdict}${apart && ` (${apart})`}</td></tr>
`;
}

function select(key: "role" | "edition" | "verdict", trials: Trials): Markup {
  const options = [...new Set(trials.map((trial) => trial[key]))].sort();
  return html`<label>${key} <select name="${key}"><option value="">all</option>
${options.map((option) => html`<option>${option}</option>`)}</select></label>`;
}
