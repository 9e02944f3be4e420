/** What an input is, by its first octets. */

import { BATCH_LIMIT, LOWEST_CHUNK } from "../format/legacy/chunks.ts";
import { SIZE_LIMIT } from "../format/legacy/rules.ts";
import { fields, sameOctets } from "../format/octets.ts";
import { LIBVIRT_MAGIC } from "./libvirt-save-file.ts";
import { XENOPSD_SIGNATURE } from "./xenopsd-suspend-image.ts";
import { XL_FLAG, XL_MAGIC } from "./xl-save-file.ts";

/** What the first octets look like; `image` also for what looks like nothing known. `unsupported` names what is recognised only. */
export type Detected =
  | { readonly kind: "xl" | "libvirt" | "xenopsd" | "libxl" | "legacy" | "image" }
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
  if (isLegacy(start)) return { kind: "legacy" };
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

/** Whether an xl header announces a legacy stream behind it (LEG-109). */
export function announcesLegacy(start: Uint8Array): boolean {
  return start.length >= 40 && (fields(start).u32(36) & XL_FLAG.libxlStream) === 0;
}

/**
 * A stream of Xen before 4.6 begins with the domain's number of pages as a long of the writer's width; its extended information, or its
 * first chunk, follows (spec 15.1). A PV stream without extended information looks like nothing known.
 */
function isLegacy(start: Uint8Array): boolean {
  if (start.length < 24) return false;
  const { u32 } = fields(start);
  const pages = u32(0);
  if (pages === 0 || pages > SIZE_LIMIT) return false;
  if (u32(4) === 0) return (u32(8) === 0xffff_ffff && u32(12) === 0xffff_ffff) || isChunk(u32(8), u32(12), pages);
  const block = String.fromCharCode(...start.subarray(12, 16));
  return (u32(4) === 0xffff_ffff && ["vcpu", "extv", "xcnt"].includes(block)) || isChunk(u32(4), u32(8), pages);
}

/** Whether a chunk may begin so: with the identifier of one, and where it is a page batch with an entry within memory. */
function isChunk(id: number, entry: number, pages: number): boolean {
  if (id > BATCH_LIMIT) return (id | 0) >= LOWEST_CHUNK && (id | 0) <= -1;
  return id >= 1 && (entry & 0x0fff_ffff) < pages;
}
