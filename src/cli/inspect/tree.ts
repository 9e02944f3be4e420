import type { Inspection } from "../../containers/index.ts";
import { offsetText } from "../finding-text.ts";
import { groups, kindText, octetsText } from "../reading.ts";
import { clipped, type Screen } from "../terminal.ts";
import { outline, type Run, runId, runsOf } from "./outline.ts";

/** A line of a tree with what hangs below it. */
export type Branch = { readonly text: string; readonly strong?: string; readonly branches: readonly Branch[] };

/** Elements of a list that are shown of each; `--record` shows all. */
const FEW = 8;
/** Octets of a field that are shown, as characters of hexadecimal. */
const LONG = 64;

/** An inspection as a tree: containers, the image, its records, their fields. */
export function inspectionTree(inspection: Inspection, screen: Screen): string {
  const runs = runsOf(outline(inspection));
  const roots = nested(runs, 0, runs.length, 0);
  const title = screen.colour.bold(kindText(inspection.edition, inspection.container));
  return `${[title, ...drawn(roots, screen)].join("\n")}\n`;
}

/** The branches of runs [from, to), whose depth is at least `depth`. */
function nested(runs: readonly Run[], from: number, to: number, depth: number): Branch[] {
  const branches: Branch[] = [];
  for (let at = from; at < to; ) {
    const run = runs[at] as Run;
    let next = at + 1;
    while (next < to && (runs[next] as Run).first.depth > Math.max(depth, run.first.depth)) next++;
    branches.push(branchOf(run, nested(runs, at + 1, next, depth + 1)));
    at = next;
  }
  return branches;
}

function branchOf(run: Run, below: readonly Branch[]): Branch {
  const { first, count, length } = run;
  const name = count > 1 ? `${first.name} x ${groups(count)}` : first.name;
  return {
    strong: runId(run),
    text: [name, `at ${offsetText(first.at)}`, octetsText(length)].filter((part) => part !== "").join("  "),
    branches: [...(count > 1 ? [] : fieldBranches(first.fields ?? {}, FEW)), ...below],
  };
}

/** The fields of an object: a line each, lists with at most `few` of their elements. */
export function fieldBranches(fields: object, few: number): Branch[] {
  return Object.entries(fields).map(([name, value]) => valueBranch(name, value, few));
}

function valueBranch(name: string, value: unknown, few: number): Branch {
  if (Array.isArray(value)) {
    // A few numbers fit in a line.
    if (value.length <= 16 && value.every((item) => typeof item !== "object" && String(item).length <= 4))
      return { strong: name, text: value.join(" "), branches: [] };
    const shown = value.slice(0, few).map((item, index) => valueBranch(`[${index}]`, item, few));
    const more = value.length - shown.length;
    const rest = more > 0 ? [{ text: `and ${groups(more)} more`, branches: [] }] : [];
    return { strong: name, text: `${groups(value.length)} of them`, branches: [...shown, ...rest] };
  }
  if (typeof value === "object" && value !== null) {
    const flat = Object.values(value).every((one) => typeof one !== "object" || one === null);
    // What fits in a line is not worth five.
    if (flat && Object.keys(value).length <= 8) {
      const text = Object.entries(value).map(([key, one]) => `${key}=${valueText(one)}`);
      return { strong: name, text: text.join(" "), branches: [] };
    }
    return { strong: name, text: "", branches: fieldBranches(value, few) };
  }
  return { strong: name, text: valueText(value), branches: [] };
}

function valueText(value: unknown): string {
  const text = String(value);
  return text.length > LONG ? `${text.slice(0, LONG)}... (${groups(text.length)} characters)` : text;
}

/** Branches with the lines that join them. */
export function drawn(branches: readonly Branch[], screen: Screen, before = ""): string[] {
  const { columns, colour, unicode } = screen;
  const [fork, corner, bar] = unicode ? ["\u251c\u2500 ", "\u2514\u2500 ", "\u2502  "] : ["|- ", "`- ", "|  "];
  return branches.flatMap(({ strong = "", text, branches: below }, index) => {
    const isLast = index === branches.length - 1;
    const lead = `${before}${isLast ? corner : fork}`;
    const room = columns && Math.max(8, columns - lead.length - strong.length - 1);
    const line = `${colour.dim(lead)}${colour.cyan(strong)} ${clipped(text, room, unicode)}`.trimEnd();
    return [line, ...drawn(below, screen, `${before}${isLast ? "   " : bar}`)];
  });
}
