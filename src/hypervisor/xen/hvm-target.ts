/** A PVH guest being built out of an image: a new domain of Xen, filled as the image comes, whose guest finds itself in another domain once it runs. */

import { RECORD } from "../../format/index.ts";
import { PAGE, RefusedError, type XenTarget } from "../backend.ts";
import { readConfig } from "./config.ts";
import { destroyDomain, type Host, madeDomain } from "./domain.ts";
import { announce, createDomain, populatePages, setPolicy, setTsc, UNSAID } from "./new-domain.ts";

/** Of createdomain: an HVM domain under hardware paging, and of its machine a local APIC only, as PVH has it. */
const FLAGS = 3;
const LAPIC = 1;
const PARAM = { storePfn: 1, storePort: 2, ioreqPfn: 5, bufioreqPfn: 6, consolePfn: 17, consolePort: 18 };
/** Entries of an HVM context that a PVH guest does not have: its interrupt controllers (spec 9). */
const PIC = 3;
/** Octets for the tables of a domain's pages, at least and for each MiB of it. */
const TABLES = { least: 8 * 2 ** 20, perMib: 8192 };

/** Begins a domain for an image of an HVM domain. */
export function hvmTarget(host: Host): XenTarget {
  const { calls, frames } = host;
  const there = new Set<number>();
  const last = new Map<number, Uint8Array>();
  const params = new Map<number, bigint>();
  let config = UNSAID;
  let domain: number | undefined;

  const created = (): number => {
    domain ??= createDomain(host, config, FLAGS, LAPIC);
    return domain;
  };
  const populate = (pfns: readonly number[]) => {
    const fresh = [...new Set(pfns)].filter((pfn) => !there.has(pfn));
    if (fresh.length === 0) return;
    for (const pfn of fresh) there.add(pfn);
    const mib = Math.ceil((TABLES.least + TABLES.perMib * (there.size / 256)) / 2 ** 20);
    calls.domctl("set_paging_mempool_size", created(), (argument) =>
      argument.setBigUint64(0, BigInt(mib * 2 ** 20), true),
    );
    populatePages(host, created(), fresh, there.size);
  };
  return {
    describe(octets) {
      config = readConfig(octets);
    },
    pages(pfns, octets) {
      populate(pfns);
      frames.write(created(), pfns, octets);
    },
    allocate: populate,
    record(type, octets, isBe) {
      if (isBe) throw new RefusedError("a big-endian image is none that Xen on x86 restores");
      if (type === RECORD.HVM_PARAMS) for (const [index, value] of paramsOf(octets)) params.set(index, value);
      else last.set(type, octets);
    },
    async commit() {
      const context = last.get(RECORD.HVM_CONTEXT);
      if (context === undefined) throw new RefusedError("the image has no HVM context");
      if (hasPic(context))
        throw new RefusedError("the image is of an HVM guest with a device model; xl restore does it");
      const id = created();
      setPolicy(host, id, last.get(RECORD.X86_CPUID_POLICY), last.get(RECORD.X86_MSR_POLICY));
      const tsc = last.get(RECORD.X86_TSC_INFO);
      if (tsc !== undefined) setTsc(host, id, tsc);
      const page = (index: number) => Number(params.get(index) ?? 0n);
      for (const index of [PARAM.storePfn, PARAM.ioreqPfn, PARAM.bufioreqPfn, PARAM.consolePfn])
        if (page(index) !== 0) frames.write(id, [page(index)], new Uint8Array(PAGE));
      for (const [index, value] of params) calls.hvmParam(id, index, value);
      const store = { page: page(PARAM.storePfn), port: calls.newPort(id) };
      const console = { page: page(PARAM.consolePfn), port: calls.newPort(id) };
      calls.hvmParam(id, PARAM.storePort, BigInt(store.port));
      calls.hvmParam(id, PARAM.consolePort, BigInt(console.port));
      announce(host, id, "pvh", { ...config, memory: config.memory || there.size * 4 }, store, console);
      const { address, octets } = calls.area(context.length);
      octets.set(context);
      calls.domctl("sethvmcontext", id, (argument) => {
        argument.setUint32(0, context.length, true);
        argument.setBigUint64(8, address, true);
      });
      return madeDomain(host, id, config);
    },
    async destroy() {
      if (domain !== undefined) destroyDomain(host, domain);
      domain = undefined;
    },
  };
}

function* paramsOf(body: Uint8Array): Generator<readonly [number, bigint]> {
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  for (let at = 8; at + 16 <= body.length; at += 16)
    yield [Number(view.getBigUint64(at, true)), view.getBigUint64(at + 8, true)];
}

/** Whether a context has an interrupt controller of a PC. Its chain was found to be whole by the Reader. */
function hasPic(context: Uint8Array): boolean {
  const view = new DataView(context.buffer, context.byteOffset, context.length);
  for (let at = 0; at + 8 <= context.length; at += 8 + view.getUint32(at + 4, true))
    if (view.getUint16(at, true) === PIC) return true;
  return false;
}
