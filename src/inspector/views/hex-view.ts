/** Octets of a source in rows of 16; only the rows that are in sight are read and drawn, however long the source is. */

import type { Source } from "../source.ts";
import { element, hex } from "./dom.ts";

const WIDTH = 16;
const ROW = 20;
/** The height that the scrolled element gets at most: browsers do not take that of 4 GiB. In pixels. */
const TALLEST = 8_000_000;

/** Octets from `at` on. */
export interface Span {
  readonly at: number;
  readonly length: number;
}

export class HexView {
  readonly root: HTMLElement;
  private readonly rows = element("div", { class: "hex-rows" });
  private readonly spacer = element("div", { class: "hex-spacer" });
  private source: Source | undefined;
  private top = 0;
  private selected: Span = { at: 0, length: 0 };
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
        "aria-label": `${label}: arrows move, Page Up and Page Down turn pages`,
      },
      this.spacer,
      this.rows,
    );
    this.root.addEventListener("scroll", () => this.scrolled());
    this.root.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.root.addEventListener("keydown", (event) => this.key(event, onPick));
    this.rows.addEventListener("click", (event) => {
      const at = (event.target as HTMLElement).dataset.at;
      if (at !== undefined) onPick(Number(at));
    });
    new ResizeObserver(() => this.draw()).observe(this.root);
  }

  show(source: Source): void {
    this.source = source;
    this.top = 0;
    this.selected = { at: 0, length: 0 };
    this.marked = new Set();
    this.spacer.style.height = `${Math.min(TALLEST, this.total * ROW)}px`;
    this.root.scrollTop = 0;
    this.draw();
  }

  /** Marks a span, and comes to it where it is out of sight. */
  select(span: Span): void {
    this.selected = span;
    const row = Math.floor(span.at / WIDTH);
    if (row < this.top || row >= this.top + this.visible - 1) this.goTo(row - 2);
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

  private get visible(): number {
    return Math.max(1, Math.ceil(this.root.clientHeight / ROW));
  }

  private get isScaled(): boolean {
    return this.total * ROW > TALLEST;
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
    const { at } = this.selected;
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -WIDTH,
      ArrowDown: WIDTH,
      PageUp: -WIDTH * page,
      PageDown: WIDTH * page,
    };
    const last = (this.source?.size ?? 1) - 1;
    const to =
      event.key === "Home"
        ? 0
        : event.key === "End"
          ? last
          : steps[event.key] === undefined
            ? undefined
            : at + steps[event.key]!;
    if (to === undefined || event.altKey || event.metaKey) return;
    event.preventDefault();
    onPick(Math.max(0, Math.min(last, to)));
  }

  private async draw(): Promise<void> {
    const { source } = this;
    if (source === undefined) return;
    const ticket = ++this.drawn;
    const first = Math.max(0, this.top) * WIDTH;
    const octets = await source.read(first, (this.visible + 1) * WIDTH);
    if (ticket !== this.drawn) return;
    const rows: HTMLElement[] = [];
    for (let at = 0; at < octets.length; at += WIDTH) rows.push(this.row(first + at, octets.subarray(at, at + WIDTH)));
    this.rows.replaceChildren(...rows);
  }

  private row(at: number, octets: Uint8Array): HTMLElement {
    const { selected, marked } = this;
    const cell = (text: string, offset: number) => {
      const isIn = offset >= selected.at && offset < selected.at + selected.length;
      const kind = [isIn ? "in" : "", marked.has(offset) ? "differs" : "", text === "00" ? "zero" : ""]
        .join(" ")
        .trim();
      return element("span", { "data-at": offset, class: kind === "" ? undefined : kind }, text);
    };
    const list = [...octets];
    return element(
      "div",
      { class: "hex-row" },
      element("span", { class: "hex-at" }, at.toString(16).padStart(8, "0")),
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

/** What a screen reader hears of a span. */
export const spanText = ({ at, length }: Span) => `${hex(at)}, ${length} octets`;
