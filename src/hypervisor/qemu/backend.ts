/** QEMU as a backend, over QMP: machines that we start, and one that runs already. */

import { rmSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Backend, BackendError, type Caps, type Machine, RefusedError, type RestoreTarget } from "../backend.ts";
import { type CounterSettings, counterImage } from "../guest/counter.ts";
import { type CommandLine, parseCommandLine } from "./command-line.ts";
import { QemuDomain } from "./domain.ts";
import { describe, lineOf, mostVcpus } from "./machine.ts";
import { targetOf } from "./target.ts";
import { attachVm, startVm, type Vm } from "./vm.ts";

const MIB = 2 ** 20;
const CAPS: Caps = { arch: "x86", dirty: "stream", vcpuRead: true, mostVcpus };

type Guest = { readonly what: string; readonly settings: CounterSettings };

/** The guests that can be started by name. */
const GUESTS: Readonly<Record<string, Guest>> = {
  counter: { what: "counts without a pause, and rewrites a quarter of its 8 MiB", settings: { memory: 8 * MIB } },
  idler: {
    what: "counts 8 times between two ticks of its timer and halts until the next, within 16 pages of 8 MiB",
    settings: { memory: 8 * MIB, workingPages: 16, countsPerTick: 8 },
  },
};
/** Their machine's memory; no multiple of 64 pages, so that QEMU can be relied on (machine.ts). */
const LEAST_MEMORY = 16 * MIB + 8192;
/** What the command line itself says to start. */
const MACHINE = "machine";

export type QemuBackend = Backend & {
  /** Starts the counting guest with settings other than those that have a name. */
  startCounter(name: string, settings: CounterSettings): Promise<QemuDomain>;
};

/** Opens QEMU; `words` are options for every machine that it starts. */
export function qemuBackend(words: readonly string[] = []): QemuBackend {
  const domains = new Map<string, QemuDomain>();
  let started = 0;
  const keep = (domain: QemuDomain) => {
    domains.set(domain.id, domain);
    domain.onGone = () => domains.delete(domain.id);
  };
  const startLine = async (name: string, line: CommandLine): Promise<QemuDomain> => {
    const domain = await domainOf(`${name}-${++started}`, await startVm(line, false));
    keep(domain);
    return domain;
  };
  const startCounter: QemuBackend["startCounter"] = async (name, settings) => {
    const folder = await mkdtemp(join(tmpdir(), "dsi-guest-"));
    const kernel = join(folder, "counter");
    try {
      writeFileSync(kernel, counterImage(settings));
      const least = { memory: Math.max(settings.memory + 8192, LEAST_MEMORY) };
      return await startLine(name, parseCommandLine(["-kernel", kernel, ...words], least));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  return {
    id: "qemu",
    caps: CAPS,
    guests: Object.fromEntries(Object.entries(GUESTS).map(([name, { what }]) => [name, what])),
    main: words.length > 0 ? MACHINE : undefined,
    domains: async () => [...domains.values()],
    async start(guest) {
      if (guest === MACHINE) return await startLine(guest, parseCommandLine(words));
      const known = GUESTS[guest];
      if (known === undefined)
        throw new BackendError(`QEMU has no guest ${guest}; it has ${Object.keys(GUESTS).join(", ")}`);
      return await startCounter(guest, known.settings);
    },
    startCounter,
    async incoming(machine) {
      return await targetOf(`restored-${++started}`, await startSame(machine, words), machine, keep);
    },
    async close() {
      await Promise.all([...domains.values()].map((domain) => domain.destroy()));
    },
  };
}

/** Where a machine of the image's cannot even be started, it is the image that is refused. */
async function startSame(machine: Machine, words: readonly string[]): Promise<Vm> {
  const line = lineOf(machine, words);
  try {
    return await startVm(line, true);
  } catch (error) {
    throw new RefusedError(`the machine that the image holds cannot be built: ${(error as Error).message}`);
  }
}

async function domainOf(id: string, vm: Vm): Promise<QemuDomain> {
  try {
    const described = await describe(vm.qmp);
    const { running } = await vm.qmp.command<{ readonly running: boolean }>("query-status");
    return new QemuDomain(id, vm, described, running);
  } catch (error) {
    await vm.release();
    throw error;
  }
}

/** Opens the QEMU that listens at a socket: its guest, or, where it waits for one (-incoming defer), a place to restore it. */
export async function qemuAt(path: string): Promise<Backend> {
  let vm: Vm | undefined = await attachVm(path);
  const { status } = await vm.qmp.command<{ readonly status: string }>("query-status");
  const isWaiting = status === "inmigrate";
  let domain = isWaiting ? undefined : await domainOf("guest", vm);
  const watch = (one: QemuDomain) => {
    domain = one;
    one.onGone = () => {
      domain = undefined;
    };
  };
  if (domain !== undefined) watch(domain);
  return {
    id: `qemu+unix:${path}`,
    caps: CAPS,
    guests: {},
    domains: async () => (domain === undefined ? [] : [domain]),
    async start(guest) {
      throw new BackendError(`the QEMU at ${path} starts no ${guest}; it has the guest that it has`);
    },
    async incoming(machine): Promise<RestoreTarget> {
      if (!isWaiting || vm === undefined)
        throw new BackendError(
          `the QEMU at ${path} has a guest; one that waits for it is started with -incoming defer`,
        );
      const taken = vm;
      vm = undefined;
      return await targetOf("guest", taken, machine, watch);
    },
    async close() {
      if (domain !== undefined) await domain.leave();
      else if (isWaiting) await vm?.release();
    },
  };
}
