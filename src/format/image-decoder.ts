/** The walk through an image: headers, then records up to END (spec 2 to 5). It judges nothing. */

import { readDomainHeader } from "./domain-header.ts";
import type { CodecEdition } from "./edition.ts";
import type { Broken, RecordHead } from "./events.ts";
import { appendedHeader, framingOf } from "./framing.ts";
import { readImageFeatures, readImageHeader } from "./image-header.ts";
import type { Input, Steps } from "./input.ts";
import { type PageListRoom, pageData, pageDataAtOnce, pageListRoom } from "./page-list.ts";
import { type Profile, profileOf } from "./profile.ts";
import { bodyInChunks, endAt, headAt, paddingOf, recordHead, wholeBody } from "./records.ts";
import { RECORD, RECORD_LIMIT } from "./vocabulary.ts";

/** What surrounds the image. */
export type ImageSurroundings = {
  /** The edition whose role looks at an image of this version. */
  readonly asked: (version: number) => CodecEdition;
  /** The layer that takes over after each CHECKPOINT and gives back; false where its input ended within. */
  readonly afterCheckpoint?: () => Steps<boolean>;
};

/** Decodes one image. True where it ended with END, false where the input ended before (told by `broken`). */
export function* decodeImage(input: Input, surroundings: ImageSurroundings): Steps<boolean> {
  const header = yield* readImageHeader(input, surroundings.asked);
  if (header === undefined) return broken(input, "image-header", "header");
  input.tell({ kind: "image-header", subject: header });
  const { isBe, edition } = header;
  const features = appendedHeader(edition) > 0 ? yield* readImageFeatures(input) : undefined;
  if (features !== undefined) input.tell({ kind: "image-features", subject: features });
  else if (appendedHeader(edition) > 0) return broken(input, "image-header", "header");
  const framing = framingOf(edition, features);
  const profile = profileOf(edition);
  const domain = yield* readDomainHeader(input, isBe, framing);
  if (domain === undefined) return broken(input, "domain-header", "header");
  input.tell({ kind: "domain-header", subject: domain });
  const room = pageListRoom();
  const { check } = framing;
  for (let index = 0; ; index++) {
    if (check?.from === "head") input.sumUp(check.add);
    // A record that lies whole in what has arrived needs no coroutine; most of them do, and each costs as much as a page.
    const head =
      input.available >= framing.recordHead
        ? headAt(input, "image", index, isBe, framing)
        : yield* recordHead(input, "image", index, isBe, framing);
    if (head === "nothing" || head === "header") return broken(input, "image", head);
    input.tell({ kind: "record", subject: head });
    if (check?.from === "body" && check.holds(head)) input.sumUp(check.add);
    if (input.available >= head.length + paddingOf(head.length) + framing.trailer)
      recordAtOnce(input, head, room, profile);
    else if (!(yield* body(input, head, room, profile))) return broken(input, "image", "body");
    if (head.type === RECORD.END) return true;
    if (head.type === profile.checkpoint && surroundings.afterCheckpoint !== undefined) {
      if (!(yield* surroundings.afterCheckpoint())) return false;
    }
  }
}

/** How a body is told: its list and its pages, whole, or in pieces. */
function treatment({ type, length }: RecordHead, profile: Profile): "pages" | "whole" | "pieces" {
  if (length > RECORD_LIMIT) return "pieces";
  if (type === RECORD.PAGE_DATA) return "pages";
  return profile.names.has(type) ? "whole" : "pieces";
}

function body(input: Input, head: RecordHead, room: PageListRoom, profile: Profile): Steps<boolean> {
  const how = treatment(head, profile);
  if (how === "pages") return pageData(input, head, room);
  return how === "whole" ? wholeBody(input, head) : bodyInChunks(input, head);
}

function recordAtOnce(input: Input, head: RecordHead, room: PageListRoom, profile: Profile): void {
  const how = treatment(head, profile);
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
