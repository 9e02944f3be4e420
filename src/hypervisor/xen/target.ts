/** A PVH guest being built out of an image: a new domain of Xen, filled as the image comes, whose guest finds itself in another domain once it runs. */

import { randomBytes } from "node:crypto";
import { RECORD } from "../../format/index.ts";
import { BackendError, RefusedError, type XenTarget } from "../backend.ts";
import { type Config, keepConfig, readConfig } from "./config.ts";
import { type DomainInfo, domainInfo, setAffinity } from "./control.ts";
import { destroyDomain, type Host, XenDomain } from "./domain.ts";
import { seedGrants } from "./grants.ts";

const HVM = 2;
/** Of createdomain: an HVM domain under hardware paging, and of its machine a local APIC only, as PVH has it. */
const FLAGS = 3;
const LAPIC = 1;
const PARAM = { storePfn: 1, storePort: 2, ioreqPfn: 5, bufioreqPfn: 6, consolePfn: 17, consolePort: 18 };
/** Entries of an HVM context that a PVH guest does not have: its interrupt controllers (spec 9). */
const PIC = 3;
/** KiB that a domain has besides its pages, and octets for the tables of its pages per MiB. */
const SLACK_KIB = 1024;
const TABLES = { least: 8 * 2 ** 20, perMib: 8192 };

/** A bare image says nothing of these. */
const UNSAID: Config = { name: "restored", uuid: "", vcpus: 1, memory: 0, affinity: [], json: "" };

/** Begins a domain for an image of this type. RefusedError for a type that is not restored. */
export function xenTarget(host: Host, type: number): XenTarget {
  if (type !== HVM) throw new RefusedError("PV guests are not restored; xl restore does it");
  const { calls, frames } = host;
  const there = new Set<number>();
  const last = new Map<number, Uint8Array>();
  const params = new Map<number, bigint>();
  let config = UNSAID;
  let domain: number | undefined;

  const created = (): number => {
    domain ??= createDomain(host, config);
    return domain;
  };
  const populate = (pfns: readonly number[]) => {
    const fresh = [...new Set(pfns)].filter((pfn) => !there.has(pfn));
    if (fresh.length === 0) return;
    for (const pfn of fresh) there.add(pfn);
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
      connect(host, id, { ...config, memory: config.memory || there.size * 4 }, params);
      const { address, octets } = calls.area(context.length);
      octets.set(context);
      calls.domctl("sethvmcontext", id, (argument) => {
        argument.setUint32(0, context.length, true);
        argument.setBigUint64(8, address, true);
      });
      const info = domainInfo(calls, id) as DomainInfo;
      keepConfig(id, { ...config, uuid: info.uuid });
      return new XenDomain(host, info);
    },
    async destroy() {
      if (domain !== undefined) destroyDomain(host, domain);
      domain = undefined;
    },
  };
}

/** A new domain, paused, without memory. */
function createDomain({ calls }: Host, { uuid, vcpus, affinity }: Config): number {
  const handle = uuid === "" ? randomBytes(16) : Buffer.from(uuid.replaceAll("-", ""), "hex");
  calls.domctl("createdomain", 0, (argument) => {
    for (const [index, octet] of handle.entries()) argument.setUint8(4 + index, octet);
    argument.setUint32(20, FLAGS, true);
    argument.setUint32(28, vcpus, true);
    argument.setUint32(32, 1023, true);
    argument.setInt32(36, 64, true);
    argument.setInt32(40, 1024, true);
    argument.setUint32(44, 2, true);
    argument.setUint32(56, LAPIC, true);
  });
  const { domain } = calls;
  calls.domctl("max_vcpus", domain, (argument) => argument.setUint32(0, vcpus, true));
  for (const [vcpu, processors] of affinity.entries()) if (vcpu < vcpus) setAffinity(calls, domain, vcpu, processors);
  return domain;
}

/** Gives the domain these pages; it has `all` then. */
function populatePages({ calls }: Host, domain: number, pfns: readonly number[], all: number): void {
  const POPULATE = 6;
  const mib = Math.ceil(all / 256);
  calls.domctl("max_mem", domain, (argument) => argument.setBigUint64(0, BigInt(all * 4 + SLACK_KIB), true));
  const tables = Math.ceil((TABLES.least + TABLES.perMib * mib) / 2 ** 20) * 2 ** 20;
  calls.domctl("set_paging_mempool_size", domain, (argument) => argument.setBigUint64(0, BigInt(tables), true));
  const { address, view } = calls.area(pfns.length * 8);
  for (const [index, pfn] of pfns.entries()) view.setBigUint64(index * 8, BigInt(pfn), true);
  const done = calls.memoryOp(POPULATE, domain, (argument) => {
    argument.setBigUint64(0, address, true);
    argument.setBigUint64(8, BigInt(pfns.length), true);
    argument.setUint16(24, domain, true);
  });
  if (done !== pfns.length) throw new BackendError(`Xen has memory for ${done} of ${pfns.length} pages more`);
}

/** The processor that the guest has. An image of v2 does not say: then it is the one that Xen gives. */
function setPolicy(
  { calls }: Host,
  domain: number,
  cpuid: Uint8Array = new Uint8Array(0),
  msrs: Uint8Array = new Uint8Array(0),
): void {
  if (cpuid.length + msrs.length === 0) return;
  const { address, octets } = calls.area(cpuid.length + msrs.length);
  octets.set(cpuid);
  octets.set(msrs, cpuid.length);
  calls.domctl("set_cpu_policy", domain, (argument) => {
    argument.setUint32(0, cpuid.length / 24, true);
    argument.setUint32(4, msrs.length / 16, true);
    argument.setBigUint64(8, address, true);
    argument.setBigUint64(16, address + BigInt(cpuid.length), true);
  });
}

function setTsc({ calls }: Host, domain: number, body: Uint8Array): void {
  const view = new DataView(body.buffer, body.byteOffset);
  calls.domctl("settscinfo", domain, (argument) => {
    argument.setUint32(0, view.getUint32(0, true), true);
    argument.setUint32(4, view.getUint32(4, true), true);
    argument.setUint32(8, view.getUint32(16, true), true);
    argument.setBigUint64(16, view.getBigUint64(8, true), true);
  });
}

/** Parameters, and what ties the guest to its new host: empty rings, event channels and grants of its console and xenstore, and what they say there. */
function connect(host: Host, domain: number, { name, memory }: Config, params: ReadonlyMap<number, bigint>): void {
  const { calls, frames, libraries } = host;
  const page = (index: number) => Number(params.get(index) ?? 0n);
  for (const index of [PARAM.storePfn, PARAM.ioreqPfn, PARAM.bufioreqPfn, PARAM.consolePfn])
    if (page(index) !== 0) frames.write(domain, [page(index)], new Uint8Array(4096));
  for (const [index, value] of params) calls.hvmParam(domain, index, value);
  const [storePort, consolePort] = [calls.newPort(domain), calls.newPort(domain)];
  calls.hvmParam(domain, PARAM.storePort, BigInt(storePort));
  calls.hvmParam(domain, PARAM.consolePort, BigInt(consolePort));
  const [store, ring] = [page(PARAM.storePfn), page(PARAM.consolePfn)];
  seedGrants(libraries, domain, ring, store);
  const path = `/local/domain/${domain}`;
  const said: Readonly<Record<string, string>> = {
    name,
    domid: `${domain}`,
    "store/ring-ref": `${store}`,
    "store/port": `${storePort}`,
    "console/ring-ref": `${ring}`,
    "console/port": `${consolePort}`,
    "console/limit": "65536",
    "console/type": "xenconsoled",
    "device/suspend/event-channel": "",
    "memory/target": `${memory}`,
    "memory/static-max": `${memory}`,
  };
  const handle = libraries.store.open(0);
  if (handle === null) throw new BackendError("xenstore does not answer");
  try {
    const entries = Object.entries(said).map(([key, value]) => [`${path}/${key}`, value] as const);
    for (const [key, value] of [...entries, [`/libxl/${domain}/type`, "pvh"] as const])
      if (!libraries.store.write(handle, 0, key, value, value.length))
        throw new BackendError(`xenstore takes no ${key}`);
    if (!libraries.store.introduce(handle, domain, BigInt(store), storePort))
      throw new BackendError(`xenstore takes no domain ${domain}`);
  } finally {
    libraries.store.close(handle);
  }
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
