/** An image that stays what it is, octet for octet: sums hold, and page data is not looked at. */

import type { Event } from "../../format/events.ts";
import { bodyOctets } from "../body-octets.ts";
import type { ImageBody } from "./image.ts";
import type { Put } from "./layers.ts";
import { headOctets } from "./octets-of.ts";

/** Passes on what follows the headers. */
export function verbatim(put: Put): ImageBody {
  return { take: (event) => ownOctets(event).forEach(put) };
}

function ownOctets(event: Event): readonly Uint8Array[] {
  switch (event.kind) {
    case "record":
      return [headOctets(event.subject)];
    case "padding":
    case "trailer":
    case "header-trailer":
      return [event.subject.octets];
    default:
      return bodyOctets(event);
  }
}
