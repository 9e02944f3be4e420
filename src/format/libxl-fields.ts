/** Bodies of libxl records as named fields, by type; the names are those of the .ksy. */

import { blobOf, blobSegments } from "./blobs.ts";
import { type FieldCodec, list, writer } from "./field-codec.ts";
import { fields as integers } from "./octets.ts";
import type { Blob } from "./stream-document.ts";
import { LIBXL } from "./vocabulary.ts";

type XenstoreEntry = { readonly key: string; readonly value: string };

const emulatorXenstore: FieldCodec = {
  show(body, isBe) {
    if (body.length < 8) return undefined;
    const { u32 } = integers(body, isBe);
    const strings = new TextDecoder().decode(body.subarray(8)).split("\0").slice(0, -1);
    const entries = Array.from({ length: Math.floor(strings.length / 2) }, (_, pair) => ({
      key: strings[2 * pair],
      value: strings[2 * pair + 1],
    }));
    return { fields: { emulator_id: u32(0), index: u32(4), entries } };
  },
  write({ emulator_id, index, entries }, _, isBe) {
    const out = writer(isBe);
    out.u32(emulator_id as number);
    out.u32(index as number);
    for (const { key, value } of list<XenstoreEntry>(entries))
      out.octets(new TextEncoder().encode(`${key}\0${value}\0`));
    return out.parts;
  },
};

const emulatorContext: FieldCodec = {
  show(body, isBe, sink) {
    if (body.length < 8) return undefined;
    const { u32 } = integers(body, isBe);
    return { fields: { emulator_id: u32(0), index: u32(4), state: blobOf(body.subarray(8), sink) } };
  },
  write({ emulator_id, index, state }, _, isBe, source) {
    const out = writer(isBe);
    out.u32(emulator_id as number);
    out.u32(index as number);
    return [...out.parts, ...blobSegments(state as Blob, source)];
  },
};

const checkpointState: FieldCodec = {
  show: (body, isBe) => (body.length === 4 ? { fields: { control_id: integers(body, isBe).u32(0) } } : undefined),
  write({ control_id }, _, isBe) {
    const out = writer(isBe);
    out.u32(control_id as number);
    return out.parts;
  },
};

/** The record types of a libxl stream that have fields. */
export const libxlCodecs: ReadonlyMap<number, FieldCodec> = new Map([
  [LIBXL.EMULATOR_XENSTORE_DATA, emulatorXenstore],
  [LIBXL.EMULATOR_CONTEXT, emulatorContext],
  [LIBXL.CHECKPOINT_STATE, checkpointState],
]);
