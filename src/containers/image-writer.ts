/** The Writer for machines: an image record by record, as they come, each held against the rules before its octets are given out. */

import type { CodecName } from "../codecs/page-codecs.ts";
import type { CodecEdition } from "../format/edition.ts";
import { FormatError } from "../format/fault.ts";
import { bodySegments } from "../format/record-fields.ts";
import type { StreamDocument, StreamRecord } from "../format/stream-document.ts";
import { type Context, carriesData, NOTAB, PAGE_SIZE, plainContext, RECORD } from "../format/vocabulary.ts";
import { CompressedBatches } from "./conversion/compressed-batches.ts";
import { type Checks, ImageOutput, NO_CHECKS } from "./conversion/image-output.ts";
import { type Batch, entryOctets } from "./conversion/page-batches.ts";
import { Session } from "./session.ts";

/** What an image begins with, and how it goes on. Records are written in little-endian order. */
export type ImageStart = {
  readonly edition: CodecEdition;
  readonly domain: StreamDocument["domain"];
  /** Sums behind records and over rounds; without them there are none. */
  readonly checks?: Checks;
  /** How pages are compressed where that saves something; memory for word-delta grows with the pages that are sent. */
  readonly codec?: CodecName;
  /** Says pages of zeros by a bit, without a codec too; only where an edition has PAGE_DATA_COMPRESSED. */
  readonly sparse?: boolean;
  /** Whether there are checkpoints in it. */
  readonly stream?: Exclude<Context["stream"], "colo">;
};

/** A body of a record that has no named fields, or none that matter. Its octets are passed on, not copied. */
export type RawRecord = { readonly type: number; readonly octets: Uint8Array };

/** Octets to be written one after the other, views among them: not to be changed before they are written. */
export type Segments = readonly Uint8Array[];

/** What a machine's records bring along is in them. */
const NO_BLOBS = {
  get() {
    throw new Error("a machine's records bring their octets along");
  },
};

/** Writes an image record by record; lengths and padding are its own. FormatError for what breaks a MUST, before its octets are given out. */
export class ImageWriter {
  private readonly start: ImageStart;
  private readonly session: Session;
  private readonly out: ImageOutput;
  /** The same image without sums, which is what the rules look at: our own sums are not worth adding up twice. */
  private readonly unsummed: ImageOutput;
  private readonly compressed: CompressedBatches | undefined;
  private segments: Uint8Array[] = [];
  readonly isBe = false;

  constructor(start: ImageStart) {
    const { edition, codec = "none", sparse = false, stream = plainContext.stream } = start;
    this.start = start;
    const context = { ...plainContext, stream };
    this.session = new Session({ edition, context, frames: false }, "verifier", () => {});
    this.out = new ImageOutput(edition, (octets) => void this.segments.push(octets));
    this.unsummed = new ImageOutput(edition, (octets) => this.session.push(octets));
    this.compressed =
      codec === "none" && !sparse
        ? undefined
        : new CompressedBatches(this, PAGE_SIZE, codec, (batch) => this.plain(batch));
  }

  /** The headers. */
  begin(): Segments {
    const { domain, checks = NO_CHECKS } = this.start;
    this.out.begin(domain, this.isBe, checks);
    this.unsummed.begin(domain, this.isBe, NO_CHECKS);
    return this.checked();
  }

  /** One record; IMAGE_DIGEST comes by itself before those that close a round. Throws FormatError where it, or its place, breaks a MUST. */
  record(record: StreamRecord | RawRecord): Segments {
    const { edition } = this.start;
    const body = "octets" in record ? [record.octets] : bodySegments("image", record, this.isBe, NO_BLOBS, edition);
    this.whole(record.type, ...body);
    return this.checked();
  }

  /**
   * A record of pages, ordinary ones where no `types` are given. `data` holds the contents of those that have any, in the order of `pfns`, and is
   * passed on, not copied, where it is not compressed.
   */
  pages(pfns: readonly number[], data: Uint8Array, types: readonly number[] = pfns.map(() => NOTAB)): Segments {
    const count = pfns.length;
    const withData = Uint16Array.from(types.keys()).filter((entry) => carriesData(types[entry] as number));
    if (types.length !== count || data.length !== withData.length * PAGE_SIZE)
      throw new Error(`${count} pages do not go with ${types.length} types and ${data.length} octets`);
    const batch: Batch = {
      count,
      pfns: Float64Array.from(pfns),
      types: Uint8Array.from(types),
      withData,
      pages: withData.length,
      octets: data,
    };
    if (this.compressed === undefined) this.plain(batch);
    else this.compressed.give(batch);
    return this.checked();
  }

  /** END. Throws FormatError where the image lacks what a machine's state needs. */
  end(): Segments {
    const segments = this.record({ type: RECORD.END });
    this.session.finish();
    this.judge();
    return segments;
  }

  private plain(batch: Batch): void {
    const list = entryOctets(batch, this.isBe, 8);
    list.setUint32(0, batch.count, !this.isBe);
    this.whole(RECORD.PAGE_DATA, new Uint8Array(list.buffer), batch.octets);
  }

  /** Writes a record, which is held against the rules once it is given out. */
  whole(type: number, ...body: Segments): void {
    this.out.whole(type, ...body);
    this.unsummed.whole(type, ...body);
  }

  /** What has been written since, held against the rules. */
  private checked(): Segments {
    const { segments } = this;
    this.segments = [];
    this.judge();
    return segments;
  }

  private judge(): void {
    const breach = this.session.examiner.judge.findings.find(({ level }) => level === "MUST");
    if (breach !== undefined) throw new FormatError(breach);
  }
}
