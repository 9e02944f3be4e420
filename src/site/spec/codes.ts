import type { Requirement } from "../../authoring/ledger/requirement.ts";
import { type Context, type Edition, type Finding, FormatError, verifyImage } from "../../containers/index.ts";
import { type HexWindow, patchWindow, windowAt } from "../../harness/hex-window.ts";
import { applyPatch, type Case, planPatch } from "../../harness/index.ts";
import { contextOf, editsOf, type Image, nameFor } from "../../harness/model.ts";
import { hexWindow } from "../report/failure-block.ts";
import { html, type Markup } from "../report/markup.ts";
import type { Page } from "./layout.ts";
import { relativeLink } from "./markdown.ts";
import type { Project } from "./project.ts";
import { editionsText, oneEdit, placeOf } from "./requirement.ts";

/** The largest image that an example is taken from, in octets; larger ones show nothing that these do not. */
const LARGEST = 2 ** 21;

/** A breach as a case makes it, in octets, and what the Verifier of the reference says of it. */
interface Example {
  readonly case: Case;
  readonly image: Image;
  readonly edition: string;
  readonly wrong: HexWindow;
  readonly right: HexWindow;
  readonly finding: Finding | undefined;
}

/** A page for each code of a departure: what it means, how it looks in octets, what is right instead; and their index. */
export async function codePages(project: Project): Promise<Page[]> {
  const pages: Page[] = [];
  for (const [code, rules] of project.byCode)
    pages.push(codePage(project, code, rules, await exampleOf(project, code)));
  return [indexPage(project), ...pages];
}

function indexPage(project: Project): Page {
  const path = "spec/codes/index.html";
  const codes = [...project.byCode].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    path,
    title: "Codes",
    wide: true,
    body: html`<h1>Codes</h1>
<p>A departure from the specification has a code, which reports and adapters name it by. There are ${codes.length}.</p>
<div class="scroll" tabindex="0" role="group" aria-label="Codes"><table><thead><tr><th scope="col">code</th><th scope="col">rule</th><th scope="col">requirements</th></tr></thead><tbody>
${codes.map(
  ([
    code,
    rules,
  ]) => html`<tr id="${code}"><td><a href="${code}.html"><code>${code}</code></a></td><td>${ruleText(rules)}</td><td>${rules.map((one) => html`<a href="${relativeLink(path, placeOf(one))}">${one.id}</a> `)}</td></tr>
`,
)}</tbody></table></div>`,
  };
}

function ruleText(rules: readonly Requirement[]): string {
  return (rules.find(({ subject }) => subject !== "reader") ?? rules[0]!).text;
}

function codePage(project: Project, code: string, rules: readonly Requirement[], example: Example | undefined): Page {
  const path = `spec/codes/${code}.html`;
  const onImages = rules.filter(({ subject }) => subject !== "reader");
  const onReaders = rules.filter(({ subject }) => subject === "reader");
  const section = (title: string, list: readonly Requirement[]) =>
    list.length > 0 && html`<h2>${title}</h2>${list.map((one) => ruleBlock(project, one, path))}`;
  return {
    path,
    title: code,
    body: html`<p class="crumb"><a href="index.html">Codes</a></p>
<h1><code>${code}</code></h1>
${section("What an image has to be", onImages)}
${section("What a Reader does about a breach", onReaders)}
${example ? exampleSection(example) : html`<p class="quiet">No case shows it in the octets of a small image.</p>`}`,
  };
}

function ruleBlock(project: Project, one: Requirement, from: string): Markup {
  return html`<blockquote class="rule"><p><a class="number" href="${relativeLink(from, placeOf(one))}">${one.id}</a> ${one.text}</p>
<p class="quiet">${one.level}, ${editionsText(project, one.editions)}${one.choice && html`, choice ${one.choice.name}`}</p></blockquote>`;
}

function exampleSection({ case: one, image, edition, wrong, right, finding }: Example): Markup {
  return html`<h2>How it looks</h2>
<p>What it catches: ${one.why.replace(/\.$/, "")}. <span class="quiet">The case <code>${one.id}</code> in edition ${edition}: the image <code>${image.name}</code>, ${editsOf(
    one,
  ).map((edit, i) => html`${i > 0 && "; "}<code>${oneEdit(edit)}</code>`)}.</span></p>
<div class="scroll" tabindex="0" role="group" aria-label="Octets with the fault">${hexWindow(wrong, "with the fault")}</div>
${finding && html`<p>A Verifier says: at <code>0x${finding.at.toString(16)}</code>${finding.path && html`, <code>${finding.path}</code>`}, found ${finding.found}, wanted ${finding.wanted}.</p>`}
<h2>The fix</h2>
<p>${finding ? html`Write ${finding.wanted}.` : "Write what the rule says."} The image that differs by the fault alone, and is accepted, has here:</p>
<div class="scroll" tabindex="0" role="group" aria-label="Octets without the fault">${hexWindow(right, "without the fault")}</div>`;
}

/** A case that breaks a rule of this code by a patch: of the newest edition, in the smallest image. */
async function exampleOf({ byCode, suite }: Project, code: string): Promise<Example | undefined> {
  const ids = new Set(byCode.get(code)!.map(({ id }) => id));
  const edited = [...suite.cases.values()].flatMap((one) => {
    if (one.breaks === undefined || !ids.has(one.breaks) || one.image === undefined || editsOf(one).length === 0)
      return [];
    return suite.requirements.get(one.breaks)!.editions.flatMap((edition) => {
      const image = suite.images.get(nameFor(one.image!, edition));
      return image && image.size <= LARGEST ? [{ one, image, edition }] : [];
    });
  });
  const [smallest] = edited.sort((a, b) =>
    a.edition === b.edition ? a.image.size - b.image.size : a.edition > b.edition ? -1 : 1,
  );
  if (!smallest) return undefined;
  const { one, image, edition } = smallest;
  const plan = planPatch(image, editsOf(one), one.sums === "keep");
  const before = await image.octets();
  const octets = applyPatch(plan, before);
  const at = Math.min(plan.layout.edits[0]!.span.start, Math.max(0, before.length - 1));
  return {
    case: one,
    image,
    edition,
    wrong: patchWindow(plan.layout, octets),
    right: { ...windowAt("image", before, at), size: before.length },
    finding: findings(octets, edition as Edition, contextOf(one) as Context).find((found) => found.code === code),
  };
}

/** What the Verifier of the reference finds in an image. */
export function findings(octets: Uint8Array, edition: Edition, context: Context): readonly Finding[] {
  try {
    const verifier = verifyImage({ edition, context, deep: true });
    verifier.push(octets);
    const first = verifier.end();
    const second = verifier.secondPass?.();
    if (!second) return first.findings;
    second.push(octets);
    return second.end().findings;
  } catch (error) {
    if (error instanceof FormatError) return [error.finding];
    throw error;
  }
}
