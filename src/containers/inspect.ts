/** An inventory of an image: layers and records in order, with their fields (CONTRACT 6). Stops where the input cannot be read on. */

import type { Edition } from "../format/edition.ts";
import type { Event, PageList, RecordBody, RecordHead } from "../format/events.ts";
import type { Finding } from "../format/fault.ts";
import { appendedHeader, IMAGE_HEADER } from "../format/framing.ts";
import { chunkName } from "../format/legacy/chunks.ts";
import type { LegacyPart } from "../format/legacy/parts.ts";
import { hex, hexOctets, isZero } from "../format/octets.ts";
import { recordName } from "../format/profile.ts";
import { type JsonObject, viewBody } from "../format/record-view.ts";
import { LIBXL, partName } from "../format/vocabulary.ts";
import { LIBVIRT_HEADER } from "./libvirt-save-file.ts";
import { type Consumer, type OpenOptions, Session } from "./session.ts";

/** A header and what it says. `at` and `length` in octets; the length of an xl header includes its optional data. */
export type InspectedLayer = {
  readonly layer: string;
  readonly at: number;
  readonly length: number;
  readonly fields: JsonObject;
};

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

/** Looks at one input. Content that a Reader would reject is shown all the same, as far as the records can be walked. */
export function inspectImage(options: OpenOptions): Consumer<Inspection> {
  const inventory = new Inventory();
  const session: Session = new Session({ ...options, deep: false }, "verifier", (event) =>
    inventory.take(event, session),
  );
  return {
    push: (octets) => session.push(octets),
    done: () => session.done,
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
  private readonly layers: InspectedLayer[] = [];
  private readonly records: InspectedRecord[] = [];
  private fields: JsonObject | undefined;

  take(event: Event, session: Session): void {
    if (event.kind === "legacy") this.part(event.subject);
    // What a legacy stream has in common with images is told as images have it; where it stands, its parts say.
    if (session.examiner.facts.legacy !== undefined && event.kind !== "xl-header") return;
    switch (event.kind) {
      case "xl-header": {
        const { at, mandatoryFlags, optionalFlags, optionalLength } = event.subject;
        const flags = {
          byteorder: hexOctets(event.subject.byteorder),
          mandatory_flags: mandatoryFlags,
          optional_flags: optionalFlags,
        };
        this.layers.push({
          layer: "xl",
          at,
          length: 48 + optionalLength,
          fields: { ...flags, optional_data_len: optionalLength },
        });
        break;
      }
      case "libvirt-header": {
        const { at, version, xmlLength, unused } = event.subject;
        const rest = isZero(unused) ? {} : { unused: hexOctets(unused) };
        this.layers.push({
          layer: "libvirt",
          at,
          length: LIBVIRT_HEADER + xmlLength,
          fields: { version, xml_len: xmlLength, ...rest },
        });
        break;
      }
      case "xenopsd-signature":
        this.layers.push({ layer: "xenopsd", at: event.subject.at, length: event.subject.octets.length, fields: {} });
        break;
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
      case "libxl-header": {
        const { at, version, options } = event.subject;
        this.layers.push({ layer: "libxl", at, length: 16, fields: { version, options } });
        break;
      }
      case "image-header": {
        const { at, version, options, reserved } = event.subject;
        const fields = { version, options, reserved: hexOctets(reserved) };
        this.layers.push({ layer: "image", at, length: IMAGE_HEADER, fields });
        break;
      }
      case "image-features": {
        const { at, incompat, compat, recordCheck, imageDigest, reserved } = event.subject;
        const image = this.layers.pop() as InspectedLayer;
        const more = { incompat, compat, record_check: recordCheck, image_digest: imageDigest, reserved2: reserved };
        const length = at - image.at + appendedHeader("v4-draft");
        this.layers.push({ ...image, length, fields: { ...image.fields, ...more } });
        break;
      }
      case "domain-header": {
        const { at, arch, type, pageShift, reserved, xenMajor, xenMinor } = event.subject;
        const fields =
          arch === undefined
            ? { type, page_shift: pageShift, reserved, xen_major: xenMajor, xen_minor: xenMinor }
            : { arch, type, page_shift: pageShift, reserved };
        this.layers.push({ layer: "domain", at, length: arch === undefined ? 16 : 8, fields });
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
      case "body":
        this.fields = this.bodyFields(event.subject, session);
        break;
      case "record-end":
        this.record(event.subject, session);
        break;
    }
  }

  private part(part: LegacyPart): void {
    if (part.part === "header") {
      const { at, long, size, kind } = part;
      this.layers.push({ layer: "legacy", at, length: long, fields: { long, p2m_size: size, domain: kind } });
    } else if (part.part === "tail") {
      const { at, end, fields } = part;
      this.layers.push({ layer: "tail", at, length: end - at, fields });
    } else if (part.part === "chunk-end") {
      const { chunk, end, fields } = part;
      const length = end - chunk.at - 4;
      this.records.push({ layer: "legacy", at: chunk.at, type: chunk.id, name: chunkName(chunk.id), length, fields });
    }
  }

  inspection({ edition, container, examiner: { judge } }: Session): Inspection {
    const fault = judge.findings.find(({ code }) => ENDINGS.test(code));
    return {
      edition,
      container,
      layers: this.layers,
      records: this.records,
      ...(fault === undefined ? {} : { fault }),
    };
  }

  /** Pairs of an emulator's xenstore data come without the sub-header, which was told before. */
  private bodyFields({ head, octets }: RecordBody, { examiner: { facts } }: Session): JsonObject | undefined {
    if (head.layer === "libxl" && head.type === LIBXL.EMULATOR_XENSTORE_DATA) {
      const entries = viewBody("libxl", head.type, Buffer.concat([new Uint8Array(8), octets]), head.isBe, 0);
      return { ...entries, ...this.fields };
    }
    return viewBody(head.layer, head.type, octets, head.isBe, facts.pvInfo?.width ?? 0);
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
