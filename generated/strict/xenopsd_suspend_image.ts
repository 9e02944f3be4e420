// Generated from schemas/xenopsd_suspend_image.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/XenopsdSuspendImage";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./libxc_stream.ts";
import "./xenopsd_part_header.ts";
import { type LibxcStream } from "./libxc_stream.ts";
import { type XenopsdPartHeader } from "./xenopsd_part_header.ts";

/**
 * What xenopsd writes: a signature, and parts, one of which is an image. Nothing
 * is padded, and the image's part says nothing of its length: the image ends with
 * its own END, and the header of the next part is the next octet.
 *
 * What this description cannot say: which parts there must be, how often and in
 * which order, and what the Xenops part may say.
 */
export interface XenopsdSuspendImage {
  /** Identity. */
  readonly signature: Uint8Array;
  /** The parts, End_of_image included. */
  readonly parts: readonly XenopsdSuspendImagePart[];
}

register(parsers.XenopsdSuspendImage, {
  fields: [
    { id: "signature", name: "signature", kind: "scalar", wanted: "58 65 6e 53 61 76 65 64 44 6f 6d 76 32 2d 0a", req: ["XPD-001"] },
    { id: "parts", name: "parts", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a XenopsdSuspendImage from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseXenopsdSuspendImage(octets: Uint8Array): XenopsdSuspendImage {
  return parse(parsers.XenopsdSuspendImage, octets, []);
}

/** Like parseXenopsdSuspendImage, but throws nothing and tells the place of every field that could be read. */
export function locateXenopsdSuspendImage(octets: Uint8Array): Located<XenopsdSuspendImage> {
  return locate(parsers.XenopsdSuspendImage, octets, []);
}

/** A header, and what it announces. */
export interface XenopsdSuspendImagePart {
  /** Type and length. */
  readonly header: XenopsdPartHeader;
  /** The image, to its END. */
  readonly image?: LibxcStream;
  /** The contents of any other part. */
  readonly contents?: Uint8Array;
}

register(parsers.XenopsdSuspendImage.Part, {
  fields: [
    { id: "header", name: "header", kind: "struct" },
    { id: "image", name: "image", kind: "struct" },
    { id: "contents", name: "contents", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a XenopsdSuspendImagePart from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseXenopsdSuspendImagePart(octets: Uint8Array): XenopsdSuspendImagePart {
  return parse(parsers.XenopsdSuspendImage.Part, octets, []);
}

/** Like parseXenopsdSuspendImagePart, but throws nothing and tells the place of every field that could be read. */
export function locateXenopsdSuspendImagePart(octets: Uint8Array): Located<XenopsdSuspendImagePart> {
  return locate(parsers.XenopsdSuspendImage.Part, octets, []);
}
