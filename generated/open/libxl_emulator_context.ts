// Generated from schemas/libxl_emulator_context.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/LibxlEmulatorContext";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import { libxlEmulatorXenstoreDataEmulatorNames, type LibxlEmulatorXenstoreDataEmulator } from "./libxl_emulator_xenstore_data.ts";

/**
 * State of a device model, in that program's own format. QEMU's starts with the
 * octets "QEVM" and a big-endian version.
 */
export interface LibxlEmulatorContext {
  /** Which device model. 0 comes from the converter only. */
  readonly emulatorId: LibxlEmulatorXenstoreDataEmulator | number;
  /** Which of several device models of that kind; 0 so far. */
  readonly index: number;
  /** The state; its format is the device model's and carries no lengths of its own. */
  readonly state: Uint8Array;
}

register(parsers.LibxlEmulatorContext, {
  fields: [
    { id: "emulator_id", name: "emulatorId", kind: "scalar", enum: libxlEmulatorXenstoreDataEmulatorNames },
    { id: "index", name: "index", kind: "scalar" },
    { id: "state", name: "state", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of LibxlEmulatorContext must be told. */
export interface LibxlEmulatorContextParams {
  /** Byte order of the libxl stream. */
  readonly isBe: boolean;
}

/** Reads a LibxlEmulatorContext from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLibxlEmulatorContext(octets: Uint8Array, params: LibxlEmulatorContextParams): LibxlEmulatorContext {
  return parse(parsers.LibxlEmulatorContext, octets, [params.isBe]);
}

/** Like parseLibxlEmulatorContext, but throws nothing and tells the place of every field that could be read. */
export function locateLibxlEmulatorContext(octets: Uint8Array, params: LibxlEmulatorContextParams): Located<LibxlEmulatorContext> {
  return locate(parsers.LibxlEmulatorContext, octets, [params.isBe]);
}
