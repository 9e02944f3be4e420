import type { Difference, ImageDiff, PageRange, RangeSide } from "../containers/diff.ts";
import { groups } from "./reading.ts";

/** Lines of one section that are printed; `--json` has them all. */
const LINES = 40;
/** The longest value that is printed whole. */
const VALUE = 60;

/** A comparison as people read it: a section for each kind of difference, `<` for the first image and `>` for the second. */
export function diffText({ equal, headers, records, state, pages }: ImageDiff): string {
  if (equal) return `equal, ${groups(pages.same)} pages\n`;
  const { a, b, same, differ } = pages;
  const count = `${groups(differ)} pages differ, ${groups(same)} are the same, of ${groups(a)} and ${groups(b)}`;
  return [
    ...section("headers", headers.map(line)),
    ...section("records", records.map(line)),
    ...section("state", state.map(line)),
    count,
    ...cut(pages.ranges.map(rangeLine)),
    "",
  ].join("\n");
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...cut(lines), ""];
}

function cut(lines: readonly string[]): string[] {
  if (lines.length <= LINES) return [...lines];
  return [...lines.slice(0, LINES), `  ${groups(lines.length - LINES)} more, listed by --json`];
}

function line({ path, a, b }: Difference): string {
  return `  ${path}  < ${valueText(a)}  > ${valueText(b)}`;
}

function valueText(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "object" && value !== null && "sha256" in value) {
    const { len, count, sha256 } = value as { len?: number; count?: number; sha256: string };
    return `${len === undefined ? `${count} of` : `${groups(len)} octets`} ${sha256.slice(0, 16)}`;
  }
  if (typeof value === "object" && value !== null && "count" in value) return String(value.count);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const printable = /[^\x20-\x7e]/.test(text) ? JSON.stringify(text) : text;
  return printable.length > VALUE ? `${printable.slice(0, VALUE - 3)}...` : printable;
}

function rangeLine({ pfn, count, a, b }: PageRange): string {
  return `  pfn ${pfn}${count === 1 ? "" : ` and ${groups(count - 1)} more`}  < ${sideText(a)}  > ${sideText(b)}`;
}

function sideText(side: RangeSide | undefined): string {
  if (side === undefined) return "nothing";
  return side.sha256 === undefined ? side.type : `${side.type} ${side.sha256.slice(0, 16)}`;
}
