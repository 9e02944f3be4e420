/** The body of PAGE_DATA_COMPRESSED: its layout, and the pages out of its frames (spec 19). */

import { CodecError, CodecMissingError } from "../codecs/codec-error.ts";
import { CODEC, pageCodec } from "../codecs/page-codecs.ts";
import { applyWordDelta, needsBase } from "../codecs/word-delta.ts";
import type { CompressedBody, PageList, RecordBody } from "./events.ts";
import { UnsupportedError } from "./fault.ts";
import type { Input } from "./input.ts";
import { fields } from "./octets.ts";
import { entryList, type PageListRoom } from "./page-list.ts";
import { carriesData, NOTAB } from "./vocabulary.ts";

/** What an image has said of its pages so far: the base of deltas. */
export type KnownPages = {
  /** The last type of a pfn, or -1. */
  type(pfn: number): number;
  /** The last contents of a pfn of type NOTAB, where they are kept. */
  contents(pfn: number): Uint8Array | undefined;
  /** Whether frames are to be opened at all. */
  readonly frames: boolean;
  /** Whether anybody hears of contents: where nobody does, those that lie open are passed over. */
  readonly heard: boolean;
  /** Whether sums are computed. */
  readonly summed: boolean;
};

/** Octets before the entries. */
const HEAD = 16;
/** Pages that are told at once. */
const TOGETHER = 256;
const NO_FRAMES: readonly number[] = [];

/** The upper half of an entry. */
function upperOf(body: CompressedBody, entry: number): number {
  const { octets, head } = body;
  const at = HEAD + 8 * entry + (head.isBe ? 0 : 4);
  return fields(octets, head.isBe).u32(at);
}

/** Whether the entry stands for a page of zeros (ZIP-009). */
export function isZeroPage(body: CompressedBody, entry: number): boolean {
  return (upperOf(body, entry) & 0x0010_0000) !== 0;
}

/** Takes a body apart; `frames` is empty where it is too short for what it announces, and `problem` says what is wrong with its layout. */
export function layOut({ head, at, octets }: RecordBody): CompressedBody {
  const { u16, u32, u64 } = fields(octets, head.isBe);
  const short = octets.length < HEAD;
  const count = short ? 0 : u32(0);
  const [codec, flags, rawLength] = short ? [0, 0, 0n] : [u16(4), u16(6), u64(8)];
  const complete = !short && HEAD + 8 * count <= octets.length;
  const common = { head, at, octets, count, codec, flags, rawLength, complete, framed: 0, framesAt: 0, padding: 0 };
  if (!complete)
    return {
      ...common,
      frames: NO_FRAMES,
      problem: { at: octets.length, found: "the end of the body", wanted: "its entries" },
    };
  const data = new DataView(octets.buffer, octets.byteOffset, octets.length);
  const upper = head.isBe ? HEAD : HEAD + 4;
  let framed = 0;
  for (let entry = 0; entry < count; entry++) {
    const word = data.getUint32(upper + 8 * entry, !head.isBe);
    if (carriesData(word >>> 28) && (word & 0x0010_0000) === 0) framed++;
  }
  const lengthsAt = HEAD + 8 * count;
  const perPage = (flags & 1) !== 0;
  const padding = perPage ? lengthsAt + 4 * framed : lengthsAt;
  const framesAt = perPage ? lengthsAt + 8 * Math.ceil(framed / 2) : lengthsAt;
  const known = { ...common, framed, framesAt, padding };
  if (framesAt > octets.length)
    return {
      ...known,
      frames: NO_FRAMES,
      problem: { at: octets.length, found: "the end of the body", wanted: "the lengths of its frames" },
    };
  const rest = octets.length - framesAt;
  if (!perPage) {
    if (framed === 0 && rest > 0)
      return {
        ...known,
        frames: NO_FRAMES,
        problem: { at: framesAt, found: `${rest} octets`, wanted: "no frame without a page in it" },
      };
    return { ...known, frames: framed === 0 ? NO_FRAMES : [rest], problem: undefined };
  }
  const frames = Array.from({ length: framed }, (_, frame) => data.getUint32(lengthsAt + 4 * frame, !head.isBe));
  const sum = frames.reduce((total, length) => total + length, 0);
  if (sum === rest) return { ...known, frames, problem: undefined };
  const problem = { at: framesAt, found: `${rest} octets of frames`, wanted: `${sum}, as their lengths announce` };
  return { ...known, frames: NO_FRAMES, problem };
}

/** Tells of a body of PAGE_DATA_COMPRESSED: its layout, its list, and the pages out of its frames. Throws UnsupportedError. */
export function tellCompressed(input: Input, record: RecordBody, room: PageListRoom): void {
  const body = layOut(record);
  input.tell({ kind: "compressed", subject: body });
  if (!body.complete) return;
  const list = entryList(body, HEAD, room);
  const { known } = input;
  // The types before this record: telling of the list makes them those of its entries.
  const before = body.codec === CODEC["word-delta"] ? basesBefore(list, known) : undefined;
  input.tell({ kind: "page-list", subject: list });
  if (body.problem !== undefined || known?.frames === false) return;
  try {
    tellPages(input, body, list, before);
  } catch (error) {
    if (error instanceof CodecMissingError) throw new UnsupportedError(error.message);
    if (!(error instanceof FrameError)) throw error;
    input.tell({
      kind: "frame-fault",
      subject: { body, code: error.code, at: error.at, found: error.found, wanted: error.wanted },
    });
  }
}

/** Whether each entry has a base: its pfn was NOTAB before, and is. */
function basesBefore(list: PageList, known: KnownPages | undefined): boolean[] {
  return Array.from(
    { length: list.entries },
    (_, entry) => list.types[entry] === NOTAB && known?.type(list.pfns[entry] as number) === NOTAB,
  );
}

type FrameCode = "zip-frame" | "zip-window" | "zip-delta-base";

class FrameError extends Error {
  readonly code: FrameCode;
  readonly at: number;
  readonly found: string;
  readonly wanted: string;
  constructor(code: FrameCode, at: number, found: string, wanted: string) {
    super(`${found}, wanted ${wanted}`);
    this.code = code;
    this.at = at;
    this.found = found;
    this.wanted = wanted;
  }
}

/** Octets out of the frames, page by page. */
type PageSource = (entry: number) => { readonly at: number; readonly octets: Uint8Array | undefined };

function tellPages(input: Input, body: CompressedBody, list: PageList, before: boolean[] | undefined): void {
  const { pageSize } = list;
  const next = before === undefined ? inFrames(body, pageSize) : deltas(body, list, before, input.known);
  if (next === undefined) return;
  for (let first = 0; first < list.pages; first += TOGETHER) {
    const count = Math.min(TOGETHER, list.pages - first);
    const octets = new Uint8Array(count * pageSize);
    let at: number | undefined;
    let whole = true;
    for (let page = 0; page < count; page++) {
      const entry = list.withData[first + page] as number;
      if (isZeroPage(body, entry)) continue;
      const made = next(entry);
      at ??= made.at;
      if (made.octets === undefined) whole = false;
      else octets.set(made.octets, page * pageSize);
    }
    if (whole) input.tell({ kind: "pages", subject: { list, at: at ?? body.at, first, octets } });
  }
}

/** Pages out of frames that stand for themselves; undefined for a codec that is not defined. */
function inFrames(body: CompressedBody, pageSize: number): PageSource | undefined {
  const codec = pageCodec(body.codec);
  if (codec === undefined) return undefined;
  const perPage = (body.flags & 1) !== 0;
  const open = (frame: number, at: number, length: number) => {
    const octets = body.octets.subarray(at, at + (body.frames[frame] as number));
    try {
      return codec.decompress(octets, length);
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      const code = error.kind === "window" ? "zip-window" : "zip-frame";
      throw new FrameError(code, body.at + at + error.at, error.found, error.wanted);
    }
  };
  let frame = 0;
  let at = body.framesAt;
  if (perPage)
    return () => {
      const octets = open(frame, at, pageSize);
      const from = body.at + at;
      at += body.frames[frame++] as number;
      return { at: from, octets };
    };
  const whole = body.framed === 0 ? new Uint8Array(0) : open(0, at, body.framed * pageSize);
  return () => {
    const from = frame++ * pageSize;
    return { at: body.at + body.framesAt, octets: whole.subarray(from, from + pageSize) };
  };
}

/** Pages out of page codes; without contents where the base is not kept. */
function deltas(body: CompressedBody, list: PageList, hasBase: boolean[], known: KnownPages | undefined): PageSource {
  const perPage = (body.flags & 1) !== 0;
  let frame = 0;
  let at = body.framesAt;
  let left = body.framed;
  return (entry) => {
    const end = perPage ? at + (body.frames[frame++] as number) : body.octets.length;
    const from = at;
    const needs = from < end && needsBase(body.octets, from);
    if (needs && !hasBase[entry])
      throw new FrameError("zip-delta-base", body.at + from, "a delta", "the whole page, as the pfn has no base");
    const base = known?.contents(list.pfns[entry] as number);
    const octets = base?.slice() ?? new Uint8Array(list.pageSize);
    try {
      at = applyWordDelta(body.octets.subarray(0, end), from, octets);
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      throw new FrameError("zip-frame", body.at + error.at, error.found, error.wanted);
    }
    left--;
    if ((perPage || left === 0) && at !== end)
      throw new FrameError("zip-frame", body.at + at, `${end - at} octets behind its end`, "none");
    return { at: body.at + from, octets: needs && base === undefined ? undefined : octets };
  };
}
