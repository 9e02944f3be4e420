import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chapterPaths } from "../ledger/ledger.ts";
import type { Problem } from "../ledger/requirement.ts";

/** Renders the description of a Kaitai type as Markdown; throws where `.ksy` or type is unknown. */
export type Renderers = {
  readonly fields: (ksy: string, type: string) => string;
  readonly octets: (ksy: string, type: string) => string;
};

const BLOCK = /^<!-- (fields|octets): (\S+) (\S+) -->\n(?:[\s\S]*?\n)??<!-- \/(fields|octets) -->$/gm;

/**
 * `text` with what the renderers make between each pair of markers `<!-- fields: KSY TYPE -->` and `<!-- /fields -->`
 * (or `octets`), and a problem for each pair that cannot be filled, which is left as it is.
 */
export function injectTables(text: string, file: string, renderers: Renderers): { text: string; problems: Problem[] } {
  const problems: Problem[] = [];
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  const filled = text.replace(
    BLOCK,
    (block, kind: keyof Renderers, ksy: string, type: string, end: string, at: number) => {
      try {
        if (kind !== end) throw new Error(`<!-- ${kind}: ... --> is closed by <!-- /${end} -->`);
        return `<!-- ${kind}: ${ksy} ${type} -->\n${renderers[kind](ksy, type).trim()}\n<!-- /${kind} -->`;
      } catch (error) {
        problems.push({ file, line: lineAt(at), what: error instanceof Error ? error.message : String(error) });
        return block;
      }
    },
  );
  const opened = [...text.matchAll(/^<!-- (?:fields|octets): .*-->$/gm)];
  const whole = [...text.matchAll(BLOCK)].map(({ index }) => index);
  for (const { index } of opened.filter((marker) => !whole.includes(marker.index))) {
    problems.push({ file, line: lineAt(index), what: "a marker for a table that is not closed" });
  }
  return { text: filled, problems };
}

/** The chapters under `root` with what the renderers make of the schemas as they are now. */
export function chapterTables(
  root: string,
  renderers: Renderers,
): { products: Map<string, string>; problems: Problem[] } {
  const products = new Map<string, string>();
  const problems: Problem[] = [];
  for (const path of chapterPaths(root)) {
    const filled = injectTables(readFileSync(join(root, path), "utf8"), path, renderers);
    products.set(path, filled.text);
    problems.push(...filled.problems);
  }
  return { products, problems };
}
