/** The little of the DOM that all views need. */

/** An element with attributes and contents. An attribute that is undefined or false is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  ...contents: readonly (Node | string | undefined | false)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : String(value));
  made.append(...contents.filter((one) => one !== undefined && one !== false));
  return made;
}

/** The element of the page with this id; the page that comes with the script has it. */
export function byId<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found as T;
}

/** A number of octets for people. */
export function sizeText(octets: number): string {
  if (octets < 1024) return `${octets} octets`;
  const power = Math.min(4, Math.floor(Math.log2(octets) / 10));
  return `${(octets / 1024 ** power).toFixed(1)} ${["", "KiB", "MiB", "GiB", "TiB"][power]}`;
}

/** An offset or pfn. */
export const hex = (value: number) => `0x${value.toString(16)}`;
