// Generated from schemas/libxl_emulator_xenstore_data.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/LibxlEmulatorXenstoreData";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Names of libxl_emulator_xenstore_data::emulator; a number without a name stays a number. */
export type LibxlEmulatorXenstoreDataEmulator = "unknown" | "qemu_traditional" | "qemu_upstream";

/** Number to name, libxl_emulator_xenstore_data::emulator. */
export const libxlEmulatorXenstoreDataEmulatorNames: Readonly<Record<number, LibxlEmulatorXenstoreDataEmulator>> = {
  0x0: "unknown",
  0x1: "qemu_traditional",
  0x2: "qemu_upstream",
};

/** What a device model keeps in xenstore, as keys and values. */
export interface LibxlEmulatorXenstoreData {
  /** Which device model. 0 comes from the converter only. */
  readonly emulatorId: LibxlEmulatorXenstoreDataEmulator | number;
  /** Which of several device models of that kind; 0 so far. */
  readonly index: number;
  /** Keys and values, up to the end of the body. */
  readonly entries: readonly LibxlEmulatorXenstoreDataEntry[];
}

register(parsers.LibxlEmulatorXenstoreData, {
  fields: [
    { id: "emulator_id", name: "emulatorId", kind: "scalar", enum: libxlEmulatorXenstoreDataEmulatorNames, wanted: "a value of emulator", req: ["LXL-030"] },
    { id: "index", name: "index", kind: "scalar" },
    { id: "entries", name: "entries", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of LibxlEmulatorXenstoreData must be told. */
export interface LibxlEmulatorXenstoreDataParams {
  /** Byte order of the libxl stream. */
  readonly isBe: boolean;
}

/** Reads a LibxlEmulatorXenstoreData from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLibxlEmulatorXenstoreData(octets: Uint8Array, params: LibxlEmulatorXenstoreDataParams): LibxlEmulatorXenstoreData {
  return parse(parsers.LibxlEmulatorXenstoreData, octets, [params.isBe]);
}

/** Like parseLibxlEmulatorXenstoreData, but throws nothing and tells the place of every field that could be read. */
export function locateLibxlEmulatorXenstoreData(octets: Uint8Array, params: LibxlEmulatorXenstoreDataParams): Located<LibxlEmulatorXenstoreData> {
  return locate(parsers.LibxlEmulatorXenstoreData, octets, [params.isBe]);
}

/** One key and its value, each closed by a zero octet. */
export interface LibxlEmulatorXenstoreDataEntry {
  /**
   * Path below the device model's own. Letters, digits, and - / _ @ only;
   * that last part is beyond what this description can enforce.
   */
  readonly key: string;
  /** Its value. */
  readonly value: string;
}

register(parsers.LibxlEmulatorXenstoreData.Entry, {
  fields: [
    { id: "key", name: "key", kind: "scalar", wanted: "a key that is not empty and does not start with a slash", req: ["LXL-038"] },
    { id: "value", name: "value", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of LibxlEmulatorXenstoreDataEntry must be told. */
export interface LibxlEmulatorXenstoreDataEntryParams {

  /** True when the octets are big-endian. */
  readonly isBe: boolean;
}

/** Reads a LibxlEmulatorXenstoreDataEntry from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLibxlEmulatorXenstoreDataEntry(octets: Uint8Array, params: LibxlEmulatorXenstoreDataEntryParams): LibxlEmulatorXenstoreDataEntry {
  return parse(parsers.LibxlEmulatorXenstoreData.Entry, octets, [!params.isBe]);
}

/** Like parseLibxlEmulatorXenstoreDataEntry, but throws nothing and tells the place of every field that could be read. */
export function locateLibxlEmulatorXenstoreDataEntry(octets: Uint8Array, params: LibxlEmulatorXenstoreDataEntryParams): Located<LibxlEmulatorXenstoreDataEntry> {
  return locate(parsers.LibxlEmulatorXenstoreData.Entry, octets, [!params.isBe]);
}
