// Generated from schemas/legacy_hvm_tail.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/LegacyHvmTail";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./hvm_context.ts";
import { type HvmContext } from "./hvm_context.ts";

/** What follows the last chunk of a body, up to the emulator's record. */
export interface LegacyHvmTail {
  /** Frame of I/O requests; parameter 5. */
  readonly ioreqPfn: bigint;
  /** Frame of buffered I/O requests; parameter 6. */
  readonly bufioreqPfn: bigint;
  /** Frame of the xenstore ring; parameter 1. */
  readonly storePfn: bigint;
  /** Octets of the context. */
  readonly contextLength: number;
  /** The hypervisor's chain (9.1). */
  readonly context: HvmContext;
}

register(parsers.LegacyHvmTail, {
  fields: [
    { id: "ioreq_pfn", name: "ioreqPfn", kind: "u64" },
    { id: "bufioreq_pfn", name: "bufioreqPfn", kind: "u64" },
    { id: "store_pfn", name: "storePfn", kind: "u64" },
    { id: "context_length", name: "contextLength", kind: "scalar" },
    { id: "context", name: "context", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** Reads a LegacyHvmTail from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLegacyHvmTail(octets: Uint8Array): LegacyHvmTail {
  return parse(parsers.LegacyHvmTail, octets, []);
}

/** Like parseLegacyHvmTail, but throws nothing and tells the place of every field that could be read. */
export function locateLegacyHvmTail(octets: Uint8Array): Located<LegacyHvmTail> {
  return locate(parsers.LegacyHvmTail, octets, []);
}
