// Generated from schemas/start_info_x86_32.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/StartInfoX8632";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/**
 * The start-of-day page of a 32-bit PV guest, 1112 octets. It is no record: it lies in
 * the guest's memory, in the page that the edx register of vCPU 0 names, and the
 * restorer rewrites the frame numbers and event channels in it.
 */
export interface StartInfoX8632 {
  /** Interface version and width, as in "xen-3.0-x86_32p". */
  readonly magic: string;
  /** Pages of the guest. */
  readonly nrPages: number;
  /** Machine address of the shared page. */
  readonly sharedInfo: number;
  /** Privileges of the domain. */
  readonly flags: number;
  /** Frame of the ring to xenstore. */
  readonly storeMfn: number;
  /** Event channel of that ring. */
  readonly storeEvtchn: number;
  /** Frame of the console ring. */
  readonly consoleMfn: number;
  /** Event channel of that ring. */
  readonly consoleEvtchn: number;
  /** Linear address of the page directory at start. */
  readonly ptBase: number;
  /** Frames of page tables at start. */
  readonly nrPtFrames: number;
  /** Linear address of the frame list at start. */
  readonly mfnList: number;
  /** Linear address of the first module. */
  readonly modStart: number;
  /** Octets of that module. */
  readonly modLen: number;
  /** Command line of the kernel. */
  readonly cmdLine: string;
  /** First frame of the table at start. */
  readonly firstP2mPfn: number;
  /** Number of those frames. */
  readonly nrP2mFrames: number;
}

register(parsers.StartInfoX8632, {
  fields: [
    { id: "magic", name: "magic", kind: "scalar" },
    { id: "nr_pages", name: "nrPages", kind: "scalar" },
    { id: "shared_info", name: "sharedInfo", kind: "scalar" },
    { id: "flags", name: "flags", kind: "scalar" },
    { id: "store_mfn", name: "storeMfn", kind: "scalar" },
    { id: "store_evtchn", name: "storeEvtchn", kind: "scalar" },
    { id: "console_mfn", name: "consoleMfn", kind: "scalar" },
    { id: "console_evtchn", name: "consoleEvtchn", kind: "scalar" },
    { id: "pt_base", name: "ptBase", kind: "scalar" },
    { id: "nr_pt_frames", name: "nrPtFrames", kind: "scalar" },
    { id: "mfn_list", name: "mfnList", kind: "scalar" },
    { id: "mod_start", name: "modStart", kind: "scalar" },
    { id: "mod_len", name: "modLen", kind: "scalar" },
    { id: "cmd_line", name: "cmdLine", kind: "scalar" },
    { id: "first_p2m_pfn", name: "firstP2mPfn", kind: "scalar" },
    { id: "nr_p2m_frames", name: "nrP2mFrames", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a StartInfoX8632 from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseStartInfoX8632(octets: Uint8Array): StartInfoX8632 {
  return parse(parsers.StartInfoX8632, octets, []);
}

/** Like parseStartInfoX8632, but throws nothing and tells the place of every field that could be read. */
export function locateStartInfoX8632(octets: Uint8Array): Located<StartInfoX8632> {
  return locate(parsers.StartInfoX8632, octets, []);
}
