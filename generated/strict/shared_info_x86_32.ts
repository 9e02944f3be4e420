// Generated from schemas/shared_info_x86_32.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/SharedInfoX8632";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./vcpu_time_info.ts";
import { type VcpuTimeInfo } from "./vcpu_time_info.ts";

/**
 * The page that a 32-bit PV guest shares with Xen: the record carries it whole, as
 * it stood. Only `vcpu_info` and `arch` are restored. Always little-endian.
 */
export interface SharedInfoX8632 {
  /** One for each of the first 32 vCPUs. */
  readonly vcpuInfo: readonly SharedInfoX8632VcpuInfo[];
  /** One bit for each event channel: an event is pending. */
  readonly evtchnPending: readonly number[];
  /** One bit for each event channel: events are masked. */
  readonly evtchnMask: readonly number[];
  /** Odd while Xen is changing the wallclock. */
  readonly wcVersion: number;
  /** Seconds from 1970 to the start of the host, low half. */
  readonly wcSec: number;
  /** Nanoseconds beyond them. */
  readonly wcNsec: number;
  /** What belongs to the architecture. */
  readonly arch: SharedInfoX8632ArchSharedInfo;
  /** Rest of the page. */
  readonly unused: Uint8Array;
}

register(parsers.SharedInfoX8632, {
  fields: [
    { id: "vcpu_info", name: "vcpuInfo", kind: "struct" },
    { id: "evtchn_pending", name: "evtchnPending", kind: "scalar" },
    { id: "evtchn_mask", name: "evtchnMask", kind: "scalar" },
    { id: "wc_version", name: "wcVersion", kind: "scalar" },
    { id: "wc_sec", name: "wcSec", kind: "scalar" },
    { id: "wc_nsec", name: "wcNsec", kind: "scalar" },
    { id: "arch", name: "arch", kind: "struct" },
    { id: "unused", name: "unused", kind: "scalar" },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["PV-058"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a SharedInfoX8632 from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseSharedInfoX8632(octets: Uint8Array): SharedInfoX8632 {
  return parse(parsers.SharedInfoX8632, octets, []);
}

/** Like parseSharedInfoX8632, but throws nothing and tells the place of every field that could be read. */
export function locateSharedInfoX8632(octets: Uint8Array): Located<SharedInfoX8632> {
  return locate(parsers.SharedInfoX8632, octets, []);
}

/** Events and time of one vCPU, 64 octets. */
export interface SharedInfoX8632VcpuInfo {
  /** Not zero when the vCPU has a pending event. */
  readonly evtchnUpcallPending: number;
  /** Not zero when events are masked. */
  readonly evtchnUpcallMask: number;
  /** Unused. */
  readonly pad0: number;
  /** One bit for each word of `evtchn_pending` that is not zero. */
  readonly evtchnPendingSel: number;
  /** Address of the last page fault. */
  readonly cr2: number;
  /** Unused. */
  readonly pad1: Uint8Array;
  /** Time of the vCPU. */
  readonly time: VcpuTimeInfo;
}

register(parsers.SharedInfoX8632.VcpuInfo, {
  fields: [
    { id: "evtchn_upcall_pending", name: "evtchnUpcallPending", kind: "scalar" },
    { id: "evtchn_upcall_mask", name: "evtchnUpcallMask", kind: "scalar" },
    { id: "pad0", name: "pad0", kind: "scalar" },
    { id: "evtchn_pending_sel", name: "evtchnPendingSel", kind: "scalar" },
    { id: "cr2", name: "cr2", kind: "scalar" },
    { id: "pad1", name: "pad1", kind: "scalar" },
    { id: "time", name: "time", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a SharedInfoX8632VcpuInfo from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseSharedInfoX8632VcpuInfo(octets: Uint8Array): SharedInfoX8632VcpuInfo {
  return parse(parsers.SharedInfoX8632.VcpuInfo, octets, []);
}

/** Like parseSharedInfoX8632VcpuInfo, but throws nothing and tells the place of every field that could be read. */
export function locateSharedInfoX8632VcpuInfo(octets: Uint8Array): Located<SharedInfoX8632VcpuInfo> {
  return locate(parsers.SharedInfoX8632.VcpuInfo, octets, []);
}

/** The x86 part, 28 octets. */
export interface SharedInfoX8632ArchSharedInfo {
  /** Number of page frames that the table covers, despite its name. */
  readonly maxPfn: number;
  /** Machine frame of the root of the three-level table. A restorer zeroes it. */
  readonly pfnToMfnFrameListList: number;
  /** Why the last non-maskable interrupt came. */
  readonly nmiReason: number;
  /** Page table in which `p2m_vaddr` is mapped. */
  readonly p2mCr3: number;
  /** Linear address of the flat table; 0 when the guest has none. */
  readonly p2mVaddr: number;
  /** Counts changes of the flat table. */
  readonly p2mGeneration: number;
  /** High half of the wallclock seconds. */
  readonly wcSecHi: number;
}

register(parsers.SharedInfoX8632.ArchSharedInfo, {
  fields: [
    { id: "max_pfn", name: "maxPfn", kind: "scalar" },
    { id: "pfn_to_mfn_frame_list_list", name: "pfnToMfnFrameListList", kind: "scalar" },
    { id: "nmi_reason", name: "nmiReason", kind: "scalar" },
    { id: "p2m_cr3", name: "p2mCr3", kind: "scalar" },
    { id: "p2m_vaddr", name: "p2mVaddr", kind: "scalar" },
    { id: "p2m_generation", name: "p2mGeneration", kind: "scalar" },
    { id: "wc_sec_hi", name: "wcSecHi", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a SharedInfoX8632ArchSharedInfo from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseSharedInfoX8632ArchSharedInfo(octets: Uint8Array): SharedInfoX8632ArchSharedInfo {
  return parse(parsers.SharedInfoX8632.ArchSharedInfo, octets, []);
}

/** Like parseSharedInfoX8632ArchSharedInfo, but throws nothing and tells the place of every field that could be read. */
export function locateSharedInfoX8632ArchSharedInfo(octets: Uint8Array): Located<SharedInfoX8632ArchSharedInfo> {
  return locate(parsers.SharedInfoX8632.ArchSharedInfo, octets, []);
}
