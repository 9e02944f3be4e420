/** What a Reader of v3 knows of a machine's state: its clock, and its registers in an HVM context (spec 8.1, 9.1). */

import type { RawRecord, StreamRecord } from "../containers/index.ts";
import { hex, RECORD } from "../format/index.ts";
import { BackendError, type Domain } from "./backend.ts";
import { cpuEntry } from "./vcpu.ts";

type Entry = { readonly typecode: number; readonly instance: number; readonly body: Uint8Array };

/** X86_TSC_INFO and HVM_CONTEXT of a domain that stands still. BackendError where it has not run for long enough to tell its clock. */
export async function hvmRecords(domain: Domain): Promise<(StreamRecord | RawRecord)[]> {
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
  const cpus = vcpus.map((vcpu, instance) => ({ typecode: 2, instance, body: cpuEntry(vcpu) }));
  return [
    {
      type: RECORD.X86_TSC_INFO,
      fields: { mode: 0, khz, nsec: hex((tsc * 1_000_000n) / BigInt(khz)), incarnation: 0 },
    },
    { type: RECORD.HVM_CONTEXT, octets: hvmContext([{ typecode: 1, instance: 0, body: header }, ...cpus]) },
  ];
}

/** A chain of entries with its END. */
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
