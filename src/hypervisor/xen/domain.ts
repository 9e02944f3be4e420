/** A guest of Xen. What it is besides its memory is in Xen's own records; it goes on whatever becomes of this process. */

import { setTimeout } from "node:timers/promises";
import {
  BackendError,
  type Domain,
  type LiveOptions,
  type Machine,
  type MemoryRange,
  PAGE,
  type PageBatch,
  type PlatformState,
  type Round,
  type XenState,
} from "../backend.ts";
import type { Vcpu } from "../vcpu.ts";
import { type Config, keepConfig, libxlConfig } from "./config.ts";
import { type DomainInfo, domainInfo, guestWidth, logDirty, stopLogging, takeDirty, tscInfo } from "./control.ts";
import type { Frames } from "./frames.ts";
import type { Hypercalls } from "./hypercalls.ts";
import type { Libraries } from "./libraries.ts";
import { type Guest, hvmGuest, pagesOf, pvGuest, readRaw, stretches } from "./memory.ts";
import { readP2m } from "./p2m.ts";
import { hvmRecords, p2mRecord, policyRecords, pvInfoRecord, pvRecords, type Records } from "./records.ts";
import { cancelSuspend, suspendGuest } from "./suspend.ts";

/** What calls go through. */
export type Host = { readonly libraries: Libraries; readonly calls: Hypercalls; readonly frames: Frames };

/** Milliseconds for which a guest is let run. */
const MOMENT = 20;
/** What Xen emulates of a PVH guest's machine; a device model does the rest of an HVM guest's. */
const LAPIC = 1;
const TYPE = { pv: 1, hvm: 2 } as const;

export class XenDomain implements Domain {
  readonly id: string;
  readonly domain: number;
  readonly xen: XenState;
  private readonly host: Host;
  private readonly kind: DomainInfo["kind"];
  private described: Machine | undefined;

  constructor(host: Host, info: DomainInfo) {
    this.host = host;
    this.domain = info.domain;
    this.id = `${info.domain}`;
    this.kind = info.kind;
    this.xen = {
      type: TYPE[info.kind],
      config: () => {
        const info = this.info();
        if ((info.emulation & ~LAPIC) !== 0)
          throw new BackendError(`domain ${this.id} has a device model, whose state is not saved`);
        return libxlConfig(info);
      },
      head: async () => this.head(),
      pages: () => pagesOf(this.guest()),
      tail: async () => this.tail(),
    };
  }

  /** Found out when it is first asked for: a guest may have millions of pages. */
  get machine(): Machine {
    this.described ??= describe(this.guest(), this.info());
    return this.described;
  }

  get status(): Domain["status"] {
    const info = domainInfo(this.host.calls, this.domain);
    if (info === undefined || info.domain !== this.domain || info.dying) return "gone";
    return info.paused || info.shutdown ? "paused" : "running";
  }

  async tscKhz(): Promise<number> {
    return tscInfo(this.host.calls, this.info().domain).khz;
  }

  async pause(): Promise<void> {
    const info = this.info();
    if (!info.paused && !info.shutdown) this.host.calls.domctl("pausedomain", this.domain);
  }

  async resume(): Promise<void> {
    const info = this.info();
    if (info.suspended) cancelSuspend(this.host.calls, info);
    else if (info.shutdown) throw new BackendError(`domain ${this.id} has shut down`);
    if (info.paused) this.host.calls.domctl("unpausedomain", this.domain);
  }

  /** Xen keeps it paused. */
  surrender(): Promise<void> {
    return this.pause();
  }

  /** Has the guest suspend, after which it can be saved whole. One that was paused is let run for it. */
  async suspend(): Promise<void> {
    const info = this.info();
    if (info.suspended) return;
    if (info.paused) this.host.calls.domctl("unpausedomain", this.domain);
    await suspendGuest(this.host.libraries, this.host.calls, this.domain);
  }

  async moment(): Promise<void> {
    await setTimeout(MOMENT);
  }

  async destroy(): Promise<void> {
    if (this.status === "gone") return;
    destroyDomain(this.host, this.domain);
  }

  async readPages(pfns: readonly number[], into: Uint8Array): Promise<void> {
    this.info();
    if (into.length !== pfns.length * PAGE)
      throw new BackendError(`${pfns.length} pages do not go with ${into.length} octets`);
    readRaw(this.guest(), pfns, into);
  }

  /** Frames of another domain are mapped for a moment only. */
  view(): undefined {
    return undefined;
  }

  async *liveRounds({ maxRounds, maxDirty }: LiveOptions): AsyncGenerator<Round> {
    const { calls } = this.host;
    const { domain } = this.info();
    if (this.kind === "pv") throw new BackendError("PV guests are not saved while they run: suspend them");
    const guest = this.guest();
    let left: readonly number[] | undefined;
    logDirty(calls, domain);
    try {
      for (let round = 0; ; round++) {
        const final = round >= maxRounds || (left !== undefined && left.length <= maxDirty);
        if (final) {
          await this.suspend();
          left = [...new Set([...(left ?? []), ...takeDirty(calls, domain, guest.pages)])].sort((a, b) => a - b);
        }
        const asked = left;
        yield {
          round,
          final,
          pages: inTurns(asked === undefined ? pagesOf(guest) : pagesOf(guest, parts(asked), true)),
        };
        if (final) return;
        left = takeDirty(calls, domain, guest.pages);
      }
    } finally {
      if (this.status !== "gone") stopLogging(calls, domain);
    }
  }

  /** Xen has a domain's registers in its records. */
  async vcpus(): Promise<readonly Vcpu[]> {
    throw new BackendError("registers of a domain of Xen are in its records");
  }

  async platformState(): Promise<PlatformState> {
    throw new BackendError("the state of a domain of Xen is in its records");
  }

  private info(): DomainInfo {
    const info = domainInfo(this.host.calls, this.domain);
    if (info === undefined || info.domain !== this.domain || info.dying)
      throw new BackendError(`domain ${this.id} is gone`);
    return info;
  }

  private guest(): Guest {
    const { calls, frames } = this.host;
    const info = this.info();
    if (this.kind === "hvm") return hvmGuest(calls, frames, info);
    return pvGuest(calls, frames, info, readP2m(frames, this.domain, this.sharedInfo()));
  }

  private sharedInfo(): Uint8Array {
    const octets = new Uint8Array(PAGE);
    this.host.frames.read(this.domain, [this.info().sharedInfoFrame], octets);
    return octets;
  }

  private head(): Records {
    const { calls, frames } = this.host;
    const info = this.info();
    if (this.kind === "hvm") return policyRecords(calls, info);
    const p2m = readP2m(frames, this.domain, this.sharedInfo());
    return [pvInfoRecord(guestWidth(calls, this.domain)), ...policyRecords(calls, info), p2mRecord(p2m)];
  }

  private tail(): Records {
    const { calls, frames } = this.host;
    const info = this.info();
    if (!info.suspended) throw new BackendError(`domain ${this.id} has not suspended`);
    if (this.kind === "hvm") return hvmRecords(calls, info);
    const shared = this.sharedInfo();
    return pvRecords(calls, info, readP2m(frames, this.domain, shared), shared);
  }
}

/** A domain that was made of an image, once it is whole: what the image said of it is kept as libxl keeps it. */
export function madeDomain(host: Host, domain: number, config: Config): XenDomain {
  const info = domainInfo(host.calls, domain) as DomainInfo;
  keepConfig(domain, { ...config, uuid: info.uuid });
  return new XenDomain(host, info);
}

/** Ends a domain; Xen takes its memory back in several turns. */
export function destroyDomain({ libraries, calls }: Host, domain: number): void {
  for (let isOver = false; !isOver; ) {
    try {
      calls.domctl("destroydomain", domain);
      isOver = true;
    } catch (error) {
      if (!(error as Error).message.endsWith("EAGAIN")) throw error;
    }
  }
  const handle = libraries.store.open(0);
  if (handle === null) return;
  libraries.store.release(handle, domain);
  libraries.store.close(handle);
}

function describe(guest: Guest, { kind, vcpus }: DomainInfo): Machine {
  const memory: MemoryRange[] = [];
  let next = 0;
  for (const { pfn, pages } of stretches(guest)) {
    if (pfn > next) memory.push({ pfn: next, pages: pfn - next, kind: "hole" });
    memory.push({ pfn, pages, kind: "ram" });
    next = pfn + pages;
  }
  return { kind: "xen", version: 1, vcpus, memory, config: { type: kind } };
}

function* parts(pfns: readonly number[]): Generator<readonly number[]> {
  const MOST = 1024;
  for (let first = 0; first < pfns.length; first += MOST) yield pfns.slice(first, first + MOST);
}

async function* inTurns(batches: Iterable<PageBatch>): AsyncGenerator<PageBatch> {
  yield* batches;
}
