/**
 * The time stamp counter. v86 takes the clock for too coarse: asked twice at the same instant it makes up cycles in between, from counts
 * that no state holds. So it is asked at an instant of its own each time, far ahead, and the difference is taken off again.
 */

import type { Clock } from "./clock.ts";
import type { Core } from "./core.ts";

/** The counter of a machine that stands still; it is left in `current_tsc` as well. */
export function readTsc({ cpu }: Core, clock: Clock): bigint {
  const tsc = clock.ahead((cycles) => {
    cpu.store_current_tsc();
    const [low, high] = [cpu.current_tsc[0], cpu.current_tsc[1]] as [number, number];
    return BigInt.asUintN(64, (BigInt(high >>> 0) << 32n) + BigInt(low >>> 0) - cycles);
  });
  cpu.current_tsc[0] = Number(tsc & 0xffff_ffffn);
  cpu.current_tsc[1] = Number(tsc >> 32n);
  return tsc;
}

/** Sets it. */
export function writeTsc({ cpu }: Core, clock: Clock, tsc: bigint): void {
  clock.ahead((cycles) => {
    const value = BigInt.asUintN(64, tsc + cycles);
    cpu.set_tsc(Number(value & 0xffff_ffffn), Number(value >> 32n));
  });
}
