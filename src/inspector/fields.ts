/** The fields of a header or a record with the place of each: what the parsers made from the Kaitai description see. */

import { schemas } from "virtual:specification";
import { locateDomainHeader } from "../../generated/open/domain_header.ts";
import { locateDraftBDomainHeader } from "../../generated/open/draft_b_domain_header.ts";
import { locateDraftBImageHeader } from "../../generated/open/draft_b_image_header.ts";
import { locateDraftBRecord } from "../../generated/open/draft_b_record.ts";
import { locateImageHeader } from "../../generated/open/image_header.ts";
import { locateImageHeaderV4 } from "../../generated/open/image_header_v4.ts";
import { locateLibvirtHeader } from "../../generated/open/libvirt_header.ts";
import { locateLibxcRecord } from "../../generated/open/libxc_record.ts";
import { locateLibxlHeader } from "../../generated/open/libxl_header.ts";
import { locateLibxlRecord } from "../../generated/open/libxl_record.ts";
import { locateXenopsdPartHeader } from "../../generated/open/xenopsd_part_header.ts";
import { locateXlHeader } from "../../generated/open/xl_header.ts";
import type { FoundField } from "../../generated/parser-runtime.ts";
import type { InspectedLayer } from "../containers/layers.ts";
import { chunkFields, legacyHeadFields, tailFields } from "./legacy-fields.ts";
import type { Scanned, ScannedRecord } from "./scan.ts";
import type { Structure } from "./specification.ts";

/** A field, or a structure of fields. `at` counts from the first octet of the input. */
export interface Field {
  readonly name: string;
  readonly at: number;
  readonly length: number;
  readonly value: string;
  readonly doc: string;
  /** Requirements that are about it; where there are none, those about what holds it. */
  readonly req: readonly string[];
  /** What they are about where that is not the field itself: the name of what holds it. */
  readonly of?: string;
  readonly children: readonly Field[];
}

/** A record longer than this is shown without fields, in octets. */
export const LARGEST_RECORD = 2 ** 25;

/** The fields of a header. */
export async function layerFields({ source, layers, long }: Scanned, layer: InspectedLayer): Promise<readonly Field[]> {
  const { at, length } = layer;
  const octets = await source.read(at, Math.min(length, LARGEST_RECORD));
  const isBe = isBigEndian(layers);
  const tree = (id: string, found: Found) => treeFrom(id, found, at);
  switch (layer.layer) {
    case "image":
      if (layer.fields.version === 1) return tree("draft_b_image_header", locateDraftBImageHeader(octets));
      if (length > 24) return tree("image_header_v4", locateImageHeaderV4(octets));
      return tree("image_header", locateImageHeader(octets));
    case "domain":
      return length === 8
        ? tree("draft_b_domain_header", locateDraftBDomainHeader(octets, { isBe }))
        : tree("domain_header", locateDomainHeader(octets, { isBe }));
    case "libxl":
      return tree("libxl_header", locateLibxlHeader(octets));
    case "libvirt":
      return tree("libvirt_header", locateLibvirtHeader(octets));
    case "xl":
      return tree("xl_header", locateXlHeader(octets, { isBe: octets[32] === 1 }));
    case "legacy":
    case "extended information":
    case "p2m frame list":
      return legacyHeadFields(layer.layer, { octets, at }, long);
    case "tail":
      return tailFields("unmapped" in layer.fields, { octets, at }, long);
    default:
      return [];
  }
}

/** The fields of a record, its head, padding and trailer among them. */
export async function recordFields(scanned: Scanned, record: ScannedRecord): Promise<readonly Field[]> {
  const { source, layers, guestWidth, pageSize, long } = scanned;
  const { layer, at, end, isBe, trailer } = record;
  if (end - at > LARGEST_RECORD) return [];
  const octets = await source.read(at, layer === "xenopsd" ? 16 : end - at);
  const tree = (id: string, found: Found) => treeFrom(id, found, at);
  if (layer === "legacy") return chunkFields(record.type, { octets, at }, long);
  if (layer === "xenopsd") return tree("xenopsd_part_header", locateXenopsdPartHeader(octets));
  if (layer === "libxl") return tree("libxl_record", locateLibxlRecord(octets, { isBe }));
  if (layers.some((one) => one.layer === "image" && one.fields.version === 1))
    return tree("draft_b_record", locateDraftBRecord(octets, { isBe, pageSize, guestWidth }));
  // What the libxl layer says between two rounds stands behind the record, and is listed by itself.
  const params = { isBe, pageSize, guestWidth, inLibxl: false, libxlIsBe: false, lenTrailer: trailer };
  return tree("libxc_record", locateLibxcRecord(octets, params));
}

/** What is said of a record as a whole, where its body is described. */
export function recordStructure({ layer, name }: ScannedRecord): Structure | undefined {
  if (layer === "legacy") return undefined;
  if (layer === "xenopsd") return schemas.xenopsd_part_header;
  const record = schemas[layer === "libxl" ? "libxl_record" : "libxc_record"];
  const type = record?.seq.find(({ id }) => id === "body")?.type;
  return typeof type === "object" ? schemas[type.cases[name.toLowerCase()] ?? ""] : undefined;
}

type Found = { readonly fields: readonly FoundField[] };

/** What a parser found in a structure that begins at `at`, as a tree. */
export const treeFrom = (id: string, { fields }: Found, at: number) => treeOf(fields, schemas[id], at);

const isBigEndian = (layers: readonly InspectedLayer[]) =>
  layers.some(({ layer, fields }) => layer === "image" && (Number(fields.options) & 1) !== 0);

type Growing = Field & { readonly children: Growing[] };

/** Puts fields that come as paths, structures before their members, into a tree. */
function treeOf(found: readonly FoundField[], structure: Structure | undefined, base: number): readonly Field[] {
  const byPath = new Map<string, { readonly field: Growing; readonly inside: Inside }>();
  const values = new Map(found.map(({ path, value }) => [path, value]));
  const roots: Growing[] = [];
  for (const one of found) {
    const [parentPath, name] = split(one.path);
    const parent = byPath.get(parentPath);
    const inside = parent?.inside ?? { structure, file: structure, ...about(structure, { req: [] }) };
    const isItem = name.startsWith("[");
    const known = isItem ? undefined : inside.structure?.seq.find(({ id }) => id === name);
    const field: Growing = {
      name,
      at: base + one.start,
      length: one.end - one.start,
      value: valueText(one),
      doc: known?.doc ?? "",
      ...(known?.req ? { req: known.req } : isItem && parent ? own(parent.field) : own(inside)),
      children: [],
    };
    (parent?.field.children ?? roots).push(field);
    byPath.set(one.path, { field, inside: isItem ? inside : within(known, inside, parentPath, values, field) });
  }
  return roots;
}

/** The structure that names are looked up in, and the file that its own types stand in. */
type Inside = About & { readonly structure: Structure | undefined; readonly file: Structure | undefined };

/** Requirements, and what they are about. */
type About = Pick<Field, "req" | "of">;

const own = ({ req, of }: About): About => (of === undefined ? { req } : { req, of });

/** What the fields of a structure have to go by where nothing is said of them alone: what is said of it, or of what holds it. */
function about(structure: Structure | undefined, holder: About, name = ""): About {
  return structure?.req ? { req: structure.req, of: structure.title ?? name } : own(holder);
}

function within(
  known: Structure["seq"][number] | undefined,
  { file }: Inside,
  parent: string,
  values: ReadonlyMap<string, unknown>,
  { name, req, of }: Field,
): Inside {
  const holder = { req, of: of ?? name };
  const { type } = known ?? {};
  const id =
    typeof type === "object" ? type.cases[String(values.get(parent === "" ? type.on : `${parent}.${type.on}`))] : type;
  if (id === undefined) return { structure: undefined, file: undefined, ...holder };
  const inFile = file?.types[id];
  const structure = inFile ?? schemas[id];
  return { structure, file: inFile ? file : structure, ...about(structure, holder, name) };
}

/** `a.b[3]` into `a.b` and `[3]`; `a.b` into `a` and `b`. */
function split(path: string): readonly [string, string] {
  const cut = Math.max(path.lastIndexOf("."), path.lastIndexOf("["));
  if (cut < 0) return ["", path];
  return [path.slice(0, cut), path.slice(path[cut] === "." ? cut + 1 : cut)];
}

function valueText({ value, number, start, end }: FoundField): string {
  if (typeof value === "number") return value > 9 ? `${value} (0x${value.toString(16)})` : String(value);
  if (typeof value === "bigint") return `0x${value.toString(16)}`;
  if (typeof value === "string") return number === undefined ? JSON.stringify(value) : `${value} (${number})`;
  if (value instanceof Uint8Array) return octetsText(value);
  return value === undefined || value === null ? `${end - start} octets` : String(value);
}

/** The first octets of many, in hexadecimal. */
export function octetsText(octets: Uint8Array): string {
  if (octets.length > 4 && octets.every((octet) => octet === 0)) return `${octets.length} zeros`;
  const shown = Array.from(octets.subarray(0, 12), (octet) => octet.toString(16).padStart(2, "0")).join(" ");
  return octets.length > 12 ? `${shown} … (${octets.length})` : shown;
}
