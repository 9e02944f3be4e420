// Generated from schemas/draft_b_x86_pv_info.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/DraftBX86PvInfo";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Register width and depth of the page tables of the guest. */
export interface DraftBX86PvInfo {
  /** Octets in a register: 4 or 8. */
  readonly guestWidth: number;
  /** Levels of page tables, 3 for a 32-bit guest and 4 for a 64-bit guest. */
  readonly ptLevels: number;
  /**
   * Bit 0 says that the guest has asked for extended CR3 (VMASST_pae_extended_cr3).
   * Bits 1 to 15 are reserved and written as zero.
   */
  readonly options: number;
  /** Written as zero. */
  readonly reserved: number;
}

register(parsers.DraftBX86PvInfo, {
  fields: [
    { id: "guest_width", name: "guestWidth", kind: "scalar" },
    { id: "pt_levels", name: "ptLevels", kind: "scalar" },
    { id: "options", name: "options", kind: "scalar" },
    { id: "reserved", name: "reserved", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of DraftBX86PvInfo must be told. */
export interface DraftBX86PvInfoParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a DraftBX86PvInfo from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseDraftBX86PvInfo(octets: Uint8Array, params: DraftBX86PvInfoParams): DraftBX86PvInfo {
  return parse(parsers.DraftBX86PvInfo, octets, [params.isBe]);
}

/** Like parseDraftBX86PvInfo, but throws nothing and tells the place of every field that could be read. */
export function locateDraftBX86PvInfo(octets: Uint8Array, params: DraftBX86PvInfoParams): Located<DraftBX86PvInfo> {
  return locate(parsers.DraftBX86PvInfo, octets, [params.isBe]);
}
