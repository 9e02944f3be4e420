// Generated from schemas/libxl_header.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/LibxlHeader";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/**
 * The first 16 octets of a libxl stream, big-endian whatever byte order they
 * announce for the rest.
 */
export interface LibxlHeader {
  /** The eight letters that name the format. */
  readonly ident: Uint8Array;
  /** Version of the stream: 2 in every Xen from 4.6. */
  readonly version: number;
  /**
   * Bit 0 is the byte order of the records, 1 for big-endian. Bit 1 marks
   * the output of the converter from the legacy format. The rest is reserved
   * and written as zero.
   */
  readonly options: number;
  /** True when the records are big-endian. */
  readonly isBe: boolean;
  /** True when the stream was converted from the legacy format. */
  readonly isConverted: boolean;
}

register(parsers.LibxlHeader, {
  fields: [
    { id: "ident", name: "ident", kind: "scalar" },
    { id: "version", name: "version", kind: "scalar" },
    { id: "options", name: "options", kind: "scalar" },
  ],
  found: [],
  instances: [{ id: "is_be", name: "isBe", kind: "boolean" }, { id: "is_converted", name: "isConverted", kind: "boolean" }],
  wide: [],
});

/** Reads a LibxlHeader from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLibxlHeader(octets: Uint8Array): LibxlHeader {
  return parse(parsers.LibxlHeader, octets, []);
}

/** Like parseLibxlHeader, but throws nothing and tells the place of every field that could be read. */
export function locateLibxlHeader(octets: Uint8Array): Located<LibxlHeader> {
  return locate(parsers.LibxlHeader, octets, []);
}
