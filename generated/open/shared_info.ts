// Generated from schemas/shared_info.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/SharedInfo";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./shared_info_x86_32.ts";
import "./shared_info_x86_64.ts";
import { type SharedInfoX8632 } from "./shared_info_x86_32.ts";
import { type SharedInfoX8664 } from "./shared_info_x86_64.ts";

/** The page that a PV guest shares with Xen, in the guest's width. */
export interface SharedInfo {
  /** The page. */
  readonly page: SharedInfoX8632 | SharedInfoX8664 | Uint8Array;
}

register(parsers.SharedInfo, {
  fields: [
    { id: "page", name: "page", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of SharedInfo must be told. */
export interface SharedInfoParams {
  /**
   * Octets in a register of the guest, from X86_PV_INFO; with any other value
   * than 4 or 8 the page stays octets.
   */
  readonly guestWidth: number;
}

/** Reads a SharedInfo from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseSharedInfo(octets: Uint8Array, params: SharedInfoParams): SharedInfo {
  return parse(parsers.SharedInfo, octets, [params.guestWidth]);
}

/** Like parseSharedInfo, but throws nothing and tells the place of every field that could be read. */
export function locateSharedInfo(octets: Uint8Array, params: SharedInfoParams): Located<SharedInfo> {
  return locate(parsers.SharedInfo, octets, [params.guestWidth]);
}
