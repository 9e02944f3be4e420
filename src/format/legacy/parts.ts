/**
 * What the walk through a legacy stream tells besides what it has in common with images: its own structure, for rules and inventories. Every
 * `at` counts octets from the start of the outermost layer.
 */

import type { PageList } from "../events.ts";

/** Octets of a long of the writer. */
export type Long = 4 | 8;

/** The kinds of domain that were saved so. */
export type LegacyKind = "pv" | "hvm";

/** The first words: the width of longs, p2m_size, and what the domain was taken for. */
export type LegacyHeader = {
  readonly part: "header";
  readonly at: number;
  /** The first eight octets, fewer where the input has no more. */
  readonly octets: Uint8Array;
  readonly long: Long;
  readonly size: number;
  readonly kind: LegacyKind;
};

/** A block of extended information; `left` octets of tot_bytes begin at it. */
export type InfoBlock = {
  readonly part: "block";
  readonly at: number;
  readonly id: string;
  readonly size: number;
  readonly left: number;
  /** The first octets of its data, up to 4. */
  readonly start: Uint8Array;
};

/** A chunk: its identifier, and which body it stands in, counted from 0. */
export type Chunk = {
  readonly part: "chunk";
  readonly at: number;
  readonly index: number;
  readonly id: number;
  readonly body: number;
};

/** One code of a compressed page. `from` is the number of octets in the code; `fault` a run that cannot be. */
export type PageCode = {
  readonly part: "code";
  readonly at: number;
  readonly index: number;
  readonly pfn: number;
  readonly type: number;
  readonly full: boolean;
  readonly hasBase: boolean;
  readonly fault: { readonly at: number; readonly found: string } | undefined;
};

/** Everything that is told. */
export type LegacyPart =
  /** The first thing of all: what follows is taken for a legacy stream. */
  | { readonly part: "start"; readonly at: number }
  | LegacyHeader
  | InfoBlock
  /** The end of the extended information, which began at `at`; `over` octets are left that are no block. */
  | {
      readonly part: "info";
      readonly at: number;
      readonly hasVcpu: boolean;
      readonly over: number;
      readonly overAt: number;
    }
  | { readonly part: "frames"; readonly at: number; readonly long: Long }
  | Chunk
  /** The chunk is over; what it says is for inventories. */
  | { readonly part: "chunk-end"; readonly chunk: Chunk; readonly end: number; readonly fields: LegacyFields }
  /** The entries of a page batch but for the empty ones; `places` are their offsets. */
  | { readonly part: "entries"; readonly index: number; readonly list: PageList; readonly places: readonly number[] }
  | { readonly part: "vcpu-max"; readonly at: number; readonly index: number; readonly maxId: number }
  /** Whether the map, which begins at `at`, has a bit beyond max_id. */
  | { readonly part: "vcpu-map"; readonly at: number; readonly index: number; readonly beyond: boolean }
  | { readonly part: "param"; readonly at: number; readonly index: number; readonly padding: number }
  | {
      readonly part: "toolstack";
      readonly at: number;
      readonly index: number;
      readonly fault: ToolstackFault | undefined;
    }
  | { readonly part: "compressed"; readonly at: number; readonly index: number; readonly formatB: boolean }
  | PageCode
  | { readonly part: "surplus"; readonly at: number; readonly index: number; readonly octets: number }
  /** A body has ended, and codes of `missing` announced pages have not come. */
  | { readonly part: "body-end"; readonly at: number; readonly index: number; readonly missing: number }
  | { readonly part: "unmapped"; readonly at: number; readonly count: number }
  | { readonly part: "unmapped-pfns"; readonly at: number; readonly long: Long; readonly pfns: readonly number[] }
  | { readonly part: "xsave"; readonly at: number; readonly size: number; readonly wanted: number }
  | { readonly part: "signature"; readonly at: number; readonly octets: Uint8Array }
  | { readonly part: "magic"; readonly at: number; readonly octets: Uint8Array }
  | {
      readonly part: "tail";
      readonly at: number;
      readonly end: number;
      readonly body: number;
      readonly sawLast: boolean;
      readonly sawVcpus: boolean;
      readonly fields: LegacyFields;
    };

/** What an inventory shows of a part. */
export type LegacyFields = Readonly<Record<string, number | string | readonly number[]>>;

/** What is wrong with the data of TOOLSTACK; `at` counts from its first octet. */
export type ToolstackFault = { readonly at: number; readonly found: string; readonly wanted: string };
