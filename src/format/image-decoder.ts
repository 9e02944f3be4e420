/** The walk through an image: headers, then records up to END (spec 2 to 5). It judges nothing. */

import { readDomainHeader } from "./domain-header.ts";
import type { Broken, RecordHead } from "./events.ts";
import { readImageHeader } from "./image-header.ts";
import type { Input, Steps } from "./input.ts";
import { type PageListRoom, pageData, pageDataAtOnce, pageListRoom } from "./page-list.ts";
import { bodyInChunks, endAt, headAt, paddingOf, recordHead, wholeBody } from "./records.ts";
import { isDefined, RECORD, RECORD_LIMIT } from "./vocabulary.ts";

/** What surrounds the image. */
export type ImageSurroundings = {
  /** The layer that takes over after each CHECKPOINT and gives back; false where its input ended within. */
  readonly afterCheckpoint?: () => Steps<boolean>;
};

/** Decodes one image. True where it ended with END, false where the input ended before (told by `broken`). */
export function* decodeImage(input: Input, surroundings: ImageSurroundings = {}): Steps<boolean> {
  const header = yield* readImageHeader(input);
  if (header === undefined) return broken(input, "image-header", "header");
  input.tell({ kind: "image-header", subject: header });
  const domain = yield* readDomainHeader(input, header.isBe);
  if (domain === undefined) return broken(input, "domain-header", "header");
  input.tell({ kind: "domain-header", subject: domain });
  const room = pageListRoom();
  for (let index = 0; ; index++) {
    // A record that lies whole in what has arrived needs no coroutine; most of them do, and each costs as much as a page.
    const head =
      input.available >= 8
        ? headAt(input, "image", index, header.isBe)
        : yield* recordHead(input, "image", index, header.isBe);
    if (head === "nothing" || head === "header") return broken(input, "image", head);
    input.tell({ kind: "record", subject: head });
    if (input.available >= head.length + paddingOf(head.length)) recordAtOnce(input, head, room);
    else if (!(yield* body(input, head, room))) return broken(input, "image", "body");
    if (head.type === RECORD.END) return true;
    if (head.type === RECORD.CHECKPOINT && surroundings.afterCheckpoint !== undefined) {
      if (!(yield* surroundings.afterCheckpoint())) return false;
    }
  }
}

/** How a body is told: its list and its pages, whole, or in pieces. */
function treatment({ type, length }: RecordHead): "pages" | "whole" | "pieces" {
  if (length > RECORD_LIMIT) return "pieces";
  if (type === RECORD.PAGE_DATA) return "pages";
  return isDefined("image", type) ? "whole" : "pieces";
}

function body(input: Input, head: RecordHead, room: PageListRoom): Steps<boolean> {
  const how = treatment(head);
  if (how === "pages") return pageData(input, head, room);
  return how === "whole" ? wholeBody(input, head) : bodyInChunks(input, head);
}

function recordAtOnce(input: Input, head: RecordHead, room: PageListRoom): void {
  const how = treatment(head);
  const { at } = input;
  if (how === "pages") pageDataAtOnce(input, head, room);
  else if (how === "whole") input.tell({ kind: "body", subject: { head, at, octets: input.view(head.length) } });
  else if (head.length > 0) input.tell({ kind: "chunk", subject: { head, at, octets: input.view(head.length) } });
  endAt(input, head);
}

function broken(input: Input, layer: Broken["layer"], inside: Broken["inside"]): false {
  input.tell({ kind: "broken", subject: { at: input.at, layer, inside } });
  return false;
}
