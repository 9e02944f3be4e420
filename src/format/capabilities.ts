/** The advertisement of a receiver, and the named profiles that stand for one (spec 20.3). */

import { fields } from "./octets.ts";
import { ITEM, readItems, readTypes } from "./requires.ts";
import { RECORD, RECORD_LIMIT } from "./vocabulary.ts";

/** What a receiver takes; bit n of a word stands for number n. */
export type Capabilities = {
  readonly versions: bigint;
  readonly types: readonly (readonly [first: number, last: number])[];
  readonly codecs: bigint;
  readonly checks: bigint;
  readonly recordLimit: bigint;
  readonly pageShifts: bigint;
  readonly byteOrders: bigint;
  readonly domainTypes: bigint;
  readonly streams: bigint;
};

/** "XENCAPS" and NUL. */
const IDENT = Uint8Array.of(0x58, 0x45, 0x4e, 0x43, 0x41, 0x50, 0x53, 0);
const VERSION = 1;
const HEAD = 16;
const LONGEST = 4096;

const WORDS = [
  [ITEM.VERSIONS, "versions"],
  [ITEM.CODECS, "codecs"],
  [ITEM.CHECKS, "checks"],
  [ITEM.RECORD_LIMIT, "recordLimit"],
  [ITEM.PAGE_SHIFTS, "pageShifts"],
  [ITEM.BYTE_ORDERS, "byteOrders"],
  [ITEM.DOMAIN_TYPES, "domainTypes"],
  [ITEM.STREAMS, "streams"],
] as const;

/** Bits of the numbers given. */
export function bits(...numbers: readonly number[]): bigint {
  return numbers.reduce((word, number) => word | (1n << BigInt(number)), 0n);
}

/** The advertisement as it is sent: 16 octets, then items by ascending tag, all big-endian. */
export function writeAdvertisement(capabilities: Capabilities): Uint8Array {
  const types = new DataView(new ArrayBuffer(8 * capabilities.types.length));
  capabilities.types.forEach(([first, last], pair) => {
    types.setUint32(8 * pair, first);
    types.setUint32(8 * pair + 4, last);
  });
  const items = [
    ...WORDS.map(([tag, key]) => {
      const word = new DataView(new ArrayBuffer(8));
      word.setBigUint64(0, capabilities[key]);
      return { tag: tag as number, value: new Uint8Array(word.buffer) };
    }),
    { tag: ITEM.RECORD_TYPES as number, value: new Uint8Array(types.buffer) },
  ].sort((a, b) => a.tag - b.tag);
  const length = items.reduce((sum, { value }) => sum + 8 + value.length, 0);
  const octets = new Uint8Array(HEAD + length);
  const view = new DataView(octets.buffer);
  octets.set(IDENT);
  view.setUint32(8, VERSION);
  view.setUint32(12, length);
  let at = HEAD;
  for (const { tag, value } of items) {
    view.setUint32(at, tag);
    view.setUint32(at + 4, value.length);
    octets.set(value, at + 8);
    at += 8 + value.length;
  }
  return octets;
}

/**
 * What an advertisement says; an item that is missing says that nothing of its kind is taken, one that is not known is passed over. Undefined
 * where the octets are no advertisement of version 1, are cut off, have more than 4096 octets of items, or items that do not ascend.
 */
export function readAdvertisement(octets: Uint8Array): Capabilities | undefined {
  if (octets.length < HEAD || IDENT.some((octet, at) => octets[at] !== octet)) return undefined;
  const { u32 } = fields(octets, true);
  const length = u32(12);
  if (u32(8) !== VERSION || length > LONGEST || octets.length !== HEAD + length) return undefined;
  const { items, end } = readItems(octets.subarray(HEAD), true);
  if (end !== length || items.some(({ tag }, index) => index > 0 && tag <= (items[index - 1]?.tag ?? 0)))
    return undefined;
  const value = (tag: number) => items.find((item) => item.tag === tag)?.value;
  const word = (tag: number) => {
    const found = value(tag);
    return found?.length === 8 ? fields(found, true).u64(0) : 0n;
  };
  const words = Object.fromEntries(WORDS.map(([tag, key]) => [key, word(tag)])) as Omit<Capabilities, "types">;
  return { ...words, types: readTypes(value(ITEM.RECORD_TYPES) ?? new Uint8Array(0), true) };
}

/** Whether a receiver takes records of the type: an optional one it can always skip. */
export function takesType({ types }: Capabilities, type: number): boolean {
  return type >= 0x8000_0000 || types.some(([first, last]) => first <= type && type <= last);
}

const XEN_4_6: Capabilities = {
  versions: bits(2),
  types: [[RECORD.END, RECORD.CHECKPOINT]],
  codecs: 0n,
  checks: 0n,
  recordLimit: 0x80_0000n,
  pageShifts: bits(12),
  byteOrders: bits(0),
  domainTypes: bits(1, 2),
  streams: bits(0, 1),
};
const XEN_4_10: Capabilities = { ...XEN_4_6, recordLimit: BigInt(RECORD_LIMIT), streams: bits(0, 1, 2) };

/** The named profiles of 20.3: what a Writer goes by where there is no way back from its receiver. */
export const PROFILES: Readonly<Record<string, Capabilities>> = {
  "xen-4.6": XEN_4_6,
  "xen-4.10": XEN_4_10,
  "xen-4.14": { ...XEN_4_10, versions: bits(2, 3), types: [[RECORD.END, RECORD.X86_MSR_POLICY]] },
  "v4-draft": {
    versions: bits(2, 3, 4),
    types: [[RECORD.END, RECORD.PLATFORM_STATE]],
    codecs: bits(0, 1, 2, 3, 4),
    checks: bits(0, 3, 5, 6),
    recordLimit: BigInt(RECORD_LIMIT),
    pageShifts: bits(12),
    byteOrders: bits(0, 1),
    domainTypes: bits(1, 2, 5, 6, 7),
    streams: bits(0, 1, 2),
  },
};
