// Generated from schemas/libxl_checkpoint_state.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/LibxlCheckpointState";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Names of libxl_checkpoint_state::control; a number without a name stays a number. */
export type LibxlCheckpointStateControl = "new_checkpoint" | "svm_suspended" | "svm_ready" | "svm_resumed";

/** Number to name, libxl_checkpoint_state::control. */
export const libxlCheckpointStateControlNames: Readonly<Record<number, LibxlCheckpointStateControl>> = {
  0x0: "new_checkpoint",
  0x1: "svm_suspended",
  0x2: "svm_ready",
  0x3: "svm_resumed",
};

/**
 * A message between the two hosts of a COLO pair. Stock writers send four octets;
 * the older text of the format shows eight.
 */
export interface LibxlCheckpointState {
  /** The message. */
  readonly controlId: LibxlCheckpointStateControl | number;
  /** Zero, where it is sent. */
  readonly reserved?: number;
}

register(parsers.LibxlCheckpointState, {
  fields: [
    { id: "control_id", name: "controlId", kind: "scalar", enum: libxlCheckpointStateControlNames, wanted: "a value of control", req: ["LXL-048"] },
    { id: "reserved", name: "reserved", kind: "scalar", wanted: "0", req: ["LXL-048"] },
    { id: "body_end", name: "bodyEnd", kind: "scalar", wanted: "no octet after this", req: ["LXL-048"], check: true },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of LibxlCheckpointState must be told. */
export interface LibxlCheckpointStateParams {
  /** Byte order of the libxl stream. */
  readonly isBe: boolean;
}

/** Reads a LibxlCheckpointState from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseLibxlCheckpointState(octets: Uint8Array, params: LibxlCheckpointStateParams): LibxlCheckpointState {
  return parse(parsers.LibxlCheckpointState, octets, [params.isBe]);
}

/** Like parseLibxlCheckpointState, but throws nothing and tells the place of every field that could be read. */
export function locateLibxlCheckpointState(octets: Uint8Array, params: LibxlCheckpointStateParams): Located<LibxlCheckpointState> {
  return locate(parsers.LibxlCheckpointState, octets, [params.isBe]);
}
