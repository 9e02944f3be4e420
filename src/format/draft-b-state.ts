/** The part of a state that records of the proposal of 2014 leave (spec 16.14). */

import { sha256Hex } from "../codecs/sha256.ts";
import { P2M_HEADER, PFN_END, readP2mPart } from "./draft-b.ts";
import type { RecordBody } from "./events.ts";
import { fields, hex } from "./octets.ts";
import { DRAFT_B } from "./profile.ts";
import type { Bulk, State } from "./state.ts";
import { VCPU_HEADER, vcpuId } from "./vcpu-records.ts";
import { readPvInfo } from "./x86-pv.ts";

/** Collects what records leave; they have been found to be right. */
export class DraftBState {
  private width = 0;
  private levels = 0;
  /** One octet string for each part of the table, in the order of the image. */
  private readonly parts: { readonly begin: number; readonly entries: BigUint64Array }[] = [];
  private readonly vcpus = new Map<number, Bulk>();

  take(body: RecordBody): void {
    const { head, octets } = body;
    switch (head.type) {
      case DRAFT_B.X86_PV_INFO: {
        const info = readPvInfo(body);
        this.width = info?.width ?? 0;
        this.levels = info?.levels ?? 0;
        break;
      }
      case DRAFT_B.P2M: {
        const part = readP2mPart(body);
        if (part === undefined || part.begin > PFN_END) break;
        const count = Math.floor((octets.length - P2M_HEADER) / 8);
        const { u64 } = fields(octets, head.isBe);
        const entries = BigUint64Array.from({ length: count }, (_, entry) => u64(P2M_HEADER + 8 * entry));
        this.parts.push({ begin: Number(part.begin), entries });
        break;
      }
      case DRAFT_B.VCPU_CONTEXT: {
        const context = octets.subarray(VCPU_HEADER);
        this.vcpus.set(vcpuId(body) as number, { len: context.length, sha256: sha256Hex(context) });
        break;
      }
    }
  }

  /** The records as a state; where a pfn stands in several parts of the table, by its last entry (DB-083). */
  pv(): NonNullable<State["pv"]> {
    const count = this.parts.reduce((most, { begin, entries }) => Math.max(most, begin + entries.length), 0);
    const frames = new BigUint64Array(count);
    for (const { begin, entries } of this.parts) frames.set(entries, begin);
    return {
      width: this.width,
      levels: this.levels,
      p2m: { start: 0, end: count - 1, frames: Array.from(frames, hex) },
      sharedInfo: null,
      vcpus: [...this.vcpus].sort(([a], [b]) => a - b).map(([id, basic]) => ({ id, basic })),
    };
  }
}
