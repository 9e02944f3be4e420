import type { MemoryRun, MemorySurvey } from "../../containers/index.ts";
import { offsetText } from "../finding-text.ts";
import { groups, kindText } from "../reading.ts";
import type { Colours, Screen } from "../terminal.ts";

/** Rows that are drawn at most, not counting those that say the same again. */
const ROWS = 32;
/** Characters in a row where nobody cuts lines, and the most. */
const WIDTH = 64;
const MOST = 128;

type Sign = {
  readonly what: string;
  readonly unicode: string;
  readonly ascii: string;
  readonly tone: keyof Colours;
};

/** Signs by rank: the first that occurs in a cell is shown, since a page table among a thousand pages is worth seeing. */
const SIGNS: readonly Sign[] = [
  { what: "pinned page tables", unicode: "P", ascii: "P", tone: "red" },
  { what: "page tables", unicode: "T", ascii: "T", tone: "yellow" },
  { what: "broken", unicode: "!", ascii: "!", tone: "red" },
  { what: "contents", unicode: "\u2588", ascii: "#", tone: "green" },
  { what: "zeros alone", unicode: "\u2591", ascii: "0", tone: "green" },
  { what: "allocated, not sent (xalloc)", unicode: "a", ascii: "a", tone: "cyan" },
  { what: "named as nothing (xtab)", unicode: "\u00b7", ascii: "-", tone: "dim" },
];
const CONTENTS = 3;
const HALF = { unicode: "\u2592", ascii: "+" } as const;

/** A guest's memory as a picture in characters, with what the signs mean and how many pages there are of each. */
export function memoryMap(survey: MemorySurvey, screen: Screen): string {
  const { colour, unicode, columns } = screen;
  const { edition, container, runs, resent } = survey;
  const title = colour.bold(kindText(edition, container));
  const last = runs.at(-1);
  if (last === undefined) return `${title}\n\nno memory is named\n`;
  const end = last.pfn + last.count;
  const digits = offsetText(end).length;
  const width = columns === undefined ? WIDTH : Math.min(MOST, 2 ** Math.floor(Math.log2(columns - digits - 2)));
  const { cells, rows, scale } = cellsOf(survey, width);
  const signOf = (cell: Cell | undefined): string => {
    if (cell === undefined) return " ";
    const rank = cell.pages.findIndex((pages) => pages > 0);
    const sign = SIGNS[rank] as Sign;
    const form = rank === CONTENTS && (cell.pages[CONTENTS] as number) * 2 < scale ? HALF : sign;
    return colour[sign.tone](unicode ? form.unicode : form.ascii);
  };
  const lines: string[] = [];
  const margin = " ".repeat(digits);
  let next = 0;
  for (const row of rows) {
    if (row > next) lines.push(colour.dim(`${margin}  ${isNamed(survey, next * width * scale) ? "*" : "not named"}`));
    const text = Array.from({ length: width }, (_, i) => signOf(cells.get(row * width + i))).join("");
    lines.push(`${colour.dim(offsetText(row * width * scale).padStart(digits))}  ${text.trimEnd()}`);
    next = row + 1;
  }
  lines.push(colour.dim(offsetText(end).padStart(digits)));
  const totals = totalsOf(survey);
  const legend = SIGNS.flatMap((sign, rank) => {
    const pages = totals[rank] as number;
    if (pages === 0) return [];
    return [`  ${colour[sign.tone](unicode ? sign.unicode : sign.ascii)}  ${groups(pages).padStart(11)}  ${sign.what}`];
  });
  const half =
    scale > 1
      ? [`  ${unicode ? HALF.unicode : HALF.ascii}  ${" ".repeat(11)}  contents, less than half of a cell`]
      : [];
  const each = scale === 1 ? "a page" : `${groups(scale)} pages`;
  const more = resent === 0 ? "" : `\n${groups(resent)} pages came more than once`;
  return `${title}\n\n${lines.join("\n")}\n\na cell is ${each} of 4096 octets\n${[...legend, ...half].join("\n")}${more}\n`;
}

/** How many pages of each rank a cell holds. */
type Cell = { readonly pages: number[] };

type Cells = { readonly cells: ReadonlyMap<number, Cell>; readonly rows: readonly number[]; readonly scale: number };

/** The rows to draw, their cells, and the pages that each spans: the fewest that make no more than so many rows. */
function cellsOf({ runs }: MemorySurvey, width: number): Cells {
  for (let scale = 1; ; scale *= 2) {
    const rows = new Set<number>();
    for (const run of runs) {
      for (const row of rowsOf(run, scale * width)) rows.add(row);
      if (rows.size > ROWS) break;
    }
    if (rows.size > ROWS) continue;
    const cells = new Map<number, Cell>();
    for (const run of runs) fill(cells, run, scale, width);
    return { cells, rows: [...rows].sort((a, b) => a - b), scale };
  }
}

/** The rows of a run that are drawn, of `pages` pages each: where it begins and ends, and one of those between, which look alike. */
function rowsOf({ pfn, count }: MemoryRun, pages: number): number[] {
  const first = Math.floor(pfn / pages);
  const last = Math.floor((pfn + count - 1) / pages);
  return [...new Set([first, Math.min(first + 1, last), last])];
}

function fill(cells: Map<number, Cell>, run: MemoryRun, scale: number, width: number): void {
  const rank = rankOf(run);
  const end = run.pfn + run.count;
  for (const row of rowsOf(run, scale * width)) {
    const until = Math.min(end, (row + 1) * width * scale);
    for (let pfn = Math.max(run.pfn, row * width * scale); pfn < until; ) {
      const index = Math.floor(pfn / scale);
      const next = Math.min((index + 1) * scale, until);
      const cell = cells.get(index) ?? { pages: SIGNS.map(() => 0) };
      cell.pages[rank] = (cell.pages[rank] as number) + next - pfn;
      cells.set(index, cell);
      pfn = next;
    }
  }
}

function isNamed({ runs }: MemorySurvey, pfn: number): boolean {
  return runs.some((run) => run.pfn <= pfn && pfn < run.pfn + run.count);
}

function totalsOf({ runs }: MemorySurvey): number[] {
  const totals = SIGNS.map(() => 0);
  for (const run of runs) totals[rankOf(run)] = (totals[rankOf(run)] as number) + run.count;
  return totals;
}

function rankOf({ type, zero }: MemoryRun): number {
  if (type.endsWith("pin")) return 0;
  if (/^l[1-4]$/.test(type)) return 1;
  if (type === "broken") return 2;
  if (type === "xalloc") return 5;
  if (type === "xtab") return 6;
  return zero ? 4 : CONTENTS;
}
