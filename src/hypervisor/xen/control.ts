/** What Xen tells of a domain and does with it: each function is one call, with arguments laid out as Xen 4.17 has them. */

import type { Hypercalls } from "./hypercalls.ts";

/** A domain as Xen lists it. `suspended`: it has shut itself down to be saved; `shutdown`: for whatever reason. */
export type DomainInfo = {
  readonly domain: number;
  readonly kind: "pv" | "hvm";
  readonly paused: boolean;
  readonly shutdown: boolean;
  readonly suspended: boolean;
  readonly dying: boolean;
  readonly pages: number;
  readonly mostPages: number;
  readonly sharedInfoFrame: number;
  readonly vcpus: number;
  readonly uuid: string;
  readonly emulation: number;
};

const FLAG = { dying: 1, hvm: 2, shutdown: 4, paused: 8 };
const SHUTDOWN_SUSPEND = 2;
const FIRST_RESERVED = 0x7ff0;

/** The domain with this number, or the next that there is; undefined where there is none. */
export function domainInfo(calls: Hypercalls, domain: number): DomainInfo | undefined {
  if (domain >= FIRST_RESERVED) return undefined;
  let view: DataView;
  try {
    view = calls.domctl("getdomaininfo", domain);
  } catch (error) {
    if ((error as Error).message.endsWith("ESRCH")) return undefined;
    throw error;
  }
  const flags = view.getUint32(4, true);
  const shutdown = (flags & FLAG.shutdown) !== 0;
  return {
    domain: view.getUint16(0, true),
    kind: (flags & FLAG.hvm) !== 0 ? "hvm" : "pv",
    paused: (flags & FLAG.paused) !== 0,
    shutdown,
    suspended: shutdown && ((flags >>> 16) & 0xff) === SHUTDOWN_SUSPEND,
    dying: (flags & FLAG.dying) !== 0,
    pages: Number(view.getBigUint64(8, true)),
    mostPages: Number(view.getBigUint64(16, true)),
    sharedInfoFrame: Number(view.getBigUint64(48, true)),
    vcpus: view.getUint32(68, true) + 1,
    uuid: uuidText(new Uint8Array(view.buffer, view.byteOffset + 76, 16)),
    emulation: view.getUint32(104, true),
  };
}

/** All domains but the one that controls them. */
export function allDomains(calls: Hypercalls): DomainInfo[] {
  const found: DomainInfo[] = [];
  for (let next = 1; ; ) {
    const info = domainInfo(calls, next);
    if (info === undefined) return found;
    found.push(info);
    next = info.domain + 1;
  }
}

function uuidText(octets: Uint8Array): string {
  return Buffer.from(octets)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The types of frames, at most 1024 of them: numbers of page types (spec 6). Frames of HVM domains are counted as the guest does, others as the host. */
export function frameTypes(calls: Hypercalls, domain: number, frames: readonly number[]): Uint8Array {
  const { address, octets } = calls.area(frames.length * 8);
  const words = new Uint32Array(octets.buffer, octets.byteOffset, frames.length * 2);
  for (let index = 0; index < frames.length; index++) {
    const frame = frames[index] as number;
    words[2 * index] = frame;
    words[2 * index + 1] = frame / 2 ** 32;
  }
  calls.domctl("getpageframeinfo3", domain, (argument) => {
    argument.setBigUint64(0, BigInt(frames.length), true);
    argument.setBigUint64(8, address, true);
  });
  const types = new Uint8Array(frames.length);
  for (let index = 0; index < frames.length; index++) types[index] = (words[2 * index] as number) >>> 28;
  return types;
}

/** The last frame that an HVM domain may have. */
export function lastFrame(calls: Hypercalls, domain: number): number {
  const MAXIMUM_GPFN = 14;
  return calls.memoryOp(MAXIMUM_GPFN, domain, (argument) => argument.setUint16(0, domain, true));
}

/** The body of X86_CPUID_POLICY and that of X86_MSR_POLICY, little-endian as both are there. */
export function cpuPolicy(
  calls: Hypercalls,
  domain: number,
): { readonly cpuid: Uint8Array; readonly msrs: Uint8Array } {
  const [LEAF, MSR, LEAVES, MSRS] = [24, 16, 512, 64];
  const { address, octets } = calls.area(LEAVES * LEAF + MSRS * MSR);
  const at = LEAVES * LEAF;
  const result = calls.domctl("get_cpu_policy", domain, (argument) => {
    argument.setUint32(0, LEAVES, true);
    argument.setUint32(4, MSRS, true);
    argument.setBigUint64(8, address, true);
    argument.setBigUint64(16, address + BigInt(at), true);
  });
  const [leaves, msrs] = [result.getUint32(0, true), result.getUint32(4, true)];
  return { cpuid: octets.slice(0, leaves * LEAF), msrs: octets.slice(at, at + msrs * MSR) };
}

/** The clock of a domain, as X86_TSC_INFO has it. */
export type TscInfo = {
  readonly mode: number;
  readonly khz: number;
  readonly nsec: bigint;
  readonly incarnation: number;
};

export function tscInfo(calls: Hypercalls, domain: number): TscInfo {
  const view = calls.domctl("gettscinfo", domain);
  return {
    mode: view.getUint32(0, true),
    khz: view.getUint32(4, true),
    incarnation: view.getUint32(8, true),
    nsec: view.getBigUint64(16, true),
  };
}

/** The body of HVM_CONTEXT. */
export function hvmContext(calls: Hypercalls, domain: number): Uint8Array {
  const size = calls.domctl("gethvmcontext", domain).getUint32(0, true);
  const { address, octets } = calls.area(size);
  const length = calls
    .domctl("gethvmcontext", domain, (argument) => {
      argument.setUint32(0, size, true);
      argument.setBigUint64(8, address, true);
    })
    .getUint32(0, true);
  return octets.slice(0, length);
}

/** Octets of a vCPU's context: the body of X86_PV_VCPU_BASIC of a 64-bit guest, without its head. */
const VCPU_CONTEXT = 5168;

/** A PV vCPU's registers, with frames counted as the host does. */
export function vcpuContext(calls: Hypercalls, domain: number, vcpu: number): Uint8Array {
  const { address, octets } = calls.area(VCPU_CONTEXT);
  calls.domctl("getvcpucontext", domain, (argument) => {
    argument.setUint32(0, vcpu, true);
    argument.setBigUint64(8, address, true);
  });
  return octets.slice();
}

export function setVcpuContext(calls: Hypercalls, domain: number, vcpu: number, context: Uint8Array): void {
  const { address, octets } = calls.area(context.length);
  octets.set(context);
  calls.domctl("setvcpucontext", domain, (argument) => {
    argument.setUint32(0, vcpu, true);
    argument.setBigUint64(8, address, true);
  });
}

/** These three set what a record has of a vCPU; without one, nothing. */
export function setVcpuExtended(calls: Hypercalls, domain: number, state: Uint8Array | undefined): void {
  if (state === undefined || state.length === 0) return;
  calls.domctl("set_ext_vcpucontext", domain, (argument) => {
    for (const [index, octet] of state.subarray(0, argument.byteLength).entries()) argument.setUint8(index, octet);
  });
}

export function setVcpuXsave(calls: Hypercalls, domain: number, vcpu: number, state: Uint8Array | undefined): void {
  if (state === undefined || state.length === 0) return;
  const { address, octets } = calls.area(state.length);
  octets.set(state);
  calls.domctl("setvcpuextstate", domain, (argument) => {
    argument.setUint32(0, vcpu, true);
    argument.setBigUint64(16, BigInt(state.length), true);
    argument.setBigUint64(24, address, true);
  });
}

export function setVcpuMsrs(calls: Hypercalls, domain: number, vcpu: number, state: Uint8Array | undefined): void {
  if (state === undefined || state.length === 0) return;
  const { address, octets } = calls.area(state.length);
  octets.set(state);
  calls.domctl("set_vcpu_msrs", domain, (argument) => {
    argument.setUint32(0, vcpu, true);
    argument.setUint32(4, state.length / 16, true);
    argument.setBigUint64(8, address, true);
  });
}

/** Whether a vCPU was started. */
export function vcpuOnline(calls: Hypercalls, domain: number, vcpu: number): boolean {
  return calls.domctl("getvcpuinfo", domain, (argument) => argument.setUint32(0, vcpu, true)).getUint8(4) !== 0;
}

/** What X86_PV_VCPU_EXTENDED has of a vCPU. */
export function vcpuExtended(calls: Hypercalls, domain: number, vcpu: number): Uint8Array {
  const EXTENDED = 64;
  const view = calls.domctl("get_ext_vcpucontext", domain, (argument) => argument.setUint32(0, vcpu, true));
  return new Uint8Array(view.buffer.slice(view.byteOffset, view.byteOffset + EXTENDED));
}

/** What X86_PV_VCPU_XSAVE has of a vCPU; empty where its processor has no such state. */
export function vcpuXsave(calls: Hypercalls, domain: number, vcpu: number): Uint8Array {
  const asked = calls.domctl("getvcpuextstate", domain, (argument) => argument.setUint32(0, vcpu, true));
  const [mask, size] = [asked.getBigUint64(8, true), Number(asked.getBigUint64(16, true))];
  if (size === 0) return new Uint8Array(0);
  const { address, octets } = calls.area(size);
  const result = calls.domctl("getvcpuextstate", domain, (argument) => {
    argument.setUint32(0, vcpu, true);
    argument.setBigUint64(8, mask, true);
    argument.setBigUint64(16, BigInt(size), true);
    argument.setBigUint64(24, address, true);
  });
  return octets.slice(0, Number(result.getBigUint64(16, true)));
}

/** What X86_PV_VCPU_MSRS has of a vCPU; empty where it has none that matter. */
export function vcpuMsrs(calls: Hypercalls, domain: number, vcpu: number): Uint8Array {
  const MSR = 16;
  const most = calls
    .domctl("get_vcpu_msrs", domain, (argument) => argument.setUint32(0, vcpu, true))
    .getUint32(4, true);
  if (most === 0) return new Uint8Array(0);
  const { address, octets } = calls.area(most * MSR);
  const result = calls.domctl("get_vcpu_msrs", domain, (argument) => {
    argument.setUint32(0, vcpu, true);
    argument.setUint32(4, most, true);
    argument.setBigUint64(8, address, true);
  });
  return octets.slice(0, result.getUint32(4, true) * MSR);
}

/** Lets a vCPU run on these processors only. */
export function setAffinity(calls: Hypercalls, domain: number, vcpu: number, processors: readonly number[]): void {
  const [HARD, MOST] = [1, 4096];
  const { address, octets } = calls.area(MOST / 8);
  for (const processor of processors) {
    const at = processor >> 3;
    if (at < octets.length) octets[at] = (octets[at] as number) | (1 << (processor & 7));
  }
  calls.domctl("setvcpuaffinity", domain, (argument) => {
    argument.setUint32(0, vcpu, true);
    argument.setUint32(4, HARD, true);
    argument.setBigUint64(8, address, true);
    argument.setUint32(16, MOST, true);
  });
}

/** Octets of a frame number of a PV guest: 8, or 4 where it is a 32-bit one. */
export function guestWidth(calls: Hypercalls, domain: number): number {
  return calls.domctl("get_address_size", domain).getUint32(0, true) / 8;
}

/** What can be done about the log of written frames. */
const SHADOW = { off: 0, enableLogDirty: 2, clean: 11 };

/** Begins to log what an HVM domain writes. BackendError where Xen cannot. */
export function logDirty(calls: Hypercalls, domain: number): void {
  calls.domctl("shadow_op", domain, (argument) => {
    argument.setUint32(0, SHADOW.enableLogDirty, true);
  });
}

export function stopLogging(calls: Hypercalls, domain: number): void {
  calls.domctl("shadow_op", domain, (argument) => argument.setUint32(0, SHADOW.off, true));
}

/** The frames below `frames` written since the last time, ascending. */
export function takeDirty(calls: Hypercalls, domain: number, frames: number): number[] {
  const { address, octets } = calls.area(Math.ceil(frames / 64) * 8);
  calls.domctl("shadow_op", domain, (argument) => {
    argument.setUint32(0, SHADOW.clean, true);
    argument.setBigUint64(16, address, true);
    argument.setBigUint64(24, BigInt(frames), true);
  });
  const dirty: number[] = [];
  for (const [index, octet] of octets.entries())
    for (let bit = 0; octet >>> bit !== 0; bit++) if (((octet >>> bit) & 1) !== 0) dirty.push(index * 8 + bit);
  return dirty;
}

/** Registers of a vCPU's context: where `rax` and `rdx` of it stand. */
export const VCPU_RAX = 520 + 80;
export const VCPU_RDX = 520 + 96;
