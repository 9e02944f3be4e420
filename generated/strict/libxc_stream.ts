// Generated from schemas/libxc_stream.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/LibxcStream";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./domain_header.ts";
import "./image_header.ts";
import "./image_header_v4.ts";
import "./libxc_record.ts";
import { type DomainHeader } from "./domain_header.ts";
import { type ImageHeader } from "./image_header.ts";
import { type ImageHeaderV4 } from "./image_header_v4.ts";
import { type LibxcRecord } from "./libxc_record.ts";

/**
 * An image: the image header, the domain header, and records up to END. A stream
 * with checkpoints may lack END, since it ends where the connection broke.
 *
 * What this description cannot say: which records must be there, how often and in
 * which order; that the type of the domain allows a record; anything about the
 * contents of several pages. The specification's requirements do.
 */
export interface LibxcStream {
  /** Identity, edition and byte order. */
  readonly imageHeader: ImageHeader;
  /** What version 4 appends to it. */
  readonly imageHeaderV4?: ImageHeaderV4;
  /** The domain. */
  readonly domainHeader: DomainHeader;
  /** The sum over both headers. */
  readonly headerTrailer?: Uint8Array;
  /** The records, END included. */
  readonly records: readonly LibxcRecord[];
  /** Octets of the trailer behind the headers and behind each record. */
  readonly lenTrailer: number;
  /** Octets in a page. */
  readonly pageSize: number;
}

register(parsers.LibxcStream, {
  fields: [
    { id: "image_header", name: "imageHeader", kind: "struct" },
    { id: "image_header_v4", name: "imageHeaderV4", kind: "struct" },
    { id: "domain_header", name: "domainHeader", kind: "struct" },
    { id: "header_trailer", name: "headerTrailer", kind: "scalar" },
    { id: "records", name: "records", kind: "struct" },
  ],
  found: [],
  instances: [{ id: "len_trailer", name: "lenTrailer", kind: "scalar" }, { id: "page_size", name: "pageSize", kind: "scalar" }],
  wide: [],
});

/** What the reader of LibxcStream must be told. */
export interface LibxcStreamParams {
  /**
   * True when the stream lies inside a libxl stream, whose records complete
   * each checkpoint.
   */
  readonly inLibxl: boolean;
  /** Byte order of that libxl stream. */
  readonly libxlIsBe: boolean;
}

/** Reads a LibxcStream from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLibxcStream(octets: Uint8Array, params: LibxcStreamParams): LibxcStream {
  return parse(parsers.LibxcStream, octets, [params.inLibxl, params.libxlIsBe]);
}

/** Like parseLibxcStream, but throws nothing and tells the place of every field that could be read. */
export function locateLibxcStream(octets: Uint8Array, params: LibxcStreamParams): Located<LibxcStream> {
  return locate(parsers.LibxcStream, octets, [params.inLibxl, params.libxlIsBe]);
}
