import type { KsySet } from "../../authoring/kaitai/ksy.ts";
import { findType, layOut, offsetText, type Placed, sizeText } from "../../authoring/kaitai/layout.ts";
import { wholeOctets } from "../../authoring/kaitai/octet-diagram.ts";
import { html, type Markup } from "../report/markup.ts";

const PER_ROW = 8;
const CELL = 76;
const ROW = 46;
const LEFT = 46;
const TOP = 22;

/** One drawn piece of a field: a part of a row of eight octets. */
interface Piece {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly small: string;
  readonly kind: "fixed" | "plain" | "reserved" | "open";
  /** Whether the field goes on before or after this piece, so that the edge there is left open. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/** The octets of a type as a drawing, eight to a row; fields without a constant place have a row each. Throws for an unknown type. */
export function octetDrawing(set: KsySet, ksy: string, type: string): Markup {
  const fields = wholeOctets(layOut(set, findType(set, ksy, type)));
  const { pieces, offsets } = place(fields);
  const height = TOP + offsets.length * ROW + 2;
  const width = LEFT + PER_ROW * CELL + 2;
  const names = fields.map(({ field }) => field.id).join(", ");
  const columns = Array.from({ length: PER_ROW }, (_, i) => i);
  return html`<figure class="octets"><svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Octets of ${type}, eight to a row: ${names}. The table that follows has the same.">${columns.map(
    (i) => html`<text class="ruler" x="${LEFT + i * CELL + CELL / 2}" y="14">${i}</text>`,
  )}${offsets.map((text, row) => html`<text class="offset" x="${LEFT - 8}" y="${TOP + row * ROW + ROW / 2 + 4}">${text}</text>`)}${pieces.map(drawn)}</svg></figure>`;
}

function drawn({ row, from, to, text, small, kind, opens, closes }: Piece): Markup {
  const x = LEFT + from * CELL;
  const y = TOP + row * ROW;
  const w = (to - from) * CELL;
  const edges = `M${x},${y} h${w} ${closes ? `v${ROW}` : `m0,${ROW}`} h${-w} ${opens ? `v${-ROW}` : ""}`;
  // Names wider than their cell are set smaller, down to a size that is still read.
  const room = w - 10;
  const size = Math.max(8, Math.min(13.5, room / (text.length * 0.61 || 1)));
  const middle = x + w / 2;
  return html`<g class="${kind}"><rect x="${x}" y="${y}" width="${w}" height="${ROW}"/><path d="${edges}"/>${
    text &&
    html`<text class="name" x="${middle}" y="${y + (small ? 20 : 27)}" font-size="${size.toFixed(1)}">${text}</text>`
  }${small && html`<text class="size" x="${middle}" y="${y + 36}">${small}</text>`}</g>`;
}

function place(fields: readonly Placed[]): { pieces: Piece[]; offsets: string[] } {
  const pieces: Piece[] = [];
  const offsets: string[] = [];
  const rows = new Map<number, number>();
  const rowOf = (row: number) => {
    const known = rows.get(row) ?? offsets.push(String(row * PER_ROW)) - 1;
    rows.set(row, known);
    return known;
  };
  for (const placed of fields) {
    const { field, offset, size } = placed;
    const constant = !offset.open && offset.terms.length === 0 && !size.open && size.terms.length === 0;
    if (!constant) {
      const row = offsets.push(offsetText(offset).length > 6 ? "…" : offsetText(offset)) - 1;
      const text = sizeText(size);
      const small = text === "to the end" ? text : `${text} octets`;
      pieces.push({ row, from: 0, to: PER_ROW, text: field.id, small, kind: "open", opens: true, closes: true });
      continue;
    }
    const start = offset.octets;
    const end = start + size.octets;
    if (end === start) continue;
    const [first, last] = [Math.floor(start / PER_ROW), Math.floor((end - 1) / PER_ROW)];
    for (let row = first; row <= last; row++) {
      // Of a long field the rows between its first and its last are left out.
      if (row > first + 1 && row < last) continue;
      const from = Math.max(start - row * PER_ROW, 0);
      const to = Math.min(end - row * PER_ROW, PER_ROW);
      const between = row === first + 1 && row < last;
      pieces.push({
        row: rowOf(row),
        from,
        to,
        text: row === first ? field.id : between ? "⋮" : "",
        small: row === first && to - from > 1 && size.octets > 2 ? `${size.octets} octets` : "",
        kind: kindOf(placed),
        opens: row === first,
        closes: row === last,
      });
    }
  }
  return { pieces, offsets };
}

function kindOf({ field }: Placed): Piece["kind"] {
  if (field.contents !== undefined) return "fixed";
  return /^(reserved|padding|pad|zero|unused)/.test(field.id) ? "reserved" : "plain";
}
