/** A guest of QEMU. */

import { setTimeout } from "node:timers/promises";
import {
  BackendError,
  type Domain,
  type LiveOptions,
  type Machine,
  type PageBatch,
  type PlatformState,
  type Round,
} from "../backend.ts";
import { compareRounds } from "../compare-rounds.ts";
import { pausedRound } from "../paused-round.ts";
import type { Vcpu } from "../vcpu.ts";
import { parseState } from "./device-state.ts";
import type { Described } from "./machine.ts";
import { MemoryFile } from "./memory-file.ts";
import { Outgoing } from "./outgoing.ts";
import { tscKhzOf, vcpusOf } from "./registers.ts";
import type { Vm } from "./vm.ts";

const MOMENT = 10;
/** So many of them QEMU has to settle a migration that has failed. */
const MOST_MOMENTS = 1000;

export class QemuDomain implements Domain {
  readonly id: string;
  readonly machine: Machine;
  status: Domain["status"];
  private readonly vm: Vm;
  private readonly described: Described;
  private readonly memory: MemoryFile;
  /** Stands still as long as this is there; its state is that of this instant. Once surrendered, QEMU itself keeps it so. */
  private held: { readonly outgoing: Outgoing | undefined; readonly state: PlatformState } | undefined;

  constructor(id: string, vm: Vm, described: Described, isRunning: boolean) {
    this.id = id;
    this.vm = vm;
    this.described = described;
    this.machine = described.machine;
    this.memory = vm.memory ?? new MemoryFile(described.path);
    this.memory.lie(described.parts);
    this.status = isRunning ? "running" : "paused";
    vm.qmp.onEvent(({ event }) => {
      if (this.status === "gone") return;
      if (event === "STOP") this.status = "paused";
      if (event === "RESUME") this.status = "running";
    });
    vm.qmp.onClose(() => this.vanish());
  }

  async pause(): Promise<void> {
    this.present();
    if (this.status === "running") await this.capture();
  }

  async resume(): Promise<void> {
    this.present();
    if (this.status === "running") return;
    const { held } = this;
    this.held = undefined;
    await held?.outgoing?.release();
    if (!(await this.isRunningOnceSettled())) await this.vm.qmp.command("cont");
    this.status = "running";
  }

  async surrender(): Promise<void> {
    await this.pause();
    const state = await this.platformState();
    await this.held?.outgoing?.complete();
    this.held = { outgoing: undefined, state };
  }

  async moment(): Promise<void> {
    await setTimeout(MOMENT);
  }

  async destroy(): Promise<void> {
    if (this.status === "gone") return;
    await this.vm.kill();
    this.vanish();
  }

  /** Lets go of the guest without ending it, where it is not ours; it runs on if it ran. */
  async leave(): Promise<void> {
    if (this.status === "gone") return;
    await this.held?.outgoing?.release().catch(() => {});
    await this.vm.release();
    this.vanish();
  }

  async readPages(pfns: readonly number[], into: Uint8Array): Promise<void> {
    this.present();
    await this.memory.read(pfns, into);
  }

  view(): undefined {
    return undefined;
  }

  async *liveRounds({ maxRounds, maxDirty }: LiveOptions): AsyncGenerator<Round> {
    this.present();
    if (maxRounds < 1) await this.pause();
    if (this.status === "paused") {
      yield* pausedRound(this);
      return;
    }
    if (!this.described.knowsDirty) {
      yield* compareRounds(this, { maxRounds, maxDirty });
      return;
    }
    const outgoing = await this.begin(false);
    let isDone = false;
    try {
      let [dirty, isLast, isStopped] = [Number.POSITIVE_INFINITY, false, false];
      const pages = async function* (): AsyncGenerator<PageBatch> {
        for (;;) {
          const item = await outgoing.next();
          if (item.kind === "batch") {
            dirty += item.batch.pfns.length;
            yield item.batch;
          } else if (item.kind !== "again" || !isLast) {
            isStopped = item.kind === "stopped";
            return;
          }
        }
      };
      let round = 0;
      for (; !isStopped; round++) {
        isLast = round + 1 >= maxRounds || dirty <= maxDirty;
        if (isLast) outgoing.finish();
        dirty = 0;
        yield { round, final: false, pages: pages() };
      }
      const rest = this.rest(outgoing);
      yield { round, final: true, pages: rest };
      isDone = this.held !== undefined;
    } finally {
      if (!isDone) await outgoing.release().catch(() => {});
    }
  }

  async vcpus(): Promise<readonly Vcpu[]> {
    return vcpusOf(parseState(await this.platformState()));
  }

  async tscKhz(): Promise<number | undefined> {
    return tscKhzOf(parseState(await this.platformState()));
  }

  async platformState(): Promise<PlatformState> {
    this.present();
    if (this.status === "running") throw new BackendError(`${this.id} is running; it has to be paused first`);
    if (this.held === undefined) await this.capture();
    return (this.held as NonNullable<typeof this.held>).state;
  }

  /** What a line of QEMU's monitor says; for tests. */
  monitor(line: string): Promise<string> {
    return this.vm.qmp.monitor(line);
  }

  /** Stops the guest, and keeps it so. */
  private async capture(): Promise<void> {
    const outgoing = await this.begin(true);
    try {
      for await (const batch of this.rest(outgoing))
        throw new BackendError(`QEMU sends pages from ${batch.pfns[0]} on`);
    } catch (error) {
      await outgoing.release().catch(() => {});
      throw error;
    }
  }

  /** The pages up to the state, which is held then. */
  private async *rest(outgoing: Outgoing): AsyncGenerator<PageBatch> {
    for (;;) {
      const item = await outgoing.next();
      if (item.kind === "batch") yield item.batch;
      if (item.kind !== "state") continue;
      this.held = { outgoing, state: item.state };
      this.status = "paused";
      return;
    }
  }

  /** QEMU says that a migration has failed a moment before it lets the guest go on, and refuses until then. */
  private async isRunningOnceSettled(): Promise<boolean> {
    for (let left = MOST_MOMENTS; ; left--) {
      const { running, status } = await this.vm.qmp.command<{ readonly running: boolean; readonly status: string }>(
        "query-status",
      );
      if (status !== "finish-migrate" || left === 0) return running;
      await setTimeout(MOMENT);
    }
  }

  private begin(stateOnly: boolean): Promise<Outgoing> {
    const { qmp } = this.vm;
    const { parts, blocks } = this.described;
    return Outgoing.begin({ qmp, parts, blocks, stateOnly });
  }

  private present(): void {
    if (this.status === "gone") throw new BackendError(`${this.id} is gone`);
  }

  private vanish(): void {
    if (this.status === "gone") return;
    this.status = "gone";
    this.held = undefined;
    this.memory.close();
    this.onGone();
  }

  /** Is called once the guest is no more. */
  onGone: () => void = () => {};
}
