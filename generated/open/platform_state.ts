// Generated from schemas/platform_state.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/PlatformState";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** What only the emulator of a machine understands. */
export interface PlatformState {
  /** SHA-256 of the bodies of MEMORY_LAYOUT and MACHINE and of the state. */
  readonly digest: Uint8Array;
  /** The state, in the emulator's own form. */
  readonly state: Uint8Array;
}

register(parsers.PlatformState, {
  fields: [
    { id: "digest", name: "digest", kind: "scalar" },
    { id: "state", name: "state", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of PlatformState must be told. */
export interface PlatformStateParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a PlatformState from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parsePlatformState(octets: Uint8Array, params: PlatformStateParams): PlatformState {
  return parse(parsers.PlatformState, octets, [params.isBe]);
}

/** Like parsePlatformState, but throws nothing and tells the place of every field that could be read. */
export function locatePlatformState(octets: Uint8Array, params: PlatformStateParams): Located<PlatformState> {
  return locate(parsers.PlatformState, octets, [params.isBe]);
}
