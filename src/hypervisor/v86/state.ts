/** What of a machine is neither RAM nor in a vCPU record: the clock and v86's own state of processor and devices. */

import { type PlatformState, RefusedError } from "../backend.ts";
import type { Clock } from "./clock.ts";
import { type Core, ram } from "./core.ts";
import { readTsc, writeTsc } from "./tsc.ts";

export const KIND = "v86";
/** The layout below, around v86's state of its version 6. */
const VERSION = 1;
/** Instructions, nanoseconds slept, and the time stamp counter, 64 bits each, little-endian; then v86's octets. */
const CLOCK = 24;

/** Pages of v86's own record of RAM: a bitmap with a bit for each, that says which are there. None are: RAM has records of its own. */
const noPages = (pages: number) => ({
  bitmap: { get_buffer: () => new ArrayBuffer(pages >>> 3) },
  packed_memory: new Uint8Array(0),
});

/** The platform state of a machine that stands still. */
export function savePlatform({ core, clock }: { readonly core: Core; readonly clock: Clock }): PlatformState {
  const { cpu } = core;
  const tsc = readTsc(core, clock);
  const storeTsc = cpu.store_current_tsc;
  cpu.store_current_tsc = () => {};
  cpu.pack_memory = () => noPages(ram(cpu).length >>> 12);
  let state: Uint8Array;
  try {
    state = new Uint8Array(clock.drive(() => core.save_state()));
  } finally {
    delete cpu.pack_memory;
    cpu.store_current_tsc = storeTsc;
  }
  const blob = new Uint8Array(CLOCK + state.length);
  const view = new DataView(blob.buffer);
  view.setBigUint64(0, BigInt(clock.state.instructions), true);
  view.setBigUint64(8, BigInt(clock.state.slept), true);
  view.setBigUint64(16, tsc, true);
  blob.set(state, CLOCK);
  return { kind: KIND, version: VERSION, blob };
}

/** Sets the platform state of a machine that has not run. RefusedError where it is not of this kind and version, or makes no sense. */
export function restorePlatform(
  { core, clock }: { readonly core: Core; readonly clock: Clock },
  { kind, version, blob }: PlatformState,
): void {
  if (kind !== KIND || version !== VERSION)
    throw new RefusedError(`platform state of ${kind}, version ${version}: v86 takes v86, version ${VERSION}`);
  if (blob.length < CLOCK) throw new RefusedError(`platform state of ${blob.length} octets, which is too short`);
  const { cpu } = core;
  const view = new DataView(blob.buffer, blob.byteOffset);
  // restore_state puts arrays of its own in place of these registers, which the processor then no longer looks at.
  const { last_result, fpu_status_word, mxcsr } = cpu;
  const registers = { last_result, fpu_status_word, mxcsr };
  clock.state = { instructions: Number(view.getBigUint64(0, true)), slept: Number(view.getBigUint64(8, true)) };
  cpu.unpack_memory = () => {};
  try {
    clock.drive(() => core.restore_state(blob.slice(CLOCK).buffer));
  } catch (error) {
    throw new RefusedError(`v86 refuses the platform state: ${(error as Error).message}`, { cause: error });
  } finally {
    delete cpu.unpack_memory;
  }
  writeTsc(core, clock, view.getBigUint64(16, true));
  for (const [name, cells] of Object.entries(registers) as [keyof typeof registers, typeof mxcsr][]) {
    cells[0] = cpu[name][0] as number;
    cpu[name] = cells;
  }
  // Rounding and precision of the x87 are kept a second time, where only this sets them.
  cpu.wm.exports.set_control_word(cpu.fpu_control_word[0] as number);
}
