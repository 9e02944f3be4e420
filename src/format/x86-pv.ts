/** X86_PV_INFO, X86_PV_P2M_FRAMES and SHARED_INFO (spec 7.1, 7.2, 7.4). The vCPU records are in `vcpu-records.ts`. */

import type { RecordBody } from "./events.ts";
import type { Facts, P2mFrames, PvInfo } from "./facts.ts";
import { fields, hex, hexOctets, isZero } from "./octets.ts";
import { type AnyRule, bodyRule, type Report, rule } from "./rule.ts";
import { NOTAB, PAGE_SIZE, PAGE_TYPES, RECORD } from "./vocabulary.ts";

/** What X86_PV_INFO says; undefined where it is too short or names no valid pair (PV-004). */
export function readPvInfo({ head: { index }, octets }: RecordBody): PvInfo | undefined {
  const [width, levels] = octets;
  if (width === 8 && levels === 4) return { index, width, levels };
  return width === 4 && levels === 3 ? { index, width, levels } : undefined;
}

/** What X86_PV_P2M_FRAMES says, whatever its length; undefined where there is no window in it. */
export function readP2mFrames({ head, at, octets }: RecordBody): P2mFrames | undefined {
  if (octets.length < 8) return undefined;
  const { u32, u64 } = fields(octets, head.isBe);
  const frames = Array.from({ length: Math.floor((octets.length - 8) / 8) }, (_, frame) => u64(8 + 8 * frame));
  return { at, index: head.index, start: u32(0), end: u32(4), frames };
}

/** Octets of the record as its window demands; undefined where the window is turned round or the width not known. */
function p2mLength({ start, end }: P2mFrames, width: number | undefined): number | undefined {
  if (width === undefined || start > end) return undefined;
  const perFrame = PAGE_SIZE / width;
  return 8 + 8 * (Math.floor(end / perFrame) - Math.floor(start / perFrame) + 1);
}

function p2mRule(
  code: AnyRule["code"],
  check: (p2m: P2mFrames, body: RecordBody, facts: Facts, report: Report) => void,
): AnyRule {
  return bodyRule(RECORD.X86_PV_P2M_FRAMES, code, (body, facts, report) => {
    const p2m = readP2mFrames(body);
    if (p2m !== undefined) check(p2m, body, facts, report);
  });
}

export const x86PvRules: readonly AnyRule[] = [
  bodyRule(RECORD.X86_PV_INFO, "pv-info-short", ({ head }, _, report) => {
    if (head.length < 8) report(head.at + 4, `rec[${head.index}].body_length`, head.length, "at least 8");
  }),
  bodyRule(RECORD.X86_PV_INFO, "pv-info-length", ({ head }, _, report) => {
    if (head.length !== 8) report(head.at + 4, `rec[${head.index}].body_length`, head.length, "8");
  }),
  bodyRule(RECORD.X86_PV_INFO, "pv-info-width", (body, _, report) => {
    const { head, at, octets } = body;
    if (octets.length < 2 || readPvInfo(body) !== undefined) return;
    report(
      at,
      `rec[${head.index}].guest_width`,
      `width ${octets[0]}, levels ${octets[1]}`,
      "width 4 and levels 3, or 8 and 4",
    );
  }),
  bodyRule(RECORD.X86_PV_INFO, "pv-info-reserved", ({ head, at, octets }, _, report) => {
    if (!isZero(octets, 2, Math.min(8, octets.length)))
      report(at + 2, `rec[${head.index}].reserved`, hexOctets(octets.subarray(2, 8)), "zero");
  }),

  p2mRule("p2m-order", ({ start, end }, { head, at }, _, report) => {
    if (start > end) report(at, `rec[${head.index}].start_pfn`, hex(start), `at most end_pfn, ${hex(end)}`);
  }),
  bodyRule(RECORD.X86_PV_P2M_FRAMES, "p2m-length", (body, { pvInfo }, report) => {
    const { head } = body;
    const p2m = readP2mFrames(body);
    const wanted = p2m === undefined ? 8 : p2mLength(p2m, pvInfo?.width);
    if (wanted !== undefined && head.length !== wanted)
      report(head.at + 4, `rec[${head.index}].body_length`, head.length, String(wanted));
  }),
  p2mRule("p2m-start", ({ start }, { head, at }, _, report) => {
    if (start !== 0) report(at, `rec[${head.index}].start_pfn`, hex(start), "0");
  }),
  bodyRule(RECORD.X86_PV_P2M_FRAMES, "p2m-window", (body, { p2m: before, pvInfo }, report) => {
    const { head, at } = body;
    const p2m = readP2mFrames(body);
    if (p2m === undefined) return;
    const wanted = before === undefined ? 0 : before.end + 1;
    const covered = PAGE_SIZE / (pvInfo?.width ?? 8);
    const path = `rec[${head.index}].start_pfn`;
    if (p2m.start !== wanted) report(at, path, hex(p2m.start), hex(wanted));
    else if (p2m.start % covered !== 0) report(at, path, hex(p2m.start), `a multiple of ${covered}`);
  }),
  p2mRule("p2m-empty", ({ end }, { head, at }, _, report) => {
    if (end === 0) report(at + 4, `rec[${head.index}].end_pfn`, 0, "at least 1");
  }),
  p2mRule("p2m-frame-repeated", ({ frames }, { head, at }, _, report) => {
    const known = new Set<bigint>();
    frames.forEach((frame, position) => {
      if (known.has(frame))
        report(
          at + 8 + 8 * position,
          `rec[${head.index}].frames[${position}]`,
          hex(frame),
          "a frame that is not listed before",
        );
      known.add(frame);
    });
  }),
  rule("p2m-frame", "state", (_, { p2m, pages }, report) => {
    p2m?.frames.forEach((frame, position) => {
      const type = frame > BigInt(p2m.end) ? -1 : pages.type(Number(frame));
      if (type !== NOTAB)
        report(
          p2m.at + 8 + (p2m.stride ?? 8) * position,
          `rec[${p2m.index}].frames[${position}]`,
          describe(frame, type),
          `a pfn up to ${hex(p2m.end)} of type notab`,
        );
    });
  }),

  bodyRule(RECORD.SHARED_INFO, "shared-info-length", ({ head }, _, report) => {
    if (head.length !== PAGE_SIZE)
      report(head.at + 4, `rec[${head.index}].body_length`, head.length, String(PAGE_SIZE));
  }),
  bodyRule(RECORD.SHARED_INFO, "shared-info-host", ({ head, at, octets }, { pvInfo }, report) => {
    if (pvInfo === undefined || octets.length !== PAGE_SIZE) return;
    for (const [name, offset] of Object.entries(HOST_FRAMES[pvInfo.width])) {
      const word = octets.subarray(offset, offset + pvInfo.width);
      if (word.some((octet) => octet !== 0))
        report(at + offset, `rec[${head.index}].${name}`, "a frame of the host", "0");
    }
  }),
];

/** Where SHARED_INFO holds frame numbers of the host, by the guest's width (REG-019). */
const HOST_FRAMES = {
  4: { pfn_to_mfn_frame_list_list: 2320, p2m_cr3: 2328 },
  8: { pfn_to_mfn_frame_list_list: 3096, p2m_cr3: 3112 },
} as const;

/** A pfn and what the image last said of it, for messages. */
export function describe(pfn: bigint, type: number): string {
  return `pfn ${hex(pfn)}, ${type === -1 ? "not in the image" : (PAGE_TYPES[type] ?? `type ${type}`)}`;
}
