// Generated from schemas/record_header.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/RecordHeader";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Names of record_header::record_type; a number without a name stays a number. */
export type RecordHeaderRecordType = "end" | "page_data" | "x86_pv_info" | "x86_pv_p2m_frames" | "x86_pv_vcpu_basic" | "x86_pv_vcpu_extended" | "x86_pv_vcpu_xsave" | "shared_info" | "x86_tsc_info" | "hvm_context" | "hvm_params" | "toolstack" | "x86_pv_vcpu_msrs" | "verify" | "checkpoint" | "checkpoint_dirty_pfn_list" | "static_data_end" | "x86_cpuid_policy" | "x86_msr_policy" | "memory_layout" | "page_data_compressed" | "requires" | "arm_id_policy" | "arm_vcpu" | "machine" | "machine_vcpu" | "platform_state" | "image_digest";

/** Number to name, record_header::record_type. */
export const recordHeaderRecordTypeNames: Readonly<Record<number, RecordHeaderRecordType>> = {
  0x0: "end",
  0x1: "page_data",
  0x2: "x86_pv_info",
  0x3: "x86_pv_p2m_frames",
  0x4: "x86_pv_vcpu_basic",
  0x5: "x86_pv_vcpu_extended",
  0x6: "x86_pv_vcpu_xsave",
  0x7: "shared_info",
  0x8: "x86_tsc_info",
  0x9: "hvm_context",
  0xa: "hvm_params",
  0xb: "toolstack",
  0xc: "x86_pv_vcpu_msrs",
  0xd: "verify",
  0xe: "checkpoint",
  0xf: "checkpoint_dirty_pfn_list",
  0x10: "static_data_end",
  0x11: "x86_cpuid_policy",
  0x12: "x86_msr_policy",
  0x13: "memory_layout",
  0x14: "page_data_compressed",
  0x15: "requires",
  0x16: "arm_id_policy",
  0x17: "arm_vcpu",
  0x18: "machine",
  0x19: "machine_vcpu",
  0x1a: "platform_state",
  0x80000010: "image_digest",
};

/**
 * Eight octets before every record. The body follows, then zero octets up to
 * the next multiple of eight, counted from the start of the stream. There is
 * no footer.
 */
export interface RecordHeader {
  /** What the body holds. With bit 31 set, a Reader may skip what it does not know. */
  readonly type: RecordHeaderRecordType | number;
  /** Octets of the body, padding not counted. At most 128 MiB. */
  readonly bodyLength: number;
  /** True when a Reader that does not know the type skips the record. */
  readonly isOptional: boolean;
  /** Octets of padding after the body. */
  readonly lenPadding: number;
}

register(parsers.RecordHeader, {
  fields: [
    { id: "type", name: "type", kind: "scalar", enum: recordHeaderRecordTypeNames },
    { id: "body_length", name: "bodyLength", kind: "scalar" },
  ],
  found: [],
  instances: [{ id: "is_optional", name: "isOptional", kind: "boolean" }, { id: "len_padding", name: "lenPadding", kind: "scalar" }],
  wide: [],
});

/** What the reader of RecordHeader must be told. */
export interface RecordHeaderParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a RecordHeader from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseRecordHeader(octets: Uint8Array, params: RecordHeaderParams): RecordHeader {
  return parse(parsers.RecordHeader, octets, [params.isBe]);
}

/** Like parseRecordHeader, but throws nothing and tells the place of every field that could be read. */
export function locateRecordHeader(octets: Uint8Array, params: RecordHeaderParams): Located<RecordHeader> {
  return locate(parsers.RecordHeader, octets, [params.isBe]);
}
