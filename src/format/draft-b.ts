/** Records of the proposal of 2014 (spec 16): what they say. Their rules are in `draft-b-rules.ts`. */

import type { RecordBody } from "./events.ts";
import type { Facts } from "./facts.ts";
import { fields } from "./octets.ts";
import { DRAFT_B } from "./profile.ts";
import { vcpuId } from "./vcpu-records.ts";
import { RECORD } from "./vocabulary.ts";
import { readPvInfo } from "./x86-pv.ts";

/** A part of the P2M: pfns from `begin` up to, not including, `end`; both exact. */
export type P2mPart = { readonly begin: bigint; readonly end: bigint };

/** What P2M says of its range; undefined where it is too short to. */
export function readP2mPart({ head, octets }: RecordBody): P2mPart | undefined {
  if (octets.length < P2M_HEADER) return undefined;
  const { u64 } = fields(octets, head.isBe);
  return { begin: u64(0), end: u64(8) };
}

/** Octets of P2M before its entries. */
export const P2M_HEADER = 16;

/** The end of all pfns (DB-079). */
export const PFN_END = 2n ** 32n;

/** What VCPU_INFO says; undefined where it is too short to. */
export function readMaxVcpuId({ head, octets }: RecordBody): number | undefined {
  return octets.length < 4 ? undefined : fields(octets, head.isBe).u32(0);
}

/** Takes a body into the facts: under the names that they have in later editions, since what is asked of them is the same. */
export function absorbDraftB(body: RecordBody, facts: Facts): void {
  const { head, at, octets } = body;
  switch (head.type) {
    case DRAFT_B.X86_PV_INFO:
      facts.pvInfo ??= readPvInfo(body);
      break;
    case DRAFT_B.P2M: {
      const part = readP2mPart(body);
      if (part === undefined || part.end > PFN_END || part.begin >= part.end) break;
      const end = Math.max(facts.maxPfn ?? 0, Number(part.end) - 1);
      facts.p2m = { at, index: head.index, start: 0, end, frames: [] };
      break;
    }
    case DRAFT_B.VCPU_INFO:
      facts.maxVcpuId ??= readMaxVcpuId(body);
      break;
    case DRAFT_B.VCPU_CONTEXT: {
      const id = vcpuId(body);
      if (id === undefined) break;
      const kept = { at, index: head.index, octets: octets.slice(), isBe: head.isBe };
      facts.vcpus.set(id, new Map([[RECORD.X86_PV_VCPU_BASIC, kept]]));
      break;
    }
  }
}
