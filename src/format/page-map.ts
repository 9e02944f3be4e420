/** The last type of every pfn that an image named and, where asked for, a digest of its last contents. */

const SPAN = 256;
const ABSENT = 0xff;
const DIGEST = 32;

type Chunk = { readonly types: Uint8Array; digests: Uint8Array | undefined };

/** What was known of a pfn before a round touched it. */
type Before = { readonly type: number; readonly digest: Uint8Array | undefined };

export class PageMap {
  private readonly chunks = new Map<number, Chunk>();
  private journal: Map<number, Before> | undefined;

  /** The type of the pfn, or -1 where the image has not named it. */
  type(pfn: number): number {
    const type = this.chunks.get(Math.floor(pfn / SPAN))?.types[pfn % SPAN] ?? ABSENT;
    return type === ABSENT ? -1 : type;
  }

  /** Sets the type of the pfn (PAGE-015: the last one counts). */
  setType(pfn: number, type: number): void {
    this.remember(pfn);
    this.chunk(pfn).types[pfn % SPAN] = type;
  }

  /** The digest of the last contents of the pfn, as a view; undefined where none was set. All zero stands for none. */
  digest(pfn: number): Uint8Array | undefined {
    const digests = this.chunks.get(Math.floor(pfn / SPAN))?.digests;
    return digests?.subarray((pfn % SPAN) * DIGEST, (pfn % SPAN) * DIGEST + DIGEST);
  }

  /** Sets the digest (32 octets) of the contents of the pfn. */
  setDigest(pfn: number, digest: Uint8Array): void {
    this.remember(pfn);
    const chunk = this.chunk(pfn);
    chunk.digests ??= new Uint8Array(SPAN * DIGEST);
    chunk.digests.set(digest, (pfn % SPAN) * DIGEST);
  }

  /** From here on changes can be taken back: called at every committed checkpoint. */
  commit(): void {
    this.journal = new Map();
  }

  /** Takes back what changed since the last commit (CKPT-011); without a commit, nothing. */
  rollback(): void {
    const journal = this.journal;
    this.journal = undefined;
    for (const [pfn, before] of journal ?? []) {
      const chunk = this.chunk(pfn);
      chunk.types[pfn % SPAN] = before.type;
      if (before.digest !== undefined) chunk.digests?.set(before.digest, (pfn % SPAN) * DIGEST);
    }
  }

  /** Every named pfn with its type, ascending. */
  *entries(): Generator<{ readonly pfn: number; readonly type: number }> {
    for (const index of [...this.chunks.keys()].sort((a, b) => a - b)) {
      const { types } = this.chunks.get(index) as Chunk;
      for (let i = 0; i < SPAN; i++) {
        const type = types[i] as number;
        if (type !== ABSENT) yield { pfn: index * SPAN + i, type };
      }
    }
  }

  private chunk(pfn: number): Chunk {
    const index = Math.floor(pfn / SPAN);
    let chunk = this.chunks.get(index);
    if (chunk === undefined) {
      chunk = { types: new Uint8Array(SPAN).fill(ABSENT), digests: undefined };
      this.chunks.set(index, chunk);
    }
    return chunk;
  }

  private remember(pfn: number): void {
    if (this.journal === undefined || this.journal.has(pfn)) return;
    const type = this.type(pfn);
    this.journal.set(pfn, { type: type === -1 ? ABSENT : type, digest: this.digest(pfn)?.slice() });
  }
}
