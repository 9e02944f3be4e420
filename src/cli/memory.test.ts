import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { expect, test } from "vitest";
import { mainProgram, packageRoot } from "./package-root.ts";
import { imageOctets } from "./testing/run.ts";

const PAGES = 1024;
const BATCH = 8 + 8 + 8 * PAGES + 4096 * PAGES;

/** The parts of an HVM image around its memory: what comes before the pages, and what comes after. */
function frame(): { head: Uint8Array; tail: Uint8Array } {
  const octets = imageOctets("small.v3");
  const { labels } = JSON.parse(readFileSync(join(packageRoot(), "conformance/images/small.v3.json"), "utf8"));
  return { head: octets.subarray(0, labels.page), tail: octets.subarray(labels.tsc) };
}

/** Writes an image of `batches` times 4 MiB of memory, made on the way; every page of a batch holds the batch's number. */
async function writeBigImage(out: Writable, batches: number): Promise<void> {
  const { head, tail } = frame();
  const write = async (octets: Uint8Array) => {
    if (!out.write(octets)) await once(out, "drain");
  };
  await write(head);
  const pair = [Buffer.alloc(BATCH), Buffer.alloc(BATCH)] as const;
  for (let batch = 0; batch < batches; batch++) {
    const record = pair[(batch & 1) as 0 | 1];
    record.fill(batch & 0xff, 16 + 8 * PAGES);
    record.writeUInt32LE(1, 0);
    record.writeUInt32LE(BATCH - 8, 4);
    record.writeUInt32LE(PAGES, 8);
    for (let i = 0; i < PAGES; i++) record.writeBigUInt64LE(BigInt(batch * PAGES + i), 16 + 8 * i);
    await write(record);
  }
  await write(tail);
  out.end();
}

/** The most memory that a process had at once so far, in MiB, as Linux tells it. */
function peakOf({ pid }: ChildProcess): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function verifyBig(batches: number): Promise<{ status: number; peak: number; stdout: string }> {
  const child = spawn(process.execPath, [mainProgram(), "verify", "--json", "-"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child));
  }, 10);
  let stdout = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  const end = once(child, "close");
  await writeBigImage(child.stdin, batches);
  const [status] = await end;
  clearInterval(watch);
  return { status, peak, stdout };
}

test.runIf(existsSync("/proc/self/status"))(
  "an image of 2 GiB is verified from a pipe within 150 MiB",
  async () => {
    const { status, peak, stdout } = await verifyBig(512);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "accept", findings: [], edition: "v3" });
    expect(status).toBe(0);
    expect(peak).toBeGreaterThan(20);
    expect(peak).toBeLessThan(150);
  },
  180_000,
);
