/**
 * The contract between saving, restoring and migrating on one side and hypervisors on the other. A backend declares what it can do; whoever
 * needs more asks first (`Caps`) and is refused by name, never served a guess. `testing/contract.ts` holds every backend to this file.
 */

import type { RawRecord, StreamRecord } from "../containers/index.ts";
import type { Vcpu } from "./vcpu.ts";

/** What a backend can do. */
export type Caps = {
  readonly arch: "x86";
  /**
   * How a live save learns what the guest has written: a bitmap of the hypervisor's, a stream that the hypervisor pushes, or nothing, so
   * that pages are compared with what was sent (which costs as much memory again as the guest has).
   */
  readonly dirty: "bitmap" | "stream" | "compare";
  /** Whether registers can be read, as HVM_CONTEXT needs them. */
  readonly vcpuRead: boolean;
  readonly mostVcpus: number;
};

/** A stretch of guest-physical memory. ROM and holes have no contents to be saved. */
export type MemoryRange = { readonly pfn: number; readonly pages: number; readonly kind: "ram" | "rom" | "hole" };

/**
 * A machine as it has to be built again before anything can be restored into it. `kind` names the hypervisor, `version` the meaning of
 * `config`, the hypervisor's own properties: every one has to be equal on both sides.
 */
export type Machine = {
  readonly kind: string;
  readonly version: number;
  readonly vcpus: number;
  /** Ascending, without gaps and overlaps. */
  readonly memory: readonly MemoryRange[];
  readonly config: Readonly<Record<string, string>>;
};

/** What only the hypervisor understands: devices, clocks, and those registers that no record has a field for. */
export type PlatformState = { readonly kind: string; readonly version: number; readonly blob: Uint8Array };

/**
 * Whole pages. `data` holds their contents in the order of `pfns`; both are good until the next batch is asked for, or with `lasting` until
 * the one after that. `types` says of each page what type it has in an image, where not all are ordinary; only those that have contents are
 * in `data` then.
 */
export type PageBatch = {
  readonly pfns: readonly number[];
  readonly data: Uint8Array;
  readonly types?: readonly number[];
  readonly lasting?: true;
};

/** One pass over what is to be sent, to be used up before the next. In the final one the domain is paused, and stays so. */
export type Round = { readonly round: number; readonly final: boolean; readonly pages: AsyncIterable<PageBatch> };

/**
 * When a live save stops sending and pauses: soon after a round that sent at most `maxDirty` pages, and in any case after `maxRounds`
 * rounds with the guest running.
 */
export type LiveOptions = { readonly maxRounds: number; readonly maxDirty: number };

/** A domain of Xen in Xen's own records: instead of a platform state, which is an emulator's. */
export type XenState = {
  /** Of the domain header. */
  readonly type: 1 | 2;
  /** What libxl keeps of its configuration, JSON; BackendError where it keeps nothing. */
  config(): Uint8Array;
  /** What comes before memory. */
  head(): Promise<readonly (StreamRecord | RawRecord)[]>;
  /** All of its memory. */
  pages(): Iterable<PageBatch>;
  /** What goes with its memory; it has to have suspended. */
  tail(): Promise<readonly (StreamRecord | RawRecord)[]>;
};

/** A guest. Everything but `pause`, `resume`, `moment`, `destroy` and `liveRounds` asks for it to be paused. */
export interface Domain {
  readonly id: string;
  readonly machine: Machine;
  readonly status: "paused" | "running" | "gone";
  /** Thousands of cycles of its time stamp counter in a second; undefined where it has not run for long enough to tell. */
  tscKhz(): Promise<number | undefined>;
  /** Stops the guest between two instructions. On a paused domain: nothing. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Pauses, and makes the pause outlast us: however this process ends, the guest does not run again before somebody resumes it. */
  surrender(): Promise<void>;
  /** Lets a running guest run for a moment. */
  moment(): Promise<void>;
  /** Ends the guest and gives up what it held; may be called again. */
  destroy(): Promise<void>;
  /** Copies whole pages of RAM; BackendError for a pfn that is none. */
  readPages(pfns: readonly number[], into: Uint8Array): Promise<void>;
  /** Pages of one stretch of RAM without a copy, until the domain runs on; undefined where the backend cannot. */
  view(pfn: number, pages: number): Uint8Array | undefined;
  /** Every page of RAM at least once, and those written meanwhile again. Batches hold at most BATCH pages. */
  liveRounds(options: LiveOptions): AsyncIterable<Round>;
  /** Registers, where `caps.vcpuRead`. */
  vcpus(): Promise<readonly Vcpu[]>;
  platformState(): Promise<PlatformState>;
  /** Of a domain of Xen. */
  readonly xen?: XenState;
  /** Has the guest stop of its own accord, where that takes more than a pause; `resume` tells it that it was not restored. */
  suspend?(): Promise<void>;
}

/** A machine that has never run, while it is being filled. Ends with `commit` or `destroy`. */
export interface RestoreTarget {
  readonly machine: Machine;
  /**
   * Sets whole pages of RAM; BackendError for a pfn that is none. May be called before the last is done: of a page that is set twice the later
   * call holds. `data` is left alone until it is done.
   */
  writePages(pfns: readonly number[], data: Uint8Array): Promise<void>;
  /** Sets everything else and gives the domain, paused. Where it throws (RefusedError), nothing is left of the machine. */
  commit(state: PlatformState): Promise<Domain>;
  destroy(): Promise<void>;
}

/** A domain of Xen being made of an image in Xen's own records, as they come. Ends with `commit` or `destroy`. */
export interface XenTarget {
  /** What xl's file says of the domain, before anything else. */
  describe(config: Uint8Array): void;
  /** Pages with their contents and their types, in the order of `pfns`. */
  pages(pfns: readonly number[], octets: Uint8Array, types: readonly number[]): void;
  /** Pages that are there and hold zeros. */
  allocate(pfns: readonly number[]): void;
  record(type: number, octets: Uint8Array, isBe: boolean): void;
  commit(): Promise<Domain>;
  destroy(): Promise<void>;
}

/** A hypervisor. */
export interface Backend {
  readonly id: string;
  readonly caps: Caps;
  /** What `start` can start, each with a few words. */
  readonly guests: Readonly<Record<string, string>>;
  /** The guest to be started where none is named, if there is one. */
  readonly main?: string | undefined;
  domains(): Promise<readonly Domain[]>;
  /** Starts a guest by the name that a URI gives it; it is paused. BackendError for a name that it does not know. */
  start(guest: string): Promise<Domain>;
  /** Builds a machine to be restored into. RefusedError where it cannot be the same machine. */
  incoming(machine: Machine): Promise<RestoreTarget>;
  /** Of Xen: begins a domain for an image whose domain header has this type. */
  incomingXen?(type: 1 | 2): XenTarget;
  /** Destroys every domain that it started. */
  close(): Promise<void>;
}

/** The hypervisor or the request is at fault: a guest that does not start, a machine that cannot be built, a page that is not there. */
export class BackendError extends Error {
  override readonly name: string = "BackendError";
}

/** The image is at fault, or of a machine that the hypervisor cannot be: nothing is restored. */
export class RefusedError extends BackendError {
  override readonly name = "RefusedError";
}

/** The most pages of one batch: those of one PAGE_DATA record (PAGE-007). */
export const BATCH = 1024;

/** Octets in a page. */
export const PAGE = 4096;

/** The stretches of RAM, in order. */
export function ramOf({ memory }: Machine): MemoryRange[] {
  return memory.filter(({ kind }) => kind === "ram");
}

/** The number of pages of RAM. */
export function ramPages(machine: Machine): number {
  return ramOf(machine).reduce((sum, { pages }) => sum + pages, 0);
}

/** RAM in stretches of at most BATCH pages, in order. */
export function* ramBatches(machine: Machine): Generator<{ readonly pfn: number; readonly pages: number }> {
  for (const { pfn, pages } of ramOf(machine))
    for (let first = 0; first < pages; first += BATCH)
      yield { pfn: pfn + first, pages: Math.min(BATCH, pages - first) };
}

/** `count` page frame numbers from `pfn` on. */
export function pfnRange(pfn: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => pfn + index);
}
