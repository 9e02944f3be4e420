/** The last type of every pfn that an image named and, where asked for, a digest of its last contents. */

import { UnsupportedError } from "./fault.ts";
import { TypeMap, type TypeRun } from "./type-map.ts";

const DIGEST = 32;
/** pfns whose digests are kept together. */
const BLOCK = 64;
/** Blocks of digests that are kept, of 2 KiB: 4 GiB, for the pages of 512 GiB of memory. */
const BLOCK_LIMIT = 2 ** 21;

export class PageMap {
  private readonly types = new TypeMap();
  private readonly digests = new Map<number, Uint8Array>();
  /** Blocks of digests as they were at the last commit; a block that is written to is copied first. */
  private before: Map<number, Uint8Array | undefined> | undefined;

  /** The type of the pfn, or -1 where the image has not named it. */
  type(pfn: number): number {
    return this.types.get(pfn);
  }

  /** The first pfn from `from` up to, not including, `to` that the image has not named. */
  firstUnnamed(from: number, to: number): number | undefined {
    return this.types.firstUnnamed(from, to);
  }

  /** Sets the type of the pfn (PAGE-015: the last one counts). */
  setType(pfn: number, type: number): void {
    this.types.setRun(pfn, 1, type);
  }

  /** Sets the type of `count` pfns from `pfn` on. Throws UnsupportedError for more scattered pfns than there is room for. */
  setRun(pfn: number, count: number, type: number): void {
    this.types.setRun(pfn, count, type);
  }

  /** The digest of the last contents of the pfn, as a view; undefined where none was set. All zero stands for none. */
  digest(pfn: number): Uint8Array | undefined {
    const at = (pfn % BLOCK) * DIGEST;
    return this.digests.get(Math.floor(pfn / BLOCK))?.subarray(at, at + DIGEST);
  }

  /** The digests of `count` pfns from `pfn` on, one after the other, in views of some; there is nothing of those where none was set. */
  *digestsFrom(pfn: number, count: number): Generator<Uint8Array> {
    for (let at = pfn; at < pfn + count; ) {
      const start = at % BLOCK;
      const end = Math.min(BLOCK, start + pfn + count - at);
      const block = this.digests.get(Math.floor(at / BLOCK));
      if (block !== undefined) yield block.subarray(start * DIGEST, end * DIGEST);
      at += end - start;
    }
  }

  /** Sets the digest (32 octets) of the contents of the pfn. Throws UnsupportedError beyond the pages of 512 GiB. */
  setDigest(pfn: number, digest: Uint8Array): void {
    this.block(Math.floor(pfn / BLOCK)).set(digest, (pfn % BLOCK) * DIGEST);
  }

  /** From here on changes can be taken back: called at every committed checkpoint. */
  commit(): void {
    this.types.commit();
    this.before = new Map();
  }

  /** Takes back what changed since the last commit (CKPT-011); without a commit, nothing. */
  rollback(): void {
    this.types.rollback();
    for (const [index, block] of this.before ?? []) {
      if (block === undefined) this.digests.delete(index);
      else this.digests.set(index, block);
    }
    this.before = undefined;
  }

  /** Every named pfn with its type, ascending. */
  entries(): Generator<{ readonly pfn: number; readonly type: number }> {
    return this.types.entries();
  }

  /** The same in runs of one type, as long as they are. */
  runs(): Generator<TypeRun> {
    return this.types.runs();
  }

  private block(index: number): Uint8Array {
    const { before, digests } = this;
    const block = digests.get(index);
    const kept = before !== undefined && !before.has(index);
    if (kept) before.set(index, block);
    if (block !== undefined && !kept) return block;
    if (block === undefined && digests.size === BLOCK_LIMIT)
      throw new UnsupportedError("an image with contents of pages scattered over more than 512 GiB");
    const own = block?.slice() ?? new Uint8Array(BLOCK * DIGEST);
    digests.set(index, own);
    return own;
  }
}
