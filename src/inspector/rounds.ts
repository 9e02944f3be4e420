/** Rounds of a live save: each page comes once in a round, so one that comes again begins the next. */

import type { PageList } from "../format/events.ts";
import { type PageTable, SPAN } from "./page-table.ts";

/** One round: what was sent between two offsets. */
export interface Round {
  /** Offset of the first record with pages of it. */
  readonly at: number;
  end: number;
  /** Pages with contents that came for the first time, and that had come before. */
  fresh: number;
  again: number;
  /** Whether CHECKPOINT ends it. */
  checkpoint: boolean;
}

/** Where the contents of pages stand: an offset for each page of a list. */
export interface Places {
  readonly packed: boolean;
  at(page: number): number;
}

/** Fills a table of pages from the lists of an image in order, and counts its rounds. */
export class RoundCounter {
  readonly rounds: Round[] = [];
  private readonly pages: PageTable;

  constructor(pages: PageTable) {
    this.pages = pages;
  }

  /** Takes a list of pages; `places` tells where the contents of the n-th entry that has some stand, and whether packed. */
  take({ head, entries, pfns, types, withData, pages }: PageList, places: Places): void {
    for (let entry = 0; entry < entries; entry++)
      this.pages.chunk(pfns[entry]!).types[pfns[entry]! % SPAN] = types[entry]!;
    for (let page = 0; page < pages; page++) {
      const pfn = pfns[withData[page]!]!;
      const chunk = this.pages.chunk(pfn);
      const i = pfn % SPAN;
      let round = this.rounds.at(-1);
      if (round === undefined || round.checkpoint || chunk.rounds[i] === this.rounds.length) {
        round = { at: head.at, end: head.end, fresh: 0, again: 0, checkpoint: false };
        this.rounds.push(round);
      }
      round.end = head.end;
      if (chunk.sends[i] === 0) round.fresh++;
      else round.again++;
      if (chunk.sends[i]! < 0xffff) chunk.sends[i]!++;
      chunk.rounds[i] = this.rounds.length;
      chunk.at[i] = places.at(page);
      chunk.packed[i] = places.packed ? 1 : 0;
    }
  }

  /** A CHECKPOINT: what comes next belongs to the next round. */
  checkpoint(at: number): void {
    const round = this.rounds.at(-1);
    if (round === undefined || round.checkpoint)
      this.rounds.push({ at, end: at, fresh: 0, again: 0, checkpoint: true });
    else round.checkpoint = true;
  }
}
