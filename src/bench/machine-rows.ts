/** A guest of QEMU with fully touched memory, saved and restored, against copying the file that is its memory. */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomFillSync } from "node:crypto";
import { closeSync, existsSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { PROGRAM } from "../hypervisor/qemu/vm.ts";
import type { MachineMeasured } from "./machine-child.ts";
import { times } from "./pair.ts";
import type { Place } from "./place.ts";
import { wholeProcess } from "./processes.ts";
import { root } from "./root.ts";
import type { Row } from "./rows.ts";

const CHILD = join(root, "dist/src/bench/machine-child.js");
const PIECE = 2 ** 22;
/** No multiple of 64 pages, so that QEMU can be relied on. */
const ODD = 8192;

/** Files of one machine; made when first asked for, gone with the place. */
type Machine = { readonly ram: string; readonly socket: string; readonly image: string };

/** The rows, where there is QEMU; `size` is that of memory, in octets. */
export function machineRows(place: Place, size: number): Row[] {
  if (spawnSync(PROGRAM, ["--version"]).status !== 0) return [];
  let machine: Machine | undefined;
  const made = () => (machine ??= start(place, "guest", size + ODD));
  const copy = (to: string) =>
    wholeProcess("cp", ["--reflink=never", "--sparse=never", made().ram, join(place.folder, to)]);
  let peak = 0;
  let began: number | undefined;
  const save = () => {
    const { socket, image } = made();
    if (!existsSync(image)) copy("guest.img");
    const taken = measured("save", socket, image);
    peak = Math.max(peak, taken.peak);
    return taken.seconds;
  };
  const restore = () => {
    const { image } = made();
    if (!existsSync(image)) save();
    const taken = measured("restore", image);
    peak = Math.max(peak, taken.peak);
    began = taken.start;
    return taken.seconds;
  };
  return [
    {
      id: "save-qemu",
      measure: `save a QEMU guest of ${size / 2 ** 20} MiB, existing file`,
      peer: "cp of its memory, existing file",
      unit: "times",
      target: { atLeast: 0.8 },
      pair() {
        if (!existsSync(join(place.folder, "copy"))) copy("copy");
        return times(save(), copy("copy"));
      },
    },
    {
      id: "restore-qemu",
      measure: "restore it, into a QEMU that has started",
      peer: "cp of its memory, new file",
      unit: "times",
      target: { atLeast: 0.8 },
      pair() {
        // Memory that was in use a moment ago is had sooner than any other: both sides come after something that gave up as much.
        rmSync(join(place.folder, "copy"), { force: true });
        const ours = restore();
        return times(ours, copy("copy"));
      },
    },
    {
      id: "restore-qemu-start",
      measure: "QEMU's start before the first page",
      peer: "-",
      unit: "s",
      once: true,
      pair() {
        if (began === undefined) restore();
        return { ours: began!, value: began! };
      },
    },
    {
      id: "machine-peak",
      measure: "peak of memory of both",
      peer: "-",
      unit: "MiB",
      target: { atMost: 160 },
      once: true,
      pair() {
        if (peak === 0) restore();
        return { ours: peak, value: peak };
      },
    },
    {
      id: "machine-flat",
      measure: `that peak over the one for a guest of ${size / 2 ** 22} MiB`,
      peer: "-",
      unit: "times",
      target: { atMost: 1.1 },
      once: true,
      pair() {
        const [all, less] = [made(), start(place, "quarter", size / 4 + ODD)].map(({ socket, image }) => {
          closeSync(openSync(image, "a"));
          return Math.max(measured("save", socket, image).peak, measured("restore", image).peak);
        }) as [number, number];
        return { ours: all, theirs: less, value: all / less };
      },
    },
  ];
}

function measured(...args: readonly string[]): MachineMeasured {
  const ended = spawnSync(process.execPath, [CHILD, ...args], { encoding: "utf8" });
  if (ended.status !== 0) throw new Error(`${args.join(" ")} ended with ${ended.status}: ${ended.stderr}`);
  return JSON.parse(ended.stdout) as MachineMeasured;
}

/** Starts a machine without anything to boot, its memory full of noise. It ends with this process. */
function start({ folder }: Place, name: string, octets: number): Machine {
  const [ram, socket, image] = ["ram", "qmp", "img"].map((part) => join(folder, `${name}.${part}`)) as [
    string,
    string,
    string,
  ];
  fill(ram, octets);
  const child: ChildProcess = spawn(
    PROGRAM,
    [
      ["-nodefaults", "-display", "none", "-machine", "pc,memory-backend=ram", "-m", `${octets}B`],
      ["-object", `memory-backend-file,id=ram,size=${octets},mem-path=${ram},share=on`],
      ["-qmp", `unix:${socket},server=on,wait=off`],
    ].flat(),
    { stdio: "ignore" },
  );
  child.unref();
  process.once("exit", () => child.kill("SIGKILL"));
  const cell = new Int32Array(new SharedArrayBuffer(4));
  while (!existsSync(socket) && child.exitCode === null) Atomics.wait(cell, 0, 0, 20);
  return { ram, socket, image };
}

function fill(path: string, octets: number): void {
  const noise = randomFillSync(new Uint8Array(PIECE));
  const fd = openSync(path, "wx");
  for (let done = 0; done < octets; ) done += writeSync(fd, noise, 0, Math.min(PIECE, octets - done));
  closeSync(fd);
}
