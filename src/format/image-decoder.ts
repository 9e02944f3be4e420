/** The walk through an image: headers, then records up to END (spec 2 to 5). It judges nothing. */

import { readDomainHeader } from "./domain-header.ts";
import type { Broken, Event } from "./events.ts";
import { readImageHeader } from "./image-header.ts";
import type { Input, Steps } from "./input.ts";
import { pageData, pageListRoom } from "./page-list.ts";
import { bodyInChunks, recordHead, wholeBody } from "./records.ts";
import { isDefined, RECORD, RECORD_LIMIT } from "./vocabulary.ts";

/** What surrounds the image. */
export type ImageSurroundings = {
  /** The layer that takes over after each CHECKPOINT and gives back; false where its input ended within. */
  readonly afterCheckpoint?: () => Steps<Event, boolean>;
};

/** Decodes one image. True where it ended with END, false where the input ended before (told by `broken`). */
export function* decodeImage(input: Input, surroundings: ImageSurroundings = {}): Steps<Event, boolean> {
  const header = yield* readImageHeader(input);
  if (header === undefined) return yield* broken(input, "image-header", "header");
  yield { kind: "image-header", subject: header };
  const domain = yield* readDomainHeader(input, header.isBe);
  if (domain === undefined) return yield* broken(input, "domain-header", "header");
  yield { kind: "domain-header", subject: domain };
  const room = pageListRoom();
  for (let index = 0; ; index++) {
    const head = yield* recordHead(input, "image", index, header.isBe);
    if (head === "nothing" || head === "header") return yield* broken(input, "image", head);
    yield { kind: "record", subject: head };
    const body =
      head.type === RECORD.PAGE_DATA && head.length <= RECORD_LIMIT
        ? pageData(input, head, room)
        : isDefined("image", head.type) && head.length <= RECORD_LIMIT
          ? wholeBody(input, head)
          : bodyInChunks(input, head);
    if (!(yield* body)) return yield* broken(input, "image", "body");
    if (head.type === RECORD.END) return true;
    if (head.type === RECORD.CHECKPOINT && surroundings.afterCheckpoint !== undefined) {
      if (!(yield* surroundings.afterCheckpoint())) return false;
    }
  }
}

function* broken(input: Input, layer: Broken["layer"], inside: Broken["inside"]): Steps<Event, false> {
  yield { kind: "broken", subject: { at: input.at, layer, inside } };
  return false;
}
