/** The limits that the ledger sets, as the table of SECURITY.md. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Ledger } from "./ledger.ts";
import type { Problem, Requirement } from "./requirement.ts";

const FILE = "SECURITY.md";
const BLOCK = /(<!-- limits -->\n)[\s\S]*?(<!-- \/limits -->)/;
/** What a sentence sets a bound to, and the bound: a number, or a power of two. */
const BOUND =
  /^(?:The |A |An )?(.+?) MUST (?:.*?)(?:NOT exceed|at most|NOT ask for a window of more than) (\d+\^\d+|\d+)(?: octets)?\b/;
const GROUPS = /\B(?=(\d{3})+$)/g;

/** A row for each MUST of images that sets an upper bound: what it bounds, to what, in which editions. */
export function limitsTable({ requirements }: Ledger): string {
  const rows = requirements.flatMap((requirement) => {
    const [, what, bound] = (isOfImages(requirement) && BOUND.exec(requirement.text)) || [];
    if (what === undefined || bound === undefined) return [];
    const { id, file, editions, codes } = requirement;
    return [
      `| ${what} | ${bound.replace(GROUPS, " ")} | ${editions.join(", ")} | \`${codes[0]}\` | [${id}](${file}#${id}) |`,
    ];
  });
  return ["| of what | at most | in | code | requirement |", "|---|---|---|---|---|", ...rows, ""].join("\n");
}

function isOfImages({ level, subject, codes }: Requirement): boolean {
  return level === "MUST" && subject === "image" && codes.length > 0;
}

/** SECURITY.md with the table as the ledger has it now, and a problem where it has no place for it. */
export function limitsPage(root: string, ledger: Ledger): { products: Map<string, string>; problems: Problem[] } {
  const text = readFileSync(join(root, FILE), "utf8");
  if (!BLOCK.test(text))
    return { products: new Map(), problems: [{ file: FILE, line: 0, what: "no <!-- limits -->" }] };
  const filled = text.replace(BLOCK, (_, start: string, end: string) => `${start}${limitsTable(ledger)}${end}`);
  return { products: new Map([[FILE, filled]]), problems: [] };
}
