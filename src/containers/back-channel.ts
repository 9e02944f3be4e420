/** The back channel of a COLO dialogue: records without any header before them (spec 10.3). */

import { PLAIN } from "../format/framing.ts";
import type { Input, Steps } from "../format/input.ts";
import { recordHead, wholeBody } from "../format/records.ts";
import { LIBXL } from "../format/vocabulary.ts";

/** Decodes the back channel to the end of the input, little-endian; false where the input ends inside a record. */
export function* decodeBackChannel(input: Input): Steps<boolean> {
  for (let index = 0; ; index++) {
    const head = yield* recordHead(input, "image", index, false, PLAIN);
    if (head === "nothing") return true;
    if (head !== "header") {
      const layer = head.type === LIBXL.CHECKPOINT_STATE ? "libxl" : "image";
      input.tell({ kind: "record", subject: { ...head, layer } });
      if (yield* wholeBody(input, { ...head, layer })) continue;
    }
    input.tell({
      kind: "broken",
      subject: { at: input.at, layer: "image", inside: head === "header" ? "header" : "body" },
    });
    return false;
  }
}
