/** What is selected in words, what a Verifier found, and what differs: lists beside and below the octets. */

import { requirements } from "virtual:specification";
import type { Finding } from "../../format/fault.ts";
import type { Comparison, Difference } from "../compare.ts";
import { recordStructure } from "../fields.ts";
import type { ImageNode } from "../nodes.ts";
import type { PageFacts } from "../page-table.ts";
import { element, hex, sizeText } from "./dom.ts";
import { pageText } from "./memory-map.ts";
import { numbersView } from "./numbers.ts";

/** What else is known of what is selected: the page that it is in, what holds it, and its first octets. */
export interface Around {
  readonly page: PageFacts | undefined;
  readonly site: string;
  readonly trail: readonly string[];
  readonly octets: Uint8Array;
}

/** The field that is selected: where it is, what it says, and which requirements are about it. */
export function detailsView(
  { label, at, length, value, field, record, findings }: ImageNode,
  { page, site, trail, octets }: Around,
): HTMLElement {
  const about = record && recordStructure(record);
  const facts: readonly (readonly [string, string])[] = [
    ["at", `${hex(at)} (${at})`],
    ["length", length < 1024 ? `${length} octets` : `${sizeText(length)} (${length})`],
    ...(page ? ([["page", `pfn ${hex(page.pfn)}: ${pageText(page)}`]] as const) : []),
    ...(field ? ([["value", value]] as const) : []),
    ...(record
      ? ([
          ["type", `${hex(record.type)}`],
          ["body", `${record.length} octets`],
        ] as const)
      : []),
  ];
  return element(
    "div",
    {},
    trail.length > 1 && element("p", { class: "trail" }, trail.slice(0, -1).join(" › ")),
    element("h3", {}, label),
    element("dl", {}, ...facts.flatMap(([name, text]) => [element("dt", {}, name), element("dd", {}, text)])),
    field?.doc !== undefined && field.doc !== "" && element("p", {}, field.doc),
    about?.doc !== undefined && element("p", {}, about.doc),
    ...(about?.req ?? []).map((id) => requirementView(id, site)),
    field?.of !== undefined &&
      element("p", { class: "quiet" }, `No requirement is about this field alone. Of what holds it (${field.of}):`),
    ...(field?.req ?? []).map((id) => requirementView(id, site)),
    ...findings.slice(0, 20).map((one) => element("div", { class: "found" }, findingView(one, site))),
    octets.length > 0 && numbersView(octets),
  );
}

function requirementView(id: string, site: string): HTMLElement {
  const known = requirements[id];
  return element("p", { class: "rule" }, requirementLink(id, site), ` ${known?.text ?? ""}`);
}

function requirementLink(id: string, site: string): Node {
  const known = requirements[id];
  return known ? element("a", { href: `${site}${known.place}` }, id) : element("b", {}, id);
}

function findingView({ code, req, found, wanted, path }: Finding, site: string): HTMLElement {
  return element(
    "p",
    {},
    element("code", {}, code),
    " ",
    requirementLink(req, site),
    ` ${path === undefined || path === "" ? "" : `${path}: `}found ${found}, wanted ${wanted}`,
  );
}

/** All that was found, each with a button that leads to its octets. */
export function findingsView(
  findings: readonly Finding[],
  { site, complete, onPick }: { site: string; complete: boolean; onPick: (at: number) => void },
): HTMLElement {
  const rest = complete ? "" : " The contents of pages have not been read.";
  if (findings.length === 0) return element("p", { class: "quiet" }, `A Verifier finds nothing.${rest}`);
  const item = (one: Finding) => {
    const button = element("button", { type: "button" }, hex(one.at));
    button.addEventListener("click", () => onPick(one.at));
    return element("li", { class: one.level === "MUST" ? "bad" : "warn" }, button, findingView(one, site));
  };
  return element(
    "div",
    {},
    element("p", { class: "quiet" }, `${findings.length} found.${rest}`),
    element("ol", { class: "findings" }, ...findings.slice(0, 500).map(item)),
  );
}

/** What sets two images apart. */
export function differencesView({ differences, pages }: Comparison, onPick: (one: Difference) => void): HTMLElement {
  const item = (one: Difference) => {
    const button = element("button", { type: "button" }, one.what);
    button.addEventListener("click", () => onPick(one));
    return element("li", {}, button, ` ${one.detail}`);
  };
  const equal = `${pages.same} pages are the same, ${pages.other} are not.`;
  const text = differences.length === 0 ? `Nothing differs: ${equal}` : `${differences.length} differences; ${equal}`;
  return element(
    "div",
    {},
    element("p", { class: "quiet" }, text),
    element("ol", { class: "differences" }, ...differences.slice(0, 1000).map(item)),
  );
}
