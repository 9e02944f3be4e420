/** Rounds of memory as a user sees them, while they are sent. */

import type { RoundReport } from "../hypervisor/index.ts";
import { groups } from "./reading.ts";

const PAGE = 4096;

/** Says each round through `say`, and how fast the guest was found to write: what a round sends was written while the one before was sent. */
export function roundTeller(say: (line: string) => void): (round: RoundReport) => void {
  let before: RoundReport | undefined;
  return (report) => {
    const { round, final, pages, ms } = report;
    const dirty = before === undefined ? "" : `; the guest writes ${groups(dirtyRate(report, before))} pages/s`;
    const speed = speedText(pages * PAGE, ms);
    say(`round ${round}${final ? ", paused" : ""}: ${groups(pages)} pages in ${ms.toFixed(1)} ms, ${speed}${dirty}`);
    before = report;
  };
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
