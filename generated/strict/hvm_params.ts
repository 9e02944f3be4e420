// Generated from schemas/hvm_params.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/HvmParams";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Names of hvm_params::hvm_param_name; a number without a name stays a number. */
export type HvmParamsHvmParamName = "callback_irq" | "store_pfn" | "store_evtchn" | "pae_enabled" | "ioreq_pfn" | "bufioreq_pfn" | "viridian" | "timer_mode" | "hpet_enabled" | "ident_pt" | "dm_domain" | "acpi_s_state" | "vm86_tss" | "vpt_align" | "console_pfn" | "console_evtchn" | "acpi_ioports_location" | "memory_event_cr0" | "memory_event_cr3" | "memory_event_cr4" | "memory_event_int3" | "nestedhvm" | "memory_event_single_step" | "bufioreq_evtchn" | "paging_ring_pfn" | "monitor_ring_pfn" | "sharing_ring_pfn" | "memory_event_msr" | "triple_fault_reason" | "ioreq_server_pfn" | "nr_ioreq_server_pages" | "vm_generation_id_addr" | "altp2m" | "x87_fip_width" | "vm86_tss_sized" | "mca_cap";

/** Number to name, hvm_params::hvm_param_name. */
export const hvmParamsHvmParamNameNames: Readonly<Record<number, HvmParamsHvmParamName>> = {
  0x0: "callback_irq",
  0x1: "store_pfn",
  0x2: "store_evtchn",
  0x4: "pae_enabled",
  0x5: "ioreq_pfn",
  0x6: "bufioreq_pfn",
  0x9: "viridian",
  0xa: "timer_mode",
  0xb: "hpet_enabled",
  0xc: "ident_pt",
  0xd: "dm_domain",
  0xe: "acpi_s_state",
  0xf: "vm86_tss",
  0x10: "vpt_align",
  0x11: "console_pfn",
  0x12: "console_evtchn",
  0x13: "acpi_ioports_location",
  0x14: "memory_event_cr0",
  0x15: "memory_event_cr3",
  0x16: "memory_event_cr4",
  0x17: "memory_event_int3",
  0x18: "nestedhvm",
  0x19: "memory_event_single_step",
  0x1a: "bufioreq_evtchn",
  0x1b: "paging_ring_pfn",
  0x1c: "monitor_ring_pfn",
  0x1d: "sharing_ring_pfn",
  0x1e: "memory_event_msr",
  0x1f: "triple_fault_reason",
  0x20: "ioreq_server_pfn",
  0x21: "nr_ioreq_server_pages",
  0x22: "vm_generation_id_addr",
  0x23: "altp2m",
  0x24: "x87_fip_width",
  0x25: "vm86_tss_sized",
  0x26: "mca_cap",
};

/**
 * Parameters of an HVM guest, index and value. Those that are zero are left out.
 * Not every number below 39 has a meaning.
 */
export interface HvmParams {
  /** Number of parameters. */
  readonly count: number;
  /** Written as zero. */
  readonly reserved: number;
  /** The parameters. */
  readonly params: readonly HvmParamsHvmParam[];
}

register(parsers.HvmParams, {
  fields: [
    { id: "count", name: "count", kind: "scalar" },
    { id: "reserved", name: "reserved", kind: "scalar", wanted: "0", req: ["HVM-034"] },
    { id: "params", name: "params", kind: "struct" },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["HVM-021"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of HvmParams must be told. */
export interface HvmParamsParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a HvmParams from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmParams(octets: Uint8Array, params: HvmParamsParams): HvmParams {
  return parse(parsers.HvmParams, octets, [params.isBe]);
}

/** Like parseHvmParams, but throws nothing and tells the place of every field that could be read. */
export function locateHvmParams(octets: Uint8Array, params: HvmParamsParams): Located<HvmParams> {
  return locate(parsers.HvmParams, octets, [params.isBe]);
}

/** One parameter. */
export interface HvmParamsHvmParam {
  /** Number of the parameter. */
  readonly index: bigint;
  /** Its value. */
  readonly value: bigint;
  /** Name of the parameter. */
  readonly name: HvmParamsHvmParamName | number;
}

register(parsers.HvmParams.HvmParam, {
  fields: [
    { id: "index", name: "index", kind: "u64", wanted: "below 39", req: ["HVM-023"] },
    { id: "value", name: "value", kind: "u64", wanted: "not 0", req: ["HVM-027"] },
  ],
  found: [],
  instances: [{ id: "name", name: "name", kind: "scalar", enum: hvmParamsHvmParamNameNames }],
  wide: [],
});

/** What the reader of HvmParamsHvmParam must be told. */
export interface HvmParamsHvmParamParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a HvmParamsHvmParam from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseHvmParamsHvmParam(octets: Uint8Array, params: HvmParamsHvmParamParams): HvmParamsHvmParam {
  return parse(parsers.HvmParams.HvmParam, octets, [!params.isBe, params.isBe]);
}

/** Like parseHvmParamsHvmParam, but throws nothing and tells the place of every field that could be read. */
export function locateHvmParamsHvmParam(octets: Uint8Array, params: HvmParamsHvmParamParams): Located<HvmParamsHvmParam> {
  return locate(parsers.HvmParams.HvmParam, octets, [!params.isBe, params.isBe]);
}
