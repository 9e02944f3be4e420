/** What a walk through a legacy stream carries along, and how it tells what a stream has in common with images. */

import type { RecordHead } from "../events.ts";
import { PLAIN } from "../framing.ts";
import type { Input, Steps } from "../input.ts";
import type { TypeMap } from "../type-map.ts";
import { type LIBXL, PAGE_SIZE } from "../vocabulary.ts";
import type { LegacyKind, LegacyPart, Long } from "./parts.ts";

/** An entry of a compressed body whose code has not come yet. */
export type Announced = { readonly pfn: number; readonly type: number };

export type Walk = {
  readonly input: Input;
  readonly long: Long;
  readonly size: number;
  readonly kind: LegacyKind;
  readonly checkpointed: boolean;
  /** Octets in a register of a PV guest. */
  width: Long;
  /** Whether vCPUs of the tail have extended contexts, and the octets of their extended state with mask and size, or 0. */
  extended: boolean;
  xcnt: number;
  online: readonly number[];
  sawVcpus: boolean;
  sawLast: boolean;
  verifying: boolean;
  /** Bodies so far, and chunks. */
  body: number;
  index: number;
  /** Whether ENABLE_COMPRESSION came in the first body, and whether the present one is of format B. */
  compression: boolean;
  formatB: boolean;
  /** pfns that have had contents; only a checkpointed stream asks. */
  readonly sent: TypeMap | undefined;
  readonly pages: PageStore | undefined;
  readonly queue: Announced[];
  /** Octets of a code that goes on in the next piece, and where they begin. */
  rest: { readonly at: number; readonly octets: Uint8Array };
  /** Pairs of the last TOOLSTACK of this body. */
  toolstack: readonly string[];
};

/** Contents of pages, for the codes that change them; undefined once there are more than can be held. */
export type PageStore = { contents: Map<number, Uint8Array> | undefined };

/** Pages that are held at most, 1 GiB of them. */
const STORE_LIMIT = 2 ** 18;

export const NOTHING = { at: 0, octets: new Uint8Array(0) };

/** Remembers the contents of a page, where anything may ask for them. */
export function remember({ sent, pages }: Walk, pfn: number, octets: Uint8Array): void {
  sent?.setRun(pfn, 1, 0);
  if (pages?.contents === undefined) return;
  pages.contents.set(pfn, octets);
  if (pages.contents.size > STORE_LIMIT) pages.contents = undefined;
}

/** Tells a part. */
export function tell({ input }: Walk, subject: LegacyPart): void {
  input.tell({ kind: "legacy", subject });
}

/** The head that a record of an image would have: rules and state know what it holds by its type. */
export function headOf(
  { index }: Pick<Walk, "index">,
  type: number,
  at: number,
  length: number,
  layer: RecordHead["layer"] = "image",
): RecordHead {
  return {
    layer,
    at,
    index,
    type,
    length,
    end: at + length,
    isBe: false,
    framing: PLAIN,
    options: 0,
    reserved: undefined,
  };
}

/** Tells a body as an image would have it. `at` is such that what follows `octets[own]` stands where it says. */
export function tellBody(walk: Walk, type: number, at: number, octets: Uint8Array): void {
  walk.input.tell({ kind: "body", subject: { head: headOf(walk, type, at, octets.length), at, octets } });
}

/** Tells that a record of an image would be over here. */
export function tellEnd(walk: Walk, type: number, at: number, layer: RecordHead["layer"] = "image"): void {
  walk.input.tell({ kind: "record-end", subject: { ...headOf(walk, type, at, 0, layer), end: walk.input.at } });
}

/** Tells that what follows is about the emulator, of id and index 0. */
export function tellEmulator(walk: Walk, type: typeof LIBXL.EMULATOR_CONTEXT | typeof LIBXL.EMULATOR_XENSTORE_DATA) {
  const { at } = walk.input;
  const head = headOf(walk, type, at, 0, "libxl");
  walk.input.tell({ kind: "emulator", subject: { head, at, id: 0, index: 0, octets: new Uint8Array(8) } });
  return head;
}

/** Passes over `count` octets; false where the input ends before. */
export function* skip({ input }: Walk, count: number): Steps<boolean> {
  for (let left = count; left > 0; ) {
    const octets = yield* input.some(left);
    if (octets === undefined) return false;
    left -= octets.length;
  }
  return true;
}

/** Octets of `length` with integers set in them, little-endian: [offset, octets, value] each. */
export function structure(length: number, ...integers: readonly (readonly [number, 4 | 8, number | bigint])[]) {
  const octets = new Uint8Array(length);
  const view = new DataView(octets.buffer);
  for (const [at, size, value] of integers) {
    if (size === 8) view.setBigUint64(at, BigInt(value), true);
    else view.setUint32(at, Number(value), true);
  }
  return octets;
}

/** A long at an offset of `octets`, as a number; beyond 2^53 not exact, which is beyond any limit. */
export function longAt(octets: Uint8Array, at: number, long: Long): number {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  return view.getUint32(at, true) + (long === 8 ? view.getUint32(at + 4, true) * 2 ** 32 : 0);
}

/** Pages in `octets`. */
export function pagesIn(octets: Uint8Array): number {
  return octets.length / PAGE_SIZE;
}
