/** Rounds of a live save: each page comes once in a round, so one that comes again begins the next. */

import type { PageList } from "../format/events.ts";
import { PAGE_SIZE } from "../format/vocabulary.ts";
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

/** Fills a table of pages from the lists of an image in order, and counts its rounds. */
export class RoundCounter {
  readonly rounds: Round[] = [];
  private readonly pages: PageTable;

  constructor(pages: PageTable) {
    this.pages = pages;
  }

  /** Takes the list of a PAGE_DATA record. */
  take({ head, at, count, entries, pfns, types }: PageList, carries: (type: number) => boolean): void {
    let contents = at + 8 + 8 * count;
    for (let entry = 0; entry < entries; entry++) {
      const pfn = pfns[entry]!;
      const type = types[entry]!;
      const chunk = this.pages.chunk(pfn);
      const i = pfn % SPAN;
      chunk.types[i] = type;
      if (!carries(type)) continue;
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
      chunk.at[i] = contents;
      contents += PAGE_SIZE;
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
