/** v86 as a backend: in this process, without anything to install. Its guests end with the process. */

import { type Backend, BackendError } from "../backend.ts";
import { COUNTER_ENTRY, COUNTER_LOAD, type CounterSettings, counterImage } from "../guest/counter.ts";
import { ram } from "./core.ts";
import { buildMachine, buildTarget, type V86Domain } from "./domain.ts";
import { v86Machine } from "./machine.ts";
import { enterFlat } from "./registers.ts";

const MIB = 2 ** 20;

type Guest = { readonly what: string; readonly settings: CounterSettings };

/** The guests that can be started by name. */
const GUESTS: Readonly<Record<string, Guest>> = {
  counter: {
    what: "counts without a pause, and rewrites a quarter of its 8 MiB",
    settings: { memory: 8 * MIB },
  },
  idler: {
    what: "counts 8 times between two ticks of its timer and halts until the next, within 16 pages of 8 MiB",
    settings: { memory: 8 * MIB, workingPages: 16, countsPerTick: 8 },
  },
};

/** A backend of its own, with domains of its own. */
export type V86Backend = Backend & {
  open(id: string): V86Domain | undefined;
  /** Starts the counting guest with settings other than those that have a name. */
  startCounter(name: string, settings: CounterSettings & { readonly jit?: boolean }): Promise<V86Domain>;
};

/** Opens v86. */
export function v86Backend(): V86Backend {
  const domains = new Map<string, V86Domain>();
  let started = 0;
  const nextId = (name: string) => `${name}-${++started}`;
  const keep = (domain: V86Domain) => void domains.set(domain.id, domain);
  const startCounter: V86Backend["startCounter"] = async (name, { jit, ...settings }) => {
    const image = counterImage(settings);
    const id = nextId(name);
    const machine = v86Machine({ memory: settings.memory, ...(jit === undefined ? {} : { jit }) });
    const domain = await buildMachine(id, machine, () => domains.delete(id));
    ram(domain.core.cpu).set(image, COUNTER_LOAD);
    enterFlat(domain.core.cpu, COUNTER_ENTRY);
    keep(domain);
    return domain;
  };
  return {
    id: "v86",
    caps: { arch: "x86", dirty: "compare", vcpuRead: true, mostVcpus: 1 },
    guests: Object.fromEntries(Object.entries(GUESTS).map(([name, { what }]) => [name, what])),
    domains: async () => [...domains.values()],
    open: (id) => domains.get(id),
    async start(guest) {
      const known = GUESTS[guest];
      if (known === undefined)
        throw new BackendError(`v86 has no guest ${guest}; it has ${Object.keys(GUESTS).join(", ")}`);
      return await startCounter(guest, known.settings);
    },
    startCounter,
    incoming(machine) {
      const id = nextId("restored");
      return buildTarget(id, machine, keep, () => domains.delete(id));
    },
    async close() {
      await Promise.all([...domains.values()].map((domain) => domain.destroy()));
    },
  };
}
