// Generated from schemas/draft_b_record.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/DraftBRecord";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./draft_b_p2m.ts";
import "./draft_b_vcpu_context.ts";
import "./draft_b_vcpu_info.ts";
import "./draft_b_x86_pv_info.ts";
import "./page_data.ts";
import { type DraftBP2m } from "./draft_b_p2m.ts";
import { type DraftBVcpuContext } from "./draft_b_vcpu_context.ts";
import { type DraftBVcpuInfo } from "./draft_b_vcpu_info.ts";
import { type DraftBX86PvInfo } from "./draft_b_x86_pv_info.ts";
import { type PageData } from "./page_data.ts";

/** Names of draft_b_record::record_type; a number without a name stays a number. */
export type DraftBRecordRecordType = "end" | "page_data" | "vcpu_info" | "vcpu_context" | "x86_pv_info" | "p2m";

/** Number to name, draft_b_record::record_type. */
export const draftBRecordRecordTypeNames: Readonly<Record<number, DraftBRecordRecordType>> = {
  0x0: "end",
  0x1: "page_data",
  0x2: "vcpu_info",
  0x3: "vcpu_context",
  0x4: "x86_pv_info",
  0x5: "p2m",
};

/**
 * Sixteen octets of header, the body, zero octets up to a multiple of eight, and
 * eight octets of footer with a checksum over body and padding. The checksum
 * itself is not computed here.
 */
export interface DraftBRecord {
  /** What the body holds. */
  readonly type: DraftBRecordRecordType | number;
  /** Octets of the body, padding not counted. */
  readonly bodyLength: number;
  /** Bit 0 says that the checksum holds. Bits 1 to 15 are reserved and written as zero. */
  readonly options: number;
  /** Written as zero. */
  readonly reserved: readonly number[];
  /** What the type says. */
  readonly body: DraftBRecordNoContent | PageData | DraftBVcpuInfo | DraftBVcpuContext | DraftBX86PvInfo | DraftBP2m | Uint8Array;
  /** Zero octets up to a multiple of eight; the bodies of all six types need none. */
  readonly padding: readonly number[];
  /** CRC-32 of body and padding, or 0 where bit 0 of the options is clear. */
  readonly checksum: number;
  /** Written as zero. */
  readonly footerReserved: number;
  /** Octets of padding after the body. */
  readonly lenPadding: number;
}

register(parsers.DraftBRecord, {
  fields: [
    { id: "type", name: "type", kind: "scalar", enum: draftBRecordRecordTypeNames },
    { id: "body_length", name: "bodyLength", kind: "scalar" },
    { id: "options", name: "options", kind: "scalar" },
    { id: "reserved", name: "reserved", kind: "scalar" },
    { id: "body", name: "body", kind: "struct" },
    { id: "padding", name: "padding", kind: "scalar" },
    { id: "checksum", name: "checksum", kind: "scalar" },
    { id: "footer_reserved", name: "footerReserved", kind: "scalar" },
  ],
  found: [],
  instances: [{ id: "len_padding", name: "lenPadding", kind: "scalar" }],
  wide: [],
});

/** What the reader of DraftBRecord must be told. */
export interface DraftBRecordParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
  /** Octets in a page, from the domain header. */
  readonly pageSize: number;
  /**
   * Octets in a register of the guest, from the X86_PV_INFO record before this
   * one; 0 when there was none.
   */
  readonly guestWidth: number;
}

/** Reads a DraftBRecord from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseDraftBRecord(octets: Uint8Array, params: DraftBRecordParams): DraftBRecord {
  return parse(parsers.DraftBRecord, octets, [params.isBe, params.pageSize, params.guestWidth]);
}

/** Like parseDraftBRecord, but throws nothing and tells the place of every field that could be read. */
export function locateDraftBRecord(octets: Uint8Array, params: DraftBRecordParams): Located<DraftBRecord> {
  return locate(parsers.DraftBRecord, octets, [params.isBe, params.pageSize, params.guestWidth]);
}

/** The type says it all. */
export interface DraftBRecordNoContent {

}

register(parsers.DraftBRecord.NoContent, {
  fields: [
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of DraftBRecordNoContent must be told. */
export interface DraftBRecordNoContentParams {

  /** True when the octets are big-endian. */
  readonly isBe: boolean;
}

/** Reads a DraftBRecordNoContent from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseDraftBRecordNoContent(octets: Uint8Array, params: DraftBRecordNoContentParams): DraftBRecordNoContent {
  return parse(parsers.DraftBRecord.NoContent, octets, [!params.isBe]);
}

/** Like parseDraftBRecordNoContent, but throws nothing and tells the place of every field that could be read. */
export function locateDraftBRecordNoContent(octets: Uint8Array, params: DraftBRecordNoContentParams): Located<DraftBRecordNoContent> {
  return locate(parsers.DraftBRecord.NoContent, octets, [!params.isBe]);
}
