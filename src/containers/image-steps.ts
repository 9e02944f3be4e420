/** The Reader for machines: what an image says, step by step and judged, to be acted on as it comes. */

import type { Event } from "../format/events.ts";
import { UnsupportedError } from "../format/fault.ts";
import { PAGE_SIZE, plainContext, RECORD, XALLOC } from "../format/vocabulary.ts";
import { Session } from "./session.ts";

/** One step. `octets` of pages are views on what was pushed last; those of records may be held on to. */
export type ImageStep =
  | { readonly kind: "domain"; readonly type: number }
  /** What xl's file says of the domain, its length in front. */
  | { readonly kind: "config"; readonly octets: Uint8Array }
  /** Pages that are there without contents. */
  | { readonly kind: "allocate"; readonly pfns: readonly number[] }
  | {
      readonly kind: "pages";
      readonly pfns: readonly number[];
      readonly types: readonly number[];
      readonly octets: Uint8Array;
    }
  | RecordStep
  /** CHECKPOINT: what came so far is a state of the domain that can be gone on from. */
  | { readonly kind: "checkpoint" }
  /** END, or that of the layer around the image: there is nothing more to come. */
  | { readonly kind: "end" };

/** A record that the edition knows, but for page data. */
export type RecordStep = {
  readonly kind: "record";
  readonly type: number;
  readonly isBe: boolean;
  readonly octets: Uint8Array;
};

/** How an image is read. */
export type StepOptions = {
  /** Whether the image may be checkpointed; without, CHECKPOINT is refused. */
  readonly stream?: "plain" | "remus";
};

/** Takes octets in pieces. FormatError and UnsupportedError come out of `push` and `end`; without an "end" step there was none. */
export type ImageSteps = {
  push(octets: Uint8Array): readonly ImageStep[];
  end(): readonly ImageStep[];
  /** Whether nothing more is taken: there was an end, or a checkpointed image broke off where a sum is wrong (SUM-008). */
  isOver(): boolean;
};

/** Reads an image of a machine, bare or in the containers around it. */
export function imageSteps({ stream = "plain" }: StepOptions = {}): ImageSteps {
  let steps: ImageStep[] = [];
  const session: Session = new Session({ context: { ...plainContext, stream } }, "reader", (event) => take(event));
  const take = (event: Event) => {
    switch (event.kind) {
      case "legacy":
        throw new UnsupportedError("restoring a machine from a legacy stream");
      case "domain-header":
        steps.push({ kind: "domain", type: event.subject.type });
        break;
      case "xl-optional":
        steps.push({ kind: "config", octets: event.subject.octets });
        break;
      case "page-list": {
        const { entries, pfns, types } = event.subject;
        const bare = Array.from(pfns.subarray(0, entries)).filter((_, entry) => types[entry] === XALLOC);
        if (bare.length > 0 && !session.examiner.facts.verifying) steps.push({ kind: "allocate", pfns: bare });
        break;
      }
      case "record":
        if (stream === "plain" && event.subject.layer === "image" && event.subject.type === RECORD.CHECKPOINT)
          throw new UnsupportedError("restoring a machine from a checkpointed image");
        break;
      case "pages": {
        const { list, first, octets } = event.subject;
        if (session.examiner.facts.verifying) break;
        const entries = Array.from(
          { length: octets.length / PAGE_SIZE },
          (_, page) => list.withData[first + page] as number,
        );
        const pfns = entries.map((entry) => list.pfns[entry] as number);
        const types = entries.map((entry) => list.types[entry] as number);
        steps.push({ kind: "pages", pfns, types, octets });
        break;
      }
      case "body": {
        const { head, octets } = event.subject;
        if (head.layer === "image")
          steps.push({ kind: "record", type: head.type, isBe: head.isBe, octets: new Uint8Array(octets) });
        break;
      }
      case "record-end": {
        const { layer, type } = event.subject;
        if (layer === "image" && type === RECORD.CHECKPOINT) steps.push({ kind: "checkpoint" });
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
    isOver: () => session.done,
  };
}
