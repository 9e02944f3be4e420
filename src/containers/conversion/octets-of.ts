/** What an event of a layer tells, as the octets that told it. */

import type { Event, RecordHead } from "../../format/events.ts";
import { paddingOf } from "../../format/records.ts";
import { LIBVIRT_HEADER } from "../libvirt-save-file.ts";

/** The octets of an event around an image, or of a record; those of padding are zeros. Arrays are the caller's to keep. */
export function octetsOf(event: Event): Uint8Array[] {
  switch (event.kind) {
    case "xl-header": {
      const { magic, byteorder, mandatoryFlags, optionalFlags, optionalLength } = event.subject;
      const header = new Uint8Array(48);
      header.set(magic);
      header.set(byteorder, 32);
      const isLe = byteorder[0] === 4;
      const view = new DataView(header.buffer);
      for (const [word, value] of [mandatoryFlags, optionalFlags, optionalLength].entries())
        view.setUint32(36 + 4 * word, value, isLe);
      return [header];
    }
    case "libvirt-header": {
      const { magic, version, xmlLength, unused } = event.subject;
      const header = new Uint8Array(LIBVIRT_HEADER);
      const view = new DataView(header.buffer);
      header.set(magic);
      view.setUint32(16, version, true);
      view.setUint32(20, xmlLength, true);
      header.set(unused, 24);
      return [header];
    }
    case "xenopsd-part": {
      const { type, length } = event.subject;
      const view = new DataView(new ArrayBuffer(16));
      view.setBigInt64(0, type, true);
      view.setBigInt64(8, length, true);
      return [new Uint8Array(view.buffer)];
    }
    case "libxl-header": {
      const { ident, version, options } = event.subject;
      const header = new Uint8Array(16);
      header.set(ident);
      const view = new DataView(header.buffer);
      view.setUint32(8, version);
      view.setUint32(12, options);
      return [header];
    }
    case "xl-optional":
    case "libvirt-xml":
    case "xenopsd-signature":
    case "xenopsd-contents":
    case "body":
    case "chunk":
    case "emulator":
      return [event.subject.octets.slice()];
    case "record":
      return [headOctets(event.subject)];
    case "record-end":
      return [new Uint8Array(paddingOf(event.subject.length))];
    default:
      return [];
  }
}

/** The head of a record as its framing has it. */
export function headOctets({ type, length, isBe, framing, options, reserved }: RecordHead): Uint8Array {
  const view = new DataView(new ArrayBuffer(framing.recordHead));
  view.setUint32(0, type, !isBe);
  view.setUint32(4, length, !isBe);
  const octets = new Uint8Array(view.buffer);
  if (reserved === undefined) return octets;
  view.setUint16(8, options, !isBe);
  octets.set(reserved, 10);
  return octets;
}
