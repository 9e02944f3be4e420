// Generated from schemas/libvirt_header.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/LibvirtHeader";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/**
 * The 64 octets that libvirt's driver for Xen puts first, and the configuration
 * of the domain after them. Integers are in the byte order of the machine that
 * wrote the file; this description is that of an x86 host's.
 */
export interface LibvirtHeader {
  /** Identity; the odd octets at the end show damage by a transfer as text. */
  readonly magic: Uint8Array;
  /** 2 where a libxl stream follows the XML, 1 where a legacy stream does. */
  readonly version: number;
  /** Octets of the XML, its closing zero octet counted. */
  readonly xmlLen: number;
  /** Zero; room for later versions. */
  readonly unused: Uint8Array;
  /** The domain's XML. */
  readonly xml: LibvirtHeaderConfiguration;
}

register(parsers.LibvirtHeader, {
  fields: [
    { id: "magic", name: "magic", kind: "scalar" },
    { id: "version", name: "version", kind: "scalar" },
    { id: "xml_len", name: "xmlLen", kind: "scalar" },
    { id: "unused", name: "unused", kind: "scalar" },
    { id: "xml", name: "xml", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a LibvirtHeader from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLibvirtHeader(octets: Uint8Array): LibvirtHeader {
  return parse(parsers.LibvirtHeader, octets, []);
}

/** Like parseLibvirtHeader, but throws nothing and tells the place of every field that could be read. */
export function locateLibvirtHeader(octets: Uint8Array): Located<LibvirtHeader> {
  return locate(parsers.LibvirtHeader, octets, []);
}

/** The configuration as text. */
export interface LibvirtHeaderConfiguration {
  /** The XML, closed by a zero octet. */
  readonly text: string;
}

register(parsers.LibvirtHeader.Configuration, {
  fields: [
    { id: "text", name: "text", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a LibvirtHeaderConfiguration from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLibvirtHeaderConfiguration(octets: Uint8Array): LibvirtHeaderConfiguration {
  return parse(parsers.LibvirtHeader.Configuration, octets, []);
}

/** Like parseLibvirtHeaderConfiguration, but throws nothing and tells the place of every field that could be read. */
export function locateLibvirtHeaderConfiguration(octets: Uint8Array): Located<LibvirtHeaderConfiguration> {
  return locate(parsers.LibvirtHeader.Configuration, octets, []);
}
