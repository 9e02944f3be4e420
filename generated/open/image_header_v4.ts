// Generated from schemas/image_header_v4.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/ImageHeaderV4";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Names of image_header_v4::check; a number without a name stays a number. */
export type ImageHeaderV4Check = "none" | "crc32" | "crc32c" | "sha256";

/** Number to name, image_header_v4::check. */
export const imageHeaderV4CheckNames: Readonly<Record<number, ImageHeaderV4Check>> = {
  0x0: "none",
  0x3: "crc32",
  0x5: "crc32c",
  0x6: "sha256",
};

/**
 * The 16 octets that follow the 24 of the image header in an image of version
 * 4. They are big-endian like these.
 */
export interface ImageHeaderV4 {
  /** Features that a Reader has to know. None is defined. */
  readonly incompat: number;
  /** Features that a Reader may pass over. None is defined. */
  readonly compat: number;
  /** Algorithm of the sum behind each record. */
  readonly recordCheck: ImageHeaderV4Check | number;
  /** Algorithm of the sum that closes each round. */
  readonly imageDigest: ImageHeaderV4Check | number;
  /** Zero; any other value is refused. */
  readonly reserved: number;
  /** Octets of the trailer behind each record. */
  readonly lenTrailer: number;
}

register(parsers.ImageHeaderV4, {
  fields: [
    { id: "incompat", name: "incompat", kind: "scalar" },
    { id: "compat", name: "compat", kind: "scalar" },
    { id: "record_check", name: "recordCheck", kind: "scalar", enum: imageHeaderV4CheckNames },
    { id: "image_digest", name: "imageDigest", kind: "scalar", enum: imageHeaderV4CheckNames },
    { id: "reserved", name: "reserved", kind: "scalar" },
  ],
  found: [],
  instances: [{ id: "len_trailer", name: "lenTrailer", kind: "scalar" }],
  wide: [],
});

/** Reads a ImageHeaderV4 from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseImageHeaderV4(octets: Uint8Array): ImageHeaderV4 {
  return parse(parsers.ImageHeaderV4, octets, []);
}

/** Like parseImageHeaderV4, but throws nothing and tells the place of every field that could be read. */
export function locateImageHeaderV4(octets: Uint8Array): Located<ImageHeaderV4> {
  return locate(parsers.ImageHeaderV4, octets, []);
}
