/** What an input is, by its first octets. */

import { fields, sameOctets } from "../format/octets.ts";
import { LIBVIRT_MAGIC } from "./libvirt-save-file.ts";
import { XENOPSD_SIGNATURE } from "./xenopsd-suspend-image.ts";
import { XL_MAGIC } from "./xl-save-file.ts";

/** What the first octets look like; `image` also for what looks like nothing known. `unsupported` names what is recognised only. */
export type Detected =
  | { readonly kind: "xl" | "libvirt" | "xenopsd" | "libxl" | "image" }
  | { readonly kind: "unsupported"; readonly what: string };

/** Octets that `detect` wants to see. */
export const DETECTION_LENGTH = 64;

const encoder = new TextEncoder();
const LIBXL_IDENT = encoder.encode("LibxlFmt");
const GZIP = Uint8Array.of(0x1f, 0x8b);

/**
 * Recognises a container by most of its magic, so that one wrong octet in it is reported as that and not as an image without marker.
 * `start` holds the first octets of the input, DETECTION_LENGTH of them or all there are.
 */
export function detect(start: Uint8Array): Detected {
  if (agreement(start, XL_MAGIC) >= 20 || isPrefix(start, XL_MAGIC)) return { kind: "xl" };
  if (agreement(start, LIBXL_IDENT) >= 6 || isPrefix(start, LIBXL_IDENT)) return { kind: "libxl" };
  if (agreement(start, LIBVIRT_MAGIC) >= 11 || isPrefix(start, LIBVIRT_MAGIC)) return { kind: "libvirt" };
  if (agreement(start, XENOPSD_SIGNATURE) >= 10 || isPrefix(start, XENOPSD_SIGNATURE)) return { kind: "xenopsd" };
  if (begins(start, GZIP)) return { kind: "unsupported", what: "a gzip file (gunzip it first)" };
  if (isLegacy(start)) return { kind: "unsupported", what: "a legacy stream (Xen before 4.6)" };
  return { kind: "image" };
}

function agreement(start: Uint8Array, magic: Uint8Array): number {
  return magic.reduce((count, octet, at) => count + (start[at] === octet ? 1 : 0), 0);
}

function begins(start: Uint8Array, magic: Uint8Array): boolean {
  return start.length >= magic.length && sameOctets(start.subarray(0, magic.length), magic);
}

/** A file cut short within its magic; too short a start could be anything. */
function isPrefix(start: Uint8Array, magic: Uint8Array): boolean {
  return start.length >= 4 && start.length < magic.length && sameOctets(start, magic.subarray(0, start.length));
}

/** Chunk words that open the body of a legacy stream: a batch of 1 to 1024 pages, or metadata -1 to -21. */
function isChunk(word: number): boolean {
  return (word >= 1 && word <= 1024) || ((word | 0) >= -21 && (word | 0) <= -1);
}

/**
 * A stream of Xen before 4.6 begins with the domain's number of pages as a long of the writer's width; its extended information, or its
 * first chunk, follows (E169).
 */
function isLegacy(start: Uint8Array): boolean {
  if (start.length < 24) return false;
  const { u32 } = fields(start);
  const pages = u32(0);
  if (pages === 0 || pages > 0x1000_0000) return false;
  if (u32(4) === 0) return (u32(8) === 0xffff_ffff && u32(12) === 0xffff_ffff) || isChunk(u32(8));
  const block = String.fromCharCode(...start.subarray(12, 16));
  return u32(4) === 0xffff_ffff && ["vcpu", "extv", "xcnt"].includes(block);
}
