/** A QEMU that waits for a machine. */

import { connect } from "node:net";
import { join } from "node:path";
import { type Machine, type PlatformState, RefusedError, type RestoreTarget } from "../backend.ts";
import { parseState } from "./device-state.ts";
import { QemuDomain } from "./domain.ts";
import { withFolder } from "./folder.ts";
import { type Described, describe, requireSame } from "./machine.ts";
import { MemoryFile } from "./memory-file.ts";
import type { Vm } from "./vm.ts";

/** The target that a waiting QEMU is. RefusedError, and no machine left, where it is not the machine that the image holds. */
export async function targetOf(
  id: string,
  vm: Vm,
  machine: Machine,
  started: (domain: QemuDomain) => void,
): Promise<RestoreTarget> {
  try {
    const described = await describe(vm.qmp);
    requireSame(described.machine, machine);
    return new Target(id, vm, described, started);
  } catch (error) {
    await vm.kill();
    throw error;
  }
}

class Target implements RestoreTarget {
  readonly machine: Machine;
  private readonly id: string;
  private readonly vm: Vm;
  private readonly described: Described;
  private readonly started: (domain: QemuDomain) => void;
  private readonly memory: MemoryFile;
  private isOver = false;

  constructor(id: string, vm: Vm, described: Described, started: (domain: QemuDomain) => void) {
    this.id = id;
    this.vm = vm;
    this.described = described;
    this.machine = described.machine;
    this.started = started;
    this.memory = vm.memory ?? new MemoryFile(described.path);
    this.memory.lie(described.parts);
  }

  async writePages(pfns: readonly number[], data: Uint8Array): Promise<void> {
    await this.memory.fill(pfns, data);
  }

  async commit(state: PlatformState): Promise<QemuDomain> {
    try {
      this.requireFitting(state);
      await this.load(state.blob);
    } catch (error) {
      await this.destroy();
      throw error;
    }
    this.isOver = true;
    if (this.vm.memory === undefined) this.memory.close();
    const domain = new QemuDomain(this.id, this.vm, this.described, false);
    this.started(domain);
    return domain;
  }

  async destroy(): Promise<void> {
    if (this.isOver) return;
    this.isOver = true;
    this.memory.close();
    await this.vm.kill();
  }

  /** QEMU would take a state of fewer vCPUs, and says less clearly what else is wrong. */
  private requireFitting(state: PlatformState): void {
    const { machine, devices } = parseState(state);
    const { vcpus, config } = this.machine;
    if (machine !== config.machine)
      throw new RefusedError(`platform state of a ${machine} where the machine is a ${config.machine}`);
    const found = devices.filter(({ name }) => name === "cpu").length;
    if (found !== vcpus)
      throw new RefusedError(`platform state of ${found} vCPUs where the machine's vcpus is ${vcpus}`);
  }

  private async load(blob: Uint8Array): Promise<void> {
    const { qmp } = this.vm;
    const refused = () => {
      const words = this.vm.lastWords();
      return new RefusedError(`QEMU refuses the platform state${words === "" ? "" : `: ${words}`}`);
    };
    let settle = () => {};
    const over = new Promise<string>((resolve) => {
      qmp.onClose(() => resolve("failed"));
      settle = qmp.onEvent(({ event, data }) => {
        const status = event === "MIGRATION" ? data?.status : undefined;
        if (status === "completed" || status === "failed") resolve(status);
      });
    });
    try {
      // So that it does not run by itself once it is whole, whoever started it.
      await qmp.command("stop");
      await qmp.command("migrate-set-capabilities", { capabilities: [{ capability: "events", state: true }] });
      const status = await withFolder(async (folder) => {
        const path = join(folder, "in");
        await qmp.command("migrate-incoming", { uri: `unix:${path}` });
        const socket = connect(path);
        socket.on("error", () => {});
        socket.end(blob);
        const ended = await over;
        socket.destroy();
        return ended;
      });
      if (status !== "completed") throw refused();
    } finally {
      settle();
    }
    const { running } = await qmp.command<{ readonly running: boolean }>("query-status");
    if (running) throw refused();
  }
}
