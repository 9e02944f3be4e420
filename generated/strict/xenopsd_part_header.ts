// Generated from schemas/xenopsd_part_header.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/XenopsdPartHeader";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Sixteen octets before the contents of every part, little-endian. */
export interface XenopsdPartHeader {
  /** What the contents are. */
  readonly type: bigint;
  /** Octets of the contents; 0 for Libxc, whose length nobody knows beforehand, and for End_of_image. */
  readonly length: bigint;
  /** True when an image follows. */
  readonly isLibxc: boolean;
  /** True for the last part. */
  readonly isEnd: boolean;
  /** True when contents of the length given follow. */
  readonly hasContents: boolean;
}

register(parsers.XenopsdPartHeader, {
  fields: [
    { id: "type", name: "type", kind: "u64" },
    { id: "length", name: "length", kind: "u64" },
  ],
  found: [],
  instances: [{ id: "is_libxc", name: "isLibxc", kind: "boolean" }, { id: "is_end", name: "isEnd", kind: "boolean" }, { id: "has_contents", name: "hasContents", kind: "boolean" }],
  wide: [],
});

/** Reads a XenopsdPartHeader from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseXenopsdPartHeader(octets: Uint8Array): XenopsdPartHeader {
  return parse(parsers.XenopsdPartHeader, octets, []);
}

/** Like parseXenopsdPartHeader, but throws nothing and tells the place of every field that could be read. */
export function locateXenopsdPartHeader(octets: Uint8Array): Located<XenopsdPartHeader> {
  return locate(parsers.XenopsdPartHeader, octets, []);
}
