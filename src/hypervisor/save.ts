/** Saving: a domain of any backend to an image. */

import { crc32 } from "node:zlib";
import { ImageWriter, type RawRecord, type Segments, type StreamRecord } from "../containers/index.ts";
import { hex, RECORD } from "../format/index.ts";
import { BackendError, type Domain, type LiveOptions } from "./backend.ts";
import { MACHINE, machineBody, PLATFORM_STATE, platformBody } from "./overlay.ts";
import { pausedRound } from "./paused-round.ts";
import { cpuEntry, type Vcpu } from "./vcpu.ts";

/** Takes octets to be written, in order; they may be views on the domain's memory, and are good until it is done. */
export type Write = (octets: Uint8Array) => Promise<void>;

export type SaveOptions = {
  /** Sends memory while the guest runs, and pauses it for the rest only. */
  readonly live?: LiveOptions;
  /** Is told of every round once it has been sent. */
  readonly onRound?: (round: RoundReport) => void;
};

/** One round as it was sent. Times in milliseconds. */
export type RoundReport = {
  readonly round: number;
  readonly final: boolean;
  readonly pages: number;
  readonly ms: number;
};

/** What a save came to. `downtime`: from the pause until the last octet was handed over; the guest is still paused. */
export type SaveReport = {
  readonly rounds: readonly RoundReport[];
  readonly octets: number;
  readonly downtime: number;
};

/** An x86 HVM domain, its context laid out as Xen 4.17 does. */
const DOMAIN = { type: 2, pageShift: 12, xenMajor: 4, xenMinor: 17 };

/**
 * Writes the domain's image. When it is written the domain is paused, and stays so until the caller has made sure of the octets and
 * resumes or destroys it. Where it throws, the domain goes on as it did before.
 */
export async function saveDomain(domain: Domain, write: Write, options: SaveOptions = {}): Promise<SaveReport> {
  const wasRunning = domain.status === "running";
  try {
    return await save(domain, write, options);
  } catch (error) {
    if (wasRunning) await domain.resume().catch(() => {});
    throw error;
  }
}

async function save(domain: Domain, write: Write, { live, onRound }: SaveOptions): Promise<SaveReport> {
  let sum = 0;
  let octets = 0;
  const writer = new ImageWriter({ edition: "v3", domain: DOMAIN }, (body) => {
    sum = crc32(body, sum);
  });
  const put = async (segments: Segments) => {
    for (const segment of segments) {
      octets += segment.length;
      await write(segment);
    }
  };
  await put(writer.begin());
  await put(writer.record({ type: MACHINE, octets: machineBody(domain.machine) }));
  await put(writer.record({ type: RECORD.STATIC_DATA_END }));
  const rounds: RoundReport[] = [];
  let paused = 0;
  if (live === undefined) await domain.pause();
  for await (const { round, final, pages } of live === undefined ? pausedRound(domain) : domain.liveRounds(live)) {
    const begun = performance.now();
    if (final) paused = begun;
    let count = 0;
    for await (const { pfns, data } of pages) {
      await put(writer.pages(pfns, data));
      count += pfns.length;
    }
    const report = { round, final, pages: count, ms: performance.now() - begun };
    rounds.push(report);
    onRound?.(report);
  }
  for (const record of await stateRecords(domain)) await put(writer.record(record));
  const state = await domain.platformState();
  await put(writer.record({ type: PLATFORM_STATE, octets: platformBody(state, (body) => crc32(body, sum)) }));
  await put(writer.end());
  return { rounds, octets, downtime: performance.now() - paused };
}

/** What a Reader of v3 knows of a machine's state: its registers and its clock. */
async function stateRecords(domain: Domain): Promise<(StreamRecord | RawRecord)[]> {
  const vcpus = await domain.vcpus();
  const tsc = vcpus[0]?.registers.tsc ?? 0n;
  const khz = await domain.tscKhz();
  if (khz === undefined) throw new BackendError(`${domain.id} has not run for long enough to tell the rate of its TSC`);
  const header = new Uint8Array(24);
  const view = new DataView(header.buffer);
  view.setUint32(0, 0x54381286, true);
  view.setUint32(4, 1, true);
  view.setBigUint64(8, 0xffff_ffff_ffff_ffffn, true);
  view.setUint32(20, khz, true);
  const entries = [{ typecode: 1, instance: 0, body: header }, ...vcpus.map(cpuDescriptor)];
  return [
    {
      type: RECORD.X86_TSC_INFO,
      fields: { mode: 0, khz, nsec: hex((tsc * 1_000_000n) / BigInt(khz)), incarnation: 0 },
    },
    { type: RECORD.HVM_CONTEXT, octets: hvmContext(entries) },
  ];
}

type Entry = { readonly typecode: number; readonly instance: number; readonly body: Uint8Array };

function cpuDescriptor(vcpu: Vcpu, instance: number): Entry {
  return { typecode: 2, instance, body: cpuEntry(vcpu) };
}

/** A chain of entries with its END (spec 9.1). */
function hvmContext(entries: readonly Entry[]): Uint8Array {
  const parts = [...entries, { typecode: 0, instance: 0, body: new Uint8Array(0) }].map(
    ({ typecode, instance, body }) => {
      const part = new Uint8Array(8 + body.length);
      const view = new DataView(part.buffer);
      view.setUint16(0, typecode, true);
      view.setUint16(2, instance, true);
      view.setUint32(4, body.length, true);
      part.set(body, 8);
      return part;
    },
  );
  return Uint8Array.from(Buffer.concat(parts));
}
