import { fewest, type Keeps, mostZeros } from "./minimise.ts";
import { cut, entriesOf, join, type Piece, pageData, recordOf, wordsOf } from "./pieces.ts";

/**
 * Shrinks an image while `keeps` holds: drops records, then entries of PAGE_DATA with their pages, then words of other
 * bodies (lengths follow), then what no record frames at the end; sets octets to 0; again from the start until nothing gets smaller.
 */
export async function reduceImage(image: Uint8Array, keeps: Keeps<Uint8Array>): Promise<Uint8Array> {
  let left = image;
  for (;;) {
    const before = left;
    left = await dropRecords(left, keeps);
    left = await shortenBodies(left, keeps);
    left = await dropRest(left, keeps);
    left = await mostZeros(left, keeps);
    if (left.length === before.length && Buffer.compare(left, before) === 0) return left;
  }
}

async function dropRecords(image: Uint8Array, keeps: Keeps<Uint8Array>): Promise<Uint8Array> {
  const pieces = cut(image);
  if (!pieces) return image;
  return join(pieces, await fewest(pieces.records, (records) => keeps(join(pieces, records))));
}

/** Shortens bodies record by record: PAGE_DATA by entries, so that its lengths go on fitting, others by words. */
async function shortenBodies(image: Uint8Array, keeps: Keeps<Uint8Array>): Promise<Uint8Array> {
  const pieces = cut(image);
  if (!pieces) return image;
  const { bigEndian } = pieces;
  let records: readonly Piece[] = pieces.records;
  const shorten = async <T>(place: number, parts: readonly T[], make: (some: readonly T[]) => Piece) => {
    const having = (some: readonly T[]) => records.with(place, make(some));
    const fewer = await fewest(parts, (some) => keeps(join(pieces, having(some))));
    if (fewer.length < parts.length) records = having(fewer);
  };
  for (const [place, record] of pieces.records.entries()) {
    const entries = entriesOf(record, bigEndian);
    if (entries) await shorten(place, entries, (some) => pageData(some, record, bigEndian));
    else await shorten(place, wordsOf(record, bigEndian), (some) => recordOf(some, record, bigEndian));
  }
  return join(pieces, records);
}

async function dropRest(image: Uint8Array, keeps: Keeps<Uint8Array>): Promise<Uint8Array> {
  const rest = cut(image)?.rest.length ?? 0;
  const without = image.subarray(0, image.length - rest);
  return rest > 0 && (await keeps(without)) ? without : image;
}
