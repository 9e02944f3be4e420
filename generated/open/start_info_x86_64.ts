// Generated from schemas/start_info_x86_64.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/StartInfoX8664";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/**
 * The start-of-day page of a 64-bit PV guest, 1168 octets. It is no record: it lies in
 * the guest's memory, in the page that the rdx register of vCPU 0 names, and the
 * restorer rewrites the frame numbers and event channels in it.
 */
export interface StartInfoX8664 {
  /** Interface version and width, as in "xen-3.0-x86_64". */
  readonly magic: string;
  /** Pages of the guest. */
  readonly nrPages: bigint;
  /** Machine address of the shared page. */
  readonly sharedInfo: bigint;
  /** Privileges of the domain. */
  readonly flags: number;
  /** Unused. */
  readonly flagsPad: number;
  /** Frame of the ring to xenstore. */
  readonly storeMfn: bigint;
  /** Event channel of that ring. */
  readonly storeEvtchn: number;
  /** Unused. */
  readonly storeEvtchnPad: number;
  /** Frame of the console ring. */
  readonly consoleMfn: bigint;
  /** Event channel of that ring. */
  readonly consoleEvtchn: number;
  /** Unused. */
  readonly consoleEvtchnPad: number;
  /** Linear address of the page directory at start. */
  readonly ptBase: bigint;
  /** Frames of page tables at start. */
  readonly nrPtFrames: bigint;
  /** Linear address of the frame list at start. */
  readonly mfnList: bigint;
  /** Linear address of the first module. */
  readonly modStart: bigint;
  /** Octets of that module. */
  readonly modLen: bigint;
  /** Command line of the kernel. */
  readonly cmdLine: string;
  /** First frame of the table at start. */
  readonly firstP2mPfn: bigint;
  /** Number of those frames. */
  readonly nrP2mFrames: bigint;
}

register(parsers.StartInfoX8664, {
  fields: [
    { id: "magic", name: "magic", kind: "scalar" },
    { id: "nr_pages", name: "nrPages", kind: "u64" },
    { id: "shared_info", name: "sharedInfo", kind: "u64" },
    { id: "flags", name: "flags", kind: "scalar" },
    { id: "flags_pad", name: "flagsPad", kind: "scalar" },
    { id: "store_mfn", name: "storeMfn", kind: "u64" },
    { id: "store_evtchn", name: "storeEvtchn", kind: "scalar" },
    { id: "store_evtchn_pad", name: "storeEvtchnPad", kind: "scalar" },
    { id: "console_mfn", name: "consoleMfn", kind: "u64" },
    { id: "console_evtchn", name: "consoleEvtchn", kind: "scalar" },
    { id: "console_evtchn_pad", name: "consoleEvtchnPad", kind: "scalar" },
    { id: "pt_base", name: "ptBase", kind: "u64" },
    { id: "nr_pt_frames", name: "nrPtFrames", kind: "u64" },
    { id: "mfn_list", name: "mfnList", kind: "u64" },
    { id: "mod_start", name: "modStart", kind: "u64" },
    { id: "mod_len", name: "modLen", kind: "u64" },
    { id: "cmd_line", name: "cmdLine", kind: "scalar" },
    { id: "first_p2m_pfn", name: "firstP2mPfn", kind: "u64" },
    { id: "nr_p2m_frames", name: "nrP2mFrames", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a StartInfoX8664 from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseStartInfoX8664(octets: Uint8Array): StartInfoX8664 {
  return parse(parsers.StartInfoX8664, octets, []);
}

/** Like parseStartInfoX8664, but throws nothing and tells the place of every field that could be read. */
export function locateStartInfoX8664(octets: Uint8Array): Located<StartInfoX8664> {
  return locate(parsers.StartInfoX8664, octets, []);
}
