// Generated from schemas/x86_fxsave_area.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/X86FxsaveArea";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/**
 * The 512 octets that the FXSAVE instruction writes in 64-bit mode, and the first
 * part of every XSAVE area. Always little-endian.
 */
export interface X86FxsaveArea {
  /** x87 control word. */
  readonly fcw: number;
  /** x87 status word. */
  readonly fsw: number;
  /** Abridged x87 tag word. */
  readonly ftw: number;
  /** Reserved. */
  readonly reserved1: number;
  /** Last x87 opcode. */
  readonly fop: number;
  /** Last x87 instruction pointer. */
  readonly fip: bigint;
  /** Last x87 data pointer. */
  readonly fdp: bigint;
  /** SSE control and status. */
  readonly mxcsr: number;
  /** Bits of `mxcsr` that the processor supports. */
  readonly mxcsrMask: number;
  /** Registers ST0 to ST7, or MM0 to MM7. */
  readonly st: readonly X86FxsaveAreaX87Register[];
  /** Registers XMM0 to XMM15. */
  readonly xmm: readonly Uint8Array[];
  /** Reserved. */
  readonly reserved2: Uint8Array;
  /** Octets that the processor leaves to software. */
  readonly available: Uint8Array;
}

register(parsers.X86FxsaveArea, {
  fields: [
    { id: "fcw", name: "fcw", kind: "scalar" },
    { id: "fsw", name: "fsw", kind: "scalar" },
    { id: "ftw", name: "ftw", kind: "scalar" },
    { id: "reserved1", name: "reserved1", kind: "scalar" },
    { id: "fop", name: "fop", kind: "scalar" },
    { id: "fip", name: "fip", kind: "u64" },
    { id: "fdp", name: "fdp", kind: "u64" },
    { id: "mxcsr", name: "mxcsr", kind: "scalar" },
    { id: "mxcsr_mask", name: "mxcsrMask", kind: "scalar" },
    { id: "st", name: "st", kind: "struct" },
    { id: "xmm", name: "xmm", kind: "scalar" },
    { id: "reserved2", name: "reserved2", kind: "scalar" },
    { id: "available", name: "available", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a X86FxsaveArea from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseX86FxsaveArea(octets: Uint8Array): X86FxsaveArea {
  return parse(parsers.X86FxsaveArea, octets, []);
}

/** Like parseX86FxsaveArea, but throws nothing and tells the place of every field that could be read. */
export function locateX86FxsaveArea(octets: Uint8Array): Located<X86FxsaveArea> {
  return locate(parsers.X86FxsaveArea, octets, []);
}

/** An 80-bit floating-point register in its 16-octet slot. */
export interface X86FxsaveAreaX87Register {
  /** Explicit integer bit and fraction; the whole of an MMX register. */
  readonly significand: bigint;
  /** Sign in bit 15, biased exponent below. */
  readonly signExponent: number;
  /** Reserved. */
  readonly reserved: Uint8Array;
}

register(parsers.X86FxsaveArea.X87Register, {
  fields: [
    { id: "significand", name: "significand", kind: "u64" },
    { id: "sign_exponent", name: "signExponent", kind: "scalar" },
    { id: "reserved", name: "reserved", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a X86FxsaveAreaX87Register from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseX86FxsaveAreaX87Register(octets: Uint8Array): X86FxsaveAreaX87Register {
  return parse(parsers.X86FxsaveArea.X87Register, octets, []);
}

/** Like parseX86FxsaveAreaX87Register, but throws nothing and tells the place of every field that could be read. */
export function locateX86FxsaveAreaX87Register(octets: Uint8Array): Located<X86FxsaveAreaX87Register> {
  return locate(parsers.X86FxsaveArea.X87Register, octets, []);
}
