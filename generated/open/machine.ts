// Generated from schemas/machine.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/Machine";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Which machine of an emulator the image is of. */
export interface Machine {
  /** What the properties mean, and how the state of PLATFORM_STATE is laid out. */
  readonly version: number;
  /** Number of vCPUs. */
  readonly vcpus: number;
  /** Pages of RAM, over all regions of MEMORY_LAYOUT. */
  readonly ramPages: bigint;
  /** The properties, ascending by name, up to the end of the body. */
  readonly properties: readonly MachineProperty[];
}

register(parsers.Machine, {
  fields: [
    { id: "version", name: "version", kind: "scalar" },
    { id: "vcpus", name: "vcpus", kind: "scalar" },
    { id: "ram_pages", name: "ramPages", kind: "u64" },
    { id: "properties", name: "properties", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of Machine must be told. */
export interface MachineParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a Machine from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseMachine(octets: Uint8Array, params: MachineParams): Machine {
  return parse(parsers.Machine, octets, [params.isBe]);
}

/** Like parseMachine, but throws nothing and tells the place of every field that could be read. */
export function locateMachine(octets: Uint8Array, params: MachineParams): Located<Machine> {
  return locate(parsers.Machine, octets, [params.isBe]);
}

/** One property. */
export interface MachineProperty {
  /** Octets of the name. */
  readonly nameLength: number;
  /** Octets of the value. */
  readonly valueLength: number;
  /** The name, of a to z, 0 to 9 and hyphen. */
  readonly name: Uint8Array;
  /** The value, in UTF-8. */
  readonly value: Uint8Array;
  /** Zero octets up to a multiple of eight; any others are refused. */
  readonly padding: readonly number[];
}

register(parsers.Machine.Property, {
  fields: [
    { id: "name_length", name: "nameLength", kind: "scalar" },
    { id: "value_length", name: "valueLength", kind: "scalar" },
    { id: "name", name: "name", kind: "scalar" },
    { id: "value", name: "value", kind: "scalar" },
    { id: "padding", name: "padding", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of MachineProperty must be told. */
export interface MachinePropertyParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a MachineProperty from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseMachineProperty(octets: Uint8Array, params: MachinePropertyParams): MachineProperty {
  return parse(parsers.Machine.Property, octets, [!params.isBe, params.isBe]);
}

/** Like parseMachineProperty, but throws nothing and tells the place of every field that could be read. */
export function locateMachineProperty(octets: Uint8Array, params: MachinePropertyParams): Located<MachineProperty> {
  return locate(parsers.Machine.Property, octets, [!params.isBe, params.isBe]);
}
