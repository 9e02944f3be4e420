/** The conversion of an image since 2014: its own octets where nothing of it changes, else record by record. */

import type { CodecEdition } from "../../format/edition.ts";
import type { DomainHeader, Event, ImageFeatures, ImageHeader, RecordHead } from "../../format/events.ts";
import type { Facts } from "../../format/facts.ts";
import { RECORD } from "../../format/vocabulary.ts";
import type { ConversionTarget } from "./convert.ts";
import { NO_CHECKS } from "./image-output.ts";
import type { Layers, Put } from "./layers.ts";
import { unsayable } from "./refusal.ts";
import { Rewriting } from "./rewriting.ts";
import { verbatim } from "./verbatim.ts";

/** Takes the events of an image's own layer from its first record on. */
export type ImageBody = { take(event: Event): void };

export class ImageConverter {
  private readonly target: ConversionTarget;
  private readonly layers: Layers;
  private readonly put: Put;
  private header: ImageHeader | undefined;
  private features: ImageFeatures | undefined;
  private body: ImageBody | undefined;

  constructor(target: ConversionTarget, layers: Layers, put: Put) {
    this.target = target;
    this.layers = layers;
    this.put = put;
  }

  /** Takes an event that has been examined. Throws FormatError for what cannot be said. */
  take(event: Event, facts: Facts): void {
    switch (event.kind) {
      case "image-header":
        this.header = event.subject;
        return;
      case "image-features":
        this.features = event.subject;
        return;
      case "domain-header":
        this.begin(event.subject, facts);
        return;
      case "broken":
      case "end":
      case "trailing":
        return;
    }
    if (event.kind !== "header-trailer" && layerOf(event) !== "image") this.layers.around(event);
    else this.body?.take(event);
    if (event.kind === "record-end" && facts.edition !== "draft-b" && isCheckpoint(event.subject))
      this.layers.checkpoint();
  }

  /** The input is over, and ended as it says. */
  end(): void {
    this.layers.end();
  }

  /** Nothing is written before it is known that the headers can be said. */
  private begin(domain: DomainHeader, facts: Facts): void {
    const { target, features, put } = this;
    const header = this.header as ImageHeader;
    const from = facts.edition;
    const own = features ?? NO_CHECKS;
    const same = from === target.edition && target.codec === undefined && isSame(own, target, from);
    if (from !== target.edition) unsayable(from, target.edition, domain, facts.kind);
    this.layers.image();
    if (!same) this.body = new Rewriting(target, { from, header, domain, facts, own }, put);
    else {
      for (const octets of [header.raw, features?.raw, domain.raw]) if (octets !== undefined) put(octets);
      this.body = verbatim(put);
    }
  }
}

/** Whether the sums that are asked for are those that the image has; those of records of the proposal of 2014 differ from one to the next. */
function isSame(
  own: Pick<ImageFeatures, "recordCheck" | "imageDigest">,
  { checks }: ConversionTarget,
  from: CodecEdition,
) {
  if (checks === undefined) return true;
  if (from !== "v4-draft") return false;
  return own.recordCheck === checks.recordCheck && own.imageDigest === checks.imageDigest;
}

function isCheckpoint({ layer, type }: RecordHead): boolean {
  return layer === "image" && type === RECORD.CHECKPOINT;
}

function layerOf({ subject }: Event): "image" | "libxl" | undefined {
  if ("head" in subject) return subject.head.layer;
  if ("list" in subject) return subject.list.head.layer;
  return "layer" in subject && "index" in subject ? subject.layer : undefined;
}
