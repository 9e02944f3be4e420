/** The tree of an image: containers and headers, records, and their fields, which are read when they are opened. */

import type { Finding } from "../format/fault.ts";
import { type Field, LARGEST_RECORD, layerFields, recordFields } from "./fields.ts";
import type { Scanned, ScannedRecord } from "./scan.ts";
import { sizeText } from "./views/dom.ts";
import type { TreeNode } from "./views/tree-view.ts";

/** A node and what it is about, for those who show more of it. */
export interface ImageNode extends TreeNode {
  readonly field?: Field;
  readonly record?: ScannedRecord;
  readonly findings: readonly Finding[];
}

/** Headers and records in the order of the octets. */
export function imageNodes(scanned: Scanned, findings: readonly Finding[]): ImageNode[] {
  const within = (at: number, length: number) => findings.filter((one) => one.at >= at && one.at < at + length);
  const layers = scanned.layers.map((layer): ImageNode => {
    const inside = () => layerFields(scanned, layer).then((fields) => fieldNodes(fields, `layer ${layer.at}`, within));
    const { at, length } = layer;
    return marked(
      { key: `layer ${at}`, label: `${layer.layer} header`, value: sizeText(length), at, length, inside },
      within(at, length),
    );
  });
  const records = scanned.records.map((record): ImageNode => {
    const { layer, index, at, end, name } = record;
    const prefix = { image: "rec", libxl: "lxl", xenopsd: "part", legacy: "chunk" }[layer];
    const inside = () =>
      recordFields(scanned, record).then((fields) => fieldNodes(fields, `${layer} ${index}`, within));
    const leaf = end - at > LARGEST_RECORD;
    const node = {
      key: `${layer} ${index}`,
      label: `${prefix}[${index}] ${name}`,
      value: sizeText(record.length),
      at,
      length: end - at,
    };
    return { ...marked(leaf ? node : { ...node, inside }, within(at, end - at)), record };
  });
  // A libxl stream holds the image and its records; whatever stands first is listed first.
  return [...layers, ...records].sort((a, b) => a.at - b.at);
}

/** Fields that are told apart by shades. */
const MOST_SHADES = 4096;

/** The fields of a header or record that have no fields inside. */
export async function leavesOf(node: ImageNode | undefined): Promise<readonly ImageNode[]> {
  const leaves: ImageNode[] = [];
  const collect = async (one: ImageNode): Promise<void> => {
    const inside = (await one.inside?.()) ?? [];
    if (inside.length === 0 && one !== node) leaves.push(one);
    for (const child of inside) if (leaves.length < MOST_SHADES) await collect(child as ImageNode);
  };
  if (node) await collect(node);
  return leaves.sort((a, b) => a.at - b.at);
}

function fieldNodes(
  fields: readonly Field[],
  key: string,
  within: (at: number, length: number) => readonly Finding[],
): ImageNode[] {
  return fields
    .filter(({ length }) => length > 0)
    .map((field, i): ImageNode => {
      const own = `${key}/${i}`;
      const { name, value, at, length, children } = field;
      const node = {
        key: own,
        label: name,
        value:
          children.length > 0 && !name.startsWith("[")
            ? `${children.length === 1 ? "1 part" : `${children.length} parts`}`
            : value,
        at,
        length,
      };
      const inside = children.length > 0 ? { inside: () => fieldNodes(children, own, within) } : {};
      return { ...marked({ ...node, ...inside }, within(at, length)), field };
    });
}

function marked(node: Omit<ImageNode, "findings">, findings: readonly Finding[]): ImageNode {
  if (findings.length === 0) return { ...node, findings };
  const isBad = findings.some(({ level }) => level === "MUST");
  return { ...node, findings, tone: isBad ? "bad" : "warn", note: `${findings.length} found` };
}
