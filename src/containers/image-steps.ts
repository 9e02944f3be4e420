/** The Reader for machines: what an image says, step by step and judged, to be acted on as it comes. */

import type { Event, RecordHead } from "../format/events.ts";
import { UnsupportedError } from "../format/fault.ts";
import { PAGE_SIZE, RECORD } from "../format/vocabulary.ts";
import { Session } from "./session.ts";

/** One step. `octets` of pages are views on what was pushed last; those of records may be held on to. */
export type ImageStep =
  | { readonly kind: "domain"; readonly type: number }
  | { readonly kind: "pages"; readonly pfns: readonly number[]; readonly octets: Uint8Array }
  | RecordStep
  /** END, or that of the layer around the image: there is nothing more to come. */
  | { readonly kind: "end" };

/** A record but for PAGE_DATA. `sum` is that of the bodies of the records before it. */
export type RecordStep = {
  readonly kind: "record";
  readonly type: number;
  readonly isBe: boolean;
  readonly octets: Uint8Array;
  readonly sum: number;
};

/** How an image is read. */
export type StepOptions = {
  /** Types of records that this edition does not define and that are wanted nevertheless. */
  readonly extra: readonly number[];
  /** The most octets that such a record may have. */
  readonly limit: number;
  /** Sums up octets, going on from a sum; it is given the body of every record, in pieces, in order, from 0 on. */
  readonly addUp?: (octets: Uint8Array, sum: number) => number;
};

/** Takes octets in pieces. FormatError and UnsupportedError come out of `push` and `end`; without an "end" step there was none. */
export type ImageSteps = { push(octets: Uint8Array): readonly ImageStep[]; end(): readonly ImageStep[] };

/** Reads an image of a machine that was not checkpointed, bare or in the containers around it. */
export function imageSteps({ extra, limit, addUp = () => 0 }: StepOptions): ImageSteps {
  let sum = 0;
  let sumBefore = 0;
  const onBody = (octets: Uint8Array) => {
    sum = addUp(octets, sum);
  };
  let steps: ImageStep[] = [];
  let pieces: Uint8Array[] = [];
  const session: Session = new Session({}, "reader", (event) => take(event));
  const isWanted = ({ layer, type }: RecordHead) => layer === "image" && extra.includes(type);
  const take = (event: Event) => {
    switch (event.kind) {
      case "legacy":
        throw new UnsupportedError("restoring a machine from a legacy stream");
      case "domain-header":
        steps.push({ kind: "domain", type: event.subject.type });
        break;
      case "record":
        sumBefore = sum;
        if (event.subject.layer === "image" && event.subject.type === RECORD.CHECKPOINT)
          throw new UnsupportedError("restoring a machine from a checkpointed image");
        if (isWanted(event.subject) && event.subject.length > limit)
          throw new UnsupportedError(`a record of ${event.subject.length} octets where ${limit} are the most`);
        break;
      case "page-list": {
        const { head, count, reserved, raw } = event.subject;
        const start = new DataView(new ArrayBuffer(8));
        start.setUint32(0, count, !head.isBe);
        start.setUint32(4, reserved, !head.isBe);
        onBody(new Uint8Array(start.buffer));
        onBody(raw);
        break;
      }
      case "pages": {
        const { list, first, octets } = event.subject;
        onBody(octets);
        if (session.examiner.facts.verifying) break;
        const pfns = Array.from(
          { length: octets.length / PAGE_SIZE },
          (_, page) => list.pfns[list.withData[first + page] as number] as number,
        );
        steps.push({ kind: "pages", pfns, octets });
        break;
      }
      case "body": {
        const { head, octets } = event.subject;
        if (head.layer !== "image") break;
        onBody(octets);
        steps.push({ kind: "record", type: head.type, isBe: head.isBe, octets: octets.slice(), sum: sumBefore });
        break;
      }
      case "chunk":
        if (event.subject.head.layer !== "image") break;
        onBody(event.subject.octets);
        if (isWanted(event.subject.head)) pieces.push(event.subject.octets.slice());
        break;
      case "record-end": {
        const { type, isBe } = event.subject;
        if (!isWanted(event.subject)) break;
        steps.push({ kind: "record", type, isBe, octets: join(pieces), sum: sumBefore });
        pieces = [];
        break;
      }
      case "end":
        steps.push({ kind: "end" });
        break;
    }
  };
  const taken = () => {
    const ready = steps;
    steps = [];
    return ready;
  };
  return {
    push(octets) {
      session.push(octets);
      return taken();
    },
    end() {
      session.finish();
      return taken();
    },
  };
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
