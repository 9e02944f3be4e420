/**
 * Saves the guest of a QEMU, or restores one: `node machine-child.js save SOCKET FILE`, `... restore FILE`. Prints seconds
 * from the first octet to the last, or to the guest that could run, and the most memory that the process had, in MiB.
 */

import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { restoreDomain, saveDomain } from "../hypervisor/index.ts";
import { qemuAt, qemuBackend } from "../hypervisor/qemu/backend.ts";
import type { Measured } from "./child.ts";

async function save(socket = "", path = ""): Promise<number> {
  const backend = await qemuAt(socket);
  const [domain] = await backend.domains();
  if (domain === undefined) throw new Error(`there is no guest at ${socket}`);
  await domain.pause();
  // Over what is there, like the peer.
  const file = await open(path, "r+");
  const start = performance.now();
  await saveDomain(domain, async (octets) => {
    for (let done = 0; done < octets.length; ) done += (await file.write(octets, done)).bytesWritten;
  });
  await file.close();
  const seconds = (performance.now() - start) / 1000;
  await backend.close();
  return seconds;
}

async function restore(path = ""): Promise<number> {
  const backend = qemuBackend();
  const start = performance.now();
  await restoreDomain(backend, createReadStream(path, { highWaterMark: 2 ** 20 }));
  const seconds = (performance.now() - start) / 1000;
  await backend.close();
  return seconds;
}

const [verb, ...args] = process.argv.slice(2);
const seconds = verb === "save" ? await save(...args) : await restore(...args);
process.stdout.write(JSON.stringify({ seconds, peak: process.resourceUsage().maxRSS / 1024 } satisfies Measured));
