/** One record with its padding, of whatever layer: both frame them alike. */
export interface Piece {
  readonly type: number;
  readonly octets: Uint8Array;
}

/** An image cut where records begin; what no record frames stays whole before and behind. */
export interface Pieces {
  /** Outer layers and the two headers. */
  readonly head: Uint8Array;
  readonly records: readonly Piece[];
  readonly rest: Uint8Array;
  readonly bigEndian: boolean;
  /** The version in the image header. */
  readonly version: number;
}

/** One entry of a PAGE_DATA record with the page that belongs to it. */
interface Entry {
  readonly entry: Uint8Array;
  readonly page: Uint8Array;
}

const HEADERS = 40;
const PAGE = 4096;
const PAGE_DATA = 1;
const FIRST_WITHOUT_CONTENTS = 0xd;

/** Cuts an image, bare or in its layers, undefined where no image header is found; it may be broken in any other way. */
export function cut(octets: Uint8Array): Pieces | undefined {
  const found = Buffer.from(octets.buffer, octets.byteOffset, octets.length).indexOf("ffffffffffffffff58454e46", "hex");
  if (found < 0 || octets.length < found + HEADERS) return undefined;
  const view = viewOf(octets);
  const bigEndian = (view.getUint16(found + 16) & 1) === 1;
  const records: Piece[] = [];
  let at = found + HEADERS;
  while (at + 8 <= octets.length) {
    const end = at + 8 + Math.ceil(view.getUint32(at + 4, !bigEndian) / 8) * 8;
    if (end > octets.length) break;
    records.push({ type: view.getUint32(at, !bigEndian), octets: octets.subarray(at, end) });
    at = end;
  }
  const version = view.getUint32(found + 12);
  return { head: octets.subarray(0, found + HEADERS), records, rest: octets.subarray(at), bigEndian, version };
}

/** The octets of an image that was cut, with other records. */
export function join({ head, rest }: Pieces, records: readonly Piece[]): Uint8Array {
  return new Uint8Array(Buffer.concat([head, ...records.map((record) => record.octets), rest]));
}

/** The entries of a PAGE_DATA record, undefined for other records and for one whose length does not fit its entries. */
export function entriesOf({ type, octets }: Piece, bigEndian: boolean): readonly Entry[] | undefined {
  if (type !== PAGE_DATA || octets.length < 16) return undefined;
  const view = viewOf(octets);
  const count = view.getUint32(8, !bigEndian);
  let page = 16 + 8 * count;
  if (page > octets.length) return undefined;
  const entries: Entry[] = [];
  for (let at = 16; at < 16 + 8 * count; at += 8) {
    const kind = octets[at + (bigEndian ? 0 : 7)]! >> 4;
    const length = kind < FIRST_WITHOUT_CONTENTS ? PAGE : 0;
    entries.push({ entry: octets.subarray(at, at + 8), page: octets.subarray(page, page + length) });
    page += length;
  }
  return page === octets.length ? entries : undefined;
}

/** A PAGE_DATA record of these entries, its length and count computed. */
export function pageData(entries: readonly Entry[], like: Piece, bigEndian: boolean): Piece {
  const parts = [like.octets.subarray(0, 16), ...entries.map(({ entry }) => entry), ...entries.map(({ page }) => page)];
  const octets = new Uint8Array(Buffer.concat(parts));
  const view = viewOf(octets);
  view.setUint32(4, octets.length - 8, !bigEndian);
  view.setUint32(8, entries.length, !bigEndian);
  return { type: PAGE_DATA, octets };
}

/** The body of a record in words of eight octets, padding left out; the last may be shorter. */
export function wordsOf({ octets }: Piece, bigEndian: boolean): readonly Uint8Array[] {
  const body = octets.subarray(8, 8 + viewOf(octets).getUint32(4, !bigEndian));
  return Array.from({ length: Math.ceil(body.length / 8) }, (_, i) => body.subarray(8 * i, 8 * i + 8));
}

/** A record with this body, its length computed and padded with zeros. */
export function recordOf(words: readonly Uint8Array[], like: Piece, bigEndian: boolean): Piece {
  const body = Buffer.concat(words);
  const octets = new Uint8Array(8 + Math.ceil(body.length / 8) * 8);
  octets.set(like.octets.subarray(0, 8));
  octets.set(body, 8);
  viewOf(octets).setUint32(4, body.length, !bigEndian);
  return { type: like.type, octets };
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, length);
}
