// Generated from schemas/xl_save_file.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/XlSaveFile";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./libxl_stream.ts";
import { type LibxlStream } from "./libxl_stream.ts";

/**
 * What `xl save` writes: a header of 48 octets, the configuration of the domain,
 * and a libxl stream. Integers are in the byte order of the machine that wrote the
 * file, which the word `byteorder` shows.
 */
export interface XlSaveFile {
  /** Identity; the odd octets show damage by a transfer as text. */
  readonly magic: Uint8Array;
  /** 0x01020304 in the writer's byte order, read here as little-endian. */
  readonly byteorder: number;
  /** Rest of the header, and the optional data. */
  readonly header: XlSaveFileHeader;
  /** The libxl stream. */
  readonly stream?: LibxlStream;
  /** A stream in the format of Xen before 4.6. */
  readonly legacyStream?: Uint8Array;
  /** True when the writer was big-endian. */
  readonly isBe: boolean;
}

register(parsers.XlSaveFile, {
  fields: [
    { id: "magic", name: "magic", kind: "scalar", wanted: "58 65 6e 20 73 61 76 65 64 20 64 6f 6d 61 69 6e 2c 20 78 6c 20 66 6f 72 6d 61 74 0a 20 00 20 0d" },
    { id: "byteorder", name: "byteorder", kind: "scalar", wanted: "one of 16909060, 67305985" },
    { id: "header", name: "header", kind: "struct" },
    { id: "stream", name: "stream", kind: "struct" },
    { id: "legacy_stream", name: "legacyStream", kind: "scalar" },
  ],
  instances: [{ id: "is_be", name: "isBe", kind: "boolean" }],
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

/** Rest of the header, and the optional data. */
export interface XlSaveFileHeader {
  /**
   * What a reader has to know: bit 0, the configuration is JSON; bit 1, a
   * libxl stream follows. A reader refuses a file with any other bit.
   */
  readonly mandatoryFlags: number;
  /** What a reader may ignore; no bit has a meaning so far. */
  readonly optionalFlags: number;
  /** Octets of the optional data. */
  readonly optionalDataLen: number;
  /** The configuration. */
  readonly optionalData?: XlSaveFileHeaderOptionalData;
  /** True when the configuration is JSON. */
  readonly hasJson: boolean;
  /** True when a libxl stream follows. */
  readonly isStreamV2: boolean;
}

register(parsers.XlSaveFile.Header, {
  fields: [
    { id: "mandatory_flags", name: "mandatoryFlags", kind: "scalar", wanted: "at most 3" },
    { id: "optional_flags", name: "optionalFlags", kind: "scalar", wanted: "0" },
    { id: "optional_data_len", name: "optionalDataLen", kind: "scalar" },
    { id: "optional_data", name: "optionalData", kind: "struct" },
  ],
  instances: [{ id: "has_json", name: "hasJson", kind: "boolean" }, { id: "is_stream_v2", name: "isStreamV2", kind: "boolean" }],
  wide: [],
});

/** What the reader of XlSaveFileHeader must be told. */
export interface XlSaveFileHeaderParams {
  /** Byte order of the writer. */
  readonly isBe: boolean;
}

/** Reads a XlSaveFileHeader from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseXlSaveFileHeader(octets: Uint8Array, params: XlSaveFileHeaderParams): XlSaveFileHeader {
  return parse(parsers.XlSaveFile.Header, octets, [params.isBe]);
}

/** Like parseXlSaveFileHeader, but throws nothing and tells the place of every field that could be read. */
export function locateXlSaveFileHeader(octets: Uint8Array, params: XlSaveFileHeaderParams): Located<XlSaveFileHeader> {
  return locate(parsers.XlSaveFile.Header, octets, [params.isBe]);
}

/** The configuration of the domain, and room for more. */
export interface XlSaveFileHeaderOptionalData {
  /** Octets of the configuration, its closing zero octet counted. */
  readonly configLen: number;
  /** The configuration. */
  readonly config?: XlSaveFileHeaderConfig;
  /** Octets that no reader has a use for yet; skipped. */
  readonly rest: Uint8Array;
}

register(parsers.XlSaveFile.Header.OptionalData, {
  fields: [
    { id: "config_len", name: "configLen", kind: "scalar" },
    { id: "config", name: "config", kind: "struct" },
    { id: "rest", name: "rest", kind: "scalar" },
  ],
  instances: [],
  wide: [],
});

/** What the reader of XlSaveFileHeaderOptionalData must be told. */
export interface XlSaveFileHeaderOptionalDataParams {

  /** True when the octets are big-endian. */
  readonly isBe: boolean;
}

/** Reads a XlSaveFileHeaderOptionalData from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseXlSaveFileHeaderOptionalData(octets: Uint8Array, params: XlSaveFileHeaderOptionalDataParams): XlSaveFileHeaderOptionalData {
  return parse(parsers.XlSaveFile.Header.OptionalData, octets, [!params.isBe]);
}

/** Like parseXlSaveFileHeaderOptionalData, but throws nothing and tells the place of every field that could be read. */
export function locateXlSaveFileHeaderOptionalData(octets: Uint8Array, params: XlSaveFileHeaderOptionalDataParams): Located<XlSaveFileHeaderOptionalData> {
  return locate(parsers.XlSaveFile.Header.OptionalData, octets, [!params.isBe]);
}

/** The configuration as text, JSON in files of Xen 4.5 and newer. */
export interface XlSaveFileHeaderConfig {
  /** The text; JSON is closed by a zero octet. */
  readonly text: string;
}

register(parsers.XlSaveFile.Header.Config, {
  fields: [
    { id: "text", name: "text", kind: "scalar" },
  ],
  instances: [],
  wide: [],
});

/** What the reader of XlSaveFileHeaderConfig must be told. */
export interface XlSaveFileHeaderConfigParams {

  /** True when the octets are big-endian. */
  readonly isBe: boolean;
}

/** Reads a XlSaveFileHeaderConfig from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseXlSaveFileHeaderConfig(octets: Uint8Array, params: XlSaveFileHeaderConfigParams): XlSaveFileHeaderConfig {
  return parse(parsers.XlSaveFile.Header.Config, octets, [!params.isBe]);
}

/** Like parseXlSaveFileHeaderConfig, but throws nothing and tells the place of every field that could be read. */
export function locateXlSaveFileHeaderConfig(octets: Uint8Array, params: XlSaveFileHeaderConfigParams): Located<XlSaveFileHeaderConfig> {
  return locate(parsers.XlSaveFile.Header.Config, octets, [!params.isBe]);
}
