/** Octets in and out of stream documents. */

import { firstNonZero } from "./octets.ts";
import { BLOB_INLINE, type Blob, type BlobSink, type BlobSource } from "./stream-document.ts";

/** Octets as a document holds them: zeros by number, few octets in hexadecimal, the rest in the sink. */
export function blobOf(octets: Uint8Array, sink: BlobSink): Blob {
  if (octets.length > 0 && firstNonZero(octets) === -1) return { zero: octets.length };
  if (octets.length <= BLOB_INLINE) return { hex: hexText(octets) };
  const { len, sha256 } = sink.put(octets);
  return { len, sha256 };
}

/** The length of a blob in octets. */
export function blobLength(blob: Blob): number {
  if ("zero" in blob) return blob.zero;
  return "hex" in blob ? parseHex(blob.hex).length : blob.len;
}

const ZEROS = new Uint8Array(1 << 20);

/** The octets of a blob, in segments that are not to be changed. */
export function* blobSegments(blob: Blob, source: BlobSource): Generator<Uint8Array, void, void> {
  if ("hex" in blob) yield parseHex(blob.hex);
  else if ("len" in blob) yield source.get(blob.sha256, blob.len);
  else
    for (let left = blob.zero; left > 0; left -= Math.min(left, ZEROS.length))
      yield ZEROS.subarray(0, Math.min(left, ZEROS.length));
}

/** Octets of the HEX of the contract without repeats and integers: pairs, blanks ignored. The schema has checked the text. */
export function parseHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/[0-9a-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Lower-case octet pairs without blanks. */
export function hexText(octets: Uint8Array): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join("");
}
