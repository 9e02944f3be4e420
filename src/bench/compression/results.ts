/** What a run came to, as it is kept beside the page. */

import type { CheckpointResult } from "./checkpoints.ts";

/** One method on the memory of the guest. Times are medians of the rounds, in seconds; peaks in MiB. */
export type Measured = {
  readonly id: string;
  readonly label: string;
  readonly octets: number;
  readonly save: number;
  readonly restore: number;
  readonly savePeak: number;
  readonly restorePeak: number;
};

/** One way to send checkpoints; totals over all of them. */
export type CheckpointMeasured = CheckpointResult & { readonly id: string; readonly label: string };

export type Results = {
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  readonly node: string;
  readonly zstd: string;
  readonly rounds: number;
  /** The machine's load average: at the start, and the highest that was seen. */
  readonly load: readonly [start: number, most: number];
  readonly guest: {
    readonly about: string;
    readonly memory: number;
    readonly zeroPages: number;
    readonly pages: number;
    readonly interval: number;
  };
  /** Octets a second that the disk takes, with what it has cached written out. */
  readonly disk: number;
  readonly compression: readonly Measured[];
  readonly checks: readonly Measured[];
  readonly order: readonly Measured[];
  readonly checkpoints: readonly {
    readonly name: string;
    readonly count: number;
    readonly methods: readonly CheckpointMeasured[];
  }[];
  /** Sizes of images of the golden guests, by method. */
  readonly golden: readonly { readonly name: string; readonly octets: Readonly<Record<string, number>> }[];
};
