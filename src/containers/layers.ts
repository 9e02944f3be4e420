/** The headers of an image and the containers around it, as an inventory lists them (CONTRACT 6). */

import type { Event } from "../format/events.ts";
import { appendedHeader, IMAGE_HEADER } from "../format/framing.ts";
import type { LegacyPart } from "../format/legacy/parts.ts";
import { hexOctets, isZero } from "../format/octets.ts";
import type { JsonObject } from "../format/record-view.ts";
import { LIBVIRT_HEADER } from "./libvirt-save-file.ts";

/** A header and what it says. `at` and `length` in octets; the length of an xl or libvirt header includes the configuration. */
export type InspectedLayer = {
  readonly layer: string;
  readonly at: number;
  readonly length: number;
  readonly fields: JsonObject;
};

/** Lists the headers that it is told of, outermost first. */
export class LayerList {
  readonly list: InspectedLayer[] = [];
  private isLegacy = false;

  take(event: Event): void {
    if (event.kind === "legacy") this.part(event.subject);
    // What a legacy stream has in common with images is told as images have it; where it stands, its parts say.
    if (this.isLegacy && event.kind !== "xl-header") return;
    switch (event.kind) {
      case "xl-header": {
        const { at, mandatoryFlags, optionalFlags, optionalLength } = event.subject;
        const flags = {
          byteorder: hexOctets(event.subject.byteorder),
          mandatory_flags: mandatoryFlags,
          optional_flags: optionalFlags,
        };
        this.list.push({
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
        this.list.push({
          layer: "libvirt",
          at,
          length: LIBVIRT_HEADER + xmlLength,
          fields: { version, xml_len: xmlLength, ...rest },
        });
        break;
      }
      case "xenopsd-signature":
        this.list.push({ layer: "xenopsd", at: event.subject.at, length: event.subject.octets.length, fields: {} });
        break;
      case "libxl-header": {
        const { at, version, options } = event.subject;
        this.list.push({ layer: "libxl", at, length: 16, fields: { version, options } });
        break;
      }
      case "image-header": {
        const { at, version, options, reserved } = event.subject;
        const fields = { version, options, reserved: hexOctets(reserved) };
        this.list.push({ layer: "image", at, length: IMAGE_HEADER, fields });
        break;
      }
      case "image-features": {
        const { at, incompat, compat, recordCheck, imageDigest, reserved } = event.subject;
        const image = this.list.pop() as InspectedLayer;
        const more = { incompat, compat, record_check: recordCheck, image_digest: imageDigest, reserved2: reserved };
        const length = at - image.at + appendedHeader("v4-draft");
        this.list.push({ ...image, length, fields: { ...image.fields, ...more } });
        break;
      }
      case "domain-header": {
        const { at, arch, type, pageShift, reserved, xenMajor, xenMinor } = event.subject;
        const fields =
          arch === undefined
            ? { type, page_shift: pageShift, reserved, xen_major: xenMajor, xen_minor: xenMinor }
            : { arch, type, page_shift: pageShift, reserved };
        this.list.push({ layer: "domain", at, length: arch === undefined ? 16 : 8, fields });
        break;
      }
    }
  }

  private part(part: LegacyPart): void {
    this.isLegacy = true;
    if (part.part === "header") {
      const { at, long, size, kind } = part;
      this.list.push({ layer: "legacy", at, length: long, fields: { long, p2m_size: size, domain: kind } });
    } else if (part.part === "tail") {
      const { at, end, fields } = part;
      this.list.push({ layer: "tail", at, length: end - at, fields });
    }
  }
}
