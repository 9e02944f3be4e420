/** DEFLATE (RFC 1951) as the platform has it. In a browser another module stands in for this one. */

import { constants, gzipSync, inflateRawSync } from "node:zlib";

/** One gzip member that holds `octets`; level 1, which is the fastest. */
export function gzipMember(octets: Uint8Array): Uint8Array {
  return gzipSync(octets, { level: constants.Z_BEST_SPEED });
}

/**
 * What `deflated` holds, and how many octets of it that took; undefined where that is more than `limit` octets. Throws an Error where it is
 * unsound.
 */
export function inflateRaw(deflated: Uint8Array, limit: number): { octets: Uint8Array; used: number } | undefined {
  try {
    const { buffer, engine } = inflateRawSync(deflated, {
      maxOutputLength: Math.max(limit, 1),
      info: true,
    }) as unknown as { buffer: Uint8Array; engine: { bytesWritten: number } };
    return { octets: buffer, used: engine.bytesWritten };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return undefined;
    throw error;
  }
}
