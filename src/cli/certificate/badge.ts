import type { Certificate } from "../../harness/index.ts";
import { html } from "../../site/report/markup.ts";
import { CommandError } from "../ending.ts";

const LABEL = "domain save image";
const TONES = { conforms: "#1a7f37", incomplete: "#9a6700", fails: "#cf222e" } as const;
/** Width of a character, and the margin on either side; the text is fitted to it, so that every font comes out alike. */
const CHARACTER = 6.6;
const MARGIN = 6;

/** A badge in SVG: what conforms by edition and role, or that something does not. Equal certificates give equal badges. */
export function badgeOf(certificates: readonly Certificate[]): string {
  const [first] = certificates;
  if (first === undefined) throw new CommandError("there is no certificate to draw");
  const worst = (["fails", "incomplete"] as const).find((result) => certificates.some((one) => one.result === result));
  const shown = worst ? certificates.filter(({ result }) => result === worst) : certificates;
  const what = `${worst ?? "conforms"}: ${told(shown)}`;
  const left = Math.round(LABEL.length * CHARACTER) + 2 * MARGIN;
  const right = Math.round(what.length * CHARACTER) + 2 * MARGIN;
  const text = (words: string, at: number, width: number) =>
    html`<text x="${at + width / 2}" y="14" textLength="${width - 2 * MARGIN}">${words}</text>`;
  return `${html`<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${LABEL}: ${what}">
<title>${LABEL}: ${what}</title>
<clipPath id="round"><rect width="${left + right}" height="20" rx="3"/></clipPath>
<g clip-path="url(#round)"><rect width="${left}" height="20" fill="#444"/><rect x="${left}" width="${right}" height="20" fill="${TONES[worst ?? "conforms"]}"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
${text(LABEL, 0, left)}
${text(what, left, right)}
</g>
</svg>`}\n`;
}

/** Editions with their roles: `v2 v3 reader, v3 verifier`. */
function told(certificates: readonly Certificate[]): string {
  const byRole = new Map<string, string[]>();
  for (const { role, edition } of certificates) byRole.set(role, [...(byRole.get(role) ?? []), edition]);
  return [...byRole].map(([role, editions]) => `${editions.join(" ")} ${role}`).join(", ");
}
