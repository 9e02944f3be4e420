/** REQUIRES: what a Reader has to be able to do for an image (spec 20.2), and the items that it shares with an advertisement (spec 20.1). */

import type { RecordBody, RecordHead } from "./events.ts";
import type { Facts } from "./facts.ts";
import { fields, hex } from "./octets.ts";
import { isDefined, recordName } from "./profile.ts";
import { type AnyRule, bodyRule, type Report, rule } from "./rule.ts";
import { isOptional, RECORD, RECORD_LIMIT } from "./vocabulary.ts";

/** Tags of items. */
export const ITEM = {
  VERSIONS: 1,
  RECORD_TYPES: 2,
  CODECS: 3,
  CHECKS: 4,
  RECORD_LIMIT: 5,
  PAGE_SHIFTS: 6,
  BYTE_ORDERS: 7,
  DOMAIN_TYPES: 8,
  STREAMS: 9,
} as const;

/** One item; `at` is its offset from the first item on, `value` a view. */
export type Item = { readonly at: number; readonly tag: number; readonly value: Uint8Array };

/** What REQUIRES of an image says. Codecs are bit n of a word; without the item there are none. */
export type Requires = {
  readonly types: readonly (readonly [first: number, last: number])[];
  readonly codecs: bigint;
  readonly limit: bigint | undefined;
};

const LONGEST = 4096;
/** Codecs 0 to 4 (CAP-016). */
const CODECS = 0b11111n;
const IN_REQUIRES: readonly number[] = [ITEM.RECORD_TYPES, ITEM.CODECS, ITEM.RECORD_LIMIT];

/** The items of some octets; `end` is where an item ends that does not fit, or the length of the octets. */
export function readItems(
  octets: Uint8Array,
  isBe: boolean,
): { readonly items: readonly Item[]; readonly end: number } {
  const { u32 } = fields(octets, isBe);
  const items: Item[] = [];
  let at = 0;
  while (octets.length - at >= 8) {
    const length = u32(at + 4);
    if (length > octets.length - at - 8) break;
    items.push({ at, tag: u32(at), value: octets.subarray(at + 8, at + 8 + length) });
    at += 8 + length;
  }
  return { items, end: at };
}

/** The pairs of RECORD_TYPES. */
export function readTypes(value: Uint8Array, isBe: boolean): (readonly [number, number])[] {
  const { u32 } = fields(value, isBe);
  return Array.from({ length: Math.floor(value.length / 8) }, (_, pair) => [u32(8 * pair), u32(8 * pair + 4)] as const);
}

/** What a body of REQUIRES says, as far as it can be read. */
export function readRequires({ head: { isBe }, octets }: RecordBody): Requires {
  const { items } = readItems(octets, isBe);
  const value = (tag: number) => items.find((item) => item.tag === tag)?.value;
  const word = (tag: number) => {
    const octets = value(tag);
    return octets === undefined || octets.length < 8 ? undefined : fields(octets, isBe).u64(0);
  };
  const types = value(ITEM.RECORD_TYPES);
  return {
    types: types === undefined ? [] : readTypes(types, isBe),
    codecs: word(ITEM.CODECS) ?? 0n,
    limit: word(ITEM.RECORD_LIMIT),
  };
}

/** A rule on each item of REQUIRES. */
function itemRule(code: AnyRule["code"], check: (item: Item, isBe: boolean, report: Report) => void): AnyRule {
  return bodyRule(RECORD.REQUIRES, code, ({ head, at, octets }, _, report) => {
    for (const item of readItems(octets, head.isBe).items)
      check(item, head.isBe, (offset, path, found, wanted) =>
        report(at + item.at + offset, `rec[${head.index}].items${path}`, found, wanted),
      );
  });
}

/** Whether this edition gives out the type and it is one that REQUIRES has to name (CAP-020). */
function isNamed({ types }: Requires, type: number): boolean {
  return types.some(([first, last]) => first <= type && type <= last);
}

function kept({ type }: RecordHead, { edition }: Facts): boolean {
  return isDefined("image", type, edition) && !isOptional(type) && !NEVER.includes(type);
}

/** Types that other rules keep out of an image, whatever it says that it requires; and REQUIRES itself. */
const NEVER: readonly number[] = [RECORD.TOOLSTACK, RECORD.CHECKPOINT_DIRTY_PFN_LIST, RECORD.REQUIRES];

export const requiresRules: readonly AnyRule[] = [
  rule("requires-first", "record", ({ at, index, type }, _, report) => {
    if (index === 0 && type !== RECORD.REQUIRES)
      report(at, "rec[0].type", recordName("image", type, "v4-draft"), "REQUIRES");
  }),
  rule(
    "requires-repeated",
    "record",
    ({ at, index }, facts, report) => {
      if (facts.count(RECORD.REQUIRES) > 0) report(at, `rec[${index}].type`, "REQUIRES", "no second REQUIRES");
    },
    { types: [RECORD.REQUIRES] },
  ),
  bodyRule(RECORD.REQUIRES, "requires-layout", ({ head, at, octets }, _, report) => {
    if (head.length > LONGEST) report(head.at + 4, `rec[${head.index}].body_length`, head.length, `at most ${LONGEST}`);
    const { end } = readItems(octets, head.isBe);
    if (end !== octets.length)
      report(at + end, `rec[${head.index}].items`, `${octets.length - end} octets`, "an item, or the end of the body");
  }),
  bodyRule(RECORD.REQUIRES, "requires-order", ({ head, at, octets }, _, report) => {
    const { items } = readItems(octets, head.isBe);
    items.forEach(({ at: offset, tag }, index) => {
      const before = items[index - 1]?.tag;
      if (before !== undefined && tag <= before)
        report(at + offset, `rec[${head.index}].items[${index}].tag`, hex(tag), `more than ${hex(before)}`);
    });
  }),
  itemRule("requires-tag", ({ tag }, _, report) => {
    if (!isOptional(tag) && !IN_REQUIRES.includes(tag)) report(0, ".tag", hex(tag), "2, 3 or 5, or bit 31 set");
  }),
  itemRule("requires-item-length", ({ tag, value }, _, report) => {
    const word = tag === ITEM.CODECS || tag === ITEM.RECORD_LIMIT;
    if (word && value.length !== 8) report(4, ".length", value.length, "8");
    else if (value.length % 8 !== 0) report(4, ".length", value.length, "a multiple of 8");
    else if (tag === ITEM.RECORD_TYPES && value.length === 0) report(4, ".length", 0, "a pair at least");
  }),
  bodyRule(RECORD.REQUIRES, "requires-types", ({ head, at, octets }, { edition }, report) => {
    const item = readItems(octets, head.isBe).items.find(({ tag }) => tag === ITEM.RECORD_TYPES);
    const path = `rec[${head.index}].items`;
    if (item === undefined) return report(at, path, "no RECORD_TYPES", "RECORD_TYPES");
    readTypes(item.value, head.isBe).forEach(([first, last], pair) => {
      const offset = at + item.at + 8 + 8 * pair;
      if (first > last) report(offset, path, `${hex(first)} to ${hex(last)}`, "first not above last");
      else if (!givenOut(first, last, edition))
        report(offset, path, `${hex(first)} to ${hex(last)}`, "types that are given out");
    });
  }),
  itemRule("requires-codecs", ({ tag, value }, isBe, report) => {
    if (tag !== ITEM.CODECS || value.length < 8) return;
    const codecs = fields(value, isBe).u64(0);
    if ((codecs & ~CODECS) !== 0n) report(8, ".value", hex(codecs), "codecs 0 to 4");
  }),
  itemRule("requires-limit", ({ tag, value }, isBe, report) => {
    if (tag !== ITEM.RECORD_LIMIT || value.length < 8) return;
    const limit = fields(value, isBe).u64(0);
    if (limit > BigInt(RECORD_LIMIT)) report(8, ".value", hex(limit), `at most ${RECORD_LIMIT}`);
  }),
  rule("requires-broken-type", "record", (head, facts, report) => {
    const { requires } = facts;
    if (requires !== undefined && kept(head, facts) && !isNamed(requires, head.type))
      report(
        head.at,
        `rec[${head.index}].type`,
        recordName("image", head.type, facts.edition),
        "a type that RECORD_TYPES of REQUIRES names",
      );
  }),
  rule("requires-broken-limit", "record", ({ at, index, length }, { requires }, report) => {
    const limit = requires?.limit;
    if (limit !== undefined && BigInt(length) > limit)
      report(at + 4, `rec[${index}].body_length`, length, `at most ${limit}, the RECORD_LIMIT of REQUIRES`);
  }),
];

function givenOut(first: number, last: number, edition: Facts["edition"]): boolean {
  // Ranges may be as wide as the numbers go: there are few types, so the first that is missing comes soon.
  for (let type = first; type <= last; type++) if (isOptional(type) || !isDefined("image", type, edition)) return false;
  return true;
}
