/** Images written anew by our Writer, for Xen to restore. */

import { createHash } from "node:crypto";
import { type StreamDocument, type StreamRecord, streamOfImage, writeImage } from "../../../../containers/index.ts";

type Pages = { readonly pfns: readonly (readonly [string, number, number])[]; readonly pages: object };
type Entry = { readonly pfn: bigint; readonly type: number; readonly page: Uint8Array | undefined };

const PAGE_DATA = 1;
const PAGE = 4096;
/** From here on types are of pages without contents. */
const WITHOUT = 13;

/** Blobs in memory. */
export function memoryBlobs() {
  const kept = new Map<string, Uint8Array>();
  return {
    put(octets: Uint8Array) {
      const sha256 = createHash("sha256").update(octets).digest("hex");
      kept.set(sha256, octets.slice());
      return { len: octets.length, sha256 };
    },
    get(sha256: string): Uint8Array {
      const found = kept.get(sha256);
      if (found === undefined) throw new Error(`no blob ${sha256}`);
      return found;
    },
  };
}

/** The image as it comes out of our Writer when its stream is changed by `change` in between. */
export function rewritten(
  image: Uint8Array,
  change: (stream: StreamDocument, blobs: ReturnType<typeof memoryBlobs>) => StreamDocument = (stream) => stream,
): Uint8Array {
  const blobs = memoryBlobs();
  const reader = streamOfImage({ edition: "v3" }, blobs);
  reader.push(image);
  const pieces = [...writeImage(change(reader.end(), blobs), blobs)];
  return Uint8Array.from(Buffer.concat(pieces));
}

/** The same pages in batches of `size`, the highest first, each batch descending. For images in which no page is sent twice. */
export function regrouped(stream: StreamDocument, blobs: ReturnType<typeof memoryBlobs>, size: number): StreamDocument {
  const isPages = (record: object) => (record as StreamRecord).type === PAGE_DATA;
  const entries = stream.records.filter(isPages).flatMap((record) => entriesOf(record as StreamRecord, blobs));
  entries.sort((a, b) => (a.pfn < b.pfn ? 1 : -1));
  const batches = Array.from({ length: Math.ceil(entries.length / size) }, (_, index) =>
    entries.slice(index * size, (index + 1) * size),
  );
  const pages = batches.map((batch): StreamRecord => {
    const contents = Buffer.concat(batch.flatMap(({ page }) => page ?? []));
    const pfns = batch.map(({ pfn, type }) => [`0x${pfn.toString(16)}`, 1, type]);
    return { type: PAGE_DATA, fields: { pfns, pages: contents.length === 0 ? { zero: 0 } : blobs.put(contents) } };
  });
  const first = stream.records.findIndex(isPages);
  const records = stream.records.filter((record) => !isPages(record));
  return { ...stream, records: [...records.slice(0, first), ...pages, ...records.slice(first)] };
}

function entriesOf({ fields }: StreamRecord, blobs: ReturnType<typeof memoryBlobs>): Entry[] {
  const { pfns, pages } = fields as Pages;
  const octets = octetsOf(pages as { sha256?: string; hex?: string; zero?: number }, blobs);
  let at = 0;
  const page = () => {
    at += PAGE;
    return octets.subarray(at - PAGE, at);
  };
  return pfns.flatMap(([first, count, type]) =>
    Array.from({ length: count }, (_, index) => ({
      pfn: BigInt(first) + BigInt(index),
      type,
      page: type < WITHOUT ? page() : undefined,
    })),
  );
}

function octetsOf(blob: { sha256?: string; hex?: string; zero?: number }, blobs: ReturnType<typeof memoryBlobs>) {
  if (blob.sha256 !== undefined) return blobs.get(blob.sha256);
  return blob.hex === undefined ? new Uint8Array(blob.zero ?? 0) : Uint8Array.from(Buffer.from(blob.hex, "hex"));
}
