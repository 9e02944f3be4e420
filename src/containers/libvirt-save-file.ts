/** The header of a libvirt save file and its XML (spec 13). */

import type { LibvirtHeader } from "../format/events.ts";
import type { Input, Steps } from "../format/input.ts";
import { fields } from "../format/octets.ts";

/** The 16 octets that a libvirt save file begins with (LV-001). */
export const LIBVIRT_MAGIC: Uint8Array = new TextEncoder().encode("libvirt-xml\n \0 \r");

/** Octets of the header. */
export const LIBVIRT_HEADER = 64;

/** Decodes header and XML; false where the input ends within (told by `broken`). What follows is a libxl stream. */
export function* decodeLibvirtHeader(input: Input): Steps<boolean> {
  const at = input.at;
  const octets = yield* input.take(LIBVIRT_HEADER);
  if (octets === undefined) return broken(input);
  const { u32 } = fields(octets);
  const header: LibvirtHeader = {
    at,
    magic: octets.slice(0, 16),
    version: u32(16),
    xmlLength: u32(20),
    unused: octets.slice(24, 64),
  };
  input.tell({ kind: "libvirt-header", subject: header });
  if (header.xmlLength === 0) return true;
  const xmlAt = input.at;
  const xml = yield* input.take(header.xmlLength);
  if (xml === undefined) return broken(input);
  input.tell({ kind: "libvirt-xml", subject: { at: xmlAt, octets: xml } });
  return true;
}

/** The configuration in the XML of a libvirt save file: what stands before its first NUL (LV-012). */
export function libvirtConfig(xml: Uint8Array): Uint8Array {
  const end = xml.indexOf(0);
  return end === -1 ? xml : xml.subarray(0, end);
}

function broken(input: Input): false {
  input.tell({ kind: "broken", subject: { at: input.at, layer: "libvirt", inside: "header" } });
  return false;
}
