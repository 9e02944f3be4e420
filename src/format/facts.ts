/** What an image has said so far: all that a rule may ask for besides the octets it is shown. */

import type { Region } from "./arm.ts";
import type { CodecEdition, Edition } from "./edition.ts";
import type { DomainHeader, ImageFeatures, ImageHeader, LibxlHeader, RecordHead } from "./events.ts";
import type { HvmEntry } from "./hvm-context.ts";
import { PageMap } from "./page-map.ts";
import { kindsOf } from "./profile.ts";
import type { Requires } from "./requires.ts";
import type { Context, DomainKind } from "./vocabulary.ts";
import { pageSizeOf, RECORD } from "./vocabulary.ts";
import type { XsaveComponents } from "./xsave.ts";

/** X86_PV_INFO as far as later records depend on it. */
export type PvInfo = { readonly index: number; readonly width: 4 | 8; readonly levels: number };

/** X86_PV_P2M_FRAMES; `at` is the offset of its body. Frames are pfns. */
export type P2mFrames = {
  readonly at: number;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly frames: readonly bigint[];
  /** Octets of an entry where they are not 8. */
  readonly stride?: number;
};

/** A record that a later rule refers back to. The octets are its body, kept. */
export type KeptRecord = {
  readonly at: number;
  readonly index: number;
  readonly octets: Uint8Array;
  readonly isBe: boolean;
};

/** The records of one vCPU, by record type. */
export type VcpuRecords = Map<number, KeptRecord>;

/** The HVM context, its entries located in the image. */
export type HvmChain = { readonly at: number; readonly index: number; readonly entries: readonly HvmEntry[] };

export class Facts {
  /** The edition whose role is played; an image of an older version is judged by `edition`. */
  asked: CodecEdition;
  readonly context: Context;
  /** The edition whose rules hold: that of the image's version once it is known. */
  edition: CodecEdition;

  /** A legacy stream: what its first words say, and whether ENABLE_COMPRESSION stood in it. Its edition is `legacy` then. */
  legacy: { readonly size: number; compression: boolean } | undefined;
  libxl: LibxlHeader | undefined;
  image: ImageHeader | undefined;
  features: ImageFeatures | undefined;
  /** What REQUIRES of the image says (spec 20.2). */
  requires: Requires | undefined;
  /** The type of the last record of the image, while the next is judged. */
  lastType: number | undefined;
  domain: DomainHeader | undefined;

  /** Where static data stands: still open, ended by STATIC_DATA_END, or in v2 ended by the first page or p2m record. */
  static: "open" | "ended" | "inferred" = "open";
  /** Records of the image by type: in all, and since the last CHECKPOINT. */
  readonly seen = new Map<number, number>();
  round = new Map<number, number>();
  pvInfo: PvInfo | undefined;
  p2m: P2mFrames | undefined;
  readonly vcpus = new Map<number, VcpuRecords>();
  /** What VCPU_INFO of the proposal of 2014 says. */
  maxVcpuId: number | undefined;
  /** vCPU records since the last CHECKPOINT, as `type/id`. */
  roundVcpus = new Set<string>();
  /** HVM parameters by index, the last value of each; `at` is the offset of the pair. */
  readonly params = new Map<number, { readonly at: number; readonly value: bigint }>();
  hvm: HvmChain | undefined;
  xstate: XsaveComponents = new Map();
  readonly pages = new PageMap();
  /** The regions of MEMORY_LAYOUT. */
  layout: readonly Region[] | undefined;
  /** Its body, kept. */
  layoutBody: Uint8Array | undefined;
  /** MACHINE: its body, kept, and the number of vCPUs that it says. */
  machine: { readonly body: Uint8Array; readonly vcpus: number } | undefined;
  /** vCPUs of an ARM domain that have an ARM_VCPU. */
  readonly armVcpus = new Set<number>();
  /** The last contents of pages of type NOTAB, where an image announces deltas against them and they are wanted. */
  contents: Map<number, Uint8Array> | undefined;
  verifying = false;
  /** CHECKPOINT records of the image so far, and those committed. */
  checkpoints = 0;
  commits = 0;

  /** The image inside a libxl stream: not begun, being read, at a checkpoint's hand-over, over. */
  imageState: "before" | "inside" | "checkpoint" | "after" = "before";
  /** Emulator records of the libxl stream: before the domain's kind is known, and those of the current round as `type/id/index`. */
  readonly earlyEmulators: RecordHead[] = [];
  roundEmulators = new Set<string>();
  libxlRecords = 0;
  /** Parts of a suspend image by type: the offset of the header of the first. */
  readonly parts = new Map<bigint, number>();

  constructor(asked: CodecEdition, context: Context) {
    this.asked = asked;
    this.edition = asked;
    this.context = context;
  }

  /** The kind of domain that the domain header names; undefined before it, and for types that are not defined. */
  get kind(): DomainKind | undefined {
    const { domain } = this;
    if (domain?.arch !== undefined) return domain.arch === 1 && domain.type === 1 ? "pv" : undefined;
    return domain && kindsOf(this.edition).get(domain.type);
  }

  /** The edition whose requirements hold: a legacy stream has no version that would name one. */
  get ruledBy(): Edition {
    return this.legacy === undefined ? this.edition : "legacy";
  }

  /** The highest pfn of a PV domain; undefined before X86_PV_P2M_FRAMES. */
  get maxPfn(): number | undefined {
    return this.p2m?.end;
  }

  /** Octets of a page of the domain. */
  get pageSize(): number {
    return pageSizeOf(this.kind, this.domain?.pageShift ?? 0);
  }

  /** Whether the stream goes on after its first consistent state. */
  get checkpointed(): boolean {
    return this.context.stream !== "plain";
  }

  /** How often a record of this type stood in the image. */
  count(type: number): number {
    return this.seen.get(type) ?? 0;
  }

  /** How often a record of this type stood since the last CHECKPOINT. */
  countInRound(type: number): number {
    return this.round.get(type) ?? 0;
  }

  /** Whether page data has begun. */
  get memoryBegun(): boolean {
    return this.count(RECORD.PAGE_DATA) + this.count(RECORD.PAGE_DATA_COMPRESSED) > 0;
  }
}
