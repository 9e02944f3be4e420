/**
 * Xen's libraries in the domain that controls the others: hypercalls, frames of other domains, event channels, xenstore. They are the ones whose
 * interface Xen keeps from release to release; libxenctrl, which wraps the same calls, has another with each.
 */

import type * as Koffi from "koffi";
import { UnsupportedError } from "../../containers/index.ts";
import { BackendError } from "../backend.ts";

type Pointer = unknown;

/** The functions that are used, as the headers have them. Numbers of 64 bits are bigint where they are addresses. */
export type Libraries = {
  readonly koffi: typeof Koffi;
  readonly call: {
    open(logger: null, flags: number): Pointer;
    close(handle: Pointer): number;
    call1(handle: Pointer, operation: number, argument: bigint): number;
    call2(handle: Pointer, operation: number, first: bigint, second: bigint): number;
    call4(handle: Pointer, operation: number, first: bigint, second: bigint, third: bigint, fourth: bigint): number;
    long2(handle: Pointer, operation: number, first: bigint, second: bigint): number | bigint;
    alloc(handle: Pointer, octets: number): Pointer;
    free(handle: Pointer, buffer: Pointer): void;
  };
  readonly memory: {
    open(logger: null, flags: number): Pointer;
    close(handle: Pointer): number;
    map(
      handle: Pointer,
      domain: number,
      protection: number,
      pages: number,
      frames: BigUint64Array,
      errors: Int32Array,
    ): Pointer;
    unmap(handle: Pointer, address: Pointer, pages: number): number;
    mapResource(
      handle: Pointer,
      domain: number,
      type: number,
      id: number,
      frame: number,
      frames: number,
      address: [Pointer],
      protection: number,
      flags: number,
    ): Pointer;
    unmapResource(handle: Pointer, resource: Pointer): number;
  };
  readonly events: {
    open(logger: null, flags: number): Pointer;
    close(handle: Pointer): number;
    bind(handle: Pointer, domain: number, port: number): number;
    notify(handle: Pointer, port: number): number;
    unbind(handle: Pointer, port: number): number;
  };
  readonly store: {
    open(flags: number): Pointer;
    close(handle: Pointer): void;
    read(handle: Pointer, transaction: number, path: string, length: [number]): string | null;
    write(handle: Pointer, transaction: number, path: string, value: string, length: number): boolean;
    introduce(handle: Pointer, domain: number, frame: bigint, port: number): boolean;
    release(handle: Pointer, domain: number): boolean;
  };
};

let loaded: Libraries | undefined;

/** Loads them. UnsupportedError where koffi or one of them is not installed. */
export async function xenLibraries(): Promise<Libraries> {
  loaded ??= await load();
  return loaded;
}

async function load(): Promise<Libraries> {
  let koffi: typeof Koffi;
  try {
    koffi = (await import("koffi")).default as unknown as typeof Koffi;
  } catch (error) {
    throw new UnsupportedError(`Xen without koffi (npm install koffi): ${(error as Error).message}`);
  }
  const open = (name: string) => {
    try {
      return koffi.load(name);
    } catch (error) {
      throw new UnsupportedError(`Xen without ${name}: ${(error as Error).message}`);
    }
  };
  const [call, memory, events, store] = [
    open("libxencall.so.1"),
    open("libxenforeignmemory.so.1"),
    open("libxenevtchn.so.1"),
    open("libxenstore.so.4"),
  ];
  return {
    koffi,
    call: {
      open: call.func("void *xencall_open(void *, unsigned int)"),
      close: call.func("int xencall_close(void *)"),
      call1: call.func("int xencall1(void *, unsigned int, uint64_t)"),
      call2: call.func("int xencall2(void *, unsigned int, uint64_t, uint64_t)"),
      call4: call.func("int xencall4(void *, unsigned int, uint64_t, uint64_t, uint64_t, uint64_t)"),
      long2: call.func("long xencall2L(void *, unsigned int, uint64_t, uint64_t)"),
      alloc: call.func("void *xencall_alloc_buffer(void *, size_t)"),
      free: call.func("void xencall_free_buffer(void *, void *)"),
    },
    memory: {
      open: memory.func("void *xenforeignmemory_open(void *, unsigned int)"),
      close: memory.func("int xenforeignmemory_close(void *)"),
      map: memory.func("void *xenforeignmemory_map(void *, uint32_t, int, size_t, void *, void *)"),
      unmap: memory.func("int xenforeignmemory_unmap(void *, void *, size_t)"),
      mapResource: memory.func(
        "void *xenforeignmemory_map_resource(void *, uint16_t, unsigned int, unsigned int, unsigned long, unsigned long, _Out_ void **, int, int)",
      ),
      unmapResource: memory.func("int xenforeignmemory_unmap_resource(void *, void *)"),
    },
    events: {
      open: events.func("void *xenevtchn_open(void *, unsigned int)"),
      close: events.func("int xenevtchn_close(void *)"),
      bind: events.func("int xenevtchn_bind_interdomain(void *, uint32_t, uint32_t)"),
      notify: events.func("int xenevtchn_notify(void *, uint32_t)"),
      unbind: events.func("int xenevtchn_unbind(void *, uint32_t)"),
    },
    store: {
      open: store.func("void *xs_open(unsigned long)"),
      close: store.func("void xs_close(void *)"),
      read: store.func("str xs_read(void *, uint32_t, str, _Out_ unsigned int *)"),
      write: store.func("bool xs_write(void *, uint32_t, str, str, unsigned int)"),
      introduce: store.func("bool xs_introduce_domain(void *, unsigned int, unsigned long, unsigned int)"),
      release: store.func("bool xs_release_domain(void *, unsigned int)"),
    },
  };
}

/** BackendError that says what failed and the name of the error (errno) that the last call of a library left. */
export function lastError({ koffi }: Libraries, what: string): BackendError {
  const number = koffi.errno();
  const name = Object.entries(koffi.os.errno).find(([, value]) => value === number)?.[0] ?? `error ${number}`;
  return new BackendError(`${what}: ${name}`);
}
