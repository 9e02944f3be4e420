/** The lab's own guests: tiny programs in assembly that count and watch over a pattern in memory, and how xl is told to run them. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findAssembler } from "../../guest/assemble.ts";
import { labSource } from "./source.ts";
import { LabUnavailable, output } from "./tools.ts";

/** A guest: the source, symbols that choose a variant of it, and its configuration for xl but for the name. */
type Guest = {
  readonly source: "pvh" | "pv" | "hvm";
  readonly variant?: string;
  readonly memory: number;
  readonly vcpus: number;
};

/** The guests by name. Sizes in MiB. */
export const LAB_GUESTS = {
  pvh: { source: "pvh", memory: 4, vcpus: 1 },
  "pvh-2vcpu": { source: "pvh", memory: 4, vcpus: 2 },
  "pvh-dirty": { source: "pvh", variant: "DIRTY", memory: 4, vcpus: 1 },
  "pvh-remus": { source: "pvh", variant: "REMUS", memory: 4, vcpus: 1 },
  pv: { source: "pv", memory: 4, vcpus: 1 },
  "pv-msr": { source: "pv", variant: "TSCAUX", memory: 4, vcpus: 1 },
  hvm: { source: "hvm", memory: 8, vcpus: 1 },
} as const satisfies Readonly<Record<string, Guest>>;

/** Name of a guest of the lab. */
export type LabGuest = keyof typeof LAB_GUESTS;

/** Where the guests and their configurations are in dom0. */
const IN_DOM0 = "/lab/guests";
/** The emulated processor that guests have to themselves: dom0 has the other (lab.ts). */
const GUESTS_CPU = 1;
/** Where a job has to put a copy of /lab/guests/hvm: QEMU takes no IDE disk that it may not write. */
export const HVM_DISK = "/tmp/hvm.disk";
/** Where an HVM guest of the lab says how it is; kept out of /lab, since QEMU wants a file of its own. */
export const HVM_SERIAL = "/tmp/serial.log";

/** Assembles all guests into `folder`, with a configuration NAME.cfg for each. LabUnavailable without an assembler for x86. */
export function buildGuests(folder: string): void {
  const prefix = findAssembler();
  if (prefix === undefined) throw new LabUnavailable("there is no GNU assembler for x86 (Debian: binutils)");
  mkdirSync(folder);
  for (const [name, guest] of Object.entries(LAB_GUESTS)) {
    assemble(guest, prefix, join(folder, name));
    writeFileSync(join(folder, `${name}.cfg`), guestConfig(name as LabGuest));
  }
}

/** The configuration of a guest, as xl reads it. A domain that crashes or powers off stays to be looked at. */
export function guestConfig(name: LabGuest, called: string = name): string {
  const { source, memory, vcpus }: Guest = LAB_GUESTS[name];
  const common = [
    `name="${called}"`,
    `type="${source}"`,
    `memory=${memory}`,
    `vcpus=${vcpus}`,
    'on_crash="preserve"',
    `cpus="${GUESTS_CPU}"`,
  ];
  const disk = `format=raw,vdev=hda,access=rw,backendtype=qdisk,target=${HVM_DISK}`;
  const own =
    source === "hvm"
      ? [
          `disk=['${disk}']`,
          'boot="c"',
          `serial="file:${HVM_SERIAL}"`,
          'vga="none"',
          "vnc=0",
          "sdl=0",
          "usb=0",
          "xen_platform_pci=0",
        ]
      : [`kernel="${IN_DOM0}/${name}"`];
  return `${[...common, ...own].join("\n")}\n`;
}

function assemble({ source, variant }: { source: string; variant?: string }, prefix: string, to: string): void {
  const bits = source === "pv" ? "64" : "32";
  const defined = variant === undefined ? [] : ["--defsym", `${variant}=1`];
  output(`${prefix}as`, [`--${bits}`, ...defined, "-o", `${to}.o`, labSource(`guests/${source}.s`)]);
  const emulation = source === "pv" ? "elf_x86_64" : "elf_i386";
  const layout =
    source === "hvm"
      ? ["-Ttext", "0x7c00", "--oformat", "binary"]
      : ["-T", labSource("guests/kernel.ld"), "-z", "max-page-size=4096", "--build-id=none", "-s"];
  output(`${prefix}ld`, ["-m", emulation, ...layout, "-o", to, `${to}.o`]);
  rmSync(`${to}.o`);
  if (source !== "hvm") return;
  const disk = new Uint8Array(2 ** 20);
  disk.set(readFileSync(to));
  writeFileSync(to, disk);
}
