/** The header of an xl save file and its optional data (spec 12). */

import type { XlHeader } from "../format/events.ts";
import type { Input, Steps } from "../format/input.ts";
import { fields } from "../format/octets.ts";

/** The 32 octets that an xl save file begins with (XL-001). */
export const XL_MAGIC: Uint8Array = new TextEncoder().encode("Xen saved domain, xl format\n \0 \r");

/** Bits of mandatory_flags: the configuration is JSON; a libxl stream follows. */
export const XL_FLAG = { jsonConfig: 1, libxlStream: 2 } as const;

/** Decodes header and optional data; false where the input ends within (told by `broken`). What follows is a libxl stream. */
export function* decodeXlHeader(input: Input): Steps<boolean> {
  const at = input.at;
  const octets = yield* input.take(48);
  if (octets === undefined) return broken(input);
  const { u32 } = fields(octets);
  const header: XlHeader = {
    at,
    magic: octets.slice(0, 32),
    byteorder: octets.slice(32, 36),
    mandatoryFlags: u32(36),
    optionalFlags: u32(40),
    optionalLength: u32(44),
  };
  input.tell({ kind: "xl-header", subject: header });
  if (header.optionalLength === 0) return true;
  const optionalAt = input.at;
  const optional = yield* input.take(header.optionalLength);
  if (optional === undefined) return broken(input);
  input.tell({ kind: "xl-optional", subject: { header, at: optionalAt, octets: optional } });
  return true;
}

function broken(input: Input): false {
  input.tell({ kind: "broken", subject: { at: input.at, layer: "xl", inside: "header" } });
  return false;
}
