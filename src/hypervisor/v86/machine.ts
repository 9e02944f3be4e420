/** The machines that v86 can be, and what of them has to be the same on both sides. */

import { createRequire } from "node:module";
import { BackendError, type Machine, type MemoryRange, PAGE, RefusedError, ramPages } from "../backend.ts";
import { sameParts } from "../same-machine.ts";
import type { CoreSettings } from "./core.ts";
import { KIND } from "./state.ts";

/** How a machine of v86 is built. */
export type MachineConfig = CoreSettings;

/** The meaning of `config`. */
const VERSION = 1;
/** Memory comes in blocks of this many octets, from one MiB on, and was tried up to 1.5 GiB. */
const BLOCK = 0x20000;
const LEAST = 0x100000;
const MOST = 0x6000_0000;
const VGA = 0x40000;
/** What its CPUID says, in every machine. */
const CPU = "GenuineIntel 15.6.3";

/** Where the VGA's memory is seen, which is a device and no RAM. */
const HOLE = { pfn: 0xa0, pages: 0x20 } as const;

/** The emulator's release: another may lay out its state in another way. */
export const RELEASE: string = (createRequire(import.meta.url)("v86/package.json") as { version: string }).version;

/** A machine with `memory` octets of RAM. BackendError for a size that v86 does not have. */
export function v86Machine({ memory, jit = false }: { readonly memory: number; readonly jit?: boolean }): Machine {
  if (!(memory >= LEAST && memory <= MOST) || memory % BLOCK !== 0)
    throw new BackendError(`v86 takes ${LEAST} to ${MOST} octets of memory in multiples of ${BLOCK}, not ${memory}`);
  return {
    kind: KIND,
    version: VERSION,
    vcpus: 1,
    memory: memoryMap(memory),
    config: { cpu: CPU, jit: String(jit), release: RELEASE, vga: String(VGA) },
  };
}

function memoryMap(memory: number): MemoryRange[] {
  const rest = HOLE.pfn + HOLE.pages;
  return [
    { pfn: 0, pages: HOLE.pfn, kind: "ram" },
    { ...HOLE, kind: "hole" },
    { pfn: rest, pages: memory / PAGE - rest, kind: "ram" },
  ];
}

/** The configuration of a machine that an image describes, where v86 can be exactly that machine. RefusedError says what differs. */
export function machineConfig(machine: Machine): MachineConfig {
  if (machine.kind !== KIND) throw new RefusedError(`the image holds a ${machine.kind} machine, which v86 is not`);
  const memory = (ramPages(machine) + HOLE.pages) * PAGE;
  const jit = machine.config.jit === "true";
  sameParts(possibleMachine(memory, jit), machine, "v86");
  return { memory, vga: VGA, jit };
}

function possibleMachine(memory: number, jit: boolean): Machine {
  try {
    return v86Machine({ memory, jit });
  } catch (error) {
    throw new RefusedError(`the machine's memory: ${(error as Error).message}`);
  }
}
