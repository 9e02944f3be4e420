/** Octets of a source in rows of 16; only the rows that are in sight are read and drawn, however long the source is. */

import type { Source } from "../source.ts";
import { element } from "./dom.ts";

const WIDTH = 16;
const ROW = 20;
/** The height that the scrolled element gets at most: browsers do not take that of 4 GiB. In pixels. */
const TALLEST = 8_000_000;

/** Octets from `at` on. */
export interface Span {
  readonly at: number;
  readonly length: number;
}

const NOTHING: Span = { at: 0, length: 0 };

export class HexView {
  readonly root: HTMLElement;
  private readonly ruler = element("div", { class: "hex-ruler hex-row", "aria-hidden": "true" });
  private readonly rows = element("div", { class: "hex-rows" });
  private readonly spacer = element("div", { class: "hex-spacer" });
  private source: Source | undefined;
  private top = 0;
  private selected: Span = NOTHING;
  private cursor = 0;
  private shades: readonly Span[] = [];
  private marked: ReadonlySet<number> = new Set();
  private drawn = 0;
  private quiet = false;

  /** `onPick` hears the offset of the octet that the user picked. */
  constructor(label: string, onPick: (at: number) => void) {
    this.root = element(
      "div",
      {
        class: "hex-view",
        tabindex: 0,
        role: "group",
        "aria-label": `${label}: arrows move, Page Up and Page Down turn pages, Control with C copies what is selected`,
      },
      this.spacer,
      this.ruler,
      this.rows,
    );
    this.root.addEventListener("scroll", () => this.scrolled());
    this.root.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.root.addEventListener("keydown", (event) => this.key(event, onPick));
    this.root.addEventListener("copy", (event) => void this.copy(event));
    this.rows.addEventListener("click", (event) => {
      const at = (event.target as HTMLElement).dataset.at;
      if (at !== undefined && getSelection()?.isCollapsed !== false) onPick(Number(at));
    });
    new ResizeObserver(() => this.draw()).observe(this.root);
  }

  show(source: Source): void {
    this.source = source;
    this.top = 0;
    this.selected = NOTHING;
    this.cursor = 0;
    this.shades = [];
    this.marked = new Set();
    this.spacer.style.height = `${Math.min(TALLEST, (this.total + 1) * ROW)}px`;
    this.root.scrollTop = 0;
    this.draw();
  }

  /** Marks a span, and an octet of it, and comes to that where it is out of sight. */
  select(span: Span, cursor = span.at): void {
    this.selected = span;
    this.cursor = cursor;
    const row = Math.floor(cursor / WIDTH);
    if (row < this.top || row >= this.top + this.visible - 1) this.goTo(row - 2);
    this.draw();
  }

  /** Shades spans, which ascend, by turns, so that neighbouring fields are told apart. */
  shade(spans: readonly Span[]): void {
    this.shades = spans;
    this.draw();
  }

  /** Marks single octets: those in which two images differ. */
  mark(offsets: ReadonlySet<number>): void {
    this.marked = offsets;
    this.draw();
  }

  private get total(): number {
    return Math.ceil((this.source?.size ?? 0) / WIDTH);
  }

  /** Rows in sight below the ruler. */
  private get visible(): number {
    return Math.max(1, Math.ceil(this.root.clientHeight / ROW) - 1);
  }

  private get isScaled(): boolean {
    return (this.total + 1) * ROW > TALLEST;
  }

  private scrolled(): void {
    if (this.quiet) {
      this.quiet = false;
      return;
    }
    const most = this.root.scrollHeight - this.root.clientHeight;
    this.top = this.isScaled
      ? Math.round((this.root.scrollTop / most) * (this.total - this.visible + 1))
      : Math.floor(this.root.scrollTop / ROW);
    this.draw();
  }

  private wheel(event: WheelEvent): void {
    // Where a pixel stands for many rows, the wheel still moves by rows.
    if (!this.isScaled || event.ctrlKey) return;
    event.preventDefault();
    this.goTo(this.top + Math.sign(event.deltaY) * Math.max(1, Math.round(Math.abs(event.deltaY) / ROW)));
  }

  private goTo(row: number): void {
    this.top = Math.max(0, Math.min(row, this.total - this.visible + 1));
    const most = this.root.scrollHeight - this.root.clientHeight;
    const to = this.isScaled ? (this.top / Math.max(1, this.total - this.visible + 1)) * most : this.top * ROW;
    this.quiet = Math.round(to) !== Math.round(this.root.scrollTop);
    this.root.scrollTop = to;
    this.draw();
  }

  private key(event: KeyboardEvent, onPick: (at: number) => void): void {
    const page = Math.max(1, this.visible - 2);
    const last = Math.max(0, (this.source?.size ?? 1) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -WIDTH,
      ArrowDown: WIDTH,
      PageUp: -WIDTH * page,
      PageDown: WIDTH * page,
      Home: -Infinity,
      End: Infinity,
    };
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    onPick(Math.max(0, Math.min(last, this.cursor + step)));
  }

  /** Puts what is selected onto the clipboard, as pairs of hexadecimal digits. */
  private copy(event: ClipboardEvent): void {
    // What the user has marked with the mouse is theirs.
    if (this.source === undefined || getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    const pairs = [...this.rows.querySelectorAll(".hex-octets .in")].map(({ textContent }) => textContent).join(" ");
    event.clipboardData?.setData("text/plain", pairs);
  }

  private async draw(): Promise<void> {
    const { source } = this;
    if (source === undefined) return;
    const ticket = ++this.drawn;
    const first = Math.max(0, this.top) * WIDTH;
    const octets = await source.read(first, (this.visible + 1) * WIDTH);
    if (ticket !== this.drawn) return;
    const shade = this.shadeOf(first, octets.length);
    const rows: HTMLElement[] = [];
    for (let at = 0; at < octets.length; at += WIDTH)
      rows.push(this.row(first + at, octets.subarray(at, at + WIDTH), shade.subarray(at, at + WIDTH)));
    this.rows.replaceChildren(...rows);
    this.ruler.replaceChildren(...this.columns());
  }

  /** For each octet in sight 1 or 2 by turns of spans, 0 outside of any. */
  private shadeOf(first: number, length: number): Uint8Array {
    const shade = new Uint8Array(length);
    for (const [i, { at, length: size }] of this.shades.entries())
      if (at < first + length && at + size > first)
        shade.fill(1 + (i % 2), Math.max(0, at - first), Math.min(length, at + size - first));
    return shade;
  }

  /** Of the widest offset. */
  private get digits(): number {
    return Math.max(8, ((this.source?.size ?? 0) - 1).toString(16).length);
  }

  /** The last digit of the offset over each column, that of the cursor marked. */
  private columns(): HTMLElement[] {
    const column = (i: number) =>
      element("span", { class: this.cursor % WIDTH === i ? "here" : undefined }, i.toString(16).padStart(2, "0"));
    return [
      element("span", { class: "hex-at" }, "offset".padEnd(this.digits)),
      element("span", { class: "hex-octets" }, ...Array.from({ length: WIDTH }, (_, i) => column(i))),
    ];
  }

  private row(at: number, octets: Uint8Array, shade: Uint8Array): HTMLElement {
    const { selected, marked, cursor } = this;
    const cell = (text: string, offset: number) => {
      const kinds = [
        offset >= selected.at && offset < selected.at + selected.length && "in",
        offset === cursor && selected.length > 0 && "cursor",
        marked.has(offset) && "differs",
        text === "00" && "zero",
        shade[offset - at]! > 0 && `shade${shade[offset - at]}`,
      ];
      const kind = kinds.filter(Boolean).join(" ");
      return element("span", { "data-at": offset, class: kind === "" ? undefined : kind }, text);
    };
    const list = [...octets];
    return element(
      "div",
      { class: "hex-row" },
      element("span", { class: "hex-at" }, at.toString(16).padStart(this.digits, "0")),
      element(
        "span",
        { class: "hex-octets" },
        ...list.map((octet, i) => cell(octet.toString(16).padStart(2, "0"), at + i)),
      ),
      element(
        "span",
        { class: "hex-text", "aria-hidden": "true" },
        ...list.map((octet, i) => cell(octet > 32 && octet < 127 ? String.fromCharCode(octet) : "·", at + i)),
      ),
    );
  }
}
