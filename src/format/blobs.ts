/** Octets in and out of stream documents. */

import { FieldError } from "./field-error.ts";
import { isZero } from "./octets.ts";
import { BLOB_INLINE, type Blob, type BlobSink, type BlobSource } from "./stream-document.ts";

/** Octets as a document holds them: zeros by number, few octets in hexadecimal, the rest in the sink. */
export function blobOf(octets: Uint8Array, sink: BlobSink): Blob {
  if (octets.length > 0 && isZero(octets)) return { zero: octets.length };
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

/** What documents hold most: pairs and nothing else. */
const PAIRS = /^(?:[0-9a-f]{2})*$/i;

/** The value of the hexadecimal digit at a place of a text. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 0x3a ? code - 0x30 : (code & 0xf) + 9;
}

const HEX_TOKEN =
  /\s*(?:(le|be)(16|32|64):(0x[0-9a-f]+|[0-9]+)(?=\s|$)|([0-9a-f])\s*([0-9a-f])(?:\s*\*\s*([0-9]+)(?=\s|$))?)\s*/iy;

/**
 * Octets of a HEX of the contract: pairs, `00*5`, integers such as `le32:7`; blanks ignored. At most BLOB_INLINE octets, however few
 * characters stand for them. Throws FieldError.
 */
export function parseHex(text: string): Uint8Array {
  if (text.length <= 2 * BLOB_INLINE && PAIRS.test(text)) {
    const octets = new Uint8Array(text.length / 2);
    for (let i = 0; i < octets.length; i++) octets[i] = (digitAt(text, 2 * i) << 4) | digitAt(text, 2 * i + 1);
    return octets;
  }
  const octets: number[] = [];
  HEX_TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; at = HEX_TOKEN.lastIndex) {
    const token = HEX_TOKEN.exec(text);
    if (token === null)
      throw new FieldError(
        "hex",
        `"${text.slice(at, at + 16)}" at column ${at + 1}`,
        "octet pairs, 00*N or an integer",
      );
    const [, order, bits, value, high, low, times = "1"] = token;
    if (order !== undefined)
      octets.push(...integerOctets(order.toLowerCase() === "le", Number(bits) / 8, value as string));
    else if (octets.length + Number(times) > BLOB_INLINE)
      throw new FieldError("hex", "more octets", `at most ${BLOB_INLINE}`);
    else for (let i = 0; i < Number(times); i++) octets.push(Number.parseInt(`${high}${low}`, 16));
  }
  if (octets.length > BLOB_INLINE) throw new FieldError("hex", `${octets.length} octets`, `at most ${BLOB_INLINE}`);
  return Uint8Array.from(octets);
}

function integerOctets(little: boolean, size: number, value: string): number[] {
  const integer = BigInt(value);
  if (integer >> BigInt(8 * size) !== 0n) throw new FieldError("hex", value, `an integer of ${size} octets`);
  const octets = Array.from({ length: size }, (_, octet) => Number((integer >> BigInt(8 * octet)) & 0xffn));
  return little ? octets : octets.reverse();
}

/** Lower-case octet pairs without blanks. */
export function hexText(octets: Uint8Array): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join("");
}
