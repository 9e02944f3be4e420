import type { Layout } from "./edits.ts";

/** Sixteen octets of a dump; `marked` are the columns (0 to 15) that a patch wrote. */
export interface HexRow {
  readonly at: number;
  /** Octet pairs separated by blanks. */
  readonly octets: string;
  readonly marked: readonly number[];
}

/** A part of an image that is worth looking at. */
export interface HexWindow {
  readonly of: "image" | "out" | "wanted";
  readonly size: number;
  readonly rows: readonly HexRow[];
  /** Places where a patch took octets away. */
  readonly cuts: readonly { readonly at: number; readonly removed: number }[];
}

const WIDTH = 16;
const ROWS = 12;

/** What a patch did to an image: the rows it wrote, one row before and after each, no more than twelve. */
export function patchWindow(layout: Layout, octets: Uint8Array): HexWindow {
  const spans = layout.pieces
    .filter(({ kind }) => kind !== "kept")
    .map(({ at, length }) => ({ start: at, end: at + length }));
  const cuts = layout.edits
    .filter(({ kind }) => kind === "delete" || kind === "truncate" || kind === "move")
    .map(({ span }) => ({ at: cutAt(layout, span.start, span.end), removed: span.end - span.start }));
  const places = [...spans, ...cuts.map(({ at }) => ({ start: at, end: at }))];
  return { of: "image", size: octets.length, rows: rowsAround(octets, places, spans), cuts };
}

/** The rows around one octet, which is marked. */
export function windowAt(of: HexWindow["of"], octets: Uint8Array, at: number): HexWindow {
  const span = { start: at, end: Math.min(at + 1, octets.length) };
  return { of, size: octets.length, rows: rowsAround(octets, [span], [span]), cuts: [] };
}

/** Offset of the first octet that differs; the length of the shorter where one begins with the other; undefined if equal. */
export function firstDifferentOctet(a: Uint8Array, b: Uint8Array): number | undefined {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) if (a[at] !== b[at]) return at;
  return a.length === b.length ? undefined : shorter;
}

/** Where the octets of a span would stand, had they not been taken away. */
function cutAt(layout: Layout, start: number, end: number): number {
  const before = layout.pieces.findLast(({ kind, source, length }) => {
    return kind !== "move" && "start" in source && source.start + length <= start;
  });
  const after = layout.pieces.find(({ kind, source }) => kind !== "move" && "start" in source && source.start >= end);
  return after?.at ?? (before ? before.at + before.length : layout.size);
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

function rowsAround(octets: Uint8Array, places: readonly Extent[], marks: readonly Extent[]): HexRow[] {
  const wanted = new Set<number>();
  for (const { start, end } of places) {
    const first = Math.floor(start / WIDTH) - 1;
    const last = Math.floor(Math.max(start, end - 1) / WIDTH) + 1;
    for (let row = first; row <= last && wanted.size < 4 * ROWS; row++) wanted.add(row);
  }
  const rows = [...wanted].filter((row) => row >= 0 && row * WIDTH < octets.length).sort((a, b) => a - b);
  return rows.slice(0, ROWS).map((row) => {
    const at = row * WIDTH;
    const line = octets.subarray(at, at + WIDTH);
    const marked = [...line.keys()].filter((i) => marks.some(({ start, end }) => start <= at + i && at + i < end));
    return { at, octets: [...line].map((octet) => octet.toString(16).padStart(2, "0")).join(" "), marked };
  });
}
