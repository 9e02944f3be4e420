/** The octets at a place as integers, in both byte orders. */

import { element } from "./dom.ts";

const WIDTHS = [1, 2, 4, 8] as const;

/** A table of the integers that begin with the first of `octets`, as far as there are enough of them. */
export function numbersView(octets: Uint8Array): HTMLElement {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const rows = WIDTHS.filter((width) => width <= octets.length).map((width) => {
    const cell = (little: boolean) => {
      const value = integer(view, width, little);
      return element("td", { title: `0x${value.toString(16)}` }, String(value));
    };
    const name = element("th", { scope: "row" }, `u${8 * width}`);
    return element("tr", {}, name, cell(true), width === 1 ? element("td", {}) : cell(false));
  });
  const heads = ["", "little-endian", "big-endian"].map((text) => element("th", { scope: "col" }, text));
  return element(
    "details",
    { class: "numbers", open: true },
    element("summary", {}, "As integers"),
    element("table", {}, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...rows)),
  );
}

function integer(view: DataView, width: (typeof WIDTHS)[number], little: boolean): bigint | number {
  if (width === 1) return view.getUint8(0);
  if (width === 2) return view.getUint16(0, little);
  return width === 4 ? view.getUint32(0, little) : view.getBigUint64(0, little);
}
