// Generated from schemas/x86_pv_info.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/X86PvInfo";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/**
 * Register width and depth of the page tables of a PV guest. The two go together:
 * 32-bit guests have 3 levels, 64-bit guests have 4. All fields are single octets,
 * so the byte order of the image is without effect.
 */
export interface X86PvInfo {
  /** Octets in a register: 4 or 8. */
  readonly guestWidth: number;
  /** Levels of page tables, 3 for a 32-bit guest and 4 for a 64-bit guest. */
  readonly ptLevels: number;
  /** Written as zero. */
  readonly reserved: readonly number[];
}

register(parsers.X86PvInfo, {
  fields: [
    { id: "guest_width", name: "guestWidth", kind: "scalar" },
    { id: "pt_levels", name: "ptLevels", kind: "scalar" },
    { id: "reserved", name: "reserved", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of X86PvInfo must be told. */
export interface X86PvInfoParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a X86PvInfo from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseX86PvInfo(octets: Uint8Array, params: X86PvInfoParams): X86PvInfo {
  return parse(parsers.X86PvInfo, octets, [params.isBe]);
}

/** Like parseX86PvInfo, but throws nothing and tells the place of every field that could be read. */
export function locateX86PvInfo(octets: Uint8Array, params: X86PvInfoParams): Located<X86PvInfo> {
  return locate(parsers.X86PvInfo, octets, [params.isBe]);
}
