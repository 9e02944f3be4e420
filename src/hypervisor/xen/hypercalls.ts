/** Hypercalls, each with its argument in memory that Xen may read and write, and one area beside it for what the argument points at. */

import type { BackendError } from "../backend.ts";
import { type Libraries, lastError } from "./libraries.ts";

/** Numbers of hypercalls. */
const MMU_UPDATE = 1;
const MEMORY_OP = 12;
const SCHED_OP = 29;
const MMUEXT_OP = 26;
const EVENT_CHANNEL_OP = 32;
const HVM_OP = 34;
const DOMCTL = 36;

/** The release of the interface that these calls are laid out for: that of Xen 4.17. Another Xen refuses it, with EACCES. */
const DOMCTL_VERSION = 0x15;
/** Octets before the part of a domctl that depends on the command, and of that part. */
const DOMCTL_HEAD = 16;
const DOMCTL_ARGUMENT = 128;
/** Octets of room for an argument. */
const ARGUMENT = 4096;

/** Commands of domctl. */
export const COMMAND = {
  createdomain: 1,
  destroydomain: 2,
  pausedomain: 3,
  unpausedomain: 4,
  getdomaininfo: 5,
  setvcpuaffinity: 9,
  shadow_op: 10,
  max_mem: 11,
  setvcpucontext: 12,
  getvcpucontext: 13,
  getvcpuinfo: 14,
  max_vcpus: 15,
  resumedomain: 27,
  gethvmcontext: 33,
  sethvmcontext: 34,
  set_address_size: 35,
  get_address_size: 36,
  set_ext_vcpucontext: 42,
  get_ext_vcpucontext: 43,
  gettscinfo: 59,
  settscinfo: 60,
  getpageframeinfo3: 61,
  setvcpuextstate: 62,
  getvcpuextstate: 63,
  get_vcpu_msrs: 72,
  set_vcpu_msrs: 73,
  get_cpu_policy: 82,
  set_cpu_policy: 83,
  set_paging_mempool_size: 86,
} as const;

export type Command = keyof typeof COMMAND;

/** Memory that a hypercall may read and write. The view is good until the next call asks for more room. */
export type Area = { readonly address: bigint; readonly octets: Uint8Array; readonly view: DataView };

type Room = Area & { readonly pointer: unknown };

export class Hypercalls {
  private readonly libraries: Libraries;
  private readonly handle: unknown;
  private readonly argument: Room;
  private data: Room | undefined;

  /** BackendError where this is no domain that may control others. */
  constructor(libraries: Libraries) {
    this.libraries = libraries;
    this.handle = libraries.call.open(null, 0);
    if (this.handle === null) throw lastError(libraries, "this is no domain that controls others: Xen takes no calls");
    this.argument = this.allocate(ARGUMENT);
  }

  close(): void {
    for (const room of [this.argument, this.data])
      if (room !== undefined) this.libraries.call.free(this.handle, room.pointer);
    this.libraries.call.close(this.handle);
  }

  /** Room of so many octets, all zero, for what an argument points at; it is the same memory each time. */
  area(octets: number): Area {
    if (this.data === undefined || this.data.octets.length < octets) {
      if (this.data !== undefined) this.libraries.call.free(this.handle, this.data.pointer);
      this.data = this.allocate(octets);
    }
    const { address, octets: all } = this.data;
    const part = all.subarray(0, octets);
    part.fill(0);
    return { address, octets: part, view: new DataView(part.buffer, part.byteOffset, octets) };
  }

  /** One domctl. `fill` sets what depends on the command; what it has become is returned, good until the next call. BackendError where Xen refuses. */
  domctl(command: Command, domain: number, fill?: (argument: DataView) => void): DataView {
    const { octets, view, address } = this.argument;
    octets.fill(0, 0, DOMCTL_HEAD + DOMCTL_ARGUMENT);
    view.setUint32(0, COMMAND[command], true);
    view.setUint32(4, DOMCTL_VERSION, true);
    view.setUint16(8, domain, true);
    const argument = new DataView(view.buffer, view.byteOffset + DOMCTL_HEAD, DOMCTL_ARGUMENT);
    fill?.(argument);
    if (this.libraries.call.call1(this.handle, DOMCTL, address) < 0) throw this.refused(command, domain);
    return argument;
  }

  /** The domain that the last domctl was about; createdomain sets it. */
  get domain(): number {
    return this.argument.view.getUint16(8, true);
  }

  /** A call about memory; what it returns is its result. */
  memoryOp(operation: number, domain: number, fill: (argument: DataView) => void): number {
    const { octets, view, address } = this.argument;
    octets.fill(0, 0, 64);
    fill(view);
    const result = Number(this.libraries.call.long2(this.handle, MEMORY_OP, BigInt(operation), address));
    if (result < 0) throw this.refused(`memory_op ${operation}`, domain);
    return result;
  }

  /** A parameter of an HVM domain; `value` sets it. */
  hvmParam(domain: number, index: number, value?: bigint): bigint {
    const { octets, view, address } = this.argument;
    octets.fill(0, 0, 16);
    view.setUint16(0, domain, true);
    view.setUint32(4, index, true);
    view.setBigUint64(8, value ?? 0n, true);
    if (this.libraries.call.call2(this.handle, HVM_OP, value === undefined ? 1n : 0n, address) < 0)
      throw this.refused(`parameter ${index}`, domain);
    return view.getBigUint64(8, true);
  }

  /** Tells Xen which page of a PV domain each frame of the host is. */
  machineToPhys(domain: number, pairs: readonly (readonly [frame: number, pfn: number])[]): void {
    const MACHPHYS = 1;
    const { address, view } = this.area(pairs.length * 16);
    for (const [index, [frame, pfn]] of pairs.entries()) {
      view.setBigUint64(index * 16, BigInt(frame) * 4096n + BigInt(MACHPHYS), true);
      view.setBigUint64(index * 16 + 8, BigInt(pfn), true);
    }
    this.many(MMU_UPDATE, "the numbers of pages", domain, address, pairs.length);
  }

  /** Pins page tables of a PV domain, each with its level. */
  pinTables(domain: number, tables: readonly (readonly [level: number, frame: number])[]): void {
    if (tables.length === 0) return;
    const { address, view } = this.area(tables.length * 24);
    for (const [index, [level, frame]] of tables.entries()) {
      view.setUint32(index * 24, level - 1, true);
      view.setBigUint64(index * 24 + 8, BigInt(frame), true);
    }
    this.many(MMUEXT_OP, "page tables", domain, address, tables.length);
  }

  private many(operation: number, what: string, domain: number, address: bigint, count: number): void {
    if (this.libraries.call.call4(this.handle, operation, address, BigInt(count), 0n, BigInt(domain)) < 0)
      throw this.refused(what, domain);
  }

  /** A port of a domain's for an event channel that we may bind. */
  newPort(domain: number): number {
    const ALLOC_UNBOUND = 6n;
    const { view, address } = this.argument;
    view.setUint16(0, domain, true);
    view.setUint16(2, 0, true);
    view.setUint32(4, 0, true);
    if (this.libraries.call.call2(this.handle, EVENT_CHANNEL_OP, ALLOC_UNBOUND, address) < 0)
      throw this.refused("an event channel", domain);
    return view.getUint32(4, true);
  }

  /** Stops a domain as if it had suspended itself. */
  remoteShutdown(domain: number): void {
    const [REMOTE_SHUTDOWN, SUSPEND] = [4n, 2];
    const { view, address } = this.argument;
    view.setUint32(0, domain, true);
    view.setUint32(4, SUSPEND, true);
    if (this.libraries.call.call2(this.handle, SCHED_OP, REMOTE_SHUTDOWN, address) < 0)
      throw this.refused("remote_shutdown", domain);
  }

  private refused(what: string, domain: number): BackendError {
    return lastError(this.libraries, `Xen refuses ${what} for domain ${domain}`);
  }

  private allocate(octets: number): Room {
    const { koffi, call } = this.libraries;
    const pointer = call.alloc(this.handle, octets);
    if (pointer === null) throw lastError(this.libraries, `no ${octets} octets for a call`);
    const buffer = koffi.view(pointer, octets);
    return { pointer, address: koffi.address(pointer), octets: new Uint8Array(buffer), view: new DataView(buffer) };
  }
}
