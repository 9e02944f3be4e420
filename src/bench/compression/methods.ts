/** The ways to save memory that are compared. */

import type { CodecName } from "../../codecs/page-codecs.ts";

/** One way. `zeros: "left-out"` says of pages of zeros that they are such, and sends none of their octets. */
export type Method = {
  readonly id: string;
  readonly label: string;
  /** PAGE_DATA, or PAGE_DATA_COMPRESSED with a frame for each page or for a batch. */
  readonly pages: "plain" | "frame-per-page" | "frame-per-batch";
  readonly codec?: Exclude<CodecName, "word-delta">;
  /** A program that the whole image goes through. */
  readonly outside?: readonly [program: "gzip" | "zstd", level: number];
  /** Numbers of the sums of spec 18.1; 0 is none. */
  readonly recordCheck?: number;
  readonly imageDigest?: number;
  readonly bigEndian?: boolean;
  /** Pages in a record. */
  readonly batch?: number;
};

const codecs = ["lz4", "zstd", "gzip"] as const;

/** Sizes and times of an image as a whole. */
export const compressionMethods: readonly Method[] = [
  { id: "plain", label: "uncompressed", pages: "plain" },
  { id: "zeros", label: "zero pages left out", pages: "frame-per-batch", codec: "none" },
  ...codecs.map(
    (codec): Method => ({ id: `page-${codec}`, label: `${codec}, per page`, pages: "frame-per-page", codec }),
  ),
  ...codecs.map(
    (codec): Method => ({ id: `batch-${codec}`, label: `${codec}, per batch`, pages: "frame-per-batch", codec }),
  ),
  ...(
    [
      ["zstd", 1],
      ["zstd", 3],
      ["gzip", 1],
      ["gzip", 6],
    ] as const
  ).map(
    (outside): Method => ({
      id: `outside-${outside.join("-")}`,
      label: `${outside[0]} -${outside[1]}, whole image`,
      pages: "plain",
      outside,
    }),
  ),
];

const CHECKS = [
  ["CRC-32", 3],
  ["CRC-32C", 5],
  ["SHA-256", 6],
] as const;

/** Sums over records, over the image, over both. */
export const checkMethods: readonly Method[] = [
  { id: "no-check", label: "no checksum", pages: "plain" },
  ...CHECKS.flatMap(([name, number]): Method[] => [
    { id: `record-${number}`, label: `${name}, per record`, pages: "plain", recordCheck: number },
    { id: `image-${number}`, label: `${name}, per image`, pages: "plain", imageDigest: number },
    { id: `both-${number}`, label: `${name}, both`, pages: "plain", recordCheck: number, imageDigest: number },
  ]),
];

/** The same image in both byte orders, in batches and page by page. */
export const orderMethods: readonly Method[] = [1024, 1].flatMap((batch) =>
  [false, true].map(
    (bigEndian): Method => ({
      id: `${bigEndian ? "big" : "little"}-${batch}`,
      label: `${bigEndian ? "big" : "little"}-endian, ${batch === 1 ? "1 page" : `${batch} pages`} a record`,
      pages: "plain",
      bigEndian,
      batch,
    }),
  ),
);

/** All of them. */
export const methods: readonly Method[] = [...compressionMethods, ...checkMethods, ...orderMethods];
