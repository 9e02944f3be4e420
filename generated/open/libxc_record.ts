// Generated from schemas/libxc_record.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/LibxcRecord";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./arm_id_policy.ts";
import "./arm_vcpu.ts";
import "./checkpoint_dirty_pfn_list.ts";
import "./hvm_context.ts";
import "./hvm_params.ts";
import "./image_digest.ts";
import "./libxl_record.ts";
import "./libxl_record_header.ts";
import "./machine.ts";
import "./machine_vcpu.ts";
import "./memory_layout.ts";
import "./page_data.ts";
import "./page_data_compressed.ts";
import "./platform_state.ts";
import "./record_header.ts";
import "./requires.ts";
import "./shared_info.ts";
import "./x86_cpuid_policy.ts";
import "./x86_msr_policy.ts";
import "./x86_pv_info.ts";
import "./x86_pv_p2m_frames.ts";
import "./x86_pv_vcpu_basic.ts";
import "./x86_pv_vcpu_extended.ts";
import "./x86_pv_vcpu_msrs.ts";
import "./x86_pv_vcpu_xsave.ts";
import "./x86_tsc_info.ts";
import { type ArmIdPolicy } from "./arm_id_policy.ts";
import { type ArmVcpu } from "./arm_vcpu.ts";
import { type CheckpointDirtyPfnList } from "./checkpoint_dirty_pfn_list.ts";
import { type HvmContext } from "./hvm_context.ts";
import { type HvmParams } from "./hvm_params.ts";
import { type ImageDigest } from "./image_digest.ts";
import { type LibxlRecord } from "./libxl_record.ts";
import { type Machine } from "./machine.ts";
import { type MachineVcpu } from "./machine_vcpu.ts";
import { type MemoryLayout } from "./memory_layout.ts";
import { type PageData } from "./page_data.ts";
import { type PageDataCompressed } from "./page_data_compressed.ts";
import { type PlatformState } from "./platform_state.ts";
import { type RecordHeader } from "./record_header.ts";
import { type Requires } from "./requires.ts";
import { type SharedInfo } from "./shared_info.ts";
import { type X86CpuidPolicy } from "./x86_cpuid_policy.ts";
import { type X86MsrPolicy } from "./x86_msr_policy.ts";
import { type X86PvInfo } from "./x86_pv_info.ts";
import { type X86PvP2mFrames } from "./x86_pv_p2m_frames.ts";
import { type X86PvVcpuBasic } from "./x86_pv_vcpu_basic.ts";
import { type X86PvVcpuExtended } from "./x86_pv_vcpu_extended.ts";
import { type X86PvVcpuMsrs } from "./x86_pv_vcpu_msrs.ts";
import { type X86PvVcpuXsave } from "./x86_pv_vcpu_xsave.ts";
import { type X86TscInfo } from "./x86_tsc_info.ts";

/**
 * A record of a libxc stream: header, body, padding. Inside a libxl stream the
 * libxl records that complete a checkpoint follow its CHECKPOINT.
 *
 * Some bodies cannot be read without what earlier records said: `guest_width`
 * comes in as a parameter and goes on, perhaps changed, as `guest_width_after`.
 */
export interface LibxcRecord {
  /** Type and length. */
  readonly header: RecordHeader;
  /** What the type says; octets where it is not known. */
  readonly body: LibxcRecordNoContent | PageData | X86PvInfo | X86PvP2mFrames | X86PvVcpuBasic | X86PvVcpuExtended | X86PvVcpuXsave | SharedInfo | X86TscInfo | HvmContext | HvmParams | X86PvVcpuMsrs | CheckpointDirtyPfnList | X86CpuidPolicy | X86MsrPolicy | Requires | MemoryLayout | ArmIdPolicy | ArmVcpu | Machine | MachineVcpu | PlatformState | PageDataCompressed | ImageDigest | Uint8Array;
  /** Zero octets up to a multiple of eight. */
  readonly padding: readonly number[];
  /** The sum over header, body and padding. */
  readonly trailer?: Uint8Array;
  /** The libxl part of a checkpoint, CHECKPOINT_END included. */
  readonly libxlRecords?: readonly LibxlRecord[];
  /**
   * In a COLO stream, the order for the next checkpoint, CHECKPOINT_STATE. A
   * stream does not say that it is one, so the order is known by its number and
   * length, which no record that opens a round in a stream of Xen shares.
   */
  readonly libxlMessage?: LibxlRecord;
}

register(parsers.LibxcRecord, {
  fields: [
    { id: "header", name: "header", kind: "struct" },
    { id: "body", name: "body", kind: "struct" },
    { id: "padding", name: "padding", kind: "scalar" },
    { id: "trailer", name: "trailer", kind: "scalar" },
    { id: "libxl_records", name: "libxlRecords", kind: "struct" },
    { id: "libxl_message", name: "libxlMessage", kind: "struct" },
  ],
  found: [{ id: "upcoming", name: "upcoming", kind: "struct" }],
  instances: [],
  wide: [],
});

/** What the reader of LibxcRecord must be told. */
export interface LibxcRecordParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
  /** Octets in a page, from the domain header. */
  readonly pageSize: number;
  /**
   * Octets in a register of the guest, from the X86_PV_INFO record before this
   * one; 0 when there was none.
   */
  readonly guestWidth: number;
  /** True when the stream lies inside a libxl stream. */
  readonly inLibxl: boolean;
  /** Byte order of that libxl stream. */
  readonly libxlIsBe: boolean;
  /** Octets of the trailer behind each record, 0 before version 4. */
  readonly lenTrailer: number;
}

/** Reads a LibxcRecord from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLibxcRecord(octets: Uint8Array, params: LibxcRecordParams): LibxcRecord {
  return parse(parsers.LibxcRecord, octets, [params.isBe, params.pageSize, params.guestWidth, params.inLibxl, params.libxlIsBe, params.lenTrailer]);
}

/** Like parseLibxcRecord, but throws nothing and tells the place of every field that could be read. */
export function locateLibxcRecord(octets: Uint8Array, params: LibxcRecordParams): Located<LibxcRecord> {
  return locate(parsers.LibxcRecord, octets, [params.isBe, params.pageSize, params.guestWidth, params.inLibxl, params.libxlIsBe, params.lenTrailer]);
}

/** The type says it all. */
export interface LibxcRecordNoContent {

}

register(parsers.LibxcRecord.NoContent, {
  fields: [
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a LibxcRecordNoContent from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLibxcRecordNoContent(octets: Uint8Array): LibxcRecordNoContent {
  return parse(parsers.LibxcRecord.NoContent, octets, []);
}

/** Like parseLibxcRecordNoContent, but throws nothing and tells the place of every field that could be read. */
export function locateLibxcRecordNoContent(octets: Uint8Array): Located<LibxcRecordNoContent> {
  return locate(parsers.LibxcRecord.NoContent, octets, []);
}
