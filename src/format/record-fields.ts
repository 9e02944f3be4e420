/** Bodies of records as named fields, and back (CONTRACT 5); shown as fields only where these give the same octets again. */

import { blobOf, blobSegments, hexText, parseHex } from "./blobs.ts";
import { draftBCodecs } from "./draft-b-fields.ts";
import type { CodecEdition } from "./edition.ts";
import type { FieldCodec, Segments } from "./field-codec.ts";
import { FieldError } from "./field-error.ts";
import { imageCodecs } from "./image-fields.ts";
import { libxlCodecs } from "./libxl-fields.ts";
import { hex, sameOctets } from "./octets.ts";
import type { BlobSink, BlobSource, StreamRecord } from "./stream-document.ts";

/** Which layer a record belongs to. */
export type Layer = "image" | "libxl";

function codecOf(layer: Layer, type: number, edition: CodecEdition): FieldCodec | undefined {
  if (layer === "libxl") return libxlCodecs.get(type);
  return (edition === "draft-b" ? draftBCodecs : imageCodecs).get(type);
}

/** A body as a record of a document: by fields where they say all of it, else as octets. */
export function showBody(
  layer: Layer,
  type: number,
  body: Uint8Array,
  isBe: boolean,
  sink: BlobSink,
  edition: CodecEdition,
): StreamRecord {
  const codec = codecOf(layer, type, edition);
  const shown = codec !== undefined && saysAll(codec, body, isBe) ? codec.show(body, isBe, sink) : undefined;
  if (shown === undefined) return { type, body: blobOf(body, sink) };
  const isZero = shown.reserved?.every((octet) => octet === 0) ?? true;
  return { type, fields: shown.fields, ...(isZero ? {} : { reserved: hexText(shown.reserved as Uint8Array) }) };
}

/** Whether the fields of a body give the same octets again. Blobs are kept in memory meanwhile. */
function saysAll(codec: FieldCodec, body: Uint8Array, isBe: boolean): boolean {
  const blobs: Uint8Array[] = [];
  const memory: BlobSink & BlobSource = {
    put: (octets) => ({ len: octets.length, sha256: String(blobs.push(octets) - 1) }),
    get: (name) => blobs[Number(name)] as Uint8Array,
  };
  const shown = codec.show(body, isBe, memory);
  if (shown === undefined) return false;
  let at = 0;
  const same = codec.write(shown.fields, shown.reserved ?? new Uint8Array(0), isBe, memory).every((segment) => {
    const there = body.subarray(at, at + segment.length);
    at += segment.length;
    return sameOctets(segment, there);
  });
  return same && at === body.length;
}

/** The octets of a record's body. Throws FieldError where the fields cannot be written. */
export function bodySegments(
  layer: Layer,
  record: StreamRecord,
  isBe: boolean,
  source: BlobSource,
  edition: CodecEdition,
): Segments {
  if (record.body !== undefined) return [...blobSegments(record.body, source)];
  const codec = codecOf(layer, record.type, edition);
  if (record.fields === undefined) return [];
  if (codec === undefined)
    throw new FieldError("fields", `fields of type ${hex(record.type)}`, "a body, as the type has no named fields");
  return codec.write(record.fields, parseHex(record.reserved ?? ""), isBe, source);
}
