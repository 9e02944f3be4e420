/** DEFLATE where there is no Node: stands in for src/codecs/deflate.ts in the bundle. What a browser has itself takes only streams. */

import { Z_FINISH, Z_STREAM_END, ZStream, zlibInflate, zlibInflateInit2 } from "pako";
import { CodecMissingError } from "../../codecs/codec-error.ts";

/** A window of 32 KiB, and no header or trailer. */
const RAW = -15;

/** Nothing is written in a browser. Throws CodecMissingError. */
export function gzipMember(): never {
  throw new CodecMissingError("gzip", "to write it");
}

/** What `deflated` holds, and how many octets that took; undefined where that is more than `limit` octets. Throws where it is unsound. */
export function inflateRaw(deflated: Uint8Array, limit: number): { octets: Uint8Array; used: number } | undefined {
  const stream = new ZStream();
  zlibInflateInit2(stream, RAW);
  stream.input = deflated;
  stream.avail_in = deflated.length;
  // One octet more shows that there are more.
  stream.output = new Uint8Array(limit + 1);
  stream.avail_out = limit + 1;
  const status = zlibInflate(stream, Z_FINISH);
  if (stream.avail_out === 0) return undefined;
  if (status !== Z_STREAM_END) throw new Error(stream.msg || "the octets end within");
  return { octets: stream.output.subarray(0, stream.next_out), used: stream.next_in };
}
