/** Windows of X86_PV_P2M_FRAMES, which only `v4-draft` has, as the one record of earlier editions (REG-015, ORD-026). */

import { joined } from "../../format/octets.ts";
import { RECORD } from "../../format/vocabulary.ts";
import type { ImageOutput } from "./image-output.ts";

/** Octets of start_pfn and end_pfn. */
const HEAD = 8;

/** Takes the windows as they come; `flush` writes them, once another record begins. */
export function p2mWindows(out: ImageOutput): { take(body: Uint8Array): void; flush(): void } {
  let whole: Uint8Array | undefined;
  return {
    take(body) {
      if (whole === undefined) {
        whole = body.slice();
        return;
      }
      const longer = joined(whole, body.subarray(HEAD));
      longer.set(body.subarray(4, HEAD), 4);
      whole = longer;
    },
    flush() {
      if (whole !== undefined) out.whole(RECORD.X86_PV_P2M_FRAMES, whole);
      whole = undefined;
    },
  };
}
