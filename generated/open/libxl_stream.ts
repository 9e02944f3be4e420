// Generated from schemas/libxl_stream.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/LibxlStream";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./libxc_stream.ts";
import "./libxl_header.ts";
import "./libxl_record.ts";
import { type LibxcStream } from "./libxc_stream.ts";
import { type LibxlHeader } from "./libxl_header.ts";
import { type LibxlRecord } from "./libxl_record.ts";

/**
 * What libxl writes around the libxc stream: the state of the device model, and
 * the records that close each checkpoint.
 *
 * A checkpointed stream has no end of its own: it ends where the connection broke,
 * and the records after the libxc stream are then missing. That the libxc stream
 * comes exactly once is in the shape of this description: a second LIBXC_CONTEXT
 * is read as a record like any other.
 */
export interface LibxlStream {
  /** Identity and byte order. */
  readonly header: LibxlHeader;
  /** Records up to LIBXC_CONTEXT. */
  readonly leading: readonly LibxlRecord[];
  /** The libxc stream, with the libxl records of each checkpoint inside it. */
  readonly libxc?: LibxcStream;
  /** Records from the end of the libxc stream to END. */
  readonly trailing?: LibxlStreamTrailingRecords;
}

register(parsers.LibxlStream, {
  fields: [
    { id: "header", name: "header", kind: "struct" },
    { id: "leading", name: "leading", kind: "struct" },
    { id: "libxc", name: "libxc", kind: "struct" },
    { id: "trailing", name: "trailing", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a LibxlStream from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLibxlStream(octets: Uint8Array): LibxlStream {
  return parse(parsers.LibxlStream, octets, []);
}

/** Like parseLibxlStream, but throws nothing and tells the place of every field that could be read. */
export function locateLibxlStream(octets: Uint8Array): Located<LibxlStream> {
  return locate(parsers.LibxlStream, octets, []);
}

/** Records from the end of the libxc stream to END. */
export interface LibxlStreamTrailingRecords {
  /** The records, END included. */
  readonly records: readonly LibxlRecord[];
}

register(parsers.LibxlStream.TrailingRecords, {
  fields: [
    { id: "records", name: "records", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of LibxlStreamTrailingRecords must be told. */
export interface LibxlStreamTrailingRecordsParams {
  /** Byte order of the libxl stream. */
  readonly isBe: boolean;
}

/** Reads a LibxlStreamTrailingRecords from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLibxlStreamTrailingRecords(octets: Uint8Array, params: LibxlStreamTrailingRecordsParams): LibxlStreamTrailingRecords {
  return parse(parsers.LibxlStream.TrailingRecords, octets, [params.isBe]);
}

/** Like parseLibxlStreamTrailingRecords, but throws nothing and tells the place of every field that could be read. */
export function locateLibxlStreamTrailingRecords(octets: Uint8Array, params: LibxlStreamTrailingRecordsParams): Located<LibxlStreamTrailingRecords> {
  return locate(parsers.LibxlStream.TrailingRecords, octets, [params.isBe]);
}
