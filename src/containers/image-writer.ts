/** The Writer for machines: an image record by record, as they come, each held against the rules before its octets are given out. */

import { type CodecEdition, VERSION } from "../format/edition.ts";
import { domainHeaderOctets, encodeRecord, imageHeaderOctets } from "../format/encoder.ts";
import { FormatError } from "../format/fault.ts";
import type { StreamDocument, StreamRecord } from "../format/stream-document.ts";
import { NOTAB, PAGE_SIZE, RECORD } from "../format/vocabulary.ts";
import { Session } from "./session.ts";

/** What an image begins with. Records are written in little-endian order. */
export type ImageStart = { readonly edition: CodecEdition; readonly domain: StreamDocument["domain"] };

/** A body of a record that has no named fields, or none that matter. Its octets are passed on, not copied. */
export type RawRecord = { readonly type: number; readonly octets: Uint8Array };

/** Octets to be written one after the other, views among them: not to be changed before they are written. */
export type Segments = readonly Uint8Array[];

export class ImageWriter {
  private readonly start: ImageStart;
  private readonly session: Session;
  private readonly onBody: (octets: Uint8Array) => void;
  private records = 0;

  /** `onBody` is shown the body of every record, in pieces, in order. */
  constructor(start: ImageStart, onBody: (octets: Uint8Array) => void = () => {}) {
    this.start = start;
    this.onBody = onBody;
    this.session = new Session({ edition: start.edition }, "verifier", () => {});
  }

  /** The headers. */
  begin(): Segments {
    const { edition, domain } = this.start;
    return this.checked([
      imageHeaderOctets({ version: VERSION[edition], options: 0 }, edition),
      domainHeaderOctets(domain, false),
    ]);
  }

  /** One record. Throws FormatError where it, or its place, breaks a MUST. */
  record(record: StreamRecord | RawRecord): Segments {
    const path = `records[${this.records++}]`;
    const raw = "octets" in record ? record.octets : undefined;
    const stream: StreamRecord =
      raw === undefined ? (record as StreamRecord) : { type: record.type, body: { sha256: "", len: raw.length } };
    const source = {
      get() {
        if (raw === undefined) throw new Error("a machine's records bring their octets along");
        return raw;
      },
    };
    const segments = [...encodeRecord("image", stream, path, false, source, this.start.edition)];
    for (const segment of segments.slice(1, -1)) this.onBody(segment);
    return this.checked(segments);
  }

  /** A PAGE_DATA record of ordinary pages; `data` holds theirs, in the order of `pfns`, and is passed on, not copied. */
  pages(pfns: readonly number[], data: Uint8Array): Segments {
    if (data.length !== pfns.length * PAGE_SIZE)
      throw new Error(`${pfns.length} pages do not go with ${data.length} octets`);
    this.records++;
    const list = new Uint8Array(16 + 8 * pfns.length);
    const view = new DataView(list.buffer);
    view.setUint32(0, RECORD.PAGE_DATA, true);
    view.setUint32(4, 8 + 8 * pfns.length + data.length, true);
    view.setUint32(8, pfns.length, true);
    for (const [entry, pfn] of pfns.entries()) {
      view.setUint32(16 + 8 * entry, pfn, true);
      view.setUint32(20 + 8 * entry, Math.floor(pfn / 2 ** 32) | (NOTAB << 28), true);
    }
    this.onBody(list.subarray(8));
    this.onBody(data);
    return this.checked([list, data]);
  }

  /** END. Throws FormatError where the image lacks what a machine's state needs. */
  end(): Segments {
    const segments = this.record({ type: RECORD.END });
    this.session.finish();
    this.judge();
    return segments;
  }

  private checked(segments: Segments): Segments {
    for (const segment of segments) this.session.push(segment);
    this.judge();
    return segments;
  }

  private judge(): void {
    const breach = this.session.examiner.judge.findings.find(({ level }) => level === "MUST");
    if (breach !== undefined) throw new FormatError(breach);
  }
}
