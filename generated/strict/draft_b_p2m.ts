// Generated from schemas/draft_b_p2m.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/DraftBP2m";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/**
 * A part of the domain's table from page frames to the machine frames that held
 * them on the host it was saved on.
 */
export interface DraftBP2m {
  /** The first page frame of this part. */
  readonly pfnBegin: bigint;
  /** One more than the last page frame of this part; at most 2^32. */
  readonly pfnEnd: bigint;
  /** The machine frame of each, or all ones where it has none. */
  readonly mfns: readonly bigint[];
}

register(parsers.DraftBP2m, {
  fields: [
    { id: "pfn_begin", name: "pfnBegin", kind: "u64" },
    { id: "pfn_end", name: "pfnEnd", kind: "u64" },
    { id: "mfns", name: "mfns", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of DraftBP2m must be told. */
export interface DraftBP2mParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a DraftBP2m from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseDraftBP2m(octets: Uint8Array, params: DraftBP2mParams): DraftBP2m {
  return parse(parsers.DraftBP2m, octets, [params.isBe]);
}

/** Like parseDraftBP2m, but throws nothing and tells the place of every field that could be read. */
export function locateDraftBP2m(octets: Uint8Array, params: DraftBP2mParams): Located<DraftBP2m> {
  return locate(parsers.DraftBP2m, octets, [params.isBe]);
}
