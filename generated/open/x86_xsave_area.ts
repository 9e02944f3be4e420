// Generated from schemas/x86_xsave_area.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/X86XsaveArea";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./x86_fxsave_area.ts";
import { type X86FxsaveArea } from "./x86_fxsave_area.ts";

/**
 * An XSAVE area in the standard (not compacted) format. Always little-endian.
 * Which components follow the header, and where each begins, is not in the area:
 * `xstate_bv` tells which were in use, leaf 0xd of the CPUID policy their offsets.
 */
export interface X86XsaveArea {
  /** x87 and SSE state. */
  readonly legacy: X86FxsaveArea;
  /** Components of this area that are not in their initial state. */
  readonly xstateBv: bigint;
  /** Zero, the area is not compacted. */
  readonly xcompBv: bigint;
  /** Rest of the 64-octet header, zero. */
  readonly reserved: readonly bigint[];
  /**
   * Components from AVX upwards, each at the offset that the processor reports
   * for it.
   */
  readonly components: Uint8Array;
}

register(parsers.X86XsaveArea, {
  fields: [
    { id: "legacy", name: "legacy", kind: "struct" },
    { id: "xstate_bv", name: "xstateBv", kind: "u64" },
    { id: "xcomp_bv", name: "xcompBv", kind: "u64" },
    { id: "reserved", name: "reserved", kind: "u64" },
    { id: "components", name: "components", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of X86XsaveArea must be told. */
export interface X86XsaveAreaParams {
  /** Bits 63 to 32 of xcr0_accum, the components that the vCPU ever enabled. */
  readonly accumHi: number;
  /** Bits 31 to 0 of xcr0_accum. */
  readonly accumLo: number;
}

/** Reads a X86XsaveArea from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseX86XsaveArea(octets: Uint8Array, params: X86XsaveAreaParams): X86XsaveArea {
  return parse(parsers.X86XsaveArea, octets, [params.accumHi, params.accumLo]);
}

/** Like parseX86XsaveArea, but throws nothing and tells the place of every field that could be read. */
export function locateX86XsaveArea(octets: Uint8Array, params: X86XsaveAreaParams): Located<X86XsaveArea> {
  return locate(parsers.X86XsaveArea, octets, [params.accumHi, params.accumLo]);
}
