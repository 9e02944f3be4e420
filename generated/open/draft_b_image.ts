// Generated from schemas/draft_b_image.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/DraftBImage";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./draft_b_domain_header.ts";
import "./draft_b_image_header.ts";
import "./draft_b_record.ts";
import { type DraftBDomainHeader } from "./draft_b_domain_header.ts";
import { type DraftBImageHeader } from "./draft_b_image_header.ts";
import { type DraftBRecord } from "./draft_b_record.ts";

/**
 * An image of version 1: the image header, the domain header, and records up to
 * END. No container is known to hold one.
 *
 * What this description cannot say: checksums; which records must be there, how
 * often and in which order; anything about the contents of several pages. The
 * specification's requirements do.
 */
export interface DraftBImage {
  /** Identity, edition and byte order. */
  readonly imageHeader: DraftBImageHeader;
  /** The domain. */
  readonly domainHeader: DraftBDomainHeader;
  /** The records, END included. */
  readonly records: readonly DraftBRecord[];
  /** Octets in a page. */
  readonly pageSize: number;
}

register(parsers.DraftBImage, {
  fields: [
    { id: "image_header", name: "imageHeader", kind: "struct" },
    { id: "domain_header", name: "domainHeader", kind: "struct" },
    { id: "records", name: "records", kind: "struct" },
  ],
  found: [],
  instances: [{ id: "page_size", name: "pageSize", kind: "scalar" }],
  wide: [],
});

/** Reads a DraftBImage from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseDraftBImage(octets: Uint8Array): DraftBImage {
  return parse(parsers.DraftBImage, octets, []);
}

/** Like parseDraftBImage, but throws nothing and tells the place of every field that could be read. */
export function locateDraftBImage(octets: Uint8Array): Located<DraftBImage> {
  return locate(parsers.DraftBImage, octets, []);
}
