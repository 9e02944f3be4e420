// Generated from schemas/xl_save_file.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/XlSaveFile";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./libxl_stream.ts";
import "./xl_header.ts";
import { type LibxlStream } from "./libxl_stream.ts";
import { type XlHeader } from "./xl_header.ts";

/**
 * What `xl save` writes: a header, the configuration of the domain, and a libxl
 * stream. The stream begins where the optional data ends, aligned or not.
 */
export interface XlSaveFile {
  /** Header and configuration. */
  readonly header: XlHeader;
  /** The libxl stream. */
  readonly stream?: LibxlStream;
  /** A stream in the format of Xen before 4.6. */
  readonly legacyStream?: Uint8Array;
}

register(parsers.XlSaveFile, {
  fields: [
    { id: "header", name: "header", kind: "struct" },
    { id: "stream", name: "stream", kind: "struct" },
    { id: "legacy_stream", name: "legacyStream", kind: "scalar" },
  ],
  found: [{ id: "byteorder_lead", name: "byteorderLead", kind: "scalar" }],
  instances: [],
  wide: [],
});

/** Reads a XlSaveFile from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseXlSaveFile(octets: Uint8Array): XlSaveFile {
  return parse(parsers.XlSaveFile, octets, []);
}

/** Like parseXlSaveFile, but throws nothing and tells the place of every field that could be read. */
export function locateXlSaveFile(octets: Uint8Array): Located<XlSaveFile> {
  return locate(parsers.XlSaveFile, octets, []);
}
