/** How an image is laid out around what it says: the lengths of its headers, and what stands before and after a body. */

import { type Check, CRC32, checkOf } from "../codecs/checks.ts";
import type { CodecEdition } from "./edition.ts";

/** A sum over every record, or over those whose head says so. */
export type RecordCheck = {
  /** The first octet that is summed up: the head's, or the body's. The sum goes up to the end of the padding. */
  readonly from: "head" | "body";
  readonly by: Check;
  /** Whether the record has a sum; one that has none brings its trailer all the same. */
  readonly holds: (head: { readonly options: number }) => boolean;
};

/** The framing of a layer. All lengths in octets. */
export type Framing = {
  /** The domain header: 8 octets of arch, type, page_shift, reserved, or 16 with the release of Xen. */
  readonly domainHeader: 8 | 16;
  /** The head of a record: type and body_length, and in 16 octets also options and six reserved ones. */
  readonly recordHead: 8 | 16;
  /** What follows the padding of a record: nothing, a checksum and four reserved octets, or a SHA-256. */
  readonly trailer: 0 | 8 | 32;
  readonly check?: RecordCheck;
};

/** Octets that every image header begins with, whatever its version. */
export const IMAGE_HEADER = 24;

/** Records of versions 2 and 3, and of the libxl stream: 8 octets of head, a body, padding. */
export const PLAIN: Framing = { domainHeader: 16, recordHead: 8, trailer: 0 };

/** Octets that an edition appends to those of IMAGE_HEADER. */
export function appendedHeader(edition: CodecEdition): 0 | 16 {
  return edition === "v4-draft" ? 16 : 0;
}

/** The proposal of 2014: a footer behind every record, whose sum leaves out the head and holds where the head's options say so. */
const DRAFT_B: Framing = {
  domainHeader: 8,
  recordHead: 16,
  trailer: 8,
  check: { from: "body", by: CRC32, holds: ({ options }) => (options & 1) !== 0 },
};

/** The framing that follows the image header; `recordCheck` is that of the octets that version 4 appends to it. */
export function framingOf(edition: CodecEdition, { recordCheck = 0 }: { readonly recordCheck?: number } = {}): Framing {
  if (edition === "draft-b") return DRAFT_B;
  const by = edition === "v4-draft" ? checkOf(recordCheck) : undefined;
  return by === undefined ? PLAIN : { ...PLAIN, trailer: by.length, check: { from: "head", by, holds: () => true } };
}
