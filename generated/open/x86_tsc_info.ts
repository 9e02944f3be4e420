// Generated from schemas/x86_tsc_info.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/X86TscInfo";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Names of x86_tsc_info::tsc_mode; a number without a name stays a number. */
export type X86TscInfoTscMode = "default" | "always_emulate" | "never_emulate" | "pvrdtscp";

/** Number to name, x86_tsc_info::tsc_mode. */
export const x86TscInfoTscModeNames: Readonly<Record<number, X86TscInfoTscMode>> = {
  0x0: "default",
  0x1: "always_emulate",
  0x2: "never_emulate",
  0x3: "pvrdtscp",
};

/**
 * How the guest's time-stamp counter is made, and where it stood when the domain
 * was saved.
 */
export interface X86TscInfo {
  /** How the guest reads the counter. Mode 3 was written up to Xen 4.11 only. */
  readonly mode: X86TscInfoTscMode | number;
  /** Frequency that the guest was told, in kHz; 0 is the host's own. */
  readonly khz: number;
  /** Guest time in nanoseconds at the moment of saving. */
  readonly nsec: bigint;
  /** How often the domain was restored before. The restoring Xen adds one. */
  readonly incarnation: number;
  /** Written as zero. */
  readonly reserved: number;
}

register(parsers.X86TscInfo, {
  fields: [
    { id: "mode", name: "mode", kind: "scalar", enum: x86TscInfoTscModeNames },
    { id: "khz", name: "khz", kind: "scalar" },
    { id: "nsec", name: "nsec", kind: "u64" },
    { id: "incarnation", name: "incarnation", kind: "scalar" },
    { id: "reserved", name: "reserved", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of X86TscInfo must be told. */
export interface X86TscInfoParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a X86TscInfo from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseX86TscInfo(octets: Uint8Array, params: X86TscInfoParams): X86TscInfo {
  return parse(parsers.X86TscInfo, octets, [params.isBe]);
}

/** Like parseX86TscInfo, but throws nothing and tells the place of every field that could be read. */
export function locateX86TscInfo(octets: Uint8Array, params: X86TscInfoParams): Located<X86TscInfo> {
  return locate(parsers.X86TscInfo, octets, [params.isBe]);
}
