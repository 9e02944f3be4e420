/** The body of a record as it stands in the image, out of what is told of it. */

import type { Event, PageList } from "../format/events.ts";
import { RECORD } from "../format/vocabulary.ts";

/**
 * The octets of a body that an event brings, in order; none where it brings none. They are views. The pages of a compressed record are told
 * behind its body, which holds all of it.
 */
export function bodyOctets(event: Event): readonly Uint8Array[] {
  switch (event.kind) {
    case "page-list":
      return event.subject.head.type === RECORD.PAGE_DATA ? listOctets(event.subject) : [];
    case "pages":
      return event.subject.list.head.type === RECORD.PAGE_DATA ? [event.subject.octets] : [];
    case "body":
    case "chunk":
    case "emulator":
    case "compressed":
    case "image-digest":
      return [event.subject.octets];
    default:
      return [];
  }
}

/** Count, reserved word and entries of a PAGE_DATA record; fewer where its body is too short for them. */
function listOctets({ head, count, reserved, raw }: PageList): Uint8Array[] {
  if (head.length < 8) return [raw];
  const start = new DataView(new ArrayBuffer(8));
  start.setUint32(0, count, !head.isBe);
  start.setUint32(4, reserved, !head.isBe);
  return [new Uint8Array(start.buffer), raw];
}
