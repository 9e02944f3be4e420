/** A guest of v86. It runs in turns of this process's event loop, some milliseconds each, whenever nothing else has to be done. */

import { setImmediate as nextTurn } from "node:timers/promises";
import {
  BackendError,
  type Domain,
  type LiveOptions,
  type Machine,
  PAGE,
  type PlatformState,
  type RestoreTarget,
  type Round,
  ramOf,
} from "../backend.ts";
import { compareRounds } from "../compare-rounds.ts";
import type { Vcpu } from "../vcpu.ts";
import { Clock } from "./clock.ts";
import { type Emulator, ram, startCore } from "./core.ts";
import { type MachineConfig, machineConfig } from "./machine.ts";
import { readVcpu } from "./registers.ts";
import { restorePlatform, savePlatform } from "./state.ts";
import { readTsc } from "./tsc.ts";

/** Turns in a moment. */
const TURNS = 4;

export class V86Domain implements Domain {
  readonly id: string;
  readonly machine: Machine;
  readonly core: Emulator["core"];
  readonly clock: Clock;
  status: Domain["status"] = "paused";
  private readonly emulator: Emulator;
  private readonly onDestroy: () => void;
  private turn: NodeJS.Immediate | undefined;
  private broken: BackendError | undefined;

  constructor(id: string, machine: Machine, emulator: Emulator, clock: Clock, onDestroy: () => void) {
    this.id = id;
    this.machine = machine;
    this.emulator = emulator;
    this.core = emulator.core;
    this.clock = clock;
    this.onDestroy = onDestroy;
  }

  async pause(): Promise<void> {
    this.present();
    if (this.turn !== undefined) clearImmediate(this.turn);
    this.turn = undefined;
    this.status = "paused";
    if (this.broken !== undefined) throw this.broken;
  }

  async resume(): Promise<void> {
    this.present();
    if (this.broken !== undefined) throw this.broken;
    if (this.status === "running") return;
    this.status = "running";
    const turn = () => {
      this.turn = setImmediate(turn);
      try {
        this.step();
      } catch (error) {
        clearImmediate(this.turn);
        this.broken = new BackendError(`v86 failed while ${this.id} ran: ${(error as Error).message}`, {
          cause: error,
        });
      }
    };
    this.turn = setImmediate(turn);
  }

  /** A guest of v86 ends with this process. */
  surrender(): Promise<void> {
    return this.pause();
  }

  /** Lets a paused guest run for so many turns of about 100,000 instructions, or sleeps; the same turns from the same state, always. */
  advance(turns: number): void {
    this.standing();
    for (let turn = 0; turn < turns; turn++) this.step();
  }

  /** The guest runs in turns of the event loop. */
  async moment(): Promise<void> {
    for (let turn = 0; turn < TURNS; turn++) await nextTurn();
  }

  /** v86 counts a cycle a nanosecond. */
  async tscKhz(): Promise<number> {
    return 1_000_000;
  }

  async destroy(): Promise<void> {
    if (this.status === "gone") return;
    if (this.turn !== undefined) clearImmediate(this.turn);
    this.status = "gone";
    this.onDestroy();
    await this.emulator.destroy();
  }

  async readPages(pfns: readonly number[], into: Uint8Array): Promise<void> {
    this.present();
    const memory = ram(this.core.cpu);
    for (const [index, pfn] of this.whole(pfns, into).entries())
      into.set(memory.subarray(pfn * PAGE, (pfn + 1) * PAGE), index * PAGE);
  }

  view(pfn: number, pages: number): Uint8Array {
    this.present();
    const range = ramOf(this.machine).find((one) => pfn >= one.pfn && pfn + pages <= one.pfn + one.pages);
    if (range === undefined)
      throw new BackendError(`${this.id} has no ${pages} pages of RAM from 0x${pfn.toString(16)} on`);
    return ram(this.core.cpu).subarray(pfn * PAGE, (pfn + pages) * PAGE);
  }

  liveRounds(options: LiveOptions): AsyncIterable<Round> {
    this.present();
    return compareRounds(this, options);
  }

  async vcpus(): Promise<readonly Vcpu[]> {
    this.standing();
    return [readVcpu(this.core.cpu, readTsc(this.core, this.clock))];
  }

  async platformState(): Promise<PlatformState> {
    this.standing();
    return savePlatform(this);
  }

  /** Checks that all are pages of RAM and that `octets` has room for them. */
  whole(pfns: readonly number[], octets: Uint8Array): readonly number[] {
    if (octets.length !== pfns.length * PAGE)
      throw new BackendError(`${pfns.length} pages do not go with ${octets.length} octets`);
    const ranges = ramOf(this.machine);
    const stray = pfns.find((one) => !ranges.some(({ pfn, pages }) => one >= pfn && one < pfn + pages));
    if (stray !== undefined) throw new BackendError(`${this.id} has no RAM at pfn 0x${stray.toString(16)}`);
    return pfns;
  }

  private step(): void {
    const sleep = this.clock.drive(() => this.core.cpu.main_loop());
    // A halted processor says when its next interrupt is due. It never is where it has none to wait for, but time goes on.
    if (sleep > 0 || this.core.cpu.in_hlt[0] !== 0) this.clock.sleep(Math.max(sleep, 0.01));
  }

  private present(): void {
    if (this.status === "gone") throw new BackendError(`${this.id} is gone`);
  }

  private standing(): void {
    this.present();
    if (this.status === "running") throw new BackendError(`${this.id} is running; it has to be paused first`);
    if (this.broken !== undefined) throw this.broken;
  }
}

/** A machine that has not run, its RAM zero. */
export async function buildMachine(id: string, machine: Machine, onDestroy: () => void): Promise<V86Domain> {
  const config: MachineConfig = machineConfig(machine);
  const clock = new Clock();
  try {
    return new V86Domain(id, machine, await startCore(config, clock), clock, onDestroy);
  } catch (error) {
    throw new BackendError(`v86 does not start: ${(error as Error).message}`, { cause: error });
  }
}

/** A machine to be filled and then carried on with. */
export async function buildTarget(
  id: string,
  machine: Machine,
  started: (domain: V86Domain) => void,
  onDestroy: () => void,
): Promise<RestoreTarget> {
  const domain = await buildMachine(id, machine, onDestroy);
  return {
    machine,
    async writePages(pfns, data) {
      const memory = ram(domain.core.cpu);
      for (const [index, pfn] of domain.whole(pfns, data).entries())
        memory.set(data.subarray(index * PAGE, (index + 1) * PAGE), pfn * PAGE);
    },
    async commit(state) {
      try {
        restorePlatform(domain, state);
      } catch (error) {
        await domain.destroy();
        throw error;
      }
      started(domain);
      return domain;
    },
    destroy: () => domain.destroy(),
  };
}
