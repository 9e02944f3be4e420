/** Codec 3: one zstd frame of RFC 8878. */

import { CodecError } from "./codec-error.ts";
import { checkZstdFrame } from "./zstd-frame.ts";
import { zstdLibrary } from "./zstd-library.ts";

/** One zstd frame that holds `octets`. Throws CodecMissingError. */
export function zstdCompress(octets: Uint8Array): Uint8Array {
  return zstdLibrary().compress(octets);
}

/** The `length` octets that a frame holds. Throws CodecError where it is not sound, asks for too much, or holds more or fewer; CodecMissingError. */
export function zstdDecompress(frame: Uint8Array, length: number): Uint8Array {
  checkZstdFrame(frame, length);
  const library = zstdLibrary();
  let octets: Uint8Array;
  try {
    octets = library.decompress(frame, length);
  } catch (error) {
    throw new CodecError(
      0,
      `contents that are unsound, or more than ${length} octets (${(error as Error).message})`,
      "sound ones",
    );
  }
  if (octets.length !== length) throw new CodecError(0, `${octets.length} octets of contents`, String(length));
  return octets;
}
