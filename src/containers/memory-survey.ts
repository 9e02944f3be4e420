/** A survey of a guest's memory as an image names it: types in runs, pages of zeros, pages that were sent again. */

import type { Edition } from "../format/edition.ts";
import type { Event } from "../format/events.ts";
import type { Finding } from "../format/fault.ts";
import { isZero } from "../format/octets.ts";
import { TypeMap } from "../format/type-map.ts";
import { carriesData, PAGE_SIZE, PAGE_TYPES } from "../format/vocabulary.ts";
import { type Consumer, type OpenOptions, Session } from "./session.ts";

/** Neighbouring pfns of one type; of those with contents, all of them zero or none. */
export type MemoryRun = {
  readonly pfn: number;
  readonly count: number;
  readonly type: string;
  /** Whether the type carries data. */
  readonly data: boolean;
  readonly zero: boolean;
};

export type MemorySurvey = {
  readonly edition: Edition | null;
  readonly container: readonly string[];
  /** Ascending; what stands in none of them was not named. */
  readonly runs: readonly MemoryRun[];
  /** Contents of pages that came for a pfn which had some already. */
  readonly resent: number;
  /** What a Verifier found first; the survey goes as far as the records can be walked. */
  readonly fault?: Finding;
};

const FULL = 0;
const ZERO = 1;

/**
 * Surveys one input. Memory as in an image's types, twice: 4 bits for each pfn. Contents that are compressed count as not zero. Throws
 * UnsupportedError for pfns that are scattered beyond the limit of a type map.
 */
export function memorySurvey(options: OpenOptions): Consumer<MemorySurvey> {
  const contents = new TypeMap();
  let resent = 0;
  const session: Session = new Session({ ...options, deep: false, frames: false }, "verifier", (event) => take(event));
  const { facts } = session.examiner;
  const take = (event: Event) => {
    if (event.kind !== "pages" || facts.verifying) return;
    const { list, first, octets } = event.subject;
    for (let page = 0; page < octets.length / PAGE_SIZE; page++) {
      const pfn = list.pfns[list.withData[first + page] as number] as number;
      if (contents.get(pfn) >= 0) resent++;
      const at = page * PAGE_SIZE;
      contents.setRun(pfn, 1, isZero(octets.subarray(at, at + PAGE_SIZE)) ? ZERO : FULL);
    }
  };
  return {
    push: (octets) => session.push(octets),
    done: () => session.done,
    end() {
      session.finish();
      const fault = session.examiner.judge.findings[0];
      return {
        edition: session.edition,
        container: session.container,
        runs: runsOf(facts.pages.entries(), contents),
        resent,
        ...(fault === undefined ? {} : { fault }),
      };
    },
  };
}

function runsOf(pages: Iterable<{ readonly pfn: number; readonly type: number }>, contents: TypeMap): MemoryRun[] {
  const runs: { pfn: number; count: number; type: string; data: boolean; zero: boolean }[] = [];
  for (const { pfn, type } of pages) {
    const data = carriesData(type);
    const zero = data && contents.get(pfn) === ZERO;
    const name = PAGE_TYPES[type] ?? `type ${type}`;
    const last = runs.at(-1);
    if (last && last.pfn + last.count === pfn && last.type === name && last.zero === zero) last.count++;
    else runs.push({ pfn, count: 1, type: name, data, zero });
  }
  return runs;
}
