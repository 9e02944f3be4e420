// Generated from schemas/draft_b_image_header.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/DraftBImageHeader";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/**
 * The first 24 octets of an image of version 1, always big-endian. The shape is
 * that of all later editions.
 */
export interface DraftBImageHeader {
  /** All ones. */
  readonly marker: Uint8Array;
  /** The four letters that name the format. */
  readonly ident: Uint8Array;
  /** Edition of the stream. */
  readonly version: number;
  /**
   * Bit 0 tells the byte order of everything after this header: 0 is little
   * endian, 1 is big endian. Bits 1 to 15 are reserved and written as zero.
   */
  readonly options: number;
  /** Written as zero. */
  readonly reserved1: number;
  /** Written as zero. */
  readonly reserved2: number;
  /** True when the rest of the image is big-endian. */
  readonly isBe: boolean;
}

register(parsers.DraftBImageHeader, {
  fields: [
    { id: "marker", name: "marker", kind: "scalar" },
    { id: "ident", name: "ident", kind: "scalar" },
    { id: "version", name: "version", kind: "scalar" },
    { id: "options", name: "options", kind: "scalar" },
    { id: "reserved1", name: "reserved1", kind: "scalar" },
    { id: "reserved2", name: "reserved2", kind: "scalar" },
  ],
  found: [],
  instances: [{ id: "is_be", name: "isBe", kind: "boolean" }],
  wide: [],
});

/** Reads a DraftBImageHeader from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseDraftBImageHeader(octets: Uint8Array): DraftBImageHeader {
  return parse(parsers.DraftBImageHeader, octets, []);
}

/** Like parseDraftBImageHeader, but throws nothing and tells the place of every field that could be read. */
export function locateDraftBImageHeader(octets: Uint8Array): Located<DraftBImageHeader> {
  return locate(parsers.DraftBImageHeader, octets, []);
}
