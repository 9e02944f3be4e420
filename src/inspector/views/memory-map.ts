/** The guest's memory as a picture: a square for each page, or for several where there are many. */

import { PAGE_TYPES } from "../../format/vocabulary.ts";
import { HOLE, type PageFacts, type PageTable, SPAN, UNREAD } from "../page-table.ts";
import { element, hex } from "./dom.ts";

/** What the colour of a page tells. */
export type MapMode = "type" | "sent" | "contents" | "differs";

const GAP = 6;

export class MemoryMap {
  readonly root: HTMLElement;
  private readonly canvas = element("canvas", { tabindex: 0, role: "img" });
  private readonly legend = element("ul", { class: "legend" });
  private readonly state = element("p", { class: "map-state", role: "status" });
  private pages: PageTable | undefined;
  private starts: readonly number[] = [];
  private mode: MapMode = "type";
  private cell = 8;
  private columns = 1;
  private chosen = 0;

  /** `onPick` hears of the page that the user picked. */
  constructor(onPick: (page: PageFacts) => void) {
    this.root = element("div", { class: "memory-map" }, this.state, this.legend, this.canvas);
    this.canvas.addEventListener("pointermove", (event) => this.tell(this.pfnAt(event)));
    this.canvas.addEventListener("click", (event) => this.choose(this.pfnAt(event), onPick));
    this.canvas.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -this.columns, ArrowDown: this.columns }[event.key];
      if (step !== undefined) this.choose(this.pfnOf(this.placeOf(this.chosen) + step), onPick);
      else if (event.key !== "Enter") return;
      event.preventDefault();
    });
    new ResizeObserver(() => this.draw()).observe(this.root);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
  }

  show(pages: PageTable): void {
    this.pages = pages;
    this.starts = pages.outline();
    this.chosen = this.starts[0] ?? 0;
    this.state.textContent =
      "Point at a page, or move with the arrows. Stretches that are all alike are drawn once; a gap stands for what is left out.";
    this.draw();
  }

  paint(mode: MapMode): void {
    this.mode = mode;
    this.draw();
  }

  /** Draws anew: something became known of the pages. */
  draw(): void {
    const { canvas, pages, starts } = this;
    const width = this.root.clientWidth;
    if (pages === undefined || width === 0) return;
    const count = starts.length * SPAN;
    this.cell = count <= 8 * SPAN ? 9 : count <= 64 * SPAN ? 5 : count <= 512 * SPAN ? 3 : 1;
    // Whole chunks of a power of two to a row, so that what lies one above the other is that far apart in memory.
    this.columns = 2 ** Math.floor(Math.log2(Math.max(32, width / this.cell)));
    const rows = Math.ceil(SPAN / this.columns);
    const scale = devicePixelRatio || 1;
    const height = starts.reduce((sum, start, i) => sum + rows * this.cell + (this.isGap(start, i) ? GAP : 0), 0);
    canvas.width = this.columns * this.cell * scale;
    canvas.height = Math.min(height, 16_000) * scale;
    canvas.style.width = `${this.columns * this.cell}px`;
    canvas.style.height = `${Math.min(height, 16_000)}px`;
    const context = canvas.getContext("2d")!;
    context.scale(scale, scale);
    const inks = this.inks();
    const used = new Map<string, string>();
    let top = 0;
    for (const [i, start] of starts.entries()) {
      if (this.isGap(start, i)) top += GAP;
      const chunk = pages.chunk(start);
      for (let at = 0; at < SPAN; at++) {
        const type = chunk.types[at]!;
        const [name, ink] = type === HOLE ? ["not in the image", inks.hole] : this.ink(chunk, at, inks);
        used.set(name!, ink!);
        context.fillStyle = ink!;
        const size = this.cell > 2 ? this.cell - 1 : this.cell;
        context.fillRect((at % this.columns) * this.cell, top + Math.floor(at / this.columns) * this.cell, size, size);
      }
      top += rows * this.cell;
    }
    this.legend.replaceChildren(
      ...[...used].map(([name, ink]) => element("li", {}, element("i", { style: `background: ${ink}` }), name)),
    );
    canvas.setAttribute("aria-label", `Map of the guest's memory: ${[...used.keys()].join(", ")}`);
  }

  private isGap(start: number, i: number): boolean {
    return i > 0 && this.starts[i - 1]! + SPAN !== start;
  }

  private inks() {
    const style = getComputedStyle(document.documentElement);
    const of = (name: string) => style.getPropertyValue(name).trim();
    return {
      hole: of("--map-hole"),
      data: of("--map-data"),
      table: of("--map-table"),
      other: of("--map-other"),
      zero: of("--map-zero"),
      again: of("--map-again"),
      differs: of("--map-differs"),
      unread: of("--map-unread"),
    };
  }

  private ink(
    { types, sends, contents, differs }: ReturnType<PageTable["chunk"]>,
    at: number,
    inks: ReturnType<MemoryMap["inks"]>,
  ): readonly [string, string] {
    const type = types[at]!;
    if (this.mode === "sent") {
      const times = sends[at]!;
      if (times === 0) return ["never sent", inks.other];
      if (times === 1) return ["sent once", inks.data];
      return times < 4
        ? ["sent two or three times", mix(inks.again, inks.data, 0.5)]
        : ["sent four times or more", inks.again];
    }
    if (this.mode === "contents") {
      const value = contents[at]!;
      if (sends[at] === 0) return ["no contents", inks.other];
      if (value === UNREAD) return ["not read yet", inks.unread];
      if (value === 0) return ["zeros only", inks.zero];
      const part = value < 64 ? 0 : value < 128 ? 1 : value < 192 ? 2 : 3;
      return [
        ["up to 2 bits an octet", "2 to 4 bits", "4 to 6 bits", "6 to 8 bits"][part]!,
        mix(inks.again, inks.data, part / 3),
      ];
    }
    if (this.mode === "differs") return differs[at] === 1 ? ["differs", inks.differs] : ["the same", inks.data];
    if (type === 0) return ["page", inks.data];
    if (type >= 1 && type <= 4) return ["page table", inks.table];
    if (type >= 9 && type <= 12) return ["page table, pinned", mix(inks.table, inks.again, 0.5)];
    return [PAGE_TYPES[type] ?? `type ${type}`, inks.other];
  }

  private placeOf(pfn: number): number {
    const chunk = this.starts.indexOf(Math.floor(pfn / SPAN) * SPAN);
    return chunk * SPAN + (pfn % SPAN);
  }

  private pfnOf(place: number): number {
    const at = Math.max(0, Math.min(place, this.starts.length * SPAN - 1));
    return (this.starts[Math.floor(at / SPAN)] ?? 0) + (at % SPAN);
  }

  private pfnAt(event: MouseEvent): number {
    const { left, top } = this.canvas.getBoundingClientRect();
    const column = Math.min(this.columns - 1, Math.floor((event.clientX - left) / this.cell));
    let y = event.clientY - top;
    const rows = Math.ceil(SPAN / this.columns);
    for (const [i, start] of this.starts.entries()) {
      if (this.isGap(start, i)) y -= GAP;
      if (y < rows * this.cell)
        return start + Math.max(0, Math.min(SPAN - 1, Math.floor(y / this.cell) * this.columns + column));
      y -= rows * this.cell;
    }
    return this.pfnOf(Number.MAX_SAFE_INTEGER);
  }

  private choose(pfn: number, onPick: (page: PageFacts) => void): void {
    this.chosen = pfn;
    this.tell(pfn);
    const page = this.pages?.page(pfn);
    if (page) onPick(page);
  }

  private tell(pfn: number): void {
    const page = this.pages?.page(pfn);
    this.state.textContent = `pfn ${hex(pfn)}: ${page ? pageText(page) : "not in the image"}`;
  }
}

/** What is known of a page, in words. */
export function pageText({ type, sends, at, contents, differs }: PageFacts): string {
  const bits =
    contents === UNREAD
      ? ""
      : contents === 0
        ? ", zeros only"
        : `, ${(((contents - 1) / 253) * 8).toFixed(1)} bits an octet`;
  const sent = sends === 0 ? "without contents" : `sent ${sends === 1 ? "once" : `${sends} times`}, last at ${hex(at)}`;
  return `${PAGE_TYPES[type] ?? `type ${type}`}, ${sent}${bits}${differs ? ", differs" : ""}`;
}

const mix = (a: string, b: string, part: number) => `color-mix(in oklab, ${a} ${Math.round(part * 100)}%, ${b})`;
