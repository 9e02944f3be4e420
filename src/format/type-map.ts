/**
 * A type for every pfn, 4 bits each, in chunks of 1024 pfns. A chunk whose pfns are all alike is one number; others have a slot in a slab
 * of memory. What comes from an image can scatter its pfns, so there is a limit: a mixed chunk takes 512 octets, however few pfns of it
 * are named, and there are at most 2^20 of them (512 MiB; 4 TiB of guest memory of mixed types), and 2^23 in all (32 TiB).
 */

import { UnsupportedError } from "./fault.ts";

const SPAN = 1024;
const OCTETS = SPAN / 2;
/** No page has type 5 (PAGE-016): it stands for a pfn that was not named. */
const ABSENT = 5;
/** Slots that are made at a time. */
const SLAB = 16;
const SLOT_LIMIT = 2 ** 20;
const CHUNK_LIMIT = 2 ** 23;

/** Every pfn of a chunk has type `~where`, when it is negative; otherwise it is the number of its slot. */
type Where = number;

/** Neighbours of one type. */
export type TypeRun = { readonly pfn: number; readonly count: number; readonly type: number };

export class TypeMap {
  private readonly chunks = new Map<number, Where>();
  private readonly slabs: Uint8Array[] = [];
  private readonly free: number[] = [];
  private slots = 0;
  /** Chunks as they were at the last commit: all alike, or the octets of their slot. */
  private before: Map<number, number | Uint8Array> | undefined;

  /** The type of the pfn, or -1 where none was set. */
  get(pfn: number): number {
    const where = this.chunks.get(Math.floor(pfn / SPAN));
    const type = where === undefined ? ABSENT : this.typeAt(where, pfn % SPAN);
    return type === ABSENT ? -1 : type;
  }

  /** Sets the type of `count` pfns from `pfn` on; not 5 to 8, which no page has. Throws UnsupportedError beyond the limit. */
  setRun(pfn: number, count: number, type: number): void {
    for (let at = pfn; at < pfn + count; ) {
      const index = Math.floor(at / SPAN);
      const from = at - index * SPAN;
      const to = Math.min(SPAN, from + pfn + count - at);
      this.setIn(index, from, to, type);
      at += to - from;
    }
  }

  /** The first pfn from `from` up to, not including, `to` that has no type. */
  firstUnnamed(from: number, to: number): number | undefined {
    for (let at = from; at < to; ) {
      const index = Math.floor(at / SPAN);
      const end = Math.min(to, (index + 1) * SPAN);
      const where = this.chunks.get(index) ?? ~ABSENT;
      if (where === ~ABSENT) return at;
      if (where >= 0) for (let pfn = at; pfn < end; pfn++) if (this.typeAt(where, pfn % SPAN) === ABSENT) return pfn;
      at = end;
    }
    return undefined;
  }

  /** From here on changes can be taken back. */
  commit(): void {
    this.before = new Map();
  }

  /** Takes back what changed since the last commit; without a commit, nothing. */
  rollback(): void {
    for (const [index, before] of this.before ?? []) {
      if (typeof before === "number") this.put(index, before);
      else this.octets(this.slotOf(index)).set(before);
    }
    this.before = undefined;
  }

  /** Every pfn that has a type, ascending. */
  *entries(): Generator<{ readonly pfn: number; readonly type: number }> {
    for (const { pfn, count, type } of this.runs()) for (let i = 0; i < count; i++) yield { pfn: pfn + i, type };
  }

  /** The same in runs of one type, as long as they are. */
  *runs(): Generator<TypeRun> {
    let run = { pfn: 0, count: 0, type: ABSENT };
    for (const index of [...this.chunks.keys()].sort((a, b) => a - b)) {
      const where = this.chunks.get(index) as Where;
      const octets = where < 0 ? undefined : this.octets(where);
      for (let i = 0; i < SPAN; ) {
        const pfn = index * SPAN + i;
        const type = octets === undefined ? ~where : nibble(octets, i);
        const start = i;
        if (octets === undefined) i = SPAN;
        else
          do i++;
          while (i < SPAN && nibble(octets, i) === type);
        if (run.type === type && run.pfn + run.count === pfn) run.count += i - start;
        else {
          if (run.type !== ABSENT) yield run;
          run = { pfn, count: i - start, type };
        }
      }
    }
    if (run.type !== ABSENT) yield run;
  }

  private typeAt(where: Where, pfn: number): number {
    if (where < 0) return ~where;
    return nibble(this.octets(where), pfn);
  }

  private setIn(index: number, from: number, to: number, type: number): void {
    const where = this.chunks.get(index);
    if (where === ~type) return;
    this.remember(index, where);
    if (from === 0 && to === SPAN) {
      this.put(index, ~type);
      return;
    }
    const octets = this.octets(this.slotOf(index));
    fill(octets, from, to, type);
    // Whoever names pfns in order comes to the last one when the chunk is full.
    if (to === SPAN && isAlike(octets)) this.put(index, ~type);
  }

  /** Makes all of a chunk alike. */
  private put(index: number, where: Where): void {
    const old = this.chunks.get(index);
    if (old !== undefined && old >= 0) this.free.push(old);
    if (old === undefined && this.chunks.size === CHUNK_LIMIT)
      throw new UnsupportedError("an image of more than 32 TiB");
    this.chunks.set(index, where);
  }

  /** The slot of a chunk, which is given one where it has none. */
  private slotOf(index: number): number {
    const where = this.chunks.get(index) ?? ~ABSENT;
    if (where >= 0) return where;
    this.put(index, where);
    const slot = this.free.pop() ?? this.newSlot();
    this.octets(slot).fill(~where * 0x11);
    this.chunks.set(index, slot);
    return slot;
  }

  private newSlot(): number {
    if (this.slots === SLOT_LIMIT)
      throw new UnsupportedError(`an image whose pfns are scattered over more than ${SLOT_LIMIT * SPAN}`);
    if (this.slots % SLAB === 0) this.slabs.push(new Uint8Array(SLAB * OCTETS));
    return this.slots++;
  }

  private octets(slot: number): Uint8Array {
    const at = (slot % SLAB) * OCTETS;
    return (this.slabs[Math.floor(slot / SLAB)] as Uint8Array).subarray(at, at + OCTETS);
  }

  private remember(index: number, where: Where | undefined): void {
    if (this.before === undefined || this.before.has(index)) return;
    if (where === undefined) this.before.set(index, ~ABSENT);
    else this.before.set(index, where < 0 ? where : this.octets(where).slice());
  }
}

function nibble(octets: Uint8Array, at: number): number {
  const pair = octets[at >> 1] as number;
  return (at & 1) === 0 ? pair & 0xf : pair >> 4;
}

/** Sets the nibbles of [from, to). */
function fill(octets: Uint8Array, from: number, to: number, type: number): void {
  let at = from;
  if ((at & 1) === 1) {
    octets[at >> 1] = ((octets[at >> 1] as number) & 0x0f) | (type << 4);
    at++;
  }
  if ((to & 1) === 1 && to > at) octets[to >> 1] = ((octets[to >> 1] as number) & 0xf0) | type;
  if (to >> 1 > at >> 1) octets.fill(type * 0x11, at >> 1, to >> 1);
}

function isAlike(octets: Uint8Array): boolean {
  const first = octets[0] as number;
  if (first >> 4 !== (first & 0xf)) return false;
  for (let at = 1; at < octets.length; at++) if (octets[at] !== first) return false;
  return true;
}
