import type { Report } from "../../harness/index.ts";
import { html, type Markup } from "./markup.ts";

type Trial = Report["trials"][number];
type Window = NonNullable<Trial["window"]>;

/** One trial on a screen of its own: the requirement, the octets, what was wanted and what came, and how to run it again. */
export function failureBlock(trial: Trial): Markup {
  const { case: id, role, edition, verdict, level, requirements, why, expected, outcome, rerun, context, twin } = trial;
  const { detail, difference, window, wantedWindow, stderr, choice } = trial;
  const odd = context && (context.stream !== "plain" || context.channel !== "forward" || context.target !== undefined);
  return html`<section class="failure" id="${id}.${edition}.${role}">
<h3><code>${id}</code> <span class="quiet">${edition} ${role}</span> <span class="${level === "MUST" ? "bad" : "warn"}">${verdict}</span></h3>
<p>${why}</p>
${requirements.map((requirement) => html`<p class="quiet"><b>${requirement.id}</b> ${requirement.text}</p>`)}
<dl>
<dt>wanted</dt><dd>${expected}${choice && html` <span class="quiet">(${choice.name}: ${choice.option ?? "not declared"})</span>`}</dd>
<dt>got</dt><dd>${outcome}${detail && html`, ${detail}`}</dd>
${twin && html`<dt>twin</dt><dd>${twin.name}: ${twin.outcome}${twin.detail && html`, ${twin.detail}`}</dd>`}
${
  difference &&
  html`<dt>first difference</dt><dd><code>${difference.path || "/"}</code></dd>
<dt>wanted there</dt><dd><code>${jsonText(difference, "want")}</code></dd>
<dt>got there</dt><dd><code>${jsonText(difference, "got")}</code></dd>`
}
<dt>input</dt><dd>${trial.input}</dd>
${odd && html`<dt>context</dt><dd><code>${JSON.stringify(context)}</code></dd>`}
</dl>
${window && hexWindow(window)}
${wantedWindow && hexWindow(wantedWindow)}
${stderr && html`<details><summary>standard error</summary><pre>${stderr}</pre></details>`}
<pre>${rerun}</pre>
</section>`;
}

const OF = { image: "the image", out: "what was written", wanted: "what was wanted" } as const;

/** Sixteen octets to a row, those that matter marked. */
export function hexWindow({ of, size, rows, cuts }: Window, caption: string = OF[of]): Markup {
  return html`<table class="hex"><caption class="quiet">${caption}, ${size} octets</caption>
${rows.map(
  ({ at, octets, marked }) =>
    html`<tr><td class="at">${hex(at)}</td>${octets
      .split(" ")
      .map((octet, column) => html`<td>${marked.includes(column) ? html`<mark>${octet}</mark>` : octet}</td>`)}</tr>`,
)}
</table>
${cuts.map(({ at, removed }) => html`<p class="quiet">${removed} octets were taken away at ${hex(at)}</p>`)}`;
}

function jsonText(difference: object, key: "want" | "got"): string {
  const value = (difference as Record<string, unknown>)[key];
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 400 ? `${text.slice(0, 400)}...` : text;
}

function hex(at: number): string {
  return `0x${at.toString(16)}`;
}
