import { readKsySet } from "./ksy.ts";
import { findType, layOut, offsetText, type Placed, sizeText } from "./layout.ts";

const PER_ROW = 8;
const CELL = 7;

/**
 * The octets of the type `name` of `schemas/KSYID.ksy` as plain text, eight to a row; names that do not fit stand
 * below. Throws when there is no such file or type.
 */
export function octetDiagram(root: string, ksyId: string, name: string): string {
  const set = readKsySet(root);
  const fields = wholeOctets(layOut(set, findType(set, ksyId, name)));
  const legend: string[] = [];
  const short = fields.filter((f) => f.offset.terms.length === 0 && !f.offset.open && isConstant(f));
  const long = fields.filter((f) => !short.includes(f));
  const rows = [...fixedRows(short, legend), ...long.flatMap(openRow)];
  const head = `        ${Array.from({ length: PER_ROW }, (_, i) => String(i).padEnd(CELL + 1)).join("")}`.trimEnd();
  return [head, ...rows, rule([0, PER_ROW]), ...legend.map((line) => `     ${line}`)].join("\n");
}

const isConstant = (f: Placed) => f.size.terms.length === 0 && !f.size.open;

/** The fields of a layout with bits that share octets put together, as they are drawn: one cell. */
export function wholeOctets(fields: readonly Placed[]): Placed[] {
  const cells: Placed[] = [];
  for (const field of fields) {
    const last = cells.at(-1);
    const shares =
      last && isConstant(last) && isConstant(field) && field.offset.octets < last.offset.octets + last.size.octets;
    if (!shares || field.offset.open || field.offset.terms.length > 0) cells.push(field);
    else {
      const end = Math.max(last.offset.octets + last.size.octets, field.offset.octets + field.size.octets);
      const size = { ...last.size, octets: end - last.offset.octets };
      cells[cells.length - 1] = { ...last, field: { ...last.field, id: `${last.field.id}, ${field.field.id}` }, size };
    }
  }
  return cells;
}

interface Cell {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Rows of fields whose places are constants; a field of more than two rows is cut short. */
function fixedRows(fields: readonly Placed[], legend: string[]): string[] {
  const rows = new Map<number, Cell[]>();
  for (const { field, offset, size } of fields) {
    const start = offset.octets;
    const end = start + size.octets;
    for (let row = Math.floor(start / PER_ROW); row * PER_ROW < end; row++) {
      const from = Math.max(start - row * PER_ROW, 0);
      const to = Math.min(end - row * PER_ROW, PER_ROW);
      const first = row === Math.floor(start / PER_ROW);
      if (!first && from === 0 && to === PER_ROW && row * PER_ROW + PER_ROW < end) continue;
      const text = first ? label(field.id, to - from, legend) : "...";
      rows.set(row, [...(rows.get(row) ?? []), { from, to, text }]);
    }
  }
  return [...rows].sort(([a], [b]) => a - b).flatMap(([row, cells]) => rowLines(String(row * PER_ROW), cells));
}

function openRow({ field, offset, size }: Placed): string[] {
  return rowLines(offsetText(offset).length > 5 ? "" : offsetText(offset), [
    {
      from: 0,
      to: PER_ROW,
      text: `${field.id} (${sizeText(size) === "to the end" ? "to the end" : `${sizeText(size)} octets`})`,
    },
  ]);
}

function rowLines(offset: string, cells: readonly Cell[]): string[] {
  const edges = [...new Set([0, PER_ROW, ...cells.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const [from = 0, to = 0] = edges.slice(i, i + 2);
    const text = cells.find((cell) => cell.from === from)?.text ?? "";
    parts.push(` ${text}`.padEnd((to - from) * (CELL + 1) - 1).slice(0, (to - from) * (CELL + 1) - 1));
  }
  return [rule(edges), `${offset.padStart(5)} |${parts.join("|")}|`];
}

function rule(edges: readonly number[]): string {
  const dashes = Array.from({ length: PER_ROW * (CELL + 1) + 1 }, (_, i) =>
    edges.includes(i / (CELL + 1)) ? "+" : "-",
  );
  return `      ${dashes.join("")}`;
}

/** The name when it fits in `octets` cells, else a letter that the legend explains. */
function label(name: string, octets: number, legend: string[]): string {
  if (name.length + 2 <= octets * (CELL + 1) - 1) return name;
  const letter = String.fromCharCode(97 + legend.length);
  legend.push(`${letter}  ${name}`);
  return letter;
}
