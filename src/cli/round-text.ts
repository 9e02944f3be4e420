/** Rounds of memory as a user sees them, while they are sent. */

import type { RoundListener, RoundReport } from "../hypervisor/index.ts";
import { progressOf } from "./progress.ts";
import { groups } from "./reading.ts";
import { complain } from "./terminal.ts";

const PAGE = 4096;

/** Hears of rounds until `stop`. */
export type RoundTeller = Required<RoundListener> & { stop(): void };

/**
 * Says each round, and how fast the guest was found to write: what a round sends was written while the one before was sent. One that takes
 * longer shows how far it is, on a terminal. `total`: pages of the guest's memory, which the first round sends, where
 * that is known.
 */
export function roundTeller(name: string, total: number | undefined): RoundTeller {
  let before: RoundReport | undefined;
  let progress = progressOf(name, "pages");
  return {
    onPages(pages) {
      progress.at(pages, before === undefined ? total : undefined);
    },
    onRound(report) {
      progress.stop();
      complain(roundText(report, before));
      before = report;
      progress = progressOf(name, "pages");
    },
    stop: () => progress.stop(),
  };
}

function roundText(report: RoundReport, before: RoundReport | undefined): string {
  const { round, final, pages, ms } = report;
  const dirty = before === undefined ? "" : `; the guest writes ${groups(dirtyRate(report, before))} pages/s`;
  const speed = speedText(pages * PAGE, ms);
  return `round ${round}${final ? ", paused" : ""}: ${groups(pages)} pages in ${ms.toFixed(1)} ms, ${speed}${dirty}`;
}

/** Pages a second that the guest wrote while the round `before` was sent. */
export function dirtyRate({ pages }: RoundReport, before: RoundReport): number {
  return Math.round((1000 * pages) / before.ms);
}

/** So many octets in so many milliseconds, in 10^6 octets a second. */
export function speedText(octets: number, ms: number): string {
  return `${(octets / 1000 / ms).toFixed(1)} MB/s`;
}

/** What there is to say of a guest that was paused although more than `little` pages were left in each of the last two rounds. */
export function hurryText(rounds: readonly RoundReport[], little: number): string {
  const lastTwo = rounds.slice(-2);
  const isHurried = lastTwo.length === 2 && lastTwo.every(({ pages }) => pages > little);
  return isHurried ? "; the guest writes faster than it is sent" : "";
}
