import type { Consumer, Inspection } from "../../containers/index.ts";
import { CommandError, NO } from "../ending.ts";
import { offsetText } from "../finding-text.ts";
import { octetsText } from "../reading.ts";
import { clipped, type Screen } from "../terminal.ts";
import { type Item, outline } from "./outline.ts";

/** A span of octets of an image: [from, to). */
export type Span = { readonly from: number; readonly to: number };

/** The most octets that are shown at once: what a person reads is far less, and it is held in memory. */
const LIMIT = 2 ** 24;
/** Octets that an offset alone stands for. */
const SOME = 256;

const NUMBER = "(0[xX][0-9a-fA-F]{1,13}|[0-9]{1,15})";
const RANGE = new RegExp(`^${NUMBER}(?:(\\.\\.|\\+)${NUMBER})?$`);

/**
 * The span that a word of the command line means: `0x10..0x40`, `0x10+48`, `0x10` (256 octets from there), or the name of a layer or
 * record (`rec[3]`, `domain`) of the inspected image.
 */
export function spanOf(text: string, inspection: Inspection): Span {
  const [, start, sign, second] = RANGE.exec(text) ?? [];
  if (start === undefined) return spanOfItem(text, outline(inspection));
  const from = Number(start);
  const to = sign === undefined ? from + SOME : sign === "+" ? from + Number(second) : Number(second);
  if (to <= from) throw new CommandError(`${text} is an empty range: FROM..TO with TO behind FROM, or FROM+LENGTH`);
  if (to - from > LIMIT)
    throw new CommandError(`${text} is ${octetsText(to - from)}; ${octetsText(LIMIT)} are the most`);
  return { from, to };
}

function spanOfItem(text: string, items: readonly Item[]): Span {
  const item = items.find(({ id }) => id === text);
  if (item !== undefined) {
    const { at, head, length } = item;
    return { from: at, to: at + Math.min(LIMIT, head + length) };
  }
  if (/^(rec|lxl|part|chunk)\[\d+\]$|^(xl|libxl|libvirt|xenopsd|image|domain|legacy|tail)$/.test(text))
    throw new CommandError(`there is no ${text} in it: ${thereIs(text, items)}`, NO);
  throw new CommandError(`${JSON.stringify(text)} is no range: 0x10..0x40, 0x10+48, 0x10, rec[3] or domain`);
}

/** What an image has instead of what was asked for: the records of that kind, or its layers. */
function thereIs(text: string, items: readonly Item[]): string {
  const kind = /^(\w+)\[/.exec(text)?.[1];
  const like = items.filter(({ id }) => (kind === undefined ? !id.includes("[") : id.startsWith(`${kind}[`)));
  const [first, last] = [like[0]?.id, like.at(-1)?.id];
  if (first === undefined || last === undefined) return kind === undefined ? "it has no layers" : `it has no ${kind}[]`;
  if (kind === undefined) return `it has ${like.map(({ id }) => id).join(", ")}`;
  return first === last ? `it has ${first} alone` : `it has ${first} to ${last}`;
}

/** Gathers the octets of a span as an image passes by. Fewer come out where the input ends before it does. */
export function spanOctets({ from, to }: Span): Consumer<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let at = 0;
  return {
    push(octets) {
      const piece = octets.subarray(Math.max(0, from - at), Math.max(0, to - at));
      if (piece.length > 0) pieces.push(piece.slice());
      at += octets.length;
    },
    done: () => at >= to,
    end: () => Buffer.concat(pieces),
  };
}

/** Octets as people read them, with a line before each layer or record that begins among them, or in which they begin. */
export function hexDump(octets: Uint8Array, { from }: Span, inspection: Inspection, screen: Screen): string {
  const { colour, columns } = screen;
  const to = from + octets.length;
  const items = outline(inspection);
  const inside = items.findLast(({ at }) => at <= from);
  const parts = [...(inside ? [inside] : []), ...items.filter(({ at }) => at > from && at < to)];
  // A header of a record and its body begin lines of their own, so that what is at the start of one is seen there.
  const breaks = parts.flatMap(({ at, head }) => [at, at + head]).filter((at) => at > from && at < to);
  const starts = [...new Set([from, ...breaks])].sort((a, b) => a - b);
  const width = to.toString(16).length;
  const row = columns !== undefined && columns < width + 74 ? 8 : 16;
  const lines: string[] = [];
  for (const [index, start] of starts.entries()) {
    const title = parts.find(({ at }) => at === start) ?? (index === 0 ? inside : undefined);
    if (title) lines.push(titleText(title, start, screen));
    const end = starts[index + 1] ?? to;
    let before = "";
    for (let at = start; at < end; at += row) {
      const piece = octets.subarray(at - from, Math.min(at + row, end) - from);
      const text = rowText(piece, row, screen);
      // Rows that say the same again are one star, but for the last.
      if (text === before && at + row < end) {
        if (lines.at(-1) !== "*") lines.push("*");
      } else lines.push(`${colour.dim(at.toString(16).padStart(width))}  ${text}`);
      before = text;
    }
  }
  return `${lines.join("\n")}\n`;
}

function titleText({ id, name, at, length, head }: Item, start: number, { colour, columns, unicode }: Screen): string {
  const what = name === "" ? octetsText(length) : `${name}, ${head} + ${octetsText(length)}`;
  const text = `${what}, at ${offsetText(at)}${start > at ? `, from its octet ${start - at} on` : ""}`;
  return `${colour.cyan(id)} ${colour.bold(clipped(text, columns && columns - id.length - 1, unicode))}`;
}

function rowText(octets: Uint8Array, row: number, { colour }: Screen): string {
  const cells: string[] = [];
  let print = "";
  for (let i = 0; i < row; i++) {
    const octet = octets[i];
    const gap = i === row - 1 ? "" : i === 7 ? "  " : " ";
    if (octet === undefined) cells.push(`  ${gap}`);
    else {
      const pair = octet.toString(16).padStart(2, "0");
      cells.push((octet === 0 ? colour.dim(pair) : pair) + gap);
      print += octet > 0x20 && octet < 0x7f ? String.fromCharCode(octet) : octet === 0x20 ? " " : ".";
    }
  }
  return `${cells.join("")}  ${colour.dim("|")}${print}${colour.dim("|")}`;
}
