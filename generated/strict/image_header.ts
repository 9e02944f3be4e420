// Generated from schemas/image_header.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/ImageHeader";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/**
 * The first 24 octets of a libxc stream. They are big-endian whatever byte
 * order they announce for the rest, so that any reader can tell an image, its
 * edition and its byte order before it knows anything else.
 */
export interface ImageHeader {
  /**
   * All ones. A stream of the older (legacy) format has a zero bit somewhere
   * in its first eight octets, so the two are never mistaken for each other.
   */
  readonly marker: Uint8Array;
  /** The four letters that name the format. */
  readonly ident: Uint8Array;
  /** Edition of the stream: 2 (Xen 4.6 to 4.13), 3 (Xen 4.14 and newer) or 4 (the draft). */
  readonly version: number;
  /**
   * Bit 0 tells the byte order of everything after this header: 0 is little
   * endian, 1 is big endian. Bits 1 to 15 are reserved and written as zero.
   */
  readonly options: number;
  /** Written as zero. */
  readonly reserved1: number;
  /** Written as zero. */
  readonly reserved2: number;
  /** True when the rest of the image is big-endian. */
  readonly isBe: boolean;
}

register(parsers.ImageHeader, {
  fields: [
    { id: "marker", name: "marker", kind: "scalar", wanted: "ff ff ff ff ff ff ff ff", req: ["IMG-001"] },
    { id: "ident", name: "ident", kind: "scalar", wanted: "58 45 4e 46", req: ["IMG-003"] },
    { id: "version", name: "version", kind: "scalar", wanted: "one of 2, 3, 4", req: ["IMG-005","IMG-006","VFOUR-001","VFOUR-002"] },
    { id: "options", name: "options", kind: "scalar", wanted: "at most 1", req: ["IMG-012"] },
    { id: "reserved1", name: "reserved1", kind: "scalar", wanted: "0", req: ["IMG-016"] },
    { id: "reserved2", name: "reserved2", kind: "scalar", wanted: "0", req: ["IMG-016"] },
  ],
  found: [],
  instances: [{ id: "is_be", name: "isBe", kind: "boolean" }],
  wide: [],
});

/** Reads a ImageHeader from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseImageHeader(octets: Uint8Array): ImageHeader {
  return parse(parsers.ImageHeader, octets, []);
}

/** Like parseImageHeader, but throws nothing and tells the place of every field that could be read. */
export function locateImageHeader(octets: Uint8Array): Located<ImageHeader> {
  return locate(parsers.ImageHeader, octets, []);
}
