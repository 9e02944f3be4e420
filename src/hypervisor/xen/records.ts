/** Xen's own records of a domain, in the order in which Xen writes them (spec 19): what comes before memory, and what goes with it. */

import type { RawRecord, StreamRecord } from "../../containers/index.ts";
import { hex, RECORD } from "../../format/index.ts";
import { BackendError } from "../backend.ts";
import {
  cpuPolicy,
  type DomainInfo,
  hvmContext,
  tscInfo,
  vcpuContext,
  vcpuExtended,
  vcpuMsrs,
  vcpuOnline,
  vcpuXsave,
} from "./control.ts";
import type { Hypercalls } from "./hypercalls.ts";
import type { P2m } from "./p2m.ts";
import { rewriteContext } from "./vcpu-context.ts";

export type Records = readonly (StreamRecord | RawRecord)[];

/** Parameters of an HVM domain that are part of its state: those that Xen's own saver keeps. */
const PARAMS = [1, 5, 6, 27, 28, 29, 37, 17, 19, 9, 12, 34, 32, 33, 36, 38];

/** The policies, which say what processor the guest has. */
export function policyRecords(calls: Hypercalls, { domain }: DomainInfo): Records {
  const { cpuid, msrs } = cpuPolicy(calls, domain);
  return [
    ...(cpuid.length > 0 ? [{ type: RECORD.X86_CPUID_POLICY, octets: cpuid }] : []),
    ...(msrs.length > 0 ? [{ type: RECORD.X86_MSR_POLICY, octets: msrs }] : []),
    { type: RECORD.STATIC_DATA_END },
  ];
}

/** What goes with the memory of an HVM or PVH guest. */
export function hvmRecords(calls: Hypercalls, info: DomainInfo): Records {
  const { domain } = info;
  const params = PARAMS.map((index) => [index, calls.hvmParam(domain, index)] as const).filter(
    ([, value]) => value !== 0n,
  );
  return [
    tscRecord(calls, info),
    { type: RECORD.HVM_CONTEXT, octets: hvmContext(calls, domain) },
    { type: RECORD.HVM_PARAMS, octets: paramsBody(params) },
  ];
}

/** What comes before anything else of a PV guest. */
export function pvInfoRecord(width: number): RawRecord {
  if (width !== 8) throw new BackendError("32-bit PV guests are not saved");
  return { type: RECORD.X86_PV_INFO, octets: Uint8Array.of(width, 4, 0, 0, 0, 0, 0, 0) };
}

/** Where the P2M table lies. */
export function p2mRecord({ frames, table }: P2m): RawRecord {
  const octets = new Uint8Array(8 + 8 * table.length);
  const view = new DataView(octets.buffer);
  view.setUint32(4, frames.length - 1, true);
  for (const [index, pfn] of table.entries()) view.setBigUint64(8 + 8 * index, BigInt(pfn), true);
  return { type: RECORD.X86_PV_P2M_FRAMES, octets };
}

/** What goes with the memory of a PV guest. */
export function pvRecords(calls: Hypercalls, info: DomainInfo, p2m: P2m, sharedInfo: Uint8Array): Records {
  const { domain } = info;
  const vcpus = Array.from({ length: info.vcpus }, (_, vcpu) => vcpu).filter((vcpu) => vcpuOnline(calls, domain, vcpu));
  return [
    tscRecord(calls, info),
    { type: RECORD.SHARED_INFO, octets: sharedInfo },
    ...vcpus.flatMap((vcpu) => [
      vcpuRecord(RECORD.X86_PV_VCPU_BASIC, vcpu, portable(vcpuContext(calls, domain, vcpu), vcpu, p2m)),
      vcpuRecord(RECORD.X86_PV_VCPU_EXTENDED, vcpu, vcpuExtended(calls, domain, vcpu)),
      ...[
        vcpuRecord(RECORD.X86_PV_VCPU_XSAVE, vcpu, vcpuXsave(calls, domain, vcpu)),
        vcpuRecord(RECORD.X86_PV_VCPU_MSRS, vcpu, vcpuMsrs(calls, domain, vcpu)),
      ].filter(({ octets }) => octets.length > VCPU_HEAD),
    ]),
  ];
}

function portable(context: Uint8Array, vcpu: number, { pfnOf }: P2m): Uint8Array {
  rewriteContext(context, vcpu, pfnOf);
  return context;
}

const VCPU_HEAD = 8;

function vcpuRecord(type: number, vcpu: number, state: Uint8Array): RawRecord {
  const octets = new Uint8Array(VCPU_HEAD + state.length);
  new DataView(octets.buffer).setUint32(0, vcpu, true);
  octets.set(state, VCPU_HEAD);
  return { type, octets };
}

function tscRecord(calls: Hypercalls, { domain }: DomainInfo): StreamRecord {
  const { mode, khz, nsec, incarnation } = tscInfo(calls, domain);
  return { type: RECORD.X86_TSC_INFO, fields: { mode, khz, nsec: hex(nsec), incarnation } };
}

function paramsBody(params: readonly (readonly [index: number, value: bigint])[]): Uint8Array {
  const octets = new Uint8Array(8 + 16 * params.length);
  const view = new DataView(octets.buffer);
  view.setUint32(0, params.length, true);
  for (const [at, [index, value]] of params.entries()) {
    view.setBigUint64(8 + 16 * at, BigInt(index), true);
    view.setBigUint64(16 + 16 * at, value, true);
  }
  return octets;
}
