/** The walk through an image: headers, then records up to END (spec 2 to 5). It judges nothing. */

import { tellCompressed } from "./compressed-pages.ts";
import { readDomainHeader } from "./domain-header.ts";
import type { CodecEdition } from "./edition.ts";
import type { Broken, RecordBody, RecordHead } from "./events.ts";
import { appendedHeader, framingOf, type RecordCheck } from "./framing.ts";
import { readImageFeatures, readImageHeader } from "./image-header.ts";
import type { Input, Steps } from "./input.ts";
import { type PageListRoom, pageData, pageDataAtOnce, pageListRoom } from "./page-list.ts";
import { kindsOf, type Profile, profileOf } from "./profile.ts";
import { bodyInChunks, endAt, headAt, paddingOf, recordHead, wholeBody } from "./records.ts";
import { type Round, roundOf } from "./round.ts";
import { pageSizeOf, RECORD, RECORD_LIMIT } from "./vocabulary.ts";

const NOTHING = new Uint8Array(0);

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
  const headers = [header.raw, features?.raw ?? NOTHING, domain.raw];
  const round = roundOf(input, header.at, headers, features);
  if (framing.check?.from === "head" && !(yield* headerTrailer(input, headers, framing.check, isBe)))
    return broken(input, "image", "trailer");
  const room = pageListRoom(pageSizeOf(kindsOf(edition).get(domain.type), domain.pageShift));
  const { check } = framing;
  for (let index = 0; ; index++) {
    if (check?.from === "head") input.sumUp(check.by.begin());
    round?.pause();
    // A record that lies whole in what has arrived needs no coroutine; most of them do, and each costs as much as a page.
    const head =
      input.available >= framing.recordHead
        ? headAt(input, "image", index, isBe, framing)
        : yield* recordHead(input, "image", index, isBe, framing);
    if (head === "nothing" || head === "header") return broken(input, "image", head);
    round?.head(head);
    input.tell({ kind: "record", subject: head });
    if (check?.from === "body" && check.holds(head)) input.sumUp(check.by.begin());
    if (input.available >= head.length + paddingOf(head.length) + framing.trailer)
      recordAtOnce(input, head, room, profile, round);
    else if (!(yield* body(input, head, room, profile, round))) return brokenBody(input, head);
    if (head.type === RECORD.END) return true;
    if (head.type === profile.checkpoint && surroundings.afterCheckpoint !== undefined) {
      const from = input.at;
      if (!(yield* surroundings.afterCheckpoint())) return false;
      round?.leaveOut(input.at - from);
    }
    if (head.type === profile.checkpoint) round?.begin();
  }
}

/** A body of IMAGE_DIGEST, with the sum that it has to hold. */
function tellDigest(input: Input, body: RecordBody, round: Round | undefined): void {
  input.tell({ kind: "image-digest", subject: { ...body, ...(round?.due ?? NOT_DUE) } });
}

const NOT_DUE = { position: 0, from: 0, wanted: undefined };

/** How a body is told: its list and its pages, whole, or in pieces. */
function treatment(
  { type, length }: RecordHead,
  profile: Profile,
): "pages" | "compressed" | "digest" | "whole" | "pieces" {
  if (length > RECORD_LIMIT) return "pieces";
  if (type === RECORD.PAGE_DATA) return "pages";
  if (!profile.names.has(type)) return "pieces";
  if (type === RECORD.PAGE_DATA_COMPRESSED) return "compressed";
  return type === RECORD.IMAGE_DIGEST ? "digest" : "whole";
}

function body(
  input: Input,
  head: RecordHead,
  room: PageListRoom,
  profile: Profile,
  round: Round | undefined,
): Steps<boolean> {
  const how = treatment(head, profile);
  if (how === "pages") return pageData(input, head, room);
  if (how === "compressed") return wholeBody(input, head, (subject) => tellCompressed(input, subject, room));
  if (how === "digest") return wholeBody(input, head, (subject) => tellDigest(input, subject, round));
  return how === "whole" ? wholeBody(input, head) : bodyInChunks(input, head);
}

function recordAtOnce(
  input: Input,
  head: RecordHead,
  room: PageListRoom,
  profile: Profile,
  round: Round | undefined,
): void {
  const how = treatment(head, profile);
  const { at } = input;
  if (how === "pages") pageDataAtOnce(input, head, room);
  else if (how === "compressed") tellCompressed(input, { head, at, octets: input.view(head.length) }, room);
  else if (how === "digest") tellDigest(input, { head, at, octets: input.view(head.length) }, round);
  else if (how === "whole") input.tell({ kind: "body", subject: { head, at, octets: input.view(head.length) } });
  else if (head.length > 0) input.tell({ kind: "chunk", subject: { head, at, octets: input.view(head.length) } });
  endAt(input, head);
}

/** Where the input ended in a record: before its trailer, or within that, once its padding was there. */
function brokenBody(input: Input, { end, framing: { trailer } }: RecordHead): false {
  return broken(input, "image", trailer > 0 && input.at >= end - trailer ? "trailer" : "body");
}

/** Reads and tells the trailer of the two headers; false where the input ends within. */
function* headerTrailer(
  input: Input,
  headers: readonly Uint8Array[],
  { by }: RecordCheck,
  isBe: boolean,
): Steps<boolean> {
  const sum = by.begin();
  for (const octets of headers) sum.add(octets);
  const { at } = input;
  const octets = yield* input.take(by.length);
  if (octets === undefined) return false;
  input.tell({ kind: "header-trailer", subject: { at, octets, wanted: sum.octets(isBe) } });
  return true;
}

function broken(input: Input, layer: Broken["layer"], inside: Broken["inside"]): false {
  input.tell({ kind: "broken", subject: { at: input.at, layer, inside } });
  return false;
}
