/** The image that a conversion writes, octet for octet as it comes: headers, records, and the sums over them (spec 2, 4, 16.4, 18). */

import { checkOf, type RunningSum } from "../../codecs/checks.ts";
import { type CodecEdition, VERSION } from "../../format/edition.ts";
import { domainHeaderOctets, imageHeaderOctets } from "../../format/encoder.ts";
import { type Framing, framingOf } from "../../format/framing.ts";
import { paddingOf } from "../../format/records.ts";
import type { StreamDocument } from "../../format/stream-document.ts";
import { RECORD } from "../../format/vocabulary.ts";
import type { Put } from "./layers.ts";

/** Numbers of the algorithms of spec 18.1, 0 for none: of the sum behind each record, and of the one that closes each round. */
export type Checks = { readonly recordCheck: number; readonly imageDigest: number };

/** An image without sums. */
export const NO_CHECKS: Checks = { recordCheck: 0, imageDigest: 0 };

/** Records that close a round. */
const ENDS_ROUND: readonly number[] = [RECORD.CHECKPOINT, RECORD.END];
/** Bit 0 of the options of a record of the proposal of 2014: its checksum holds (DB-035). */
const HOLDS = 1;

export class ImageOutput {
  readonly edition: CodecEdition;
  /** Byte order of everything behind the image header. */
  isBe = false;
  private readonly put: Put;
  private checks: Checks = NO_CHECKS;
  private framing: Framing;
  private record: RunningSum | undefined;
  private round: RunningSum | undefined;
  private position = 0;
  private type = 0;
  private length = 0;

  constructor(edition: CodecEdition, put: Put) {
    this.edition = edition;
    this.put = put;
    this.framing = framingOf(edition);
  }

  /** The headers. */
  begin(domain: StreamDocument["domain"], isBe: boolean, checks: Checks): void {
    const { edition } = this;
    this.isBe = isBe;
    this.checks = checks;
    this.framing = framingOf(edition, checks);
    this.beginRound();
    const header = { version: VERSION[edition], options: isBe ? 1 : 0, ...(edition === "v4-draft" ? checks : {}) };
    const headers = [imageHeaderOctets(header, edition), domainHeaderOctets(domain, isBe, this.framing)];
    this.sumUp("head");
    for (const octets of headers) this.add(octets);
    if (this.record !== undefined) this.trailer();
  }

  /** The head of a record whose body has `length` octets; `add` brings them, and `close` ends it. */
  open(type: number, length: number): void {
    if (this.edition !== "draft-b" && ENDS_ROUND.includes(type)) this.digest();
    this.head(type, length);
  }

  /** Octets of a body. They are passed on, not copied. */
  add(octets: Uint8Array): void {
    if (octets.length === 0) return;
    this.record?.add(octets);
    this.round?.add(octets);
    this.position += octets.length;
    this.put(octets);
  }

  /** Padding and trailer of the record that was opened. */
  close(): void {
    this.add(new Uint8Array(paddingOf(this.length)));
    this.trailer();
    if (this.type === RECORD.CHECKPOINT && this.edition !== "draft-b") this.beginRound();
  }

  /** A whole record. */
  whole(type: number, ...body: readonly Uint8Array[]): void {
    this.open(
      type,
      body.reduce((sum, octets) => sum + octets.length, 0),
    );
    for (const octets of body) this.add(octets);
    this.close();
  }

  private head(type: number, length: number): void {
    const { recordHead } = this.framing;
    this.type = type;
    this.length = length;
    const view = new DataView(new ArrayBuffer(recordHead));
    view.setUint32(0, type, !this.isBe);
    view.setUint32(4, length, !this.isBe);
    if (recordHead === 16 && this.checks.recordCheck !== 0) view.setUint16(8, HOLDS, !this.isBe);
    this.sumUp("head");
    this.add(new Uint8Array(view.buffer));
    this.sumUp("body");
  }

  /** Begins the sum of a record where it begins `here`. */
  private sumUp(here: "head" | "body"): void {
    const { check } = this.framing;
    if (check?.from === here && this.checks.recordCheck !== 0) this.record = check.by.begin();
  }

  /** The sum; zeros where the framing has a place for one and there is none. */
  private trailer(): void {
    const sum = this.record?.octets(this.isBe);
    this.record = undefined;
    this.add(sum ?? new Uint8Array(this.framing.trailer));
  }

  /** IMAGE_DIGEST over the round so far (SUM-009, 18.4). */
  private digest(): void {
    const { round } = this;
    if (round === undefined) return;
    const sum = round.octets(this.isBe);
    const view = new DataView(new ArrayBuffer(16));
    view.setUint16(0, this.checks.imageDigest, !this.isBe);
    view.setBigUint64(8, BigInt(this.position), !this.isBe);
    this.round = undefined;
    this.head(RECORD.IMAGE_DIGEST, 16 + sum.length);
    this.add(new Uint8Array(view.buffer));
    this.add(sum);
    this.close();
  }

  private beginRound(): void {
    this.round = checkOf(this.checks.imageDigest)?.begin();
  }
}
