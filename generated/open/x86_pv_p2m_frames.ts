// Generated from schemas/x86_pv_p2m_frames.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/X86PvP2mFrames";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/**
 * The page frames that hold the guest's own table from pseudo-physical to machine
 * frame numbers, which the restorer has to fill in again.
 */
export interface X86PvP2mFrames {
  /** First page frame number that the table covers. Every Writer starts at 0. */
  readonly startPfn: number;
  /** Last page frame number that the table covers, itself included. */
  readonly endPfn: number;
  /** Page frame numbers of the frames that hold the table. */
  readonly frames: readonly bigint[];
}

register(parsers.X86PvP2mFrames, {
  fields: [
    { id: "start_pfn", name: "startPfn", kind: "scalar" },
    { id: "end_pfn", name: "endPfn", kind: "scalar" },
    { id: "frames", name: "frames", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of X86PvP2mFrames must be told. */
export interface X86PvP2mFramesParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
  /** Octets in a register of the guest, from X86_PV_INFO; 0 when it is not known. */
  readonly guestWidth: number;
}

/** Reads a X86PvP2mFrames from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseX86PvP2mFrames(octets: Uint8Array, params: X86PvP2mFramesParams): X86PvP2mFrames {
  return parse(parsers.X86PvP2mFrames, octets, [params.isBe, params.guestWidth]);
}

/** Like parseX86PvP2mFrames, but throws nothing and tells the place of every field that could be read. */
export function locateX86PvP2mFrames(octets: Uint8Array, params: X86PvP2mFramesParams): Located<X86PvP2mFrames> {
  return locate(parsers.X86PvP2mFrames, octets, [params.isBe, params.guestWidth]);
}
