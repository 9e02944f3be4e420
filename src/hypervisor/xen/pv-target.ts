/** A PV guest being built out of an image: its page tables, its P2M table, its start_info and its vCPUs name frames of the new host again. */

import { RECORD } from "../../format/index.ts";
import { BATCH, type Domain, PAGE, RefusedError, type XenTarget } from "../backend.ts";
import { readConfig } from "./config.ts";
import {
  type DomainInfo,
  domainInfo,
  setVcpuContext,
  setVcpuExtended,
  setVcpuMsrs,
  setVcpuXsave,
  VCPU_RDX,
} from "./control.ts";
import { destroyDomain, type Host, madeDomain } from "./domain.ts";
import { announce, createDomain, populatePages, setPolicy, setTsc, UNSAID } from "./new-domain.ts";
import { framesOf, rewriteTable } from "./page-tables.ts";
import { rewriteContext } from "./vcpu-context.ts";

/** Bit 3 of a page's type: it is a pinned table. */
const PINNED = 8;
const levelOf = (type: number) => type & 7;
const VCPU_HEAD = 8;
const ENTRIES = PAGE / 8;
const NOWHERE = 0xffff_ffff_ffff_ffffn;
const START = { pages: 32, sharedInfo: 40, flags: 48, store: 56, storePort: 64, console: 72, consolePort: 80 };
/** Of the shared frame: vCPUs' parts, pending events and their mask, and what the guest says of its P2M table. */
const SHARED = {
  vcpu: 64,
  vcpus: 32,
  selector: 8,
  pending: 2048,
  mask: 2560,
  arch: 3088,
  listOfLists: 3096,
  cr3: 3112,
  end: 3136,
};

/** Begins a domain for an image of a PV domain. */
export function pvTarget(host: Host): XenTarget {
  const { calls, frames } = host;
  const last = new Map<string, Uint8Array>();
  const frameOf = new Map<number, number>();
  const types = new Map<number, number>();
  let config = UNSAID;
  let domain: number | undefined;

  const created = (): number => {
    domain ??= createDomain(host, config, 0, 0);
    return domain;
  };
  const populate = (pfns: readonly number[]) => {
    const fresh = [...new Set(pfns)].filter((pfn) => !frameOf.has(pfn));
    for (let first = 0; first < fresh.length; first += BATCH) {
      const part = fresh.slice(first, first + BATCH);
      const made = populatePages(host, created(), part, frameOf.size + part.length);
      for (const [index, frame] of made.entries()) frameOf.set(part[index] as number, frame);
      calls.machineToPhys(
        created(),
        part.map((pfn, index) => [made[index] as number, pfn] as const),
      );
    }
  };
  const hostFrame = (pfn: number, what: string): number => {
    const frame = frameOf.get(pfn);
    if (frame === undefined)
      throw new RefusedError(`${what} is in page 0x${pfn.toString(16)}, which the image does not have`);
    return frame;
  };
  const body = (type: number, what: string): Uint8Array => {
    const octets = last.get(`${type}`);
    if (octets === undefined) throw new RefusedError(`the image has no ${what}`);
    return octets;
  };

  /** Fills the guest's table, where the image says that it lies. */
  const writeP2m = (octets: Uint8Array) => {
    const view = new DataView(octets.buffer, octets.byteOffset, octets.length);
    if (view.getUint32(0, true) !== 0)
      throw new RefusedError("the image says its P2M table in several parts; xl restore takes them");
    for (let index = 0, at = 8; at < octets.length; index++, at += 8) {
      const table = BigUint64Array.from({ length: ENTRIES }, (_, entry) => {
        const frame = frameOf.get(index * ENTRIES + entry);
        return frame === undefined ? NOWHERE : BigInt(frame);
      });
      const pfn = Number(view.getBigUint64(at, true));
      frames.write(created(), [hostFrame(pfn, "the P2M table")], new Uint8Array(table.buffer));
    }
    return view.getUint32(4, true) + 1;
  };

  /** start_info says where the guest finds its host: its rings and ports are returned. */
  const writeStart = (pfn: number, pages: number, shared: number) => {
    const frame = hostFrame(pfn, "start_info");
    const octets = new Uint8Array(PAGE);
    frames.read(created(), [frame], octets);
    const view = new DataView(octets.buffer);
    const ring = (at: number, portAt: number, what: string) => {
      const page = hostFrame(Number(view.getBigUint64(at, true)), what);
      const port = calls.newPort(created());
      view.setBigUint64(at, BigInt(page), true);
      view.setUint32(portAt, port, true);
      return { page, port };
    };
    const store = ring(START.store, START.storePort, "xenstore's ring");
    const console = ring(START.console, START.consolePort, "the console's ring");
    view.setBigUint64(START.pages, BigInt(pages), true);
    view.setBigUint64(START.sharedInfo, BigInt(shared) * BigInt(PAGE), true);
    view.setUint32(START.flags, 0, true);
    frames.write(created(), [frame], octets);
    return { store, console };
  };

  return {
    describe(octets) {
      config = readConfig(octets);
    },
    pages(pfns, octets, pageTypes) {
      populate(pfns);
      const data = new Uint8Array(octets);
      for (const [index, pfn] of pfns.entries()) {
        const type = pageTypes[index] as number;
        types.set(pfn, type);
        if (levelOf(type) === 0) continue;
        const table = data.subarray(index * PAGE, (index + 1) * PAGE);
        populate(framesOf(table));
        rewriteTable(table, levelOf(type), (page) => frameOf.get(page), `the page table in page 0x${pfn.toString(16)}`);
      }
      frames.write(
        created(),
        pfns.map((pfn) => frameOf.get(pfn) as number),
        data,
      );
    },
    allocate: populate,
    record(type, octets, isBe) {
      if (isBe) throw new RefusedError("a big-endian image is none that Xen on x86 restores");
      const isOfVcpu = type >= RECORD.X86_PV_VCPU_BASIC && type <= RECORD.X86_PV_VCPU_XSAVE;
      const vcpu =
        isOfVcpu || type === RECORD.X86_PV_VCPU_MSRS
          ? ` ${new DataView(octets.buffer, octets.byteOffset).getUint32(0, true)}`
          : "";
      last.set(`${type}${vcpu}`, octets);
    },
    async commit(): Promise<Domain> {
      if (body(RECORD.X86_PV_INFO, "X86_PV_INFO")[0] !== 8)
        throw new RefusedError("32-bit PV guests are not restored; xl restore does it");
      const id = created();
      setPolicy(host, id, last.get(`${RECORD.X86_CPUID_POLICY}`), last.get(`${RECORD.X86_MSR_POLICY}`));
      const pages = writeP2m(body(RECORD.X86_PV_P2M_FRAMES, "X86_PV_P2M_FRAMES"));
      const { sharedInfoFrame } = domainInfo(calls, id) as DomainInfo;
      frames.write(id, [sharedInfoFrame], freshSharedInfo(body(RECORD.SHARED_INFO, "SHARED_INFO")));
      const first = last.get(`${RECORD.X86_PV_VCPU_BASIC} 0`);
      if (first === undefined) throw new RefusedError("the image has no vCPU 0");
      const start = new DataView(first.buffer, first.byteOffset).getBigUint64(VCPU_HEAD + VCPU_RDX, true);
      const { store, console } = writeStart(Number(start), pages, sharedInfoFrame);
      calls.pinTables(
        id,
        [...types]
          .filter(([, type]) => (type & PINNED) !== 0)
          .map(([pfn, type]) => [levelOf(type), frameOf.get(pfn) as number] as const),
      );
      for (let vcpu = 0; vcpu < config.vcpus; vcpu++) {
        const of = (type: number) => last.get(`${type} ${vcpu}`)?.slice(VCPU_HEAD);
        const basic = of(RECORD.X86_PV_VCPU_BASIC);
        if (basic === undefined) continue;
        rewriteContext(basic, vcpu, (pfn) => frameOf.get(pfn));
        setVcpuContext(calls, id, vcpu, basic);
        setVcpuExtended(calls, id, of(RECORD.X86_PV_VCPU_EXTENDED));
        setVcpuXsave(calls, id, vcpu, of(RECORD.X86_PV_VCPU_XSAVE));
        setVcpuMsrs(calls, id, vcpu, of(RECORD.X86_PV_VCPU_MSRS));
      }
      const tsc = last.get(`${RECORD.X86_TSC_INFO}`);
      if (tsc !== undefined) setTsc(host, id, tsc);
      announce(host, id, "pv", { ...config, memory: config.memory || frameOf.size * 4 }, store, console);
      return madeDomain(host, id, config);
    },
    async destroy() {
      if (domain !== undefined) destroyDomain(host, domain);
      domain = undefined;
    },
  };
}

/** What the guest shared with its old host, without events, and without frames of that host. */
function freshSharedInfo(old: Uint8Array): Uint8Array {
  const octets = new Uint8Array(PAGE);
  octets.set(old.subarray(0, SHARED.pending));
  octets.fill(0xff, SHARED.mask, SHARED.mask + (SHARED.mask - SHARED.pending));
  octets.set(old.subarray(SHARED.arch, SHARED.end), SHARED.arch);
  const view = new DataView(octets.buffer);
  for (let vcpu = 0; vcpu < SHARED.vcpus; vcpu++) view.setBigUint64(vcpu * SHARED.vcpu + SHARED.selector, 0n, true);
  for (const at of [SHARED.listOfLists, SHARED.cr3]) view.setBigUint64(at, 0n, true);
  return octets;
}
