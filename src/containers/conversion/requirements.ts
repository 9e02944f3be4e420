/** REQUIRES of an image that a conversion makes: what its Reader has to be able to do (spec 20.2). */

import { CODEC, type CodecName } from "../../codecs/page-codecs.ts";
import { writer } from "../../format/field-codec.ts";
import { profileOf } from "../../format/profile.ts";
import { ITEM, readItems, readTypes } from "../../format/requires.ts";
import { isOptional, RECORD } from "../../format/vocabulary.ts";

/** Types that no image of an edition before `v4-draft` leaves for REQUIRES to name. */
const NEVER: readonly number[] = [RECORD.TOOLSTACK, RECORD.CHECKPOINT_DIRTY_PFN_LIST];

/** The body for an image of an edition that has no REQUIRES: every type of record that a domain of its kind may come to in it. */
export function requiresOf(
  kind: "pv" | "hvm",
  checkpointed: boolean,
  codec: CodecName | undefined,
  isBe: boolean,
): Uint8Array {
  const { pvOnly, hvmOnly } = profileOf("v3");
  const others = [...(kind === "pv" ? hvmOnly : pvOnly), ...NEVER, ...(checkpointed ? [] : [RECORD.CHECKPOINT])];
  const types = [...profileOf("v3").names.keys()].filter((type) => !isOptional(type) && !others.includes(type));
  return octetsOf(new Map(), types, codec, isBe);
}

/** The body of an input's REQUIRES for an image whose page data is written anew: under `codec`, and in records as large as it takes. */
export function requiresAnew(body: Uint8Array, codec: CodecName, isBe: boolean): Uint8Array {
  const items = new Map(readItems(body, isBe).items.map(({ tag, value }) => [tag, value]));
  const named = readTypes(items.get(ITEM.RECORD_TYPES) ?? new Uint8Array(0), isBe);
  const types = named.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, type) => first + type));
  items.delete(ITEM.CODECS);
  items.delete(ITEM.RECORD_LIMIT);
  return octetsOf(items, [...types, RECORD.PAGE_DATA], codec, isBe);
}

/** The body, little-endian, for an image that holds mandatory records of these types. */
export function requiresFor(types: readonly number[], codec: CodecName): Uint8Array {
  return octetsOf(new Map(), types, codec, false);
}

function octetsOf(
  items: ReadonlyMap<number, Uint8Array>,
  types: readonly number[],
  codec: CodecName | undefined,
  isBe: boolean,
): Uint8Array {
  const all = new Map(items);
  const compresses = codec !== undefined && codec !== "none";
  all.set(ITEM.RECORD_TYPES, rangesOf(compresses ? [...types, RECORD.PAGE_DATA_COMPRESSED] : types, isBe));
  if (compresses)
    all.set(
      ITEM.CODECS,
      joined((out) => out.u64(1n << BigInt(CODEC[codec])), isBe),
    );
  return joined((out) => {
    for (const [tag, value] of [...all].sort(([a], [b]) => a - b)) {
      out.u32(tag);
      out.u32(value.length);
      out.octets(value);
    }
  }, isBe);
}

/** The pairs of first and last that name these types and no others. */
function rangesOf(types: readonly number[], isBe: boolean): Uint8Array {
  const ranges: [number, number][] = [];
  for (const type of [...new Set(types)].sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range !== undefined && range[1] + 1 === type) range[1] = type;
    else ranges.push([type, type]);
  }
  return joined((out) => {
    for (const end of ranges.flat()) out.u32(end);
  }, isBe);
}

function joined(write: (out: ReturnType<typeof writer>) => void, isBe: boolean): Uint8Array {
  const out = writer(isBe);
  write(out);
  return new Uint8Array(Buffer.concat(out.parts));
}
