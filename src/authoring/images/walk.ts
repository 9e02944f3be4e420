// A deliberately plain walker over images that are known to be whole. It labels the golden images and derives small ones
// from them, and shares nothing with the codec: what it finds is a second opinion on where records stand.

/** One record of either layer; offsets and lengths in octets, `end` is the offset after the padding, or the trailer. */
export type WalkedRecord = {
  readonly layer: "libxl" | "libxc";
  readonly type: number;
  readonly at: number;
  readonly length: number;
  readonly end: number;
};

/** The layers of one image, outermost first; an absent layer is `undefined`. All offsets in octets from the start. */
export type Walk = {
  readonly xl: { readonly at: number; readonly optional: number; readonly config: number | undefined } | undefined;
  readonly libxl: number | undefined;
  readonly header: number;
  readonly domain: number;
  readonly bigEndian: boolean;
  readonly records: readonly WalkedRecord[];
  readonly end: number;
};

const XL_MAGIC = "Xen saved domain, xl format\n \0 \r";
const LIBXL_IDENT = "LibxlFmt";
const LIBXC = { end: 0, checkpoint: 14 };
const LIBXL = { end: 0, libxcContext: 1, checkpointEnd: 4 };

/** Octets behind each record by the record_check of an image of version 4. */
const TRAILERS: ReadonlyMap<number, number> = new Map([
  [3, 8],
  [5, 8],
  [6, 32],
]);

/**
 * Walks a whole image: an xl file, a bare libxl stream or a bare libxc stream, plain or checkpointed.
 * Throws an Error naming the offset where the octets are none of these or end inside a record.
 */
export function walkImage(octets: Uint8Array): Walk {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const text = (at: number, length: number) => String.fromCharCode(...octets.subarray(at, at + length));
  const records: WalkedRecord[] = [];
  let at = 0;

  let trailer = 0;
  const record = (layer: WalkedRecord["layer"], bigEndian: boolean): WalkedRecord => {
    if (at + 8 > octets.length) throw new Error(`walk: no record header at ${at}`);
    const length = view.getUint32(at + 4, !bigEndian);
    const walked = {
      layer,
      type: view.getUint32(at, !bigEndian),
      at,
      length,
      end: at + 8 + roundUp8(length) + (layer === "libxc" ? trailer : 0),
    };
    if (walked.end > octets.length) throw new Error(`walk: the record at ${at} ends beyond the image`);
    records.push(walked);
    at = walked.end;
    return walked;
  };

  let xl: Walk["xl"];
  if (text(0, 32) === XL_MAGIC) {
    const optionalLength = view.getUint32(44, true);
    xl = { at: 0, optional: 48, config: optionalLength >= 4 ? 52 : undefined };
    at = 48 + optionalLength;
  }
  let libxl: number | undefined;
  let libxlBig = false;
  if (text(at, 8) === LIBXL_IDENT) {
    libxl = at;
    libxlBig = (view.getUint32(at + 12) & 1) !== 0;
    at += 16;
    while (record("libxl", libxlBig).type !== LIBXL.libxcContext);
  }

  const header = at;
  if (at + 40 > octets.length || view.getBigUint64(at) !== 0xffff_ffff_ffff_ffffn) {
    throw new Error(`walk: no image header at ${at}`);
  }
  const bigEndian = (view.getUint16(at + 16) & 1) !== 0;
  const domain = at + (view.getUint32(at + 12) === 4 ? 40 : 24);
  trailer = domain === at + 40 ? (TRAILERS.get(view.getUint16(at + 32)) ?? 0) : 0;
  at = domain + 16 + trailer;
  while (at < octets.length) {
    const { type } = record("libxc", bigEndian);
    if (type === LIBXC.end) break;
    if (type === LIBXC.checkpoint && libxl !== undefined) {
      while (record("libxl", libxlBig).type !== LIBXL.checkpointEnd);
    }
  }
  while (libxl !== undefined && at < octets.length && record("libxl", libxlBig).type !== LIBXL.end);
  if (at !== octets.length) throw new Error(`walk: ${octets.length - at} octets after the end at ${at}`);
  return { xl, libxl, header, domain, bigEndian, records, end: at };
}

/** `length` rounded up to the alignment of records, eight octets. */
export function roundUp8(length: number): number {
  return Math.ceil(length / 8) * 8;
}
