/** Where the user wants to go: an offset, a page, a record or a finding, as text. */

/** A place that is meant. Numbers are decimal, or hexadecimal behind 0x. */
export type Goal =
  | { readonly kind: "offset"; readonly at: number }
  | { readonly kind: "pfn"; readonly pfn: number }
  | { readonly kind: "record"; readonly layer: "image" | "libxl" | "xenopsd" | "legacy"; readonly index: number }
  | { readonly kind: "finding"; readonly text: string };

const LAYERS = { rec: "image", lxl: "libxl", part: "xenopsd", chunk: "legacy" } as const;

/** `0x1f40`, `8000`, `pfn 0x12`, `rec[3]`, `rec 3`, or the number or code of what was found; undefined for nothing. */
export function goalOf(text: string): Goal | undefined {
  const asked = text.trim().toLowerCase();
  if (asked === "") return undefined;
  if (isNumber(asked)) return { kind: "offset", at: Number(asked) };
  const [, word = "", number = ""] = /^(pfn|rec|lxl|part|chunk)\s*\[?\s*(0x[0-9a-f]+|\d+)\s*\]?$/.exec(asked) ?? [];
  if (word === "pfn") return { kind: "pfn", pfn: Number(number) };
  if (word !== "") return { kind: "record", layer: LAYERS[word as keyof typeof LAYERS], index: Number(number) };
  return { kind: "finding", text: asked };
}

const isNumber = (text: string) => /^(0x[0-9a-f]+|\d+)$/.test(text);
