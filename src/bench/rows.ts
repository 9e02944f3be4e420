/** The rows of the table: what is measured, against what, and what is wanted. */

import { join } from "node:path";
import { conformanceRows } from "./conformance-rows.ts";
import { convertRows } from "./convert-rows.ts";
import { machineRows } from "./machine-rows.ts";
import { type Pair, times } from "./pair.ts";
import type { Place } from "./place.ts";
import { dsi, peakOfPipe, task, wholeProcess } from "./processes.ts";
import { command, root } from "./root.ts";
import type { Target } from "./statistics.ts";

/** A row. `once`: one run says it all, since it is not a matter of time. */
export type Row = {
  readonly id: string;
  readonly measure: string;
  readonly peer: string;
  readonly unit: string;
  readonly target?: Target;
  readonly once?: true;
  pair(): Pair | Promise<Pair>;
};

/** What a run of the bench was asked for. `size` in octets; `verifier`: the program verify-stream-v2, if there is one. */
export type Asked = { readonly size: number; readonly full: boolean; readonly verifier: string | undefined };

const MIB = 2 ** 20;
const GIB = 2 ** 30;
const BUFFERS = [2 ** 18, 2 ** 19, 2 ** 20, 2 ** 21, 2 ** 22];

/** The buffer with which a task reads a file fastest; each side has its own. */
function bestBuffer(name: string, path: string): number {
  const seconds = BUFFERS.map((buffer) => ({ buffer, seconds: task(name, path, buffer).seconds }));
  return seconds.reduce((best, one) => (one.seconds < best.seconds ? one : best)).buffer;
}

/** A row that reads the same file on both sides, each with its best buffer. */
function readingRow(row: Omit<Row, "pair" | "unit">, tasks: readonly [string, string], file: () => string): Row {
  let buffers: readonly [number, number] | undefined;
  return {
    ...row,
    unit: "times",
    pair() {
      const path = file();
      buffers ??= [bestBuffer(tasks[0], path), bestBuffer(tasks[1], path)];
      return times(task(tasks[0], path, buffers[0]).seconds, task(tasks[1], path, buffers[1]).seconds);
    },
  };
}

/** A rate of one side, in GB (10^9 octets) a second. */
function rateRow(row: Omit<Row, "pair" | "unit" | "peer">, octets: number, seconds: () => number): Row {
  return {
    ...row,
    peer: "-",
    unit: "GB/s",
    pair() {
      const ours = seconds();
      return { ours, value: octets / ours / 1e9 };
    },
  };
}

/** Reads standard input as the command does, into one buffer, and looks at nothing. */
const READ_ONLY =
  'new (require("net").Socket)({ fd: 0, readable: true, writable: false, onread: { buffer: Buffer.alloc(2 ** 18), callback: () => true } }).resume()';

/** What is measured of a size once. */
function once(measure: (octets: number) => Promise<number>): (octets: number) => Promise<number> {
  const known = new Map<number, Promise<number>>();
  return (octets) => {
    const measured = known.get(octets) ?? measure(octets);
    known.set(octets, measured);
    return measured;
  };
}

function peakRows({ full, size }: Asked): Row[] {
  const sizes = [64 * MIB, Math.max(64 * MIB, Math.min(size, GIB)), ...(full ? [64 * GIB] : [])];
  const peakAt = once((octets) => peakOfPipe("batches", octets, [command, "verify", "-"]));
  const bareAt = once((octets) => peakOfPipe("batches", octets, ["-e", READ_ONLY]));
  return sizes.flatMap((octets, index): Row[] => {
    const name = octets >= GIB ? `${octets / GIB} GiB` : `${octets / MIB} MiB`;
    if (index > 0 && octets === sizes[0]) return [];
    const measured: Row = {
      id: `peak-${index}`,
      measure: `peak of memory, ${name} by pipe`,
      peer: "-",
      unit: "MiB",
      target: { atMost: 100 },
      once: true,
      async pair() {
        const peak = await peakAt(octets);
        return { ours: peak, value: peak };
      },
    };
    const bare: Row = {
      id: `bare-growth-${index}`,
      measure: `what a program in Node that only reads grows to by ${name}`,
      peer: "64 MiB by pipe",
      unit: "times",
      once: true,
      async pair() {
        const [ours, theirs] = [await bareAt(octets), await bareAt(64 * MIB)];
        return { ours, theirs, value: ours / theirs };
      },
    };
    const growth: Row = {
      id: `growth-${index}`,
      measure: `its growth to ${name}`,
      peer: "64 MiB by pipe",
      unit: "times",
      target: { atMost: 1.1 },
      once: true,
      async pair() {
        const [ours, theirs] = [await peakAt(octets), await peakAt(64 * MIB)];
        return { ours, theirs, value: ours / theirs };
      },
    };
    return index === 0 ? [measured] : [measured, growth, bare];
  });
}

function verifierRows(place: Place, verifier: string): Row[] {
  const verifierOn = (path: string) => wholeProcess(verifier, ["-i", path]);
  const less = (path: string) => verifierOn(path) - verifierOn(place.file("nothing"));
  return [
    {
      id: "verify-process",
      measure: "verify, batches, whole process",
      peer: "verify-stream-v2, whole process",
      unit: "times",
      target: { atLeast: 1.5 },
      pair: () => times(dsi(["verify", place.file("batches")]), verifierOn(place.file("batches"))),
    },
    {
      id: "read-single-pages",
      measure: "readSync of single-page records, looking at none",
      peer: "verify-stream-v2, less its run on an empty image",
      unit: "times",
      pair() {
        const path = place.file("single-pages");
        return times(task("read", path, MIB / 2).seconds, less(path));
      },
    },
    {
      id: "verify-single-pages",
      measure: "verify, single-page records",
      peer: "verify-stream-v2, less its run on an empty image",
      unit: "times",
      target: { atLeast: 5 },
      pair() {
        const path = place.file("single-pages");
        const ours = task("verify", path, MIB / 2).seconds;
        return times(ours, less(path));
      },
    },
  ];
}

/** How long the command takes to start, and what of that an empty module and the parser of its words take. */
function startUpRows(): Row[] {
  const tiny = join(root, "conformance/images/small.v3.img");
  const bare = () => wholeProcess(process.execPath, ["-e", "0"]);
  const commander = import.meta.resolve("commander");
  const against = (row: Omit<Row, "peer" | "unit" | "pair">, ours: () => number): Row => ({
    ...row,
    peer: "node -e 0",
    unit: "times its time",
    pair() {
      const [taken, theirs] = [ours(), bare()];
      return { ours: taken, theirs, value: taken / theirs };
    },
  });
  const modules = (text: string) => () => wholeProcess(process.execPath, ["--input-type=module", "-e", text]);
  return [
    against({ id: "start-up-module", measure: "an empty module, whole process" }, modules("")),
    against(
      { id: "start-up-commander", measure: "a module that imports commander, whole process" },
      modules(`import ${JSON.stringify(commander)}`),
    ),
    against({ id: "start-up", measure: "dsi verify of a tiny image, whole process", target: { atMost: 1.5 } }, () =>
      dsi(["verify", tiny]),
    ),
  ];
}

/** Every row that applies. */
export function rowsFor(place: Place, asked: Asked): Row[] {
  const { size, verifier } = asked;
  return [
    readingRow(
      {
        id: "verify-batches",
        measure: "verify, batches of 4 MiB",
        peer: "readSync, best of 256 KiB to 4 MiB",
        target: { atLeast: 0.8 },
      },
      ["verify", "read"],
      () => place.file("batches"),
    ),
    readingRow(
      {
        id: "verify-checked",
        measure: "verify, batches with a CRC-32 each",
        peer: "readSync and the same CRC-32 over the same spans",
        target: { atLeast: 0.9 },
      },
      ["verify", "sum"],
      () => place.file("checked"),
    ),
    {
      id: "verify-file",
      measure: "dsi verify of a file of batches, whole process",
      peer: "cat of it",
      unit: "times",
      pair: () => times(dsi(["verify", place.file("batches")]), wholeProcess("cat", [place.file("batches")])),
    },
    {
      id: "verify-pipe",
      measure: "dsi verify of batches by pipe, whole process",
      peer: "cat by pipe",
      unit: "times",
      pair() {
        const piped = (...to: string[]) => wholeProcess("sh", ["-c", 'cat "$0" | "$@"', place.file("batches"), ...to]);
        return times(piped(process.execPath, command, "verify", "-"), piped("cat"));
      },
    },
    {
      id: "verify-socket",
      measure: "verify, batches by a socket of the loopback interface",
      peer: "the same, thrown away",
      unit: "times",
      pair: () => times(task("verify-received", "batches", size).seconds, task("received", "batches", size).seconds),
    },
    ...(verifier === undefined ? [] : verifierRows(place, verifier)),
    {
      id: "verify-parsed",
      measure: "verify, batches of 64 MiB",
      peer: "the generated parser on it",
      unit: "times",
      pair() {
        const path = place.file("batches", Math.min(size, 64 * MIB));
        return times(task("verify", path, MIB).seconds, task("parse", path).seconds);
      },
    },
    rateRow(
      { id: "verify-holes", measure: "verify, entries without contents", target: { atLeast: 1 } },
      size,
      () => task("verify", place.file("holes"), MIB / 2).seconds,
    ),
    rateRow(
      { id: "verify-small-records", measure: "verify, records of 16 octets" },
      size / 16,
      () => task("verify", place.file("small-records"), MIB / 2).seconds,
    ),
    readingRow(
      { id: "read-state", measure: "read the state, batches", peer: "readSync and SHA-256 of each 4 KiB" },
      ["state", "digest"],
      () => place.file("batches"),
    ),
    {
      id: "write-batches",
      measure: "write a stream of batches, existing file",
      peer: "writeSync of as many octets",
      unit: "times",
      pair() {
        const path = place.target();
        return times(task("write", path, size).seconds, task("put", path, size).seconds);
      },
    },
    ...peakRows(asked),
    ...startUpRows(),
    ...convertRows(place),
    ...machineRows(place, size),
    ...conformanceRows(place),
  ];
}
