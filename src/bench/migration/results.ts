/** What a run came to, as it is kept beside the page. */

import type { CodecName } from "../../codecs/page-codecs.ts";

/** A link: megabits a second, and milliseconds one way. */
export type Shape = { readonly megabits: number; readonly delay: number };

/** One migration. Times in milliseconds; octets are those that left the link at its far end. */
export type Moved = {
  readonly shape: Shape;
  readonly codec: CodecName;
  readonly total: number;
  readonly downtime: number;
  readonly rounds: number;
  readonly pages: number;
  readonly octets: number;
  /** Pages a second that the guest was found to write, from the second round on. */
  readonly dirtyRate: number;
};

/** One guest that was protected: medians over its checkpoints but for the first, which brings all of memory, and the last. */
export type Protected = {
  readonly shape: Shape;
  readonly codec: CodecName;
  readonly checkpoints: number;
  readonly first: { readonly octets: number; readonly ms: number };
  readonly pages: number;
  readonly octets: number;
  readonly paused: number;
  readonly ms: number;
  /** All octets that left the link at its far end, the first checkpoint's among them. */
  readonly carried: number;
};

export type Results = {
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  readonly node: string;
  /** The machine's load average: at the start, and the highest that was seen. */
  readonly load: readonly [start: number, most: number];
  readonly guest: { readonly about: string; readonly memory: number };
  readonly interval: number;
  /** Each measured so many times; what is kept is the one of median total time. */
  readonly rounds: number;
  readonly moved: readonly Moved[];
  readonly protected: readonly Protected[];
};
