// Generated from schemas/libxl_record_header.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/LibxlRecordHeader";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Names of libxl_record_header::libxl_record_type; a number without a name stays a number. */
export type LibxlRecordHeaderLibxlRecordType = "end" | "libxc_context" | "emulator_xenstore_data" | "emulator_context" | "checkpoint_end" | "checkpoint_state";

/** Number to name, libxl_record_header::libxl_record_type. */
export const libxlRecordHeaderLibxlRecordTypeNames: Readonly<Record<number, LibxlRecordHeaderLibxlRecordType>> = {
  0x0: "end",
  0x1: "libxc_context",
  0x2: "emulator_xenstore_data",
  0x3: "emulator_context",
  0x4: "checkpoint_end",
  0x5: "checkpoint_state",
};

/**
 * Eight octets before every record. The same shape as in the libxc stream, but the
 * types are others.
 */
export interface LibxlRecordHeader {
  /** What the body holds. With bit 31 set, a Reader may skip what it does not know. */
  readonly type: LibxlRecordHeaderLibxlRecordType | number;
  /** Octets of the body, padding not counted. */
  readonly bodyLength: number;
  /** True when a Reader that does not know the type skips the record. */
  readonly isOptional: boolean;
  /** Octets of padding after the body. */
  readonly lenPadding: number;
}

register(parsers.LibxlRecordHeader, {
  fields: [
    { id: "type", name: "type", kind: "scalar", enum: libxlRecordHeaderLibxlRecordTypeNames },
    { id: "body_length", name: "bodyLength", kind: "scalar" },
  ],
  found: [],
  instances: [{ id: "is_optional", name: "isOptional", kind: "boolean" }, { id: "len_padding", name: "lenPadding", kind: "scalar" }],
  wide: [],
});

/** What the reader of LibxlRecordHeader must be told. */
export interface LibxlRecordHeaderParams {
  /** Byte order of the libxl stream. */
  readonly isBe: boolean;
}

/** Reads a LibxlRecordHeader from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLibxlRecordHeader(octets: Uint8Array, params: LibxlRecordHeaderParams): LibxlRecordHeader {
  return parse(parsers.LibxlRecordHeader, octets, [params.isBe]);
}

/** Like parseLibxlRecordHeader, but throws nothing and tells the place of every field that could be read. */
export function locateLibxlRecordHeader(octets: Uint8Array, params: LibxlRecordHeaderParams): Located<LibxlRecordHeader> {
  return locate(parsers.LibxlRecordHeader, octets, [params.isBe]);
}
