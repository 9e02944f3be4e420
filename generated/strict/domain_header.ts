// Generated from schemas/domain_header.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/DomainHeader";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Names of domain_header::domain_type; a number without a name stays a number. */
export type DomainHeaderDomainType = "x86_pv" | "x86_hvm" | "arm" | "v86_machine" | "qemu_machine";

/** Number to name, domain_header::domain_type. */
export const domainHeaderDomainTypeNames: Readonly<Record<number, DomainHeaderDomainType>> = {
  0x1: "x86_pv",
  0x2: "x86_hvm",
  0x5: "arm",
  0x6: "v86_machine",
  0x7: "qemu_machine",
};

/**
 * Sixteen octets after the image header: what kind of domain was saved, the
 * size of its pages, and which Xen saved it.
 */
export interface DomainHeader {
  /** Kind of domain. */
  readonly type: DomainHeaderDomainType | number;
  /** Base-2 logarithm of the page size in octets. 12 on x86. */
  readonly pageShift: number;
  /** Written as zero, ignored by a Reader. */
  readonly reserved: number;
  /**
   * Major version of the Xen that saved the domain. Zero when the image was
   * converted from the legacy format.
   */
  readonly xenMajor: number;
  /**
   * Minor version of the Xen that saved the domain; the converter's own
   * version when `xen_major` is zero.
   */
  readonly xenMinor: number;
}

register(parsers.DomainHeader, {
  fields: [
    { id: "type", name: "type", kind: "scalar", enum: domainHeaderDomainTypeNames, wanted: "a value of domain_type", req: ["DOM-001"] },
    { id: "page_shift", name: "pageShift", kind: "scalar", wanted: "12, or 14 or 16 in an ARM domain", req: ["DOM-004"] },
    { id: "reserved", name: "reserved", kind: "scalar", wanted: "0", req: ["DOM-006"] },
    { id: "xen_major", name: "xenMajor", kind: "scalar" },
    { id: "xen_minor", name: "xenMinor", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of DomainHeader must be told. */
export interface DomainHeaderParams {
  /** Byte order of the image, bit 0 of the image header's options. */
  readonly isBe: boolean;
}

/** Reads a DomainHeader from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseDomainHeader(octets: Uint8Array, params: DomainHeaderParams): DomainHeader {
  return parse(parsers.DomainHeader, octets, [params.isBe]);
}

/** Like parseDomainHeader, but throws nothing and tells the place of every field that could be read. */
export function locateDomainHeader(octets: Uint8Array, params: DomainHeaderParams): Located<DomainHeader> {
  return locate(parsers.DomainHeader, octets, [params.isBe]);
}
