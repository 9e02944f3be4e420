/**
 * Saves the guest of a QEMU, or restores one: `node machine-child.js save SOCKET FILE`, `... restore FILE`. Prints seconds
 * from the first octet to the last, or to the guest that could run, the most memory that the process had, in MiB, and of a restore the
 * seconds that its QEMU took to start, which are not among the others.
 */

import { open } from "node:fs/promises";
import { imageChunks, restoreDomain, saveDomain } from "../hypervisor/index.ts";
import { qemuAt, qemuBackend } from "../hypervisor/qemu/backend.ts";
import type { Measured } from "./child.ts";

export type MachineMeasured = Measured & { readonly start: number };

/** Octets from which on a part of a record is worth a call of its own. */
const LARGE = 2 ** 17;

async function save(socket = "", path = ""): Promise<readonly [seconds: number, start: number]> {
  const backend = await qemuAt(socket);
  const [domain] = await backend.domains();
  if (domain === undefined) throw new Error(`there is no guest at ${socket}`);
  await domain.pause();
  // Over what is there, like the peer.
  const file = await open(path, "r+");
  const start = performance.now();
  // The small parts of a record go with its pages, as `dsi save` has it.
  let small: Uint8Array[] = [];
  const flush = async (octets: Uint8Array) => {
    const parts = [...small, octets];
    small = [];
    const { bytesWritten } = await file.writev(parts);
    if (bytesWritten !== parts.reduce((sum, { length }) => sum + length, 0)) throw new Error(`${path} is full`);
  };
  await saveDomain(domain, async (octets) => {
    if (octets.length < LARGE) small.push(octets.slice());
    else await flush(octets);
  });
  await flush(new Uint8Array(0));
  await file.close();
  const seconds = (performance.now() - start) / 1000;
  await backend.close();
  return [seconds, 0];
}

async function restore(path = ""): Promise<readonly [seconds: number, start: number]> {
  const qemu = qemuBackend();
  let began = 0;
  const incoming: typeof qemu.incoming = async (machine) => {
    const before = performance.now();
    const target = await qemu.incoming(machine);
    began = (performance.now() - before) / 1000;
    return target;
  };
  const start = performance.now();
  await restoreDomain({ ...qemu, incoming }, imageChunks(path));
  const seconds = (performance.now() - start) / 1000;
  await qemu.close();
  return [seconds - began, began];
}

const [verb, ...args] = process.argv.slice(2);
const [seconds, start] = verb === "save" ? await save(...args) : await restore(...args);
const peak = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ seconds, start, peak } satisfies MachineMeasured));
