import type { Inspection } from "../containers/index.ts";
import { offsetText } from "./finding-text.ts";
import { groups, kindText } from "./reading.ts";

/** Names of what there are many of, one after the other. */
const BATCHES: readonly string[] = ["PAGE_DATA", "PAGES"];

type Row = { readonly cells: readonly string[]; readonly note: string };

/** An inspection as an aligned table: layers, then records, runs of PAGE_DATA as one line with their number. */
export function inspectionTable(inspection: Inspection): string {
  const { edition, container, layers, records } = inspection;
  const layerRows = layers.map(({ layer, at, length, fields }) => ({
    cells: [offsetText(at), layer, groups(length)],
    note: fieldsText(fields),
  }));
  return [
    kindText(edition, container),
    "",
    ...aligned(["offset", "layer", "octets"], layerRows),
    ...(records.length === 0 ? [] : ["", ...aligned(["offset", "layer", "length", "type"], recordRows(records))]),
    "",
  ].join("\n");
}

function recordRows(records: Inspection["records"]): Row[] {
  const rows: Row[] = [];
  for (let i = 0; i < records.length; ) {
    const first = records[i]!;
    let length = 0;
    let run = 0;
    do {
      length += records[i + run]!.length;
      run++;
    } while (BATCHES.includes(first.name) && isSame(records[i + run], first));
    rows.push({
      cells: [offsetText(first.at), first.layer, groups(length), typeText(first)],
      note: run > 1 ? `${first.name} x ${groups(run)}` : `${first.name}  ${fieldsText(first.fields)}`.trimEnd(),
    });
    i += run;
  }
  return rows;
}

/** The number of a type; chunks of a legacy stream have signed ones, and page batches their number of entries. */
function typeText({ layer, name, type }: Inspection["records"][number]): string {
  if (layer !== "legacy") return offsetText(type);
  return BATCHES.includes(name) ? "" : String(type);
}

function isSame(record: Inspection["records"][number] | undefined, as: Inspection["records"][number]): boolean {
  return record?.name === as.name && record.layer === as.layer;
}

/** The fields of a layer or record in one line; what is long is left to `--json`. */
function fieldsText(fields: object | undefined): string {
  const parts = Object.entries(fields ?? {}).flatMap(([name, value]) => {
    if (Array.isArray(value)) return [`${name}[${value.length}]`];
    if (typeof value === "object" && value !== null) return [];
    const text = String(value);
    return text.length > 40 ? [] : [`${name}=${text}`];
  });
  const line = parts.join(" ");
  return line.length > 100 ? `${line.slice(0, 97)}...` : line;
}

function aligned(head: readonly string[], rows: readonly Row[]): string[] {
  const width = head.map((title, i) => Math.max(title.length, ...rows.map(({ cells }) => cells[i]!.length)));
  // Numbers end under one another, names begin there.
  const line = (cells: readonly string[], note: string) =>
    [...cells.map((cell, i) => (i === 1 ? cell.padEnd(width[i]!) : cell.padStart(width[i]!))), note]
      .join("  ")
      .trimEnd();
  return [line(head, ""), ...rows.map(({ cells, note }) => line(cells, note))];
}
