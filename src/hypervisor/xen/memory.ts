/** A guest's memory as an image has it: pages by their numbers, each with its type. */

import { BATCH, BackendError, PAGE, type PageBatch } from "../backend.ts";
import { type DomainInfo, frameTypes, lastFrame } from "./control.ts";
import type { Frames } from "./frames.ts";
import type { Hypercalls } from "./hypercalls.ts";
import type { P2m } from "./p2m.ts";
import { rewriteTable } from "./page-tables.ts";

/** Types of pages that have contents: ordinary ones, and page tables, pinned or not (PAGE-003). */
const XTAB = 0xf;
const BROKEN = 0xd;
const XALLOC = 0xe;
const hasContents = (type: number) => type !== XTAB && type !== BROKEN && type !== XALLOC;
/** The level of a page table, 0 for a page that is none. */
const levelOf = (type: number) => type & 7;

/** How pages are found: their frames, as Xen counts them, and how many there may be. */
export type Guest = {
  readonly calls: Hypercalls;
  readonly frames: Frames;
  readonly domain: number;
  /** One more than the last page there may be. */
  readonly pages: number;
  frameOf(pfn: number): number | undefined;
  /** The table of a PV guest. */
  readonly p2m?: P2m;
};

/** An HVM or PVH guest, whose frames are its pages. */
export function hvmGuest(calls: Hypercalls, frames: Frames, { domain }: DomainInfo): Guest {
  return { calls, frames, domain, pages: lastFrame(calls, domain) + 1, frameOf: (pfn) => pfn };
}

/** A PV guest. */
export function pvGuest(calls: Hypercalls, frames: Frames, { domain }: DomainInfo, p2m: P2m): Guest {
  return { calls, frames, domain, p2m, pages: p2m.frames.length, frameOf: (pfn) => p2m.frames[pfn] };
}

/** The types of some pages, in order. */
export function typesOf({ calls, domain, frameOf }: Guest, pfns: readonly number[]): readonly number[] {
  const frames = pfns.map(frameOf);
  const known = frames.filter((frame) => frame !== undefined);
  const types = frameTypes(calls, domain, known);
  if (known.length === frames.length) return [...types];
  let next = 0;
  return frames.map((frame) => (frame === undefined ? XTAB : (types[next++] as number)));
}

/** Stretches of pages that have contents, ascending. */
export function stretches(guest: Guest): { readonly pfn: number; readonly pages: number }[] {
  const found: { pfn: number; pages: number }[] = [];
  for (const pfns of batches(guest.pages)) {
    const types = typesOf(guest, pfns);
    if (types.every((type) => type === XTAB)) continue;
    for (const [index, type] of types.entries()) {
      if (!hasContents(type)) continue;
      const pfn = pfns[index] as number;
      const last = found.at(-1);
      if (last !== undefined && last.pfn + last.pages === pfn) last.pages++;
      else found.push({ pfn, pages: 1 });
    }
  }
  return found;
}

function* batches(pages: number): Generator<number[]> {
  for (let first = 0; first < pages; first += BATCH)
    yield Array.from({ length: Math.min(BATCH, pages - first) }, (_, index) => first + index);
}

/**
 * These pages as an image has them, in batches. Page tables of a PV guest name pages where they named frames; what has no contents is left out,
 * or with `gone` said to be gone.
 */
export function* pagesOf(
  guest: Guest,
  all: Iterable<readonly number[]> = batches(guest.pages),
  gone = false,
): Generator<PageBatch> {
  for (const asked of all) {
    const types = typesOf(guest, asked);
    if (asked.length === 0 || (!gone && types.every((type) => type === XTAB))) continue;
    const entries = asked
      .map((pfn, index) => ({ pfn, type: types[index] as number }))
      .filter(({ type }) => gone || type !== XTAB);
    const full = entries.filter(({ type }) => hasContents(type));
    const data = new Uint8Array(full.length * PAGE);
    const frames = full.map(({ pfn }) => guest.frameOf(pfn) as number);
    const missing = new Set(guest.frames.read(guest.domain, frames, data).map((index) => full[index]));
    if (missing.size > 0) {
      // It went between two calls: the guest runs, and will be asked again.
      const there = full.filter((entry) => !missing.has(entry)).map(({ pfn }) => pfn);
      yield* pagesOf(guest, [there], gone);
      continue;
    }
    for (const [index, { pfn, type }] of full.entries())
      normalise(guest, pfn, type, data.subarray(index * PAGE, (index + 1) * PAGE));
    yield { pfns: entries.map(({ pfn }) => pfn), types: entries.map(({ type }) => type), data, lasting: true };
  }
}

function normalise({ p2m, domain }: Guest, pfn: number, type: number, octets: Uint8Array): void {
  const level = levelOf(type);
  if (p2m === undefined || level === 0) return;
  rewriteTable(
    octets,
    level,
    p2m.pfnOf,
    `the table of level ${level} in page 0x${pfn.toString(16)} of domain ${domain}`,
  );
}

/** Copies raw contents. BackendError for a page that is not there. */
export function readRaw(guest: Guest, pfns: readonly number[], into: Uint8Array): void {
  const nowhere = (pfn: number | undefined) =>
    new BackendError(`domain ${guest.domain} has no page 0x${pfn?.toString(16)}`);
  const frames = pfns.map((pfn) => {
    const frame = pfn < guest.pages ? guest.frameOf(pfn) : undefined;
    if (frame === undefined) throw nowhere(pfn);
    return frame;
  });
  const [missing] = guest.frames.read(guest.domain, frames, into);
  if (missing !== undefined) throw nowhere(pfns[missing]);
}
