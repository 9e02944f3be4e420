/** Batches as PAGE_DATA_COMPRESSED: pages of zeros by a bit, the others in one frame (spec 19). */

import { CODEC, type CodecName, pageCodec } from "../../codecs/page-codecs.ts";
import { RECORD } from "../../format/vocabulary.ts";
import { DeltaFrames } from "./delta-frames.ts";
import type { ImageOutput } from "./image-output.ts";
import { type Batch, entryOctets } from "./page-batches.ts";

/** Bit 52 of an entry, in its upper half: a page of zeros (ZIP-009). */
const ZEROS = 0x0010_0000;

/** A batch without its pages of zeros. */
export type Sparse = {
  readonly batch: Batch;
  /** Whether an entry is a page of zeros. */
  readonly zeros: ReadonlySet<number>;
  /** Entries whose contents are sent, and these. */
  readonly sent: readonly number[];
  readonly octets: Uint8Array;
};

const NOTHING = new Uint8Array(0);

/** What takes the records. */
type Output = Pick<ImageOutput, "isBe" | "whole">;

export class CompressedBatches {
  private readonly out: Output;
  private readonly pageSize: number;
  private readonly codec: number;
  private readonly plain: (batch: Batch) => void;
  private readonly deltas: DeltaFrames | undefined;
  private readonly zeroPage: Uint8Array;

  /** `plain` writes a batch that is not worth a frame. */
  constructor(out: Output, pageSize: number, codec: CodecName, plain: (batch: Batch) => void) {
    this.out = out;
    this.pageSize = pageSize;
    this.codec = CODEC[codec];
    this.plain = plain;
    this.zeroPage = new Uint8Array(pageSize);
    this.deltas = codec === "word-delta" ? new DeltaFrames(pageSize) : undefined;
  }

  readonly give = (batch: Batch): void => {
    const sparse = this.withoutZeros(batch);
    const frame = this.frame(sparse);
    this.deltas?.remember(batch);
    // A frame that saves nothing is left alone: PAGE_DATA may stand beside compressed records (spec 19).
    if (frame === undefined || (frame.length >= sparse.octets.length && sparse.zeros.size === 0)) this.plain(batch);
    else this.record(sparse, frame);
  };

  /** The frame of a batch; undefined where the batch cannot be said under the codec. */
  private frame(sparse: Sparse): Uint8Array | undefined {
    if (this.deltas !== undefined) return this.deltas.frame(sparse);
    return sparse.sent.length === 0 ? NOTHING : pageCodec(this.codec)?.compress(sparse.octets);
  }

  private record({ batch, zeros, octets }: Sparse, frame: Uint8Array): void {
    const { isBe } = this.out;
    const head = entryOctets(batch, isBe, 16, (entry) => (zeros.has(entry) ? ZEROS : 0));
    head.setUint32(0, batch.count, !isBe);
    head.setUint16(4, this.codec, !isBe);
    head.setBigUint64(8, BigInt(octets.length), !isBe);
    this.out.whole(RECORD.PAGE_DATA_COMPRESSED, new Uint8Array(head.buffer), frame);
  }

  /** Moves the other pages together, where some are of zeros; the batch keeps its own octets. */
  private withoutZeros(batch: Batch): Sparse {
    const { pageSize, zeroPage } = this;
    const { octets, pages, withData } = batch;
    const zeros = new Set<number>();
    const sent: number[] = [];
    const kept: Uint8Array[] = [];
    for (let page = 0; page < pages; page++) {
      const contents = octets.subarray(page * pageSize, (page + 1) * pageSize);
      if (Buffer.compare(contents, zeroPage) === 0) zeros.add(withData[page] as number);
      else {
        sent.push(withData[page] as number);
        kept.push(contents);
      }
    }
    return { batch, zeros, sent, octets: zeros.size === 0 ? octets : Buffer.concat(kept) };
  }
}
