// Generated from schemas/arm_vcpu.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/ArmVcpu";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** The registers of one vCPU, each of which says what it is and how large. */
export interface ArmVcpu {
  /** Number of the vCPU. */
  readonly vcpuId: number;
  /** Zero; any other value is refused. */
  readonly reserved: number;
  /** The registers, ascending, up to the end of the body. */
  readonly registers: readonly ArmVcpuRegister[];
}

register(parsers.ArmVcpu, {
  fields: [
    { id: "vcpu_id", name: "vcpuId", kind: "scalar", wanted: "at most 8191", req: ["ARM-023"] },
    { id: "reserved", name: "reserved", kind: "scalar", wanted: "0", req: ["ARM-025"] },
    { id: "registers", name: "registers", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of ArmVcpu must be told. */
export interface ArmVcpuParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a ArmVcpu from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseArmVcpu(octets: Uint8Array, params: ArmVcpuParams): ArmVcpu {
  return parse(parsers.ArmVcpu, octets, [params.isBe]);
}

/** Like parseArmVcpu, but throws nothing and tells the place of every field that could be read. */
export function locateArmVcpu(octets: Uint8Array, params: ArmVcpuParams): Located<ArmVcpu> {
  return locate(parsers.ArmVcpu, octets, [params.isBe]);
}

/** One register. */
export interface ArmVcpuRegister {
  /** Which set it belongs to. */
  readonly set: number;
  /** Zero; any other value is refused. */
  readonly reserved: number;
  /** Octets of the value. */
  readonly size: number;
  /** Which register of the set. */
  readonly index: number;
  /** The value, little-endian. */
  readonly value: Uint8Array;
  /** Zero octets up to a multiple of eight; any others are refused. */
  readonly padding: readonly number[];
}

register(parsers.ArmVcpu.Register, {
  fields: [
    { id: "set", name: "set", kind: "scalar", wanted: "at most 3", req: ["ARM-027"] },
    { id: "reserved", name: "reserved", kind: "scalar", wanted: "0", req: ["ARM-025"] },
    { id: "size", name: "size", kind: "scalar", wanted: "at least 1 and at most 256", req: ["ARM-027"] },
    { id: "index", name: "index", kind: "scalar" },
    { id: "value", name: "value", kind: "scalar" },
    { id: "padding", name: "padding", kind: "scalar", wanted: "0", req: ["ARM-025"] },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of ArmVcpuRegister must be told. */
export interface ArmVcpuRegisterParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a ArmVcpuRegister from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseArmVcpuRegister(octets: Uint8Array, params: ArmVcpuRegisterParams): ArmVcpuRegister {
  return parse(parsers.ArmVcpu.Register, octets, [!params.isBe, params.isBe]);
}

/** Like parseArmVcpuRegister, but throws nothing and tells the place of every field that could be read. */
export function locateArmVcpuRegister(octets: Uint8Array, params: ArmVcpuRegisterParams): Located<ArmVcpuRegister> {
  return locate(parsers.ArmVcpu.Register, octets, [!params.isBe, params.isBe]);
}
