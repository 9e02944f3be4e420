// Generated from schemas/machine_vcpu.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/MachineVcpu";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** The registers of one vCPU of a machine. */
export interface MachineVcpu {
  /** Number of the vCPU. */
  readonly vcpuId: number;
  /** Zero; any other value is refused. */
  readonly reserved: number;
  /** Laid out like a CPU entry of the HVM context. */
  readonly registers: Uint8Array;
}

register(parsers.MachineVcpu, {
  fields: [
    { id: "vcpu_id", name: "vcpuId", kind: "scalar" },
    { id: "reserved", name: "reserved", kind: "scalar", wanted: "0", req: ["MACH-033"] },
    { id: "registers", name: "registers", kind: "scalar" },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["MACH-029"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of MachineVcpu must be told. */
export interface MachineVcpuParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a MachineVcpu from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseMachineVcpu(octets: Uint8Array, params: MachineVcpuParams): MachineVcpu {
  return parse(parsers.MachineVcpu, octets, [params.isBe]);
}

/** Like parseMachineVcpu, but throws nothing and tells the place of every field that could be read. */
export function locateMachineVcpu(octets: Uint8Array, params: MachineVcpuParams): Located<MachineVcpu> {
  return locate(parsers.MachineVcpu, octets, [params.isBe]);
}
