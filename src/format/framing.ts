/** How an image is laid out around what it says: the lengths of its headers, and what stands before and after a body. */

import { crc32 } from "../codecs/crc32.ts";
import type { CodecEdition } from "./edition.ts";

/** A sum over every record, or over those whose head says so. */
export type RecordCheck = {
  /** The first octet that is summed up: the head's, or the body's. The sum goes up to the end of the padding. */
  readonly from: "head" | "body";
  /** The sum of some octets, going on from that of the ones before; 0 is that of none. */
  readonly add: (octets: Uint8Array, before: number) => number;
  /** Whether the record has a sum; one that has none brings its trailer all the same. */
  readonly holds: (head: { readonly options: number }) => boolean;
};

/** The framing of a layer. All lengths in octets. */
export type Framing = {
  /** The domain header: 8 octets of arch, type, page_shift, reserved, or 16 with the release of Xen. */
  readonly domainHeader: 8 | 16;
  /** The head of a record: type and body_length, and in 16 octets also options and six reserved ones. */
  readonly recordHead: 8 | 16;
  /** What follows the padding of a record: nothing, or a checksum and four reserved octets. */
  readonly trailer: 0 | 8;
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
  check: { from: "body", add: crc32, holds: ({ options }) => (options & 1) !== 0 },
};

/** The framing that follows the image header; `recordCheck` is that of the octets that version 4 appends to it. */
export function framingOf(edition: CodecEdition, { recordCheck = 0 }: { readonly recordCheck?: number } = {}): Framing {
  if (edition === "draft-b") return DRAFT_B;
  if (edition !== "v4-draft" || recordCheck === 0) return PLAIN;
  const add = ALGORITHMS[recordCheck];
  return { ...PLAIN, trailer: 8, ...(add === undefined ? {} : { check: { from: "head", add, holds: () => true } }) };
}

/** The sums that `record_check` names; a trailer by another is walked over and not computed. */
const ALGORITHMS: Readonly<Record<number, RecordCheck["add"]>> = { 1: crc32 };
