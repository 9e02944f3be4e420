/** X86_TSC_INFO, X86_CPUID_POLICY and X86_MSR_POLICY (spec 8). */

import type { RecordBody } from "./events.ts";
import { fields, hex, hexOctets, isZero } from "./octets.ts";
import { type AnyRule, bodyRule } from "./rule.ts";
import { RECORD } from "./vocabulary.ts";
import type { XsaveComponents } from "./xsave.ts";

/** Octets of X86_TSC_INFO, of a CPUID leaf, of an MSR entry. */
const TSC_LENGTH = 24;
const LEAF = 24;
const ENTRY = 16;
/** The subleaf of a leaf that has none. */
const NO_SUBLEAF = 0xffff_ffff;
/** Leaves with subleaves, and how many (spec 8.2). */
const SUBLEAVES = new Map([
  [0x4, 6],
  [0x7, 3],
  [0xb, 2],
  [0xd, 63],
]);

/** What X86_TSC_INFO says; undefined where it is too short. nsec counts nanoseconds, khz thousands of cycles a second. */
export function readTscInfo({
  head,
  octets,
}: RecordBody): { mode: number; khz: number; nsec: bigint; incarnation: number } | undefined {
  if (octets.length < TSC_LENGTH) return undefined;
  const { u32, u64 } = fields(octets, head.isBe);
  return { mode: u32(0), khz: u32(4), nsec: u64(8), incarnation: u32(16) };
}

/** One CPUID leaf: [leaf, subleaf, a, b, c, d]. */
export type CpuidLeaf = readonly [number, number, number, number, number, number];

/** The whole leaves of X86_CPUID_POLICY, in image order. */
export function readCpuidPolicy({ head, octets }: RecordBody): CpuidLeaf[] {
  const { u32 } = fields(octets, head.isBe);
  return Array.from({ length: Math.floor(octets.length / LEAF) }, (_, leaf) => {
    const at = LEAF * leaf;
    return [u32(at), u32(at + 4), u32(at + 8), u32(at + 12), u32(at + 16), u32(at + 20)] as const;
  });
}

/** The whole entries of X86_MSR_POLICY, in image order. */
export function readMsrPolicy({ head, octets }: RecordBody): { index: number; flags: number; value: bigint }[] {
  const { u32, u64 } = fields(octets, head.isBe);
  return Array.from({ length: Math.floor(octets.length / ENTRY) }, (_, entry) => {
    const at = ENTRY * entry;
    return { index: u32(at), flags: u32(at + 4), value: u64(at + 8) };
  });
}

/** Sizes and offsets of XSAVE components as a CPUID policy gives them (leaf D, subleaves 2 and up). */
export function xsaveComponents(leaves: readonly CpuidLeaf[]): XsaveComponents {
  return new Map(
    leaves
      .filter(([leaf, , size]) => leaf === 0xd && size !== 0)
      .map(([, subleaf, size, offset]) => [subleaf, { size, offset }]),
  );
}

function leafIsKnown(leaf: number, subleaf: number): boolean {
  const limit = SUBLEAVES.get(leaf);
  if (limit !== undefined) return subleaf < limit;
  const known =
    leaf <= 0xd || leaf === 0x4000_0000 || leaf === 0x4000_0100 || (leaf >= 0x8000_0000 && leaf <= 0x8000_0021);
  return known && subleaf === NO_SUBLEAF;
}

function leafName(leaf: number, subleaf: number): string {
  return subleaf === NO_SUBLEAF ? hex(leaf) : `${hex(leaf)}.${hex(subleaf)}`;
}

export const x86CommonRules: readonly AnyRule[] = [
  bodyRule(RECORD.X86_TSC_INFO, "tsc-length", ({ head }, _, report) => {
    if (head.length !== TSC_LENGTH)
      report(head.at + 4, `rec[${head.index}].body_length`, head.length, String(TSC_LENGTH));
  }),
  bodyRule(RECORD.X86_TSC_INFO, "tsc-mode", (body, { edition }, report) => {
    const most = edition === "v2" ? 3 : 2;
    const mode = readTscInfo(body)?.mode ?? 0;
    if (mode > most) report(body.at, `rec[${body.head.index}].mode`, mode, `at most ${most}`);
  }),
  bodyRule(RECORD.X86_TSC_INFO, "tsc-reserved", ({ head, at, octets }, _, report) => {
    if (!isZero(octets, 20, Math.min(TSC_LENGTH, octets.length)))
      report(at + 20, `rec[${head.index}].reserved`, hexOctets(octets.subarray(20, 24)), "zero");
  }),
  bodyRule(RECORD.X86_CPUID_POLICY, "cpuid-length", ({ head }, _, report) => {
    if (head.length === 0 || head.length % LEAF !== 0)
      report(head.at + 4, `rec[${head.index}].body_length`, head.length, `a multiple of ${LEAF}, not 0`);
  }),
  bodyRule(RECORD.X86_CPUID_POLICY, "cpuid-leaf", (body, _, report) => {
    readCpuidPolicy(body).forEach(([leaf, subleaf], index) => {
      if (!leafIsKnown(leaf, subleaf))
        report(
          body.at + LEAF * index,
          `rec[${body.head.index}].leaves[${index}]`,
          leafName(leaf, subleaf),
          "a leaf and subleaf that Xen knows",
        );
    });
  }),
  bodyRule(RECORD.X86_CPUID_POLICY, "cpuid-order", (body, _, report) => {
    readCpuidPolicy(body).forEach(([leaf, subleaf], index, leaves) => {
      const before = leaves[index - 1];
      if (before === undefined || before[0] < leaf || (before[0] === leaf && before[1] < subleaf)) return;
      report(
        body.at + LEAF * index,
        `rec[${body.head.index}].leaves[${index}]`,
        leafName(leaf, subleaf),
        `a leaf after ${leafName(before[0], before[1])}`,
      );
    });
  }),
  bodyRule(RECORD.X86_MSR_POLICY, "msr-length", ({ head }, _, report) => {
    if (head.length === 0 || head.length % ENTRY !== 0)
      report(head.at + 4, `rec[${head.index}].body_length`, head.length, `a multiple of ${ENTRY}, not 0`);
  }),
  bodyRule(RECORD.X86_MSR_POLICY, "msr-index", (body, _, report) => {
    readMsrPolicy(body).forEach(({ index }, entry) => {
      if (index !== 0xce && index !== 0x10a)
        report(body.at + ENTRY * entry, `rec[${body.head.index}].entries[${entry}].index`, hex(index), "0xce or 0x10a");
    });
  }),
  bodyRule(RECORD.X86_MSR_POLICY, "msr-flags", (body, _, report) => {
    readMsrPolicy(body).forEach(({ flags }, entry) => {
      if (flags !== 0)
        report(body.at + ENTRY * entry + 4, `rec[${body.head.index}].entries[${entry}].flags`, hex(flags), "0");
    });
  }),
];
