import { type HexValue, hexPieces, readHex, writeHex } from "./hex.ts";
import { type Labels, type Position, resolvePosition } from "./positions.ts";

/** One edit of a case's patch; positions are those of the unpatched image. */
export interface Edit {
  readonly at: Position;
  readonly set?: string;
  readonly insert?: string;
  readonly delete?: number;
  readonly truncate?: true;
  readonly move?: { readonly length: number; readonly to: Position };
}

/** Octets of the unpatched image from `start` up to `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * An edit with its positions resolved. `span` is what it touches (empty for an insert); `gap` is where
 * it puts octets, if it puts any: new ones, or for a move those of its span.
 */
export interface ResolvedEdit {
  readonly kind: "set" | "insert" | "delete" | "truncate" | "move";
  readonly span: Span;
  readonly value?: HexValue;
  readonly gap?: number;
}

/** A run of octets of the patched image, and where it comes from. */
export interface Piece {
  readonly at: number;
  readonly length: number;
  /** Octets of the unpatched image from `start` on, or those of a value. */
  readonly source: { readonly start: number } | { readonly value: HexValue };
  readonly kind: "kept" | "set" | "insert" | "move";
}

/** How a patched image is put together, without its octets. */
export interface Layout {
  readonly size: number;
  readonly pieces: readonly Piece[];
  readonly edits: readonly ResolvedEdit[];
  /** Where a position of the unpatched image (0 to its size) lies in the patched one. */
  place(position: number): number;
  /** Where a range lies: with the moved block that holds all of it, else each end by itself. */
  placeRange(range: Span): Span;
}

/** Resolves the edits of a patch against an image; throws an `Error` for a bad position, value or overlap. */
export function resolveEdits(edits: readonly Edit[], size: number, labels: Labels): ResolvedEdit[] {
  const resolved = edits.map((edit) => resolveEdit(edit, size, labels));
  for (const [i, a] of resolved.entries()) {
    for (const [j, b] of resolved.entries()) {
      const clash = (i < j && shareOctet(a.span, b.span)) || (a.gap !== undefined && strictlyInside(a.gap, b.span));
      if (clash) throw new Error(`edits ${Math.min(i, j) + 1} and ${Math.max(i, j) + 1} of the patch overlap`);
    }
  }
  return resolved;
}

function resolveEdit(edit: Edit, size: number, labels: Labels): ResolvedEdit {
  const start = resolvePosition(edit.at, size, labels);
  const span = (length: number): Span => {
    if (start + length > size) {
      throw new Error(`the edit at ${edit.at} covers ${length} octets, ${size - start} are there`);
    }
    return { start, end: start + length };
  };
  if (edit.set !== undefined) {
    const value = readHex(edit.set);
    return { kind: "set", span: span(value.length), value };
  }
  if (edit.insert !== undefined) return { kind: "insert", span: span(0), value: readHex(edit.insert), gap: start };
  if (edit.delete !== undefined) return { kind: "delete", span: span(edit.delete) };
  if (edit.truncate !== undefined) return { kind: "truncate", span: span(size - start) };
  if (edit.move !== undefined) {
    return { kind: "move", span: span(edit.move.length), gap: resolvePosition(edit.move.to, size, labels) };
  }
  throw new Error(`the edit at ${edit.at} does nothing`);
}

/**
 * Lays out the patched image: all edits apply at once. At each position first what is put there, in
 * listed order, then the octet itself. So a position lies after what is inserted at it, with a moved
 * block, and at the start of what is deleted.
 */
export function layOut(edits: readonly ResolvedEdit[], size: number): Layout {
  // Nothing lies strictly inside a span that is not empty, so each is one step between two cuts.
  const spans = edits.map(({ span }) => span).filter(({ start, end }) => start < end);
  const bounds = [...spans.flatMap(({ start, end }) => [start, end]), ...edits.flatMap(({ gap }) => gap ?? [])];
  const cuts = [...new Set([0, size, ...bounds])].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  const starts: { cut: number; at: number; kept: boolean }[] = [];
  const blocks: { span: Span; at: number }[] = [];
  let at = 0;
  const put = (piece: Omit<Piece, "at">) => {
    if (piece.length === 0) return;
    pieces.push({ at, ...piece });
    at += piece.length;
  };
  for (const [i, cut] of cuts.entries()) {
    for (const { kind, span, value, gap } of edits) {
      if (gap !== cut) continue;
      if (kind === "move") {
        blocks.push({ span, at });
        put({ kind, length: span.end - span.start, source: { start: span.start } });
      } else if (value) put({ kind: "insert", length: value.length, source: { value } });
    }
    const end = cuts[i + 1] ?? cut;
    const over = edits.find(({ span }) => span.start <= cut && end <= span.end && cut < end);
    starts.push({ cut, at, kept: over === undefined || over.kind === "set" });
    if (over === undefined) put({ kind: "kept", length: end - cut, source: { start: cut } });
    else if (over.kind === "set") put({ kind: "set", length: over.value!.length, source: { value: over.value! } });
  }
  const place = (position: number): number => {
    const block = blocks.find(({ span }) => span.start <= position && position < span.end);
    if (block) return block.at + (position - block.span.start);
    const segment = starts.findLast(({ cut }) => cut <= position)!;
    return segment.at + (segment.kept ? position - segment.cut : 0);
  };
  const placeRange = ({ start, end }: Span): Span => {
    const block = blocks.find(({ span }) => span.start <= start && start < end && end <= span.end);
    if (block) return { start: place(start), end: place(start) + (end - start) };
    return { start: place(start), end: place(end) };
  };
  return { size: at, pieces, edits, place, placeRange };
}

/** The octets of a layout, in a buffer of their own. */
export function assemble(layout: Layout, image: Uint8Array): Uint8Array {
  const out = Buffer.allocUnsafe(layout.size);
  for (const { at, length, source } of layout.pieces) {
    if ("start" in source) out.set(image.subarray(source.start, source.start + length), at);
    else writeHex(source.value, out.subarray(at, at + length));
  }
  return out;
}

/** The octets of a layout in order, in pieces: views on the image and on values, none of which is written out whole. */
export function* octetPieces({ pieces }: Layout, image: Uint8Array): Generator<Uint8Array> {
  for (const { length, source } of pieces) {
    if ("start" in source) yield image.subarray(source.start, source.start + length);
    else yield* hexPieces(source.value);
  }
}

/** Whether an edit touches any octet of a field, or puts octets between two of them. */
export function writes(edit: ResolvedEdit, field: Span): boolean {
  return shareOctet(edit.span, field) || (edit.gap !== undefined && strictlyInside(edit.gap, field));
}

function shareOctet(a: Span, b: Span): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

function strictlyInside(position: number, span: Span): boolean {
  return span.start < position && position < span.end;
}
