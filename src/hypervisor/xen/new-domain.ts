/** What any domain takes that is made of an image: the domain, its processor and clock, and what xenstore has to say of it. */

import { randomBytes } from "node:crypto";
import { BackendError } from "../backend.ts";
import type { Config } from "./config.ts";
import { setAffinity } from "./control.ts";
import type { Host } from "./domain.ts";
import { seedGrants } from "./grants.ts";

/** A bare image says nothing of these. */
export const UNSAID: Config = { name: "restored", uuid: "", vcpus: 1, memory: 0, affinity: [], json: "" };

/** KiB that a domain has besides its pages. */
const SLACK_KIB = 1024;

/** A new domain, paused, without memory: `flags` and `emulation` as createdomain has them. */
export function createDomain(
  { calls }: Host,
  { uuid, vcpus, affinity }: Config,
  flags: number,
  emulation: number,
): number {
  const handle = uuid === "" ? randomBytes(16) : Buffer.from(uuid.replaceAll("-", ""), "hex");
  calls.domctl("createdomain", 0, (argument) => {
    for (const [index, octet] of handle.entries()) argument.setUint8(4 + index, octet);
    argument.setUint32(20, flags, true);
    argument.setUint32(28, vcpus, true);
    argument.setUint32(32, 1023, true);
    argument.setInt32(36, 64, true);
    argument.setInt32(40, 1024, true);
    argument.setUint32(44, 2, true);
    argument.setUint32(56, emulation, true);
  });
  const { domain } = calls;
  calls.domctl("max_vcpus", domain, (argument) => argument.setUint32(0, vcpus, true));
  for (const [vcpu, processors] of affinity.entries()) if (vcpu < vcpus) setAffinity(calls, domain, vcpu, processors);
  return domain;
}

/** Gives the domain these pages, at most 1024; it has `all` then. The frames that they are: its own numbers in an HVM domain, the host's in a PV one. */
export function populatePages({ calls }: Host, domain: number, pfns: readonly number[], all: number): number[] {
  const POPULATE = 6;
  calls.domctl("max_mem", domain, (argument) => argument.setBigUint64(0, BigInt(all * 4 + SLACK_KIB), true));
  const { address, view } = calls.area(pfns.length * 8);
  for (const [index, pfn] of pfns.entries()) view.setBigUint64(index * 8, BigInt(pfn), true);
  const done = calls.memoryOp(POPULATE, domain, (argument) => {
    argument.setBigUint64(0, address, true);
    argument.setBigUint64(8, BigInt(pfns.length), true);
    argument.setUint16(24, domain, true);
  });
  if (done !== pfns.length) throw new BackendError(`Xen has memory for ${done} of ${pfns.length} pages more`);
  return pfns.map((_, index) => Number(view.getBigUint64(index * 8, true)));
}

/** The processor that the guest has. An image of v2 does not say: then it is the one that Xen gives. */
export function setPolicy(
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

/** The clock of the guest, from the body of X86_TSC_INFO. */
export function setTsc({ calls }: Host, domain: number, body: Uint8Array): void {
  const view = new DataView(body.buffer, body.byteOffset);
  calls.domctl("settscinfo", domain, (argument) => {
    argument.setUint32(0, view.getUint32(0, true), true);
    argument.setUint32(4, view.getUint32(4, true), true);
    argument.setUint32(8, view.getUint32(16, true), true);
    argument.setBigUint64(16, view.getBigUint64(8, true), true);
  });
}

/** A ring that dom0 serves: its page, as dom0 counts it, and the guest's port. */
export type Ring = { readonly page: number; readonly port: number };

/** Grants dom0 both rings and tells xenstore of the domain, as libxl does, so that xl and the console's daemon know it. */
export function announce(
  { libraries }: Host,
  domain: number,
  kind: "pv" | "pvh",
  config: Config,
  store: Ring,
  console: Ring,
): void {
  seedGrants(libraries, domain, console.page, store.page);
  const said: Readonly<Record<string, string>> = {
    name: config.name,
    domid: `${domain}`,
    "store/ring-ref": `${store.page}`,
    "store/port": `${store.port}`,
    "console/ring-ref": `${console.page}`,
    "console/port": `${console.port}`,
    "console/limit": "65536",
    "console/type": "xenconsoled",
    "device/suspend/event-channel": "",
    "memory/target": `${config.memory}`,
    "memory/static-max": `${config.memory}`,
  };
  const entries = Object.entries(said).map(([key, value]) => [`/local/domain/${domain}/${key}`, value] as const);
  const handle = libraries.store.open(0);
  if (handle === null) throw new BackendError("xenstore does not answer");
  try {
    for (const [key, value] of [...entries, [`/libxl/${domain}/type`, kind] as const])
      if (!libraries.store.write(handle, 0, key, value, value.length))
        throw new BackendError(`xenstore takes no ${key}`);
    if (!libraries.store.introduce(handle, domain, BigInt(store.page), store.port))
      throw new BackendError(`xenstore takes no domain ${domain}`);
  } finally {
    libraries.store.close(handle);
  }
}
