/** Edits of an image that know how records are framed: what a fuzzer of a restorer tries, so that most of an image stays right. */

/** Something to be changed: how it is said to people, and what becomes of the records. */
type Edit = { readonly said: string; readonly apply: (records: Uint8Array[]) => void };

/** An image that was changed, and how. */
export type Edited = { readonly octets: Uint8Array; readonly edits: readonly string[] };

/** Gives numbers from 0 up to, and without, `below`. */
export type Dice = (below: number) => number;

const HEADERS = 40;
const HEAD = 8;
const PAGE_DATA = 1;
const CHECKPOINT = 0xe;

/** Numbers at which implementations go wrong: bounds of widths, signs, limits of the format, and what a page number must not be. */
const NUMBERS = [
  0n,
  1n,
  2n,
  7n,
  8n,
  0xffn,
  0x100n,
  0x3ffn,
  0x400n,
  0xfffn,
  0x1000n,
  0xffffn,
  0x7fff_ffffn,
  0x8000_0000n,
  0xffff_ffffn,
  0x1_0000_0000n,
  0xf_ffff_ffffn,
  0xf_ffff_ffff_ffffn,
  0x7fff_ffff_ffff_ffffn,
  0xffff_ffff_ffff_ffffn,
];

/** The headers of a bare image and its records, each with its head and padding. A record that is cut short ends the list. */
export function recordsOf(image: Uint8Array): { readonly headers: Uint8Array; readonly records: Uint8Array[] } {
  const view = new DataView(image.buffer, image.byteOffset, image.length);
  const records: Uint8Array[] = [];
  for (let at = HEADERS; at + HEAD <= image.length; ) {
    const end = at + HEAD + Math.ceil(view.getUint32(at + 4, true) / 8) * 8;
    records.push(image.slice(at, end));
    at = end;
  }
  return { headers: image.slice(0, HEADERS), records };
}

/** The image as a stream of two checkpoints: what begins at its first pages comes twice, each time with CHECKPOINT behind it in END's place. */
export function checkpointed(image: Uint8Array): Uint8Array {
  const { headers, records } = recordsOf(image);
  const first = records.findIndex((record) => typeOf(record) === PAGE_DATA);
  const round = [...records.slice(first, -1), Uint8Array.of(CHECKPOINT, 0, 0, 0, 0, 0, 0, 0)];
  return Uint8Array.from(Buffer.concat([headers, ...records.slice(0, first), ...round, ...round]));
}

/** A little-endian bare image with one to three edits, as the dice fall. */
export function edited(image: Uint8Array, dice: Dice): Edited {
  const { headers, records } = recordsOf(image);
  const edits: string[] = [];
  for (let left = 1 + Math.min(dice(3), dice(3)); left > 0; left--) {
    const { said, apply } = anEdit(records, dice);
    apply(records);
    edits.push(said);
  }
  return { octets: Uint8Array.from(Buffer.concat([headers, ...records])), edits };
}

function anEdit(records: readonly Uint8Array[], dice: Dice): Edit {
  const index = dice(records.length);
  const record = records[index] as Uint8Array;
  const named = `record ${index} (type 0x${typeOf(record).toString(16)})`;
  const other = dice(records.length);
  const kinds: (() => Edit)[] = [
    () => aNumber(index, named, record, dice),
    () => aNumber(index, named, record, dice),
    () => aNumber(index, named, record, dice),
    () => aBit(index, named, record, dice),
    () => aLength(index, named, record, dice),
    () => aType(index, named, dice),
    () => ({ said: `${named} left out`, apply: (all) => void all.splice(index, 1) }),
    () => ({ said: `${named} once more at ${other}`, apply: (all) => void all.splice(other, 0, record.slice()) }),
    () => ({
      said: `${named} moved to ${other}`,
      apply: (all) => void all.splice(other, 0, ...all.splice(index, 1)),
    }),
  ];
  return records.length > 1 ? kinds[dice(kinds.length)]!() : aBit(index, named, record, dice);
}

/** A number among the first of a body, where records keep theirs, or anywhere. */
function aNumber(index: number, named: string, record: Uint8Array, dice: Dice): Edit {
  const octets = dice(2) === 0 ? 4 : 8;
  const words = Math.floor((record.length - HEAD) / octets);
  if (words === 0) return aLength(index, named, record, dice);
  const at = HEAD + octets * dice(dice(2) === 0 ? Math.min(words, 8) : words);
  const number = BigInt.asUintN(8 * octets, NUMBERS[dice(NUMBERS.length)] as bigint);
  return {
    said: `${named}: ${octets} octets at +${at} set to 0x${number.toString(16)}`,
    apply(all) {
      const view = new DataView((all[index] as Uint8Array).buffer);
      if (octets === 4) view.setUint32(at, Number(number), true);
      else view.setBigUint64(at, number, true);
    },
  };
}

function aBit(index: number, named: string, record: Uint8Array, dice: Dice): Edit {
  const [at, bit] = [dice(record.length), dice(8)];
  return {
    said: `${named}: bit ${bit} at +${at} turned over`,
    apply(all) {
      (all[index] as Uint8Array)[at]! ^= 1 << bit;
    },
  };
}

/** One of the types that there are, the next that there is not, or an optional one. */
function aType(index: number, named: string, dice: Dice): Edit {
  const type = [...Array(0x15).keys(), 0x8000_0001][dice(0x16)] as number;
  return {
    said: `${named}: of type 0x${type.toString(16)}`,
    apply: (all) => new DataView((all[index] as Uint8Array).buffer).setUint32(0, type, true),
  };
}

/** Another length, with as many octets as it says: what follows is found. */
function aLength(index: number, named: string, record: Uint8Array, dice: Dice): Edit {
  const before = record.length - HEAD;
  const length = [0, 1, 4, 8, 16, Math.max(before - 8, 0), Math.max(before - 1, 0), before + 8, before + 1][
    dice(9)
  ] as number;
  const other = new Uint8Array(HEAD + Math.ceil(length / 8) * 8);
  other.set(record.subarray(0, other.length));
  other.fill(0, HEAD + length);
  new DataView(other.buffer).setUint32(4, length, true);
  return { said: `${named}: ${length} octets long`, apply: (all) => void all.splice(index, 1, other) };
}

function typeOf(record: Uint8Array): number {
  return new DataView(record.buffer, record.byteOffset).getUint32(0, true);
}
