/** One measurement in a process of its own: `node child.js TASK ...` prints what it came to as JSON. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, readSync, statSync, writeSync } from "node:fs";
import { checkpointMethods, checkpoints } from "./checkpoints.ts";
import { type Method, methods } from "./methods.ts";
import { restorer } from "./restore.ts";
import { imageOf } from "./save.ts";

/** Seconds without the start of the process, and the most memory that it and a program beside it had, in MiB. */
export type Timed = { readonly seconds: number; readonly peak: number };

const PIECE = 2 ** 19;

function writeAll(fd: number, octets: Uint8Array): void {
  for (let at = 0; at < octets.length; ) at += writeSync(fd, octets, at);
}

/**
 * KiB that a running process had at most; 0 once it has ended. Linux's own count of what this program has had: that of `resourceUsage` begins
 * with what its parent had when it was started.
 */
function peakOf(pid: number | "self" | undefined): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

async function save(method: Method, memory: string, image: string): Promise<number> {
  const fd = openSync(image, "w");
  if (method.outside === undefined) {
    for (const octets of imageOf(memory, method)) writeAll(fd, octets);
    closeSync(fd);
    return 0;
  }
  const [program, level] = method.outside;
  const beside = spawn(program, [`-${level}`, "-c"], { stdio: ["pipe", fd, "inherit"] });
  closeSync(fd);
  const { stdin } = beside;
  if (stdin === null) throw new Error(`${program} has no input`);
  const ended = once(beside, "close");
  let peak = 0;
  for (const octets of imageOf(memory, method)) {
    // The encoder's octets are overwritten by the next: the pipe has them once the callback comes.
    await new Promise<void>((resolve, reject) => {
      stdin.write(octets, (error) => (error ? reject(error) : resolve()));
    });
    peak = Math.max(peak, peakOf(beside.pid));
  }
  stdin.end();
  const [status] = await ended;
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
  return peak;
}

async function restore(method: Method, image: string, target: number): Promise<number> {
  const reader = restorer(target);
  let peak = 0;
  if (method.outside === undefined) {
    const fd = openSync(image, "r");
    const piece = new Uint8Array(PIECE);
    for (let count = 1; count > 0; ) {
      count = readSync(fd, piece, 0, PIECE, null);
      if (count > 0) reader.push(piece.subarray(0, count));
    }
    closeSync(fd);
  } else {
    const fd = openSync(image, "r");
    const beside = spawn(method.outside[0], ["-d", "-c"], { stdio: [fd, "pipe", "inherit"] });
    closeSync(fd);
    const ended = once(beside, "close");
    for await (const octets of beside.stdout ?? []) {
      reader.push(new Uint8Array(octets.buffer, octets.byteOffset, octets.length));
      peak = Math.max(peak, peakOf(beside.pid));
    }
    const [status] = await ended;
    if (status !== 0) throw new Error(`${method.outside[0]} ended with ${status}`);
  }
  reader.end();
  return peak;
}

function methodNamed(id: string | undefined): Method {
  const method = methods.find((one) => one.id === id);
  if (method === undefined) throw new Error(`no method ${id}`);
  return method;
}

async function timed(work: () => Promise<number> | number): Promise<Timed> {
  const start = performance.now();
  const beside = await work();
  const seconds = (performance.now() - start) / 1000;
  return { seconds, peak: (peakOf("self") + beside) / 1024 };
}

async function run([task, id, first = "", second = ""]: readonly string[]): Promise<unknown> {
  if (task === "save") {
    const result = await timed(() => save(methodNamed(id), first, second));
    return { ...result, octets: statSync(second).size };
  }
  if (task === "restore") {
    const target = openSync(second, "w");
    ftruncateSync(target, Number(process.env.BENCH_MEMORY));
    return timed(() => restore(methodNamed(id), first, target));
  }
  if (task === "disk") {
    return timed(() => {
      const fd = openSync(first, "w");
      writeAll(fd, readFileSync(second));
      fsyncSync(fd);
      closeSync(fd);
      return 0;
    });
  }
  const method = checkpointMethods.find((one) => one.id === id);
  if (method === undefined) throw new Error(`no task ${task} ${id}`);
  return checkpoints(first, second.split(","), method);
}

process.stdout.write(JSON.stringify(await run(process.argv.slice(2))));
