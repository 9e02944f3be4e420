/** Writes the memory of a guest as an image of `v4-draft`, by the Writer's own encoder. */

import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { CODEC, pageCodec } from "../../codecs/page-codecs.ts";
import { type StreamDocument, type StreamRecord, streamOfImage } from "../../containers/index.ts";
import { encodeImage } from "../../format/encoder.ts";
import { RECORD } from "../../format/vocabulary.ts";
import { root } from "../root.ts";
import type { Method } from "./methods.ts";

export const PAGE = 4096;
const ZEROS = Buffer.alloc(PAGE);
/** The name under which the encoder asks for the contents that were made last. */
const CONTENTS = "contents";

type Pages = { readonly record: StreamRecord; readonly contents: Uint8Array };
type Run = [first: string, count: number, type: number, zeros?: 1];

/** The octets of the image, in segments that are good until the next one is asked for. */
export function* imageOf(memory: string, method: Method): Generator<Uint8Array, void, void> {
  const { document, before, after } = frame(method);
  let contents: Uint8Array = new Uint8Array(0);
  const fd = openSync(memory, "r");
  const records = function* (): Generator<StreamRecord> {
    yield* before;
    for (const pages of batches(fd, method)) {
      contents = pages.contents;
      yield pages.record;
    }
    yield* after;
  };
  // The encoder walks the records once, in order: they need not be there all at a time.
  const lazy = { entries: () => numbered(records()) } as unknown as StreamDocument["records"];
  try {
    yield* encodeImage({ ...document, records: lazy }, "v4-draft", { get: () => contents }, () => nothing());
  } finally {
    closeSync(fd);
  }
}

function* nothing(): Generator<Uint8Array, void, void> {}

function* numbered<T>(items: Iterable<T>): Generator<[number, T]> {
  let index = 0;
  for (const item of items) yield [index++, item];
}

/** Headers and the records around memory, of the small image of the suite. */
function frame(method: Method): { document: StreamDocument; before: StreamRecord[]; after: StreamRecord[] } {
  const blobs: Uint8Array[] = [];
  const reader = streamOfImage({}, { put: (octets) => ({ len: octets.length, sha256: String(blobs.push(octets)) }) });
  reader.push(new Uint8Array(readFileSync(join(root, "conformance/images/small.v4-draft.img"))));
  const document = reader.end() as StreamDocument;
  if (blobs.length > 1)
    throw new Error("the small image has more octets than its pages that need a place of their own");
  const { recordCheck = 0, imageDigest = 0, bigEndian = false, pages, codec = "none" } = method;
  const order = bigEndian ? "be" : "le";
  const type = (number: number) => `${order}32:${number} ${order}32:${number}`;
  const types = [[0, 1], 8, 9, 10, 0x10, ...(pages === "plain" ? [] : [0x14])]
    .map((one) => (typeof one === "number" ? type(one) : `${order}32:0 ${order}32:1`))
    .join(" ");
  const items = [{ tag: 2, value: { hex: types } }];
  if (codec !== "none") items.push({ tag: 3, value: { hex: `${order}64:${2 ** CODEC[codec]}` } });
  const rest = document.records.filter(
    (record): record is StreamRecord =>
      !("libxl" in record) && record.type !== RECORD.PAGE_DATA && record.type !== RECORD.REQUIRES,
  );
  const [end, ...others] = [...rest].reverse();
  const digest: StreamRecord[] = imageDigest === 0 ? [] : [{ type: RECORD.IMAGE_DIGEST, fields: {} }];
  const [staticEnd, ...state] = others.reverse();
  return {
    document: {
      ...document,
      endian: bigEndian ? "big" : "little",
      image: { version: 4, options: bigEndian ? 1 : 0, recordCheck, imageDigest },
    },
    before: [{ type: RECORD.REQUIRES, fields: { items } }, staticEnd as StreamRecord],
    after: [...state, ...digest, end as StreamRecord],
  };
}

function* batches(fd: number, method: Method): Generator<Pages> {
  const { batch = 1024 } = method;
  const buffer = Buffer.alloc(batch * PAGE);
  const count = fstatSync(fd).size / PAGE;
  for (let first = 0; first < count; first += batch) {
    const pages = Math.min(batch, count - first);
    readSync(fd, buffer, 0, pages * PAGE, first * PAGE);
    const octets = new Uint8Array(buffer.buffer, buffer.byteOffset, pages * PAGE);
    const pfns: Run[] = [[`0x${first.toString(16)}`, pages, 0]];
    yield method.pages === "plain"
      ? {
          record: { type: RECORD.PAGE_DATA, fields: { pfns, pages: { len: octets.length, sha256: CONTENTS } } },
          contents: octets,
        }
      : compressed(
          Array.from({ length: pages }, (_, page) => first + page),
          octets,
          method,
        );
  }
}

/** PAGE_DATA_COMPRESSED of these pages. */
export function compressed(pfns: readonly number[], octets: Uint8Array, { codec = "none", pages }: Method): Pages {
  const number = CODEC[codec];
  const by = pageCodec(number);
  if (by === undefined) throw new Error(`no codec ${codec}`);
  const runs: Run[] = [];
  const kept: Uint8Array[] = [];
  let next = -1;
  for (const [page, pfn] of pfns.entries()) {
    const contents = octets.subarray(page * PAGE, (page + 1) * PAGE);
    const isZero = ZEROS.equals(contents);
    const run = runs.at(-1);
    if (run !== undefined && next === pfn && (run[3] === 1) === isZero) run[1]++;
    else runs.push(isZero ? [`0x${pfn.toString(16)}`, 1, 0, 1] : [`0x${pfn.toString(16)}`, 1, 0]);
    next = pfn + 1;
    if (!isZero) kept.push(contents);
  }
  const perPage = pages === "frame-per-page";
  const frames = perPage
    ? kept.map((contents) => by.compress(contents))
    : kept.length === 0
      ? []
      : [by.compress(Buffer.concat(kept))];
  const contents = frames.length === 1 ? (frames[0] as Uint8Array) : Buffer.concat(frames);
  const fields = {
    codec: number,
    flags: perPage ? 1 : 0,
    raw_length: `0x${(kept.length * PAGE).toString(16)}`,
    pfns: runs,
    ...(perPage ? { frame_lengths: frames.map(({ length }) => length) } : {}),
    frames: { len: contents.length, sha256: CONTENTS },
  };
  return { record: { type: RECORD.PAGE_DATA_COMPRESSED, fields }, contents };
}
