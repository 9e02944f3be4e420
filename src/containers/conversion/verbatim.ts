/** An image that stays what it is, octet for octet: sums hold, and page data is not looked at. */

import type { Event } from "../../format/events.ts";
import { RECORD } from "../../format/vocabulary.ts";
import type { ImageBody } from "./image.ts";
import type { Put } from "./layers.ts";
import { headOctets, listOctets } from "./octets-of.ts";

/** Passes on what follows the headers. */
export function verbatim(put: Put): ImageBody {
  return { take: (event) => ownOctets(event).forEach(put) };
}

function ownOctets(event: Event): readonly Uint8Array[] {
  switch (event.kind) {
    case "record":
      return [headOctets(event.subject)];
    case "page-list":
      // The pages of a compressed record are told behind its body, which holds all of it.
      return event.subject.head.type === RECORD.PAGE_DATA ? listOctets(event.subject) : [];
    case "pages":
      return event.subject.list.head.type === RECORD.PAGE_DATA ? [event.subject.octets] : [];
    case "body":
    case "chunk":
    case "compressed":
    case "image-digest":
    case "padding":
    case "trailer":
    case "header-trailer":
      return [event.subject.octets];
    default:
      return [];
  }
}
