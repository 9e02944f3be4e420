/** An image of one edition and container as one of another, while it arrives (spec 24). */

import { type CodecEdition, VERSION } from "../../format/edition.ts";
import { domainHeaderOctets, encodeRecord, imageHeaderOctets } from "../../format/encoder.ts";
import type { DomainHeader, Event, RecordHead } from "../../format/events.ts";
import { UnsupportedError } from "../../format/fault.ts";
import type { StreamDocument } from "../../format/stream-document.ts";
import { plainContext, RECORD } from "../../format/vocabulary.ts";
import { type Consumer, type OpenOptions, Session } from "../session.ts";
import { type Layers, newLayers, noBlobs, ownLayers, type TargetContainer, xlData } from "./layers.ts";
import { LegacyConverter } from "./legacy.ts";
import { octetsOf } from "./octets-of.ts";
import { Output } from "./output.ts";
import { type RecordPlan, recordPlan } from "./records.ts";

/** What is to be made. Without `container` the input's own is kept. */
export type ConversionTarget = {
  readonly edition: CodecEdition;
  readonly container?: TargetContainer;
  /** xl's description of the domain in JSON, without its NUL, for a container that the input does not have. */
  readonly config?: Uint8Array;
};

/** Takes an image in pieces. `take` gives the octets made since it was last asked; FormatError comes out of `push` and `end`. */
export type Conversion = Consumer<void> & { take(): readonly Uint8Array[] };

/** Converts an image that a Reader accepts. What the target cannot say is refused, with its offset in the input. */
export function convertImage(options: OpenOptions, target: ConversionTarget): Conversion {
  const output = new Output(target.edition, options.context ?? plainContext);
  const images = new Converter(target, output);
  let legacy: LegacyConverter | undefined;
  const session: Session = new Session(options, "reader", (event) => {
    const { edition, checkpointed, verifying } = session.examiner.facts;
    if (event.kind === "legacy" && event.subject.part === "start") {
      const { container, config } = target;
      legacy = new LegacyConverter({
        edition: target.edition,
        container,
        config,
        put: (octets) => output.put(octets),
      });
    }
    if (legacy === undefined) images.take(event, edition);
    else legacy.take(event, checkpointed, verifying);
  });
  return {
    push: (octets) => session.push(octets),
    done: () => session.done,
    end() {
      session.finish();
      (legacy ?? images).end();
      output.finish();
    },
    take: () => output.take(),
  };
}

class Converter {
  private readonly target: ConversionTarget;
  private readonly output: Output;
  private readonly layers: Layers;
  private plan: RecordPlan | undefined;
  private isBe = false;
  private kept = false;

  constructor(target: ConversionTarget, output: Output) {
    const put = (octets: Uint8Array) => output.put(octets);
    const { edition, container, config } = target;
    this.target = target;
    this.output = output;
    this.layers = container === undefined ? ownLayers(put) : newLayers(container, xlData(config), edition, put);
  }

  take(event: Event, from: CodecEdition): void {
    const { edition } = this.target;
    switch (event.kind) {
      case "image-header": {
        this.isBe = event.subject.isBe;
        this.plan = recordPlan(from, edition);
        if (this.plan === undefined) throw new UnsupportedError(`an image of ${from} as one of ${edition}`);
        this.layers.image();
        this.put([imageHeaderOctets({ version: VERSION[edition], options: this.isBe ? 1 : 0 }, edition)]);
        return;
      }
      case "domain-header":
        this.put([domainHeaderOctets(domainOf(event.subject), this.isBe)]);
        return;
      case "record":
        if (event.subject.layer === "image") this.record(event.subject);
        break;
      case "broken":
      case "end":
      case "trailing":
        return;
    }
    if (layerOf(event) !== "image") this.layers.around(event);
    else if (this.kept) this.put(octetsOf(event));
    if (event.kind === "record-end" && event.subject.type === RECORD.CHECKPOINT) this.layers.checkpoint();
  }

  end(): void {
    this.layers.end();
  }

  private record(head: RecordHead): void {
    const { before, keep } = (this.plan as RecordPlan).decide(head);
    for (const type of before) this.put(encodeRecord("image", { type }, "records", this.isBe, noBlobs));
    this.kept = keep;
  }

  private put(segments: Iterable<Uint8Array>): void {
    for (const segment of segments) this.output.put(segment);
  }
}

function domainOf({ type, pageShift, xenMajor, xenMinor }: DomainHeader): StreamDocument["domain"] {
  return { type, pageShift, xenMajor, xenMinor };
}

function layerOf({ subject }: Event): "image" | "libxl" | undefined {
  if ("head" in subject) return subject.head.layer;
  if ("list" in subject) return subject.list.head.layer;
  return "layer" in subject && "index" in subject ? subject.layer : undefined;
}
