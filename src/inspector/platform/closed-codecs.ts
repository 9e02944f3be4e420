/** A browser unpacks only what comes as a stream, and a decoder cannot wait: frames of compressed pages stay closed here. */

import { CodecMissingError } from "../../codecs/codec-error.ts";

const closed = (codec: string) => (): never => {
  throw new CodecMissingError(codec, "none for browsers");
};

export const gzip = closed("gzip");
export const gunzip = closed("gzip");
export const lz4Compress = closed("lz4");
export const lz4Decompress = closed("lz4");
export const zstdCompress = closed("zstd");
export const zstdDecompress = closed("zstd");
