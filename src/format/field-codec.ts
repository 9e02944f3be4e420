/**
 * What bodies as named fields have in common (CONTRACT 5). A codec is the pair of a reader, which gives undefined for a body that has no such
 * form, and a writer.
 */

import { FieldError } from "./field-error.ts";
import type { BlobSink, BlobSource, RecordFields } from "./stream-document.ts";

/** A body in segments, none of them to be changed. */
export type Segments = readonly Uint8Array[];

/** A body as fields, and the reserved octets of its fixed part. */
export type Shown = { readonly fields: RecordFields; readonly reserved?: Uint8Array };

/** The two directions of one record type. */
export type FieldCodec = {
  readonly show: (body: Uint8Array, isBe: boolean, sink: BlobSink) => Shown | undefined;
  readonly write: (fields: RecordFields, reserved: Uint8Array, isBe: boolean, source: BlobSource) => Segments;
};

/** Grows octets from integers in one byte order. */
export function writer(isBe: boolean) {
  const parts: Uint8Array[] = [];
  const put = (size: number, set: (view: DataView) => void) => {
    const octets = new Uint8Array(size);
    set(new DataView(octets.buffer));
    parts.push(octets);
  };
  return {
    u8: (value: number) => put(1, (view) => view.setUint8(0, value)),
    u16: (value: number) => put(2, (view) => view.setUint16(0, value, !isBe)),
    u32: (value: number) => put(4, (view) => view.setUint32(0, value, !isBe)),
    u64: (value: bigint | string) => put(8, (view) => view.setBigUint64(0, BigInt(value), !isBe)),
    octets: (octets: Uint8Array) => void parts.push(octets),
    parts,
  };
}

/** A field that is a list; the schema of documents has checked its items. */
export function list<Item>(value: unknown): readonly Item[] {
  return value as readonly Item[];
}

/** `reserved` as the document gave it, filled up or cut to `length` octets. */
export function reservedOctets(reserved: Uint8Array, length: number): Uint8Array {
  if (reserved.length !== 0 && reserved.length !== length)
    throw new FieldError("reserved", `${reserved.length} octets`, String(length));
  return reserved.length === 0 ? new Uint8Array(length) : reserved;
}
