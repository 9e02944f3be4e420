import type { InspectedLayer, InspectedRecord, Inspection, RecordPlace } from "../../containers/index.ts";
import { CommandError } from "../ending.ts";

/** A layer or a record of an inspection, in the order they lie. */
export interface Item {
  readonly at: number;
  /** How it is called on the command line and in findings: `rec[3]`, `lxl[1]`, `part[4]`, `chunk[0]`, or the name of a layer. */
  readonly id: string;
  /** The name of a record's type; empty for a layer. */
  readonly name: string;
  readonly type?: number;
  /** Octets of a layer's header, or of the record's body. */
  readonly length: number;
  /** Octets of the head before the body of a record; 0 for a layer. */
  readonly head: number;
  /** How many layers it lies in. */
  readonly depth: number;
  readonly fields?: object;
}

/** Prefixes of names, by layer. */
const PREFIXES = { image: "rec", libxl: "lxl", xenopsd: "part", legacy: "chunk" } as const;

/** Records whose layer is the image or a suspend image lie below its headers. */
const BELOW: readonly string[] = ["image", "xenopsd", "legacy"];

/** Everything that an inspection lists, by offset. */
export function outline({ edition, container, layers, records }: Inspection): Item[] {
  const counts = new Map<string, number>();
  const record = ({ at, name, type, length, layer, fields }: InspectedRecord): Item => {
    const index = counts.get(layer) ?? 0;
    counts.set(layer, index + 1);
    const depth = container.indexOf(layer) + 1 || container.length + (BELOW.includes(layer) ? 1 : 0);
    const id = `${PREFIXES[layer]}[${index}]`;
    return { at, id, name, type, length, head: headOf(layer, edition), depth, ...(fields && { fields }) };
  };
  const layer = ({ at, layer: id, length, fields }: InspectedLayer): Item => {
    const inner = container.length + (id === "domain" ? 1 : 0);
    const depth = container.includes(id) ? container.indexOf(id) : inner;
    return { at, id, name: "", length, head: 0, depth, fields };
  };
  return [...layers.map(layer), ...records.map(record)].sort((a, b) => a.at - b.at);
}

/** Octets before the body: type and length; of draft-b more, of a chunk its number alone. */
function headOf(layer: InspectedRecord["layer"], edition: Inspection["edition"]): number {
  if (layer === "xenopsd" || (layer === "image" && edition === "draft-b")) return 16;
  return layer === "legacy" ? 4 : 8;
}

const LAYERS = { rec: "image", lxl: "libxl", part: "xenopsd" } as const;

/** The record that a word of the command line names: `3` and `rec[3]` of the image, `lxl[1]`, `part[4]`. */
export function recordPlace(text: string): RecordPlace {
  const [, layer = "rec", bracketed, plain] = /^(?:(rec|lxl|part)\[(\d{1,9})\]|(\d{1,9}))$/.exec(text) ?? [];
  const index = bracketed ?? plain;
  if (index === undefined) throw new CommandError(`${JSON.stringify(text)} is no record: 3, rec[3], lxl[1] or part[4]`);
  return { layer: LAYERS[layer as keyof typeof LAYERS], index: Number(index) };
}

/** Names of what there are many of, one after the other. */
const BATCHES: readonly string[] = ["PAGE_DATA", "PAGES", "PAGE_DATA_COMPRESSED"];

/** Several page batches that follow each other, or one item. */
export type Run = { readonly first: Item; readonly last: Item; readonly count: number; readonly length: number };

/** The items with page batches that follow each other taken together. */
export function runsOf(items: readonly Item[]): Run[] {
  const runs: Run[] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run && BATCHES.includes(item.name) && run.first.name === item.name && run.first.depth === item.depth)
      runs[runs.length - 1] = { ...run, last: item, count: run.count + 1, length: run.length + item.length };
    else runs.push({ first: item, last: item, count: 1, length: item.length });
  }
  return runs;
}

/** The name of a run: `rec[3]`, or `rec[3..1022]` of several. */
export function runId({ first, last }: Run): string {
  return first === last ? first.id : `${first.id.slice(0, -1)}..${last.id.replace(/^.*\[/, "")}`;
}
