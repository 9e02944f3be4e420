// Generated from schemas/libxl_record.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/LibxlRecord";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./libxl_checkpoint_state.ts";
import "./libxl_emulator_context.ts";
import "./libxl_emulator_xenstore_data.ts";
import "./libxl_record_header.ts";
import { type LibxlCheckpointState } from "./libxl_checkpoint_state.ts";
import { type LibxlEmulatorContext } from "./libxl_emulator_context.ts";
import { type LibxlEmulatorXenstoreData } from "./libxl_emulator_xenstore_data.ts";
import { type LibxlRecordHeader } from "./libxl_record_header.ts";

/**
 * A record of a libxl stream: header, body, padding. The libxc stream that follows
 * LIBXC_CONTEXT has no length and is no part of that record.
 */
export interface LibxlRecord {
  /** Type and length. */
  readonly header: LibxlRecordHeader;
  /** What the type says; octets where it is not known. */
  readonly body: LibxlRecordNoContent | LibxlEmulatorXenstoreData | LibxlEmulatorContext | LibxlCheckpointState | Uint8Array;
  /** Zero octets up to a multiple of eight. */
  readonly padding: readonly number[];
}

register(parsers.LibxlRecord, {
  fields: [
    { id: "header", name: "header", kind: "struct" },
    { id: "body", name: "body", kind: "struct" },
    { id: "padding", name: "padding", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of LibxlRecord must be told. */
export interface LibxlRecordParams {
  /** Byte order of the libxl stream. */
  readonly isBe: boolean;
}

/** Reads a LibxlRecord from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLibxlRecord(octets: Uint8Array, params: LibxlRecordParams): LibxlRecord {
  return parse(parsers.LibxlRecord, octets, [params.isBe]);
}

/** Like parseLibxlRecord, but throws nothing and tells the place of every field that could be read. */
export function locateLibxlRecord(octets: Uint8Array, params: LibxlRecordParams): Located<LibxlRecord> {
  return locate(parsers.LibxlRecord, octets, [params.isBe]);
}

/** The type says it all. */
export interface LibxlRecordNoContent {

}

register(parsers.LibxlRecord.NoContent, {
  fields: [
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a LibxlRecordNoContent from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLibxlRecordNoContent(octets: Uint8Array): LibxlRecordNoContent {
  return parse(parsers.LibxlRecord.NoContent, octets, []);
}

/** Like parseLibxlRecordNoContent, but throws nothing and tells the place of every field that could be read. */
export function locateLibxlRecordNoContent(octets: Uint8Array): Located<LibxlRecordNoContent> {
  return locate(parsers.LibxlRecord.NoContent, octets, []);
}
