import type { Inspection } from "../../containers/index.ts";
import { offsetText } from "../finding-text.ts";
import { groups, kindText } from "../reading.ts";
import { clipped, type Screen } from "../terminal.ts";
import { type Item, outline, type Run, runId, runsOf } from "./outline.ts";

type Row = { readonly cells: readonly string[]; readonly name: string; readonly note: string };

/** An inspection as an aligned table: layers, then records, runs of page batches as one line with their number. */
export function inspectionTable(inspection: Inspection, screen: Screen): string {
  const { edition, container } = inspection;
  const items = outline(inspection);
  const layers = items.filter(({ name }) => name === "").map(layerRow);
  const records = runsOf(items.filter(({ name }) => name !== "")).map(recordRow);
  return [
    screen.colour.bold(kindText(edition, container)),
    "",
    ...aligned(["offset", "layer", "octets"], layers, screen),
    ...(records.length === 0 ? [] : ["", ...aligned(["offset", "record", "length", "type"], records, screen)]),
    "",
  ].join("\n");
}

function layerRow({ at, id, length, fields }: Item): Row {
  return { cells: [offsetText(at), id, groups(length)], name: "", note: fieldsText(fields) };
}

function recordRow(run: Run): Row {
  const { first, count, length } = run;
  return {
    cells: [offsetText(first.at), runId(run), groups(length), typeText(first)],
    name: count > 1 ? `${first.name} x ${groups(count)}` : first.name,
    note: count > 1 ? "" : fieldsText(first.fields),
  };
}

/** The number of a type; chunks of a legacy stream have signed ones, and page batches their number of entries. */
function typeText({ id, name, type = 0 }: Item): string {
  if (!id.startsWith("chunk")) return offsetText(type);
  return name === "PAGES" ? "" : String(type);
}

/** The fields of a layer or record in one line; what is long is left to `--tree` and `--record`. */
export function fieldsText(fields: object | undefined): string {
  const parts = Object.entries(fields ?? {}).flatMap(([name, value]) => {
    if (Array.isArray(value)) return [`${name}[${value.length}]`];
    if (typeof value === "object" && value !== null) return [];
    const text = String(value);
    return text.length > 40 ? [] : [`${name}=${text}`];
  });
  const line = parts.join(" ");
  return line.length > 100 ? `${line.slice(0, 97)}...` : line;
}

const GAP = "  ";

function aligned(head: readonly string[], rows: readonly Row[], { columns, colour, unicode }: Screen): string[] {
  const width = head.map((title, i) => Math.max(title.length, ...rows.map(({ cells }) => cells[i]!.length)));
  // Numbers end under one another, names begin there.
  const cell = (text: string, i: number) => (i === 1 ? text.padEnd(width[i]!) : text.padStart(width[i]!));
  const rest = columns && Math.max(0, columns - width.reduce((sum, one) => sum + one + GAP.length, 0));
  const line = ({ cells, name, note }: Row) => {
    const shown = clipped(name, rest, unicode);
    const room = rest && rest - shown.length - (name === "" ? 0 : GAP.length);
    // A note of which next to nothing would be left is left out.
    const more = note === "" || (room !== undefined && room < 8) ? "" : clipped(note, room, unicode);
    const [offset, id, ...numbers] = cells.map(cell);
    const coloured = [
      colour.dim(offset!),
      colour.cyan(id!),
      ...numbers,
      name && colour.bold(shown),
      more && colour.dim(more),
    ];
    return coloured
      .filter((part) => part !== "")
      .join(GAP)
      .trimEnd();
  };
  return [colour.dim(head.map(cell).join(GAP).trimEnd()), ...rows.map(line)];
}
