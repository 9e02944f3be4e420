/** An inventory of an image: layers and records in order, with their fields (CONTRACT 6). Stops where the input cannot be read on. */

import type { Edition } from "../format/edition.ts";
import type { Event, PageList, RecordBody, RecordHead } from "../format/events.ts";
import type { Finding } from "../format/fault.ts";
import { chunkName } from "../format/legacy/chunks.ts";
import type { LegacyPart } from "../format/legacy/parts.ts";
import { hex } from "../format/octets.ts";
import { recordName } from "../format/profile.ts";
import { type JsonObject, viewBody } from "../format/record-view.ts";
import { LIBXL, partName } from "../format/vocabulary.ts";
import { type InspectedLayer, LayerList } from "./layers.ts";
import { type Consumer, type OpenOptions, Session } from "./session.ts";

/** A record, or a part of a suspend image; `at` is the offset of its header, `length` that of its body or contents. Of a legacy stream, a chunk. */
export type InspectedRecord = {
  readonly layer: "image" | "libxl" | "xenopsd" | "legacy";
  readonly at: number;
  readonly type: number;
  readonly name: string;
  readonly length: number;
  readonly fields?: JsonObject;
};

export type Inspection = {
  readonly edition: Edition | null;
  readonly container: readonly string[];
  readonly layers: readonly InspectedLayer[];
  readonly records: readonly InspectedRecord[];
  /** Why the inventory ends before the image does. */
  readonly fault?: Finding;
};

/** Looks at an input; what it has found so far can be taken away, so that a stream without an end can be told as it comes. */
export type Inspector = Consumer<Inspection> & {
  /** The layers and records since it was last asked, in the order they lie; the answer of `end` then lacks them. */
  drain(): (InspectedLayer | InspectedRecord)[];
};

/** Looks at one input. Content that a Reader would reject is shown all the same, as far as the records can be walked. */
export function inspectImage(options: OpenOptions): Inspector {
  const inventory = new Inventory();
  const session: Session = new Session(
    { ...options, deep: false, frames: false, contents: false },
    "verifier",
    (event) => inventory.take(event, session),
  );
  return {
    push: (octets) => session.push(octets),
    overlooked: () => session.overlooked,
    passOver: (octets) => session.passOver(octets),
    done: () => session.done,
    drain: () => inventory.drain(),
    end() {
      session.finish();
      return inventory.inspection(session);
    },
  };
}

/** Findings after which there is nothing to walk, or nothing more of it. */
const ENDINGS =
  /^(image-(marker|id|version)|libxl-(ident|version|image-repeated|image-missing|end-missing)|xl-(magic|byte-order)|legacy-(marker|size|chunk|tmem|info-length)|libvirt-(magic|version)|xenopsd-(signature|part-type|part-length|image-repeated|image-missing)|record-end-missing|.*truncated)$/;

class Inventory {
  private readonly layers = new LayerList();
  private readonly records: InspectedRecord[] = [];
  private fields: JsonObject | undefined;

  take(event: Event, session: Session): void {
    this.layers.take(event);
    if (event.kind === "legacy") this.part(event.subject);
    // What a legacy stream has in common with images is told as images have it; where it stands, its parts say.
    if (session.examiner.facts.legacy !== undefined) return;
    switch (event.kind) {
      case "xenopsd-part-end": {
        const { part, text } = event.subject;
        const fields = text !== undefined && "fields" in text ? { fields: { fields: [...text.fields] } } : {};
        const { at, type, length } = part;
        this.records.push({
          layer: "xenopsd",
          at,
          type: Number(type),
          name: partName(type),
          length: Number(length),
          ...fields,
        });
        break;
      }
      case "record":
        this.fields = undefined;
        break;
      case "page-list":
        this.fields = pageFields(event.subject);
        break;
      case "emulator":
        this.fields = { emulator_id: event.subject.id, index: event.subject.index };
        break;
      case "image-digest":
      case "body":
        this.fields = this.bodyFields(event.subject, session);
        break;
      case "record-end":
        this.record(event.subject, session);
        break;
    }
  }

  private part(part: LegacyPart): void {
    if (part.part === "chunk-end") {
      const { chunk, end, fields } = part;
      const length = end - chunk.at - 4;
      this.records.push({ layer: "legacy", at: chunk.at, type: chunk.id, name: chunkName(chunk.id), length, fields });
    }
  }

  drain(): (InspectedLayer | InspectedRecord)[] {
    const { list } = this.layers;
    // More octets may be added to an image header while nothing follows it.
    const isOpen = list.at(-1)?.layer === "image" && this.records.every(({ layer }) => layer !== "image");
    const layers = list.splice(0, list.length - (isOpen ? 1 : 0));
    return [...layers, ...this.records.splice(0)].sort((a, b) => a.at - b.at);
  }

  inspection({ edition, container, examiner: { judge } }: Session): Inspection {
    const fault = judge.findings.find(({ code }) => ENDINGS.test(code));
    return {
      edition,
      container,
      layers: this.layers.list,
      records: this.records,
      ...(fault === undefined ? {} : { fault }),
    };
  }

  /** Pairs of an emulator's xenstore data come without the sub-header, which was told before. */
  private bodyFields({ head, octets }: RecordBody, { examiner: { facts } }: Session): JsonObject | undefined {
    if (head.layer === "libxl" && head.type === LIBXL.EMULATOR_XENSTORE_DATA) {
      const entries = viewBody(
        "libxl",
        head.type,
        Buffer.concat([new Uint8Array(8), octets]),
        head.isBe,
        0,
        facts.edition,
      );
      return { ...entries, ...this.fields };
    }
    return viewBody(head.layer, head.type, octets, head.isBe, facts.pvInfo?.width ?? 0, facts.edition);
  }

  private record({ layer, at, type, length }: RecordHead, { examiner: { facts } }: Session): void {
    const { fields } = this;
    this.records.push({
      layer,
      at,
      type,
      name: recordName(layer, type, facts.edition),
      length,
      ...(fields === undefined ? {} : { fields }),
    });
  }
}

function pageFields({ count, entries, pages, pfns, maxPfn }: PageList): JsonObject {
  if (entries === 0) return { count };
  let first = pfns[0] as number;
  for (let entry = 1; entry < entries; entry++) first = Math.min(first, pfns[entry] as number);
  return { count, pages, first_pfn: hex(first), last_pfn: hex(maxPfn) };
}
