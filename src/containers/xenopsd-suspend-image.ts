/** The suspend image of xenopsd: a signature, and parts up to End_of_image, one of them an image (spec 14). */

import type { Broken, XenopsdPart } from "../format/events.ts";
import { UnsupportedError } from "../format/fault.ts";
import { decodeImage, type ImageSurroundings } from "../format/image-decoder.ts";
import type { Input, Steps } from "../format/input.ts";
import { PART } from "../format/vocabulary.ts";
import { xenopsReader } from "./xenops-text.ts";

/** The 15 octets that a suspend image begins with (XPD-001). */
export const XENOPSD_SIGNATURE: Uint8Array = new TextEncoder().encode("XenSavedDomv2-\n");

/** The state of a virtual GPU, which has no length that anybody could go by. */
const DEMU = 0x0f10n;
/** Octets of contents told at once. */
const PIECE = 2 ** 20;

/** Decodes a suspend image to its End_of_image. True where it ended so, false where the input ended before (told by `broken`). */
export function* decodeSuspendImage(input: Input, asked: ImageSurroundings["asked"]): Steps<boolean> {
  const at = input.at;
  const signature = yield* input.take(XENOPSD_SIGNATURE.length);
  if (signature === undefined) return broken(input, "header");
  input.tell({ kind: "xenopsd-signature", subject: { at, octets: signature.slice() } });
  for (let index = 0; ; index++) {
    const part = yield* partHeader(input, index);
    if (part === undefined) return false;
    if (part.type === DEMU) throw new UnsupportedError("the state of a virtual GPU (a part of type 0f10)");
    input.tell({ kind: "xenopsd-part", subject: part });
    if (part.type === PART.Libxc || part.type === PART.End_of_image)
      input.tell({ kind: "xenopsd-part-end", subject: { part } });
    else if (!(yield* contents(input, part))) return false;
    if (part.type === PART.End_of_image) return true;
    if (part.type === PART.Libxc && !(yield* decodeImage(input, { asked }))) return false;
  }
}

function* partHeader(input: Input, index: number): Steps<XenopsdPart | undefined> {
  const at = input.at;
  const octets = yield* input.take(16);
  if (octets === undefined) {
    broken(input, input.at === at ? "nothing" : "header");
    return undefined;
  }
  const view = new DataView(octets.buffer, octets.byteOffset);
  return { at, index, type: view.getBigInt64(0, true), length: view.getBigInt64(8, true) };
}

/** Contents in pieces, as long as the header says, none of them where that is negative; false where the input ends within. */
function* contents(input: Input, part: XenopsdPart): Steps<boolean> {
  const text = part.type === PART.Xenops ? xenopsReader() : undefined;
  for (let left = part.length; left > 0n; ) {
    const octets = yield* input.some(left < PIECE ? Number(left) : PIECE);
    if (octets === undefined) return broken(input, "body");
    left -= BigInt(octets.length);
    text?.push(octets);
    input.tell({ kind: "xenopsd-contents", subject: { part, octets } });
  }
  input.tell({
    kind: "xenopsd-part-end",
    subject: { part, ...(text === undefined ? {} : { text: text.end() }) },
  });
  return true;
}

function broken(input: Input, inside: Broken["inside"]): false {
  input.tell({ kind: "broken", subject: { at: input.at, layer: "xenopsd", inside } });
  return false;
}
