/** Reads an image back into memory, by the Reader that judges it. */

import { writeSync } from "node:fs";
import { pageCodec } from "../../codecs/page-codecs.ts";
import { Session } from "../../containers/session.ts";
import type { Event } from "../../format/events.ts";
import { RECORD } from "../../format/vocabulary.ts";
import { PAGE } from "./save.ts";

/** Takes the octets of an image; its pages land at their places in the file `target`, which is full of zeros before. */
export function restorer(target: number): { push(octets: Uint8Array): void; end(): void } {
  const session = new Session({ edition: "v4-draft" }, "reader", (event) => take(event, target));
  return {
    push: (octets) => session.push(octets),
    end() {
      session.finish();
      if (session.edition !== "v4-draft") throw new Error(`read an image of ${session.edition}`);
    },
  };
}

function take(event: Event, target: number): void {
  if (event.kind === "pages") {
    const { list, first, octets } = event.subject;
    const at = list.pfns[list.withData[first] as number] as number;
    writeSync(target, octets, 0, octets.length, at * PAGE);
  } else if (event.kind === "body" && event.subject.head.type === RECORD.PAGE_DATA_COMPRESSED) {
    expand(event.subject.octets, (pfn, octets) => writeSync(target, octets, 0, octets.length, pfn * PAGE));
  }
}

/** Gives out the pages of PAGE_DATA_COMPRESSED by runs, but for those of zeros; little-endian. */
export function expand(body: Uint8Array, put: (pfn: number, octets: Uint8Array) => void): void {
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  const count = view.getUint32(0, true);
  const codec = pageCodec(view.getUint16(4, true));
  const perPage = (view.getUint16(6, true) & 1) !== 0;
  if (codec === undefined) throw new Error("no such codec");
  const pfns: number[] = [];
  for (let entry = 0; entry < count; entry++) {
    const isZero = (view.getUint32(20 + 8 * entry, true) & 0x10_0000) !== 0;
    if (!isZero) pfns.push(view.getUint32(16 + 8 * entry, true));
  }
  if (pfns.length === 0) return;
  const lengths = 16 + 8 * count;
  let at = lengths + (perPage ? 8 * Math.ceil(pfns.length / 2) : 0);
  if (!perPage) {
    const octets = codec.decompress(body.subarray(at), pfns.length * PAGE);
    runs(pfns, (from, to) => put(pfns[from] as number, octets.subarray(from * PAGE, to * PAGE)));
    return;
  }
  const octets = new Uint8Array(pfns.length * PAGE);
  for (let page = 0; page < pfns.length; page++) {
    const length = view.getUint32(lengths + 4 * page, true);
    octets.set(codec.decompress(body.subarray(at, at + length), PAGE), page * PAGE);
    at += length;
  }
  runs(pfns, (from, to) => put(pfns[from] as number, octets.subarray(from * PAGE, to * PAGE)));
}

function runs(pfns: readonly number[], put: (from: number, to: number) => void): void {
  for (let from = 0; from < pfns.length; ) {
    let to = from + 1;
    while (to < pfns.length && pfns[to] === (pfns[to - 1] as number) + 1) to++;
    put(from, to);
    from = to;
  }
}
