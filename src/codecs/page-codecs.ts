/** The codecs of PAGE_DATA_COMPRESSED by number and name (spec 19.2). Word-delta needs what pages held before: see word-delta.ts. */

import { CodecError } from "./codec-error.ts";
import { gunzip, gzip } from "./gzip.ts";
import { lz4Compress, lz4Decompress } from "./lz4.ts";
import { zstdCompress, zstdDecompress } from "./zstd.ts";

/** A codec whose frames stand for themselves. Both throw CodecMissingError where a library is not installed. */
export type PageCodec = {
  readonly compress: (octets: Uint8Array) => Uint8Array;
  /** Exactly `length` octets, a view on the frame or an array of their own. Throws CodecError. */
  readonly decompress: (frame: Uint8Array, length: number) => Uint8Array;
};

/** The numbers of codecs. */
export const CODEC = { none: 0, "word-delta": 1, gzip: 2, zstd: 3, lz4: 4 } as const;

export type CodecName = keyof typeof CODEC;

const none: PageCodec = {
  compress: (octets) => octets,
  decompress(frame, length) {
    if (frame.length !== length) throw new CodecError(0, `${frame.length} octets`, String(length));
    return frame;
  },
};

const PAGE_CODECS: ReadonlyMap<number, PageCodec> = new Map([
  [CODEC.none, none],
  [CODEC.gzip, { compress: gzip, decompress: gunzip }],
  [CODEC.zstd, { compress: zstdCompress, decompress: zstdDecompress }],
  [CODEC.lz4, { compress: lz4Compress, decompress: lz4Decompress }],
]);

/** The codec of a number; undefined for word-delta and for numbers that are not given out. */
export function pageCodec(number: number): PageCodec | undefined {
  return PAGE_CODECS.get(number);
}

/** The name of a codec's number; undefined where it is not given out. */
export function codecName(number: number): CodecName | undefined {
  return (Object.keys(CODEC) as CodecName[]).find((name) => CODEC[name] === number);
}

/** Whether what a codec needs is installed here. */
export function isInstalled(name: CodecName): boolean {
  try {
    PAGE_CODECS.get(CODEC[name])?.compress(new Uint8Array(1));
    return true;
  } catch {
    return false;
  }
}
