// Generated from schemas/domain_save_image.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/DomainSaveImage";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./libvirt_save_file.ts";
import "./libxc_stream.ts";
import "./libxl_stream.ts";
import "./xenopsd_suspend_image.ts";
import "./xl_save_file.ts";
import { type LibvirtSaveFile } from "./libvirt_save_file.ts";
import { type LibxcStream } from "./libxc_stream.ts";
import { type LibxlStream } from "./libxl_stream.ts";
import { type XenopsdSuspendImage } from "./xenopsd_suspend_image.ts";
import { type XlSaveFile } from "./xl_save_file.ts";

/**
 * A running virtual machine of Xen, saved to a file or sent to another host,
 * in whatever wrapping it comes: the file of `xl save` or of libvirt, the suspend
 * image of xenopsd, the stream of libxl, or the bare stream of libxc. Start here when the wrapping is not known; images of Xen
 * before 4.6 (the legacy format) are not described.
 */
export interface DomainSaveImage {
  /** The outermost layer, told by its first four octets. */
  readonly outermost: LibxlStream | XlSaveFile | XenopsdSuspendImage | LibvirtSaveFile | LibxcStream | DomainSaveImageUnrecognised;
}

register(parsers.DomainSaveImage, {
  fields: [
    { id: "outermost", name: "outermost", kind: "struct" },
  ],
  found: [{ id: "lead", name: "lead", kind: "scalar" }],
  instances: [],
  wide: [],
});

/** Reads a DomainSaveImage from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseDomainSaveImage(octets: Uint8Array): DomainSaveImage {
  return parse(parsers.DomainSaveImage, octets, []);
}

/** Like parseDomainSaveImage, but throws nothing and tells the place of every field that could be read. */
export function locateDomainSaveImage(octets: Uint8Array): Located<DomainSaveImage> {
  return locate(parsers.DomainSaveImage, octets, []);
}

/** Octets that begin with nothing known here. */
export interface DomainSaveImageUnrecognised {
  /** All of them. */
  readonly octets: Uint8Array;
}

register(parsers.DomainSaveImage.Unrecognised, {
  fields: [
    { id: "octets", name: "octets", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a DomainSaveImageUnrecognised from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseDomainSaveImageUnrecognised(octets: Uint8Array): DomainSaveImageUnrecognised {
  return parse(parsers.DomainSaveImage.Unrecognised, octets, []);
}

/** Like parseDomainSaveImageUnrecognised, but throws nothing and tells the place of every field that could be read. */
export function locateDomainSaveImageUnrecognised(octets: Uint8Array): Located<DomainSaveImageUnrecognised> {
  return locate(parsers.DomainSaveImage.Unrecognised, octets, []);
}
