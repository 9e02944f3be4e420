/** What is sent between two checkpoints of a guest: the pages that have changed, in each of the ways that there are for them. */

import { readFileSync } from "node:fs";
import { CODEC, type CodecName, pageCodec } from "../../codecs/page-codecs.ts";
import { applyWordDelta, wordDelta } from "../../codecs/word-delta.ts";
import { PAGE } from "./save.ts";

/** One way; `perPage` is a frame for each page. */
export type CheckpointMethod = {
  readonly id: string;
  readonly label: string;
  readonly codec: CodecName;
  readonly perPage: boolean;
};

/** All ways. */
export const checkpointMethods: readonly CheckpointMethod[] = [
  { id: "none", label: "whole pages", codec: "none", perPage: false },
  { id: "word-delta", label: "word-delta", codec: "word-delta", perPage: false },
  ...(["lz4", "zstd", "gzip"] as const).flatMap((codec): CheckpointMethod[] => [
    { id: `${codec}-page`, label: `${codec}, per page`, codec, perPage: true },
    { id: `${codec}-batch`, label: `${codec}, per batch`, codec, perPage: false },
  ]),
];

/** Octets that all checkpoints take together, seconds to make them and to apply them, and how many pages they bring. */
export type CheckpointResult = {
  readonly octets: number;
  readonly encode: number;
  readonly decode: number;
  readonly pages: number;
};

const BATCH = 1024;
/** Head and fixed fields of PAGE_DATA_COMPRESSED; an entry; the length of a frame. */
const [FIXED, ENTRY, LENGTH] = [24, 8, 4];

/** Sends all checkpoints by one method, and checks that what arrives is what was sent. */
export function checkpoints(
  memory: string,
  files: readonly string[],
  { codec, perPage }: CheckpointMethod,
): CheckpointResult {
  const sender = readFileSync(memory);
  const receiver = Buffer.from(sender);
  const total = { octets: 0, encode: 0, decode: 0, pages: 0 };
  for (const file of files) {
    const changed = readFileSync(file);
    const count = changed.length / (4 + PAGE);
    for (let first = 0; first < count; first += BATCH) {
      const pages = Array.from({ length: Math.min(BATCH, count - first) }, (_, page) => {
        const at = (first + page) * (4 + PAGE);
        return { pfn: changed.readUInt32LE(at), octets: changed.subarray(at + 4, at + 4 + PAGE) };
      });
      const start = performance.now();
      const frames = encode(pages, codec, perPage, sender);
      const between = performance.now();
      decode(
        pages.map(({ pfn }) => pfn),
        frames,
        codec,
        perPage,
        receiver,
      );
      total.decode += (performance.now() - between) / 1000;
      total.encode += (between - start) / 1000;
      total.octets +=
        FIXED + ENTRY * pages.length + frames.reduce((sum, { length }) => sum + length + (perPage ? LENGTH : 0), 0);
      total.pages += pages.length;
      for (const { pfn, octets } of pages) octets.copy(sender, pfn * PAGE);
    }
  }
  if (!sender.equals(receiver)) throw new Error(`${codec} brought other memory than was sent`);
  return total;
}

type Page = { readonly pfn: number; readonly octets: Buffer };

function pageAt(memory: Buffer, pfn: number): Buffer {
  return memory.subarray(pfn * PAGE, (pfn + 1) * PAGE);
}

function encode(pages: readonly Page[], codec: CodecName, perPage: boolean, before: Buffer): Uint8Array[] {
  if (codec === "word-delta")
    return [Buffer.concat(pages.map(({ pfn, octets }) => wordDelta(octets, pageAt(before, pfn))))];
  const by = pageCodec(CODEC[codec]);
  if (by === undefined) throw new Error(`no codec ${codec}`);
  if (perPage) return pages.map(({ octets }) => by.compress(octets));
  return [by.compress(Buffer.concat(pages.map(({ octets }) => octets)))];
}

function decode(
  pfns: readonly number[],
  frames: readonly Uint8Array[],
  codec: CodecName,
  perPage: boolean,
  memory: Buffer,
): void {
  const whole = frames[0] as Uint8Array;
  if (codec === "word-delta") {
    let at = 0;
    for (const pfn of pfns) at = applyWordDelta(whole, at, pageAt(memory, pfn));
    return;
  }
  const by = pageCodec(CODEC[codec]);
  if (by === undefined) throw new Error(`no codec ${codec}`);
  const octets = perPage ? undefined : by.decompress(whole, pfns.length * PAGE);
  for (const [page, pfn] of pfns.entries()) {
    const contents =
      octets?.subarray(page * PAGE, (page + 1) * PAGE) ?? by.decompress(frames[page] as Uint8Array, PAGE);
    memory.set(contents, pfn * PAGE);
  }
}
