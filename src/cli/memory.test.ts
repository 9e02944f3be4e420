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

/** Sends an image through commands in a row; what the last one says, and the most memory that each had, in MiB. */
async function through(
  batches: number,
  ...commands: readonly (readonly string[])[]
): Promise<{ statuses: number[]; peaks: number[]; stdout: string }> {
  const children = commands.map((args) =>
    spawn(process.execPath, [mainProgram(), ...args], { stdio: ["pipe", "pipe", "inherit"] }),
  );
  const peaks = children.map(() => 0);
  const watch = setInterval(() => {
    for (const [index, child] of children.entries()) peaks[index] = Math.max(peaks[index] as number, peakOf(child));
  }, 10);
  let stdout = "";
  const ends = children.map((child) => once(child, "close"));
  for (const [index, child] of children.entries()) {
    const next = children[index + 1];
    if (next !== undefined) child.stdout.pipe(next.stdin);
    else
      child.stdout.on("data", (chunk) => {
        stdout += chunk;
      });
  }
  await writeBigImage((children[0] as (typeof children)[number]).stdin, batches);
  const statuses = (await Promise.all(ends)).map(([status]) => status);
  clearInterval(watch);
  return { statuses, peaks, stdout };
}

const VERIFY = ["verify", "--json", "-"];
const hasPeaks = existsSync("/proc/self/status");

test.runIf(hasPeaks)(
  "an image of 2 GiB is verified from a pipe within 150 MiB",
  async () => {
    const { statuses, peaks, stdout } = await through(512, VERIFY);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "accept", findings: [], edition: "v3" });
    expect(statuses).toEqual([0]);
    expect(peaks[0]).toBeGreaterThan(20);
    expect(peaks[0]).toBeLessThan(150);
  },
  180_000,
);

test.runIf(hasPeaks)(
  "an image of 512 MiB is compressed, given sums and brought back from pipe to pipe within 250 MiB each",
  async () => {
    const { statuses, peaks, stdout } = await through(
      128,
      ["convert", "-", "-", "--to", "v4-draft", "--codec", "lz4", "--checksum", "record=crc32c,image=crc32"],
      ["convert", "-", "-", "--to", "v3", "--container", "xl"],
      VERIFY,
    );
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "accept", findings: [], edition: "v3" });
    expect(statuses).toEqual([0, 0, 0]);
    for (const peak of peaks) expect(peak).toBeLessThan(250);
  },
  180_000,
);
