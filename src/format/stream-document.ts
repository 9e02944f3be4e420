/** What a Writer is told to write, octet for octet (CONTRACT 5, schemas/stream.schema.json). */

import type { Edition } from "./edition.ts";
import type { Bulk, Hex } from "./state.ts";

/** Octets: kept beside the document under their SHA-256, written out (up to 4096 of them), or so many zeros. */
export type Blob = Bulk | { readonly hex: string } | { readonly zero: number };

/** Named fields of a record; names are those of the .ksy. */
export type RecordFields = Readonly<Record<string, unknown>>;

/** One record. `reserved`, `pad` and what comes after it only where they are not zero. */
export type StreamRecord = {
  readonly type: number;
  readonly fields?: RecordFields;
  readonly body?: Blob;
  readonly reserved?: string;
  readonly pad?: string;
  /** Of a head of 16 octets: its options and its last six octets; and the last four of a footer. */
  readonly options?: number;
  readonly headReserved?: string;
  readonly footReserved?: string;
};

/** Records that the libxl layer writes between two rounds of a checkpointed image. */
export type HandOver = { readonly libxl: readonly StreamRecord[] };

/** A part of a suspend image of xenopsd, and its contents. */
export type StreamPart = { readonly type: number; readonly data: Blob };

export type StreamDocument = {
  readonly dsi: "stream/1";
  readonly edition: Edition;
  readonly endian: "little" | "big";
  readonly xl?: { readonly mandatory: number; readonly optional: number; readonly data: Blob };
  /** `before` holds LIBXC_CONTEXT, `after` the END of the layer. */
  readonly libxl?: {
    readonly options: number;
    readonly before: readonly StreamRecord[];
    readonly after: readonly StreamRecord[];
  };
  readonly libvirt?: { readonly xml: Blob; readonly reserved?: string };
  /** The parts of a suspend image around Libxc; that and End_of_image are the Writer's own. */
  readonly xenopsd?: { readonly before: readonly StreamPart[]; readonly after: readonly StreamPart[] };
  readonly image: {
    readonly version: number;
    readonly options: number;
    readonly reserved?: string;
    /** What version 4 appends to the header; zero where left out. */
    readonly incompat?: number;
    readonly compat?: number;
    readonly recordCheck?: number;
    readonly imageDigest?: number;
  };
  readonly domain: {
    /** Only in a header of 8 octets: 1 where left out. */
    readonly arch?: number;
    readonly type: number;
    readonly pageShift: number;
    readonly reserved?: number;
    readonly xenMajor: number;
    readonly xenMinor: number;
  };
  readonly records: readonly (StreamRecord | HandOver)[];
};

/** PAGE_DATA as fields: runs of entries [first pfn, count, type], and the pages in one blob. */
export type PageDataFields = { readonly pfns: readonly (readonly [Hex, number, number])[]; readonly pages: Blob };

/** Where big blobs go while a document is made; asked for octets of more than BLOB_INLINE. */
export type BlobSink = { put(octets: Uint8Array): Bulk };

/** Where the blobs that a document names come from; throws where it has none of that digest. */
export type BlobSource = { get(sha256: string, len: number): Uint8Array };

/** The most octets that stand in a document itself. */
export const BLOB_INLINE = 4096;
