/**
 * The guest's clock. It goes by what the guest does, not by the wall: so many nanoseconds for an instruction, and what the guest sleeps.
 * A restored guest carries on at the very instant it was saved, however long it lay in a file, and a run can be repeated exactly.
 */

import type { Core } from "./core.ts";

/** Nanoseconds of guest time for one instruction: 50 million instructions a second, about what the emulator interprets. */
const INSTRUCTION_NS = 20;

const HOUR_NS = 3600e9;

/** What a clock shows: instructions executed, and nanoseconds slept. Both far below 2^53. */
export type ClockState = { readonly instructions: number; readonly slept: number };

/** The clock of the machine that is being driven, which devices ask by way of one function for all machines. */
let driven: Clock | undefined;

export class Clock {
  private instructions = 0;
  private slept = 0;
  private shift = 0;
  private hours = 1;
  /** The emulator's own counter when it was last looked at; 32 bits. */
  private counted = 0;
  private core: Core | undefined;

  /** Takes the counter of an emulator that has just started. */
  attach(core: Core): void {
    this.core = core;
    this.counted = core.cpu.instruction_counter[0] as number;
    if (!hooked.has(core.constructor)) {
      hooked.add(core.constructor);
      const wall = core.constructor.microtick;
      core.constructor.microtick = () => driven?.now() ?? wall();
    }
  }

  /** Milliseconds since the machine was built. */
  now(): number {
    this.count();
    // The half is for the emulator, which makes whole nanoseconds of it again by cutting off what is behind the point.
    return (this.instructions * INSTRUCTION_NS + this.slept + this.shift + 0.5) / 1e6;
  }

  /** Lets `ms` milliseconds pass in which the guest does nothing. */
  sleep(ms: number): void {
    this.slept += Math.ceil(ms * 1e6);
  }

  /** Does something at another instant, an hour or two ahead by turns; `work` is told by how many nanoseconds. */
  ahead<T>(work: (nanoseconds: bigint) => T): T {
    this.hours = 3 - this.hours;
    this.shift = this.hours * HOUR_NS;
    try {
      return work(BigInt(this.shift));
    } finally {
      this.shift = 0;
    }
  }

  get state(): ClockState {
    this.count();
    return { instructions: this.instructions, slept: this.slept };
  }

  set state({ instructions, slept }: ClockState) {
    this.count();
    this.instructions = instructions;
    this.slept = slept;
  }

  /** Does something with the machine during which its devices may ask for the time. */
  drive<T>(work: () => T): T {
    const before = driven;
    driven = this;
    try {
      return work();
    } finally {
      driven = before;
    }
  }

  private count(): void {
    const counter = this.core?.cpu.instruction_counter[0];
    if (counter === undefined) return;
    this.instructions += (counter - this.counted) >>> 0;
    this.counted = counter;
  }
}

const hooked = new WeakSet<object>();
