/** What an image says of each page of the guest: its last type, where its last contents stand, how often they were sent. */

/** Pfns that are kept together. */
export const SPAN = 1024;

/** No type: the image does not name the pfn. */
export const HOLE = 0xff;

/** Nobody has looked at the contents yet. */
export const UNREAD = 0xff;

/** A run of `SPAN` pfns, a value for each. */
export interface Chunk {
  readonly types: Uint8Array;
  /** How often contents came. */
  readonly sends: Uint16Array;
  /** Round in which they came last, from 1. */
  readonly rounds: Uint16Array;
  /** Offset of the last contents, of the frame that they are in, or of the entry that calls them zeros; -1 without any. */
  readonly at: Float64Array;
  /** 1 where they do not lie open there. */
  readonly packed: Uint8Array;
  /** 0 for zeros only, up to 254 by the entropy of the octets, {@link UNREAD}. */
  readonly contents: Uint8Array;
  /** 1 where another image has other contents or another type. */
  readonly differs: Uint8Array;
}

/** All that is known of one page. */
export interface PageFacts {
  readonly pfn: number;
  readonly type: number;
  readonly sends: number;
  readonly at: number;
  readonly packed: boolean;
  readonly contents: number;
  readonly differs: boolean;
}

export class PageTable {
  private readonly chunks = new Map<number, Chunk>();

  /** The chunk of a pfn, made where there is none. */
  chunk(pfn: number): Chunk {
    const index = Math.floor(pfn / SPAN);
    const known = this.chunks.get(index);
    if (known) return known;
    const made: Chunk = {
      types: new Uint8Array(SPAN).fill(HOLE),
      sends: new Uint16Array(SPAN),
      rounds: new Uint16Array(SPAN),
      at: new Float64Array(SPAN).fill(-1),
      packed: new Uint8Array(SPAN),
      contents: new Uint8Array(SPAN).fill(UNREAD),
      differs: new Uint8Array(SPAN),
    };
    this.chunks.set(index, made);
    return made;
  }

  /** The first pfns of the chunks that there are, ascending. */
  starts(): number[] {
    return [...this.chunks.keys()].sort((a, b) => a - b).map((index) => index * SPAN);
  }

  /** The same, but of stretches in which every page is of one type and has no contents only the first chunk. */
  outline(): number[] {
    let before: number | undefined;
    return this.starts().filter((start) => {
      const { types, sends } = this.chunk(start);
      const alike = sends.every((count) => count === 0) && types.every((type) => type === types[0]);
      const again = alike && before === types[0];
      before = alike ? types[0] : undefined;
      return !again;
    });
  }

  /** What is known of a pfn; undefined for a hole. */
  page(pfn: number): PageFacts | undefined {
    const chunk = this.chunks.get(Math.floor(pfn / SPAN));
    const i = pfn % SPAN;
    if (chunk === undefined || chunk.types[i] === HOLE) return undefined;
    const { types, sends, at, packed, contents, differs } = chunk;
    return {
      pfn,
      type: types[i]!,
      sends: sends[i]!,
      at: at[i]!,
      packed: packed[i] === 1,
      contents: contents[i]!,
      differs: differs[i] === 1,
    };
  }

  /** The page whose last contents lie around an offset, `size` octets each, or whose frame begins there; undefined where none do. */
  pageAt(at: number, size: number): PageFacts | undefined {
    for (const [index, chunk] of this.chunks) {
      const i = chunk.at.findIndex(
        (from, i) => from === at || (from >= 0 && from < at && at < from + size && !chunk.packed[i]),
      );
      if (i >= 0) return this.page(index * SPAN + i);
    }
    return undefined;
  }

  /** Every pfn that the image names, ascending. */
  *pages(): Generator<PageFacts> {
    for (const start of this.starts()) {
      for (let pfn = start; pfn < start + SPAN; pfn++) {
        const page = this.page(pfn);
        if (page) yield page;
      }
    }
  }
}

/** How mixed the octets of a page are: 0 for zeros only, else 1 to 254 for 0 to 8 bits of entropy an octet. */
export function contentsOf(octets: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const octet of octets) counts[octet]!++;
  if (counts[0] === octets.length) return 0;
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / octets.length) * Math.log2(count / octets.length);
  return 1 + Math.round((bits / 8) * 253);
}
