// Generated from schemas/checkpoint_dirty_pfn_list.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/CheckpointDirtyPfnList";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/**
 * Pages that a COLO secondary has written since the last checkpoint. Sent from the
 * secondary to the primary, on the back channel only.
 */
export interface CheckpointDirtyPfnList {
  /** Page frame numbers, up to the end of the body. */
  readonly pfns: readonly bigint[];
}

register(parsers.CheckpointDirtyPfnList, {
  fields: [
    { id: "pfns", name: "pfns", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of CheckpointDirtyPfnList must be told. */
export interface CheckpointDirtyPfnListParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a CheckpointDirtyPfnList from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseCheckpointDirtyPfnList(octets: Uint8Array, params: CheckpointDirtyPfnListParams): CheckpointDirtyPfnList {
  return parse(parsers.CheckpointDirtyPfnList, octets, [params.isBe]);
}

/** Like parseCheckpointDirtyPfnList, but throws nothing and tells the place of every field that could be read. */
export function locateCheckpointDirtyPfnList(octets: Uint8Array, params: CheckpointDirtyPfnListParams): Located<CheckpointDirtyPfnList> {
  return locate(parsers.CheckpointDirtyPfnList, octets, [params.isBe]);
}
