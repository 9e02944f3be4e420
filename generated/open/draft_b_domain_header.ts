// Generated from schemas/draft_b_domain_header.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/DraftBDomainHeader";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/**
 * Eight octets after the image header: the architecture and kind of domain, and
 * the size of its pages.
 */
export interface DraftBDomainHeader {
  /** Architecture; 1 is x86. 2 was meant for ARM and never filled in. */
  readonly arch: number;
  /** Kind of domain of that architecture; 1 is x86 PV. */
  readonly type: number;
  /** Base-2 logarithm of the page size in octets. */
  readonly pageShift: number;
  /** Written as zero. */
  readonly reserved: number;
}

register(parsers.DraftBDomainHeader, {
  fields: [
    { id: "arch", name: "arch", kind: "scalar" },
    { id: "type", name: "type", kind: "scalar" },
    { id: "page_shift", name: "pageShift", kind: "scalar" },
    { id: "reserved", name: "reserved", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of DraftBDomainHeader must be told. */
export interface DraftBDomainHeaderParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a DraftBDomainHeader from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseDraftBDomainHeader(octets: Uint8Array, params: DraftBDomainHeaderParams): DraftBDomainHeader {
  return parse(parsers.DraftBDomainHeader, octets, [params.isBe]);
}

/** Like parseDraftBDomainHeader, but throws nothing and tells the place of every field that could be read. */
export function locateDraftBDomainHeader(octets: Uint8Array, params: DraftBDomainHeaderParams): Located<DraftBDomainHeader> {
  return locate(parsers.DraftBDomainHeader, octets, [params.isBe]);
}
