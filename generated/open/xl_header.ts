// Generated from schemas/xl_header.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/XlHeader";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/**
 * The 48 octets that `xl save` puts first, and the optional data after them: the
 * configuration of the domain. Integers are in the byte order of the machine
 * that wrote the file, which the word `byteorder` shows.
 */
export interface XlHeader {
  /** Identity; the odd octets at the end show damage by a transfer as text. */
  readonly magic: Uint8Array;
  /** 0x01020304 in the writer's byte order. */
  readonly byteorder: number;
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
  readonly optionalData?: XlHeaderOptionalData;
  /** True when the configuration is JSON. */
  readonly hasJson: boolean;
  /** True when a libxl stream follows. */
  readonly isStreamV2: boolean;
}

register(parsers.XlHeader, {
  fields: [
    { id: "magic", name: "magic", kind: "scalar" },
    { id: "byteorder", name: "byteorder", kind: "scalar" },
    { id: "mandatory_flags", name: "mandatoryFlags", kind: "scalar" },
    { id: "optional_flags", name: "optionalFlags", kind: "scalar" },
    { id: "optional_data_len", name: "optionalDataLen", kind: "scalar" },
    { id: "optional_data", name: "optionalData", kind: "struct" },
  ],
  found: [],
  instances: [{ id: "has_json", name: "hasJson", kind: "boolean" }, { id: "is_stream_v2", name: "isStreamV2", kind: "boolean" }],
  wide: [],
});

/** What the reader of XlHeader must be told. */
export interface XlHeaderParams {
  /** Byte order of the writer; octet 32, the first of `byteorder`, is then 1. */
  readonly isBe: boolean;
}

/** Reads a XlHeader from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseXlHeader(octets: Uint8Array, params: XlHeaderParams): XlHeader {
  return parse(parsers.XlHeader, octets, [params.isBe]);
}

/** Like parseXlHeader, but throws nothing and tells the place of every field that could be read. */
export function locateXlHeader(octets: Uint8Array, params: XlHeaderParams): Located<XlHeader> {
  return locate(parsers.XlHeader, octets, [params.isBe]);
}

/** The configuration of the domain, and room for more. */
export interface XlHeaderOptionalData {
  /** Octets of the configuration, its closing zero octet counted. */
  readonly configLen: number;
  /** The configuration. */
  readonly config?: XlHeaderConfig;
  /** Octets that no reader has a use for yet; skipped. */
  readonly rest: Uint8Array;
}

register(parsers.XlHeader.OptionalData, {
  fields: [
    { id: "config_len", name: "configLen", kind: "scalar" },
    { id: "config", name: "config", kind: "struct" },
    { id: "rest", name: "rest", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of XlHeaderOptionalData must be told. */
export interface XlHeaderOptionalDataParams {

  /** True when the octets are big-endian. */
  readonly isBe: boolean;
}

/** Reads a XlHeaderOptionalData from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseXlHeaderOptionalData(octets: Uint8Array, params: XlHeaderOptionalDataParams): XlHeaderOptionalData {
  return parse(parsers.XlHeader.OptionalData, octets, [!params.isBe]);
}

/** Like parseXlHeaderOptionalData, but throws nothing and tells the place of every field that could be read. */
export function locateXlHeaderOptionalData(octets: Uint8Array, params: XlHeaderOptionalDataParams): Located<XlHeaderOptionalData> {
  return locate(parsers.XlHeader.OptionalData, octets, [!params.isBe]);
}

/** The configuration as text, JSON in files of Xen 4.5 and newer. */
export interface XlHeaderConfig {
  /** The text; JSON is closed by a zero octet. */
  readonly text: string;
}

register(parsers.XlHeader.Config, {
  fields: [
    { id: "text", name: "text", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of XlHeaderConfig must be told. */
export interface XlHeaderConfigParams {

  /** True when the octets are big-endian. */
  readonly isBe: boolean;
}

/** Reads a XlHeaderConfig from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseXlHeaderConfig(octets: Uint8Array, params: XlHeaderConfigParams): XlHeaderConfig {
  return parse(parsers.XlHeader.Config, octets, [!params.isBe]);
}

/** Like parseXlHeaderConfig, but throws nothing and tells the place of every field that could be read. */
export function locateXlHeaderConfig(octets: Uint8Array, params: XlHeaderConfigParams): Located<XlHeaderConfig> {
  return locate(parsers.XlHeader.Config, octets, [!params.isBe]);
}
