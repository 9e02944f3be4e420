// Generated from schemas/colo_back_channel.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/ColoBackChannel";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./checkpoint_dirty_pfn_list.ts";
import "./libxl_checkpoint_state.ts";
import { type CheckpointDirtyPfnList } from "./checkpoint_dirty_pfn_list.ts";
import { type LibxlCheckpointState } from "./libxl_checkpoint_state.ts";

/** Names of colo_back_channel::record_type; a number without a name stays a number. */
export type ColoBackChannelRecordType = "checkpoint_state" | "checkpoint_dirty_pfn_list";

/** Number to name, colo_back_channel::record_type. */
export const coloBackChannelRecordTypeNames: Readonly<Record<number, ColoBackChannelRecordType>> = {
  0x5: "checkpoint_state",
  0xf: "checkpoint_dirty_pfn_list",
};

/**
 * What the secondary of a COLO pair sends back to its primary: records without
 * any header before them, of two types, one of which is libxl's and the other
 * libxc's. Their numbers happen to differ.
 *
 * Xen 4.18 and newer write the list of pages with eight octets too many in its
 * record header; such a channel cannot be read by this description.
 */
export interface ColoBackChannel {
  /** The records, until the channel breaks. */
  readonly records: readonly ColoBackChannelRecord[];
}

register(parsers.ColoBackChannel, {
  fields: [
    { id: "records", name: "records", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of ColoBackChannel must be told. */
export interface ColoBackChannelParams {
  /** Byte order of the streams that the channel answers. */
  readonly isBe: boolean;
}

/** Reads a ColoBackChannel from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseColoBackChannel(octets: Uint8Array, params: ColoBackChannelParams): ColoBackChannel {
  return parse(parsers.ColoBackChannel, octets, [params.isBe]);
}

/** Like parseColoBackChannel, but throws nothing and tells the place of every field that could be read. */
export function locateColoBackChannel(octets: Uint8Array, params: ColoBackChannelParams): Located<ColoBackChannel> {
  return locate(parsers.ColoBackChannel, octets, [params.isBe]);
}

/** A record: header, body and padding. */
export interface ColoBackChannelRecord {
  /** What the body holds. */
  readonly type: ColoBackChannelRecordType | number;
  /** Octets of the body, padding not counted. */
  readonly bodyLength: number;
  /** What the type says; octets where it is not known. */
  readonly body: LibxlCheckpointState | CheckpointDirtyPfnList | Uint8Array;
  /** Octets up to a multiple of eight, written as zero. */
  readonly padding: Uint8Array;
}

register(parsers.ColoBackChannel.Record, {
  fields: [
    { id: "type", name: "type", kind: "scalar", enum: coloBackChannelRecordTypeNames, wanted: "a value of record_type", req: ["CKPT-019"] },
    { id: "body_length", name: "bodyLength", kind: "scalar" },
    { id: "body", name: "body", kind: "struct" },
    { id: "padding", name: "padding", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of ColoBackChannelRecord must be told. */
export interface ColoBackChannelRecordParams {
  /** Byte order of the channel. */
  readonly isBe: boolean;
}

/** Reads a ColoBackChannelRecord from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseColoBackChannelRecord(octets: Uint8Array, params: ColoBackChannelRecordParams): ColoBackChannelRecord {
  return parse(parsers.ColoBackChannel.Record, octets, [!params.isBe, params.isBe]);
}

/** Like parseColoBackChannelRecord, but throws nothing and tells the place of every field that could be read. */
export function locateColoBackChannelRecord(octets: Uint8Array, params: ColoBackChannelRecordParams): Located<ColoBackChannelRecord> {
  return locate(parsers.ColoBackChannel.Record, octets, [!params.isBe, params.isBe]);
}
