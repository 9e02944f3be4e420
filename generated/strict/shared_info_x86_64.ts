// Generated from schemas/shared_info_x86_64.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/SharedInfoX8664";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./vcpu_time_info.ts";
import { type VcpuTimeInfo } from "./vcpu_time_info.ts";

/**
 * The page that a 64-bit PV guest shares with Xen: the record carries it whole, as
 * it stood. Only `vcpu_info` and `arch` are restored. Always little-endian.
 */
export interface SharedInfoX8664 {
  /** One for each of the first 32 vCPUs. */
  readonly vcpuInfo: readonly SharedInfoX8664VcpuInfo[];
  /** One bit for each event channel: an event is pending. */
  readonly evtchnPending: readonly bigint[];
  /** One bit for each event channel: events are masked. */
  readonly evtchnMask: readonly bigint[];
  /** Odd while Xen is changing the wallclock. */
  readonly wcVersion: number;
  /** Seconds from 1970 to the start of the host, low half. */
  readonly wcSec: number;
  /** Nanoseconds beyond them. */
  readonly wcNsec: number;
  /** High half of the seconds. */
  readonly wcSecHi: number;
  /** What belongs to the architecture. */
  readonly arch: SharedInfoX8664ArchSharedInfo;
  /** Rest of the page. */
  readonly unused: Uint8Array;
}

register(parsers.SharedInfoX8664, {
  fields: [
    { id: "vcpu_info", name: "vcpuInfo", kind: "struct" },
    { id: "evtchn_pending", name: "evtchnPending", kind: "u64" },
    { id: "evtchn_mask", name: "evtchnMask", kind: "u64" },
    { id: "wc_version", name: "wcVersion", kind: "scalar" },
    { id: "wc_sec", name: "wcSec", kind: "scalar" },
    { id: "wc_nsec", name: "wcNsec", kind: "scalar" },
    { id: "wc_sec_hi", name: "wcSecHi", kind: "scalar" },
    { id: "arch", name: "arch", kind: "struct" },
    { id: "unused", name: "unused", kind: "scalar" },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["PV-058"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a SharedInfoX8664 from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseSharedInfoX8664(octets: Uint8Array): SharedInfoX8664 {
  return parse(parsers.SharedInfoX8664, octets, []);
}

/** Like parseSharedInfoX8664, but throws nothing and tells the place of every field that could be read. */
export function locateSharedInfoX8664(octets: Uint8Array): Located<SharedInfoX8664> {
  return locate(parsers.SharedInfoX8664, octets, []);
}

/** Events and time of one vCPU, 64 octets. */
export interface SharedInfoX8664VcpuInfo {
  /** Not zero when the vCPU has a pending event. */
  readonly evtchnUpcallPending: number;
  /** Unused. */
  readonly pad0: number;
  /** Not zero when events are masked. */
  readonly evtchnUpcallMask: number;
  /** Unused. */
  readonly pad1: Uint8Array;
  /** One bit for each word of `evtchn_pending` that is not zero. */
  readonly evtchnPendingSel: bigint;
  /** Address of the last page fault. */
  readonly cr2: bigint;
  /** Unused. */
  readonly pad2: bigint;
  /** Time of the vCPU. */
  readonly time: VcpuTimeInfo;
}

register(parsers.SharedInfoX8664.VcpuInfo, {
  fields: [
    { id: "evtchn_upcall_pending", name: "evtchnUpcallPending", kind: "scalar" },
    { id: "pad0", name: "pad0", kind: "scalar" },
    { id: "evtchn_upcall_mask", name: "evtchnUpcallMask", kind: "scalar" },
    { id: "pad1", name: "pad1", kind: "scalar" },
    { id: "evtchn_pending_sel", name: "evtchnPendingSel", kind: "u64" },
    { id: "cr2", name: "cr2", kind: "u64" },
    { id: "pad2", name: "pad2", kind: "u64" },
    { id: "time", name: "time", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a SharedInfoX8664VcpuInfo from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseSharedInfoX8664VcpuInfo(octets: Uint8Array): SharedInfoX8664VcpuInfo {
  return parse(parsers.SharedInfoX8664.VcpuInfo, octets, []);
}

/** Like parseSharedInfoX8664VcpuInfo, but throws nothing and tells the place of every field that could be read. */
export function locateSharedInfoX8664VcpuInfo(octets: Uint8Array): Located<SharedInfoX8664VcpuInfo> {
  return locate(parsers.SharedInfoX8664.VcpuInfo, octets, []);
}

/** The x86 part, 48 octets. */
export interface SharedInfoX8664ArchSharedInfo {
  /** Number of page frames that the table covers, despite its name. */
  readonly maxPfn: bigint;
  /** Machine frame of the root of the three-level table. A restorer zeroes it. */
  readonly pfnToMfnFrameListList: bigint;
  /** Why the last non-maskable interrupt came. */
  readonly nmiReason: bigint;
  /** Page table in which `p2m_vaddr` is mapped. */
  readonly p2mCr3: bigint;
  /** Linear address of the flat table; 0 when the guest has none. */
  readonly p2mVaddr: bigint;
  /** Counts changes of the flat table. */
  readonly p2mGeneration: bigint;
}

register(parsers.SharedInfoX8664.ArchSharedInfo, {
  fields: [
    { id: "max_pfn", name: "maxPfn", kind: "u64" },
    { id: "pfn_to_mfn_frame_list_list", name: "pfnToMfnFrameListList", kind: "u64" },
    { id: "nmi_reason", name: "nmiReason", kind: "u64" },
    { id: "p2m_cr3", name: "p2mCr3", kind: "u64" },
    { id: "p2m_vaddr", name: "p2mVaddr", kind: "u64" },
    { id: "p2m_generation", name: "p2mGeneration", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a SharedInfoX8664ArchSharedInfo from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseSharedInfoX8664ArchSharedInfo(octets: Uint8Array): SharedInfoX8664ArchSharedInfo {
  return parse(parsers.SharedInfoX8664.ArchSharedInfo, octets, []);
}

/** Like parseSharedInfoX8664ArchSharedInfo, but throws nothing and tells the place of every field that could be read. */
export function locateSharedInfoX8664ArchSharedInfo(octets: Uint8Array): Located<SharedInfoX8664ArchSharedInfo> {
  return locate(parsers.SharedInfoX8664.ArchSharedInfo, octets, []);
}
