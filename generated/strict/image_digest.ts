// Generated from schemas/image_digest.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/ImageDigest";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/**
 * The sum over one round of an image: from the end of the previous CHECKPOINT,
 * or the marker, up to the header of this record.
 */
export interface ImageDigest {
  /** Number of the algorithm, that of the image header's image_digest. */
  readonly algorithm: number;
  /** Zero; any other value is refused. */
  readonly reserved1: number;
  /** Zero; any other value is refused. */
  readonly reserved2: number;
  /** Octets of the image before this record. */
  readonly position: bigint;
  /** The sum, 8 octets for a CRC and 32 for SHA-256. */
  readonly sum: Uint8Array;
}

register(parsers.ImageDigest, {
  fields: [
    { id: "algorithm", name: "algorithm", kind: "scalar", wanted: "one of 3, 5, 6", req: ["SUM-013","VFOUR-013"] },
    { id: "reserved1", name: "reserved1", kind: "scalar", wanted: "0", req: ["SUM-017"] },
    { id: "reserved2", name: "reserved2", kind: "scalar", wanted: "0", req: ["SUM-017"] },
    { id: "position", name: "position", kind: "u64" },
    { id: "sum", name: "sum", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of ImageDigest must be told. */
export interface ImageDigestParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a ImageDigest from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseImageDigest(octets: Uint8Array, params: ImageDigestParams): ImageDigest {
  return parse(parsers.ImageDigest, octets, [params.isBe]);
}

/** Like parseImageDigest, but throws nothing and tells the place of every field that could be read. */
export function locateImageDigest(octets: Uint8Array, params: ImageDigestParams): Located<ImageDigest> {
  return locate(parsers.ImageDigest, octets, [params.isBe]);
}
