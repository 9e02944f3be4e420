// Generated from schemas/libvirt_save_file.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/LibvirtSaveFile";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./libvirt_header.ts";
import "./libxl_stream.ts";
import { type LibvirtHeader } from "./libvirt_header.ts";
import { type LibxlStream } from "./libxl_stream.ts";

/**
 * What libvirt's driver for Xen writes: a header, the domain's XML, and a libxl
 * stream. The stream begins where the XML ends, aligned or not.
 */
export interface LibvirtSaveFile {
  /** Header and XML. */
  readonly header: LibvirtHeader;
  /** The libxl stream. */
  readonly stream: LibxlStream;
}

register(parsers.LibvirtSaveFile, {
  fields: [
    { id: "header", name: "header", kind: "struct" },
    { id: "stream", name: "stream", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a LibvirtSaveFile from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLibvirtSaveFile(octets: Uint8Array): LibvirtSaveFile {
  return parse(parsers.LibvirtSaveFile, octets, []);
}

/** Like parseLibvirtSaveFile, but throws nothing and tells the place of every field that could be read. */
export function locateLibvirtSaveFile(octets: Uint8Array): Located<LibvirtSaveFile> {
  return locate(parsers.LibvirtSaveFile, octets, []);
}
