/** Which machine a QEMU is, as it says itself, and whether it is the one that an image holds: QEMU takes some differences in silence. */

import { BackendError, type Machine, PAGE, RefusedError, ramPages } from "../backend.ts";
import { sameParts } from "../same-machine.ts";
import { type CommandLine, parseCommandLine } from "./command-line.ts";
import { KIND } from "./device-state.ts";
import { type FilePart, memoryLayout } from "./memory-map.ts";
import type { Qmp } from "./qmp.ts";

/** The meaning of `config`: machine type, CPU model, every CPUID feature word that is not 0, and where each vCPU sits. */
const VERSION = 1;
const MOST_VCPUS = 255;
export const mostVcpus = MOST_VCPUS;

/** A machine, and where its memory is. */
export type Described = {
  readonly machine: Machine;
  readonly parts: readonly FilePart[];
  /** The file that is its memory. */
  readonly path: string;
  /** What its migration stream may call its memory. */
  readonly blocks: readonly string[];
  /**
   * Whether QEMU knows all that the guest has written. Its emulator, before 9.0, forgets to look at pages that are written to all the time,
   * unless memory ends within a group of 64 pages.
   */
  readonly knowsDirty: boolean;
};

/** Octets of 64 pages, which QEMU's bitmap has in one word. */
const GROUP = 64 * PAGE;
const REPAIRED = 9;

type Cpu = {
  readonly "cpu-index": number;
  readonly "qom-path": string;
  readonly props: Readonly<Record<string, number>>;
};
type Memory = { readonly id: string; readonly size: number };
type Word = {
  readonly "cpuid-input-eax": number;
  readonly "cpuid-input-ecx"?: number;
  readonly "cpuid-register": string;
  readonly features: number;
};

type Release = { readonly major: number; readonly minor: number; readonly micro: number };

/** Where a vCPU sits, from the outside in. */
const LEVELS = ["socket", "die", "core", "thread"] as const;

const hexText = (value: number) => value.toString(16);

/** Leaf, subleaf and register of a feature word, so that it sorts as text. */
function placeOf(word: Word): string {
  const numbers = [word["cpuid-input-eax"], word["cpuid-input-ecx"] ?? 0].map((one) => hexText(one).padStart(8, "0"));
  return [...numbers, word["cpuid-register"].toLowerCase()].join(".");
}

/** Asks a QEMU what it is. BackendError where its memory is not one file that others may look into. */
export async function describe(qmp: Qmp): Promise<Described> {
  const get = <T>(path: string, property: string) => qmp.command<T>("qom-get", { path, property });
  const type = (await get<string>("/machine", "type")).replace(/-machine$/, "");
  const cpus = await qmp.command<readonly Cpu[]>("query-cpus-fast");
  const first = cpus[0]?.["qom-path"] as string;
  const model = (await get<string>(first, "type")).replace(/-x86_64-cpu$|-i386-cpu$/, "");
  const { path, octets, blocks } = await memoryOf(qmp);
  const { map, parts } = memoryLayout(await qmp.monitor("info mtree -f"), blocks, octets);
  const words = await get<readonly Word[]>(first, "feature-words");
  const features = words
    .filter((word) => word.features !== 0)
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .map((word) => `${placeOf(word).replace(/\b0+(?=[0-9a-f])/g, "")}=${hexText(word.features)}`)
    .join(" ");
  const topology = [...cpus]
    .sort((a, b) => a["cpu-index"] - b["cpu-index"])
    .map(({ props }) => LEVELS.map((level) => props[`${level}-id`] ?? 0).join("."))
    .join(" ");
  const { qemu } = await qmp.command<{ readonly qemu: Release }>("query-version");
  return {
    machine: {
      kind: KIND,
      version: VERSION,
      vcpus: cpus.length,
      memory: map,
      config: {
        cpu: model,
        features,
        machine: type,
        release: `${qemu.major}.${qemu.minor}.${qemu.micro}`,
        topology,
      },
    },
    parts,
    path,
    blocks,
    knowsDirty: octets % GROUP !== 0 || (await isSound(qmp)),
  };
}

async function isSound(qmp: Qmp): Promise<boolean> {
  const { enabled } = await qmp.command<{ readonly enabled: boolean }>("query-kvm");
  const { qemu } = await qmp.command<{ readonly qemu: { readonly major: number } }>("query-version");
  return enabled || qemu.major >= REPAIRED;
}

async function memoryOf(qmp: Qmp): Promise<{ path: string; octets: number; blocks: readonly string[] }> {
  const backend = await qmp
    .command<string>("qom-get", { path: "/machine", property: "memory-backend" })
    .catch(() => "");
  const id = backend.replace("/objects/", "");
  const found = (await qmp.command<readonly Memory[]>("query-memdev")).find((one) => one.id === id);
  const need = "QEMU's memory has to be one file that is shared: -machine memory-backend=ID with ";
  const how = `${need}-object memory-backend-file,id=ID,share=on`;
  if (found === undefined) throw new BackendError(how);
  const path = `/objects/${id}`;
  const file = await qmp.command<string>("qom-get", { path, property: "mem-path" }).catch(() => "");
  const share = await qmp.command<boolean>("qom-get", { path, property: "share" }).catch(() => false);
  if (file === "" || !share) throw new BackendError(how);
  const { "plugged-memory": plugged = 0 } = await qmp.command<{ readonly "plugged-memory"?: number }>(
    "query-memory-size-summary",
  );
  if (plugged > 0) throw new BackendError(`QEMU has ${plugged} octets of memory plugged in, which cannot be saved`);
  return { path: file, octets: found.size, blocks: [id, path] };
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/**
 * The command line of a machine that an image describes; `words` are the caller's, for devices and whatever the image does not say. What
 * the image says ends up in single words that are names and numbers. RefusedError where that is not so.
 */
export function lineOf(machine: Machine, words: readonly string[]): CommandLine {
  if (machine.kind !== KIND) throw new RefusedError(`the image holds a ${machine.kind} machine, which QEMU is not`);
  const { machine: type, cpu } = machine.config;
  if (type === undefined || !NAME.test(type) || cpu === undefined || !NAME.test(cpu))
    throw new RefusedError("the machine's config lacks the names of a machine and a CPU");
  if (machine.vcpus < 1 || machine.vcpus > MOST_VCPUS)
    throw new RefusedError(`the machine's vcpus is ${machine.vcpus}; QEMU has 1 to ${MOST_VCPUS}`);
  const { topology } = machine.config;
  if (topology?.split(" ").length !== machine.vcpus)
    throw new RefusedError(`the machine's vcpus is ${machine.vcpus}, and its topology is of another number`);
  const memory = ramPages(machine) * PAGE;
  return parseCommandLine(words, { machine: type, cpu, vcpus: String(machine.vcpus), memory });
}

/** Whether one release is newer than another, or none at all: a newer QEMU takes the states of an older one, for the same machine type. */
function isNewer(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.split(".").map(Number));
  const at = [0, 1, 2].find((index) => a?.[index] !== b?.[index]);
  return !/^\d+\.\d+\.\d+$/.test(one) || (at !== undefined && (a?.[at] as number) > (b?.[at] as number));
}

/** Throws RefusedError, naming the part, where `here` is not the machine that the image holds. */
export function requireSame(here: Machine, there: Machine): void {
  if (there.kind !== KIND) throw new RefusedError(`the image holds a ${there.kind} machine, which QEMU is not`);
  const { release = "" } = there.config;
  if (isNewer(release, here.config.release ?? ""))
    throw new RefusedError(`the machine's release is ${release}; this QEMU is the older ${here.config.release}`);
  sameParts({ ...here, config: { ...here.config, release } }, there, "this QEMU");
}
