/** A machine's main memory as the file that QEMU has mapped: what is read or written there, the guest has. */

import { closeSync, fstatSync, openSync, read, readSync } from "node:fs";
import { promisify } from "node:util";
import { BackendError, PAGE } from "../backend.ts";
import type { FilePart } from "./memory-map.ts";
import { Writes } from "./writes.ts";

const ZEROS = Buffer.alloc(PAGE);
/** Octets from which on it is worth asking another thread. */
const LONG = 2 ** 17;
const readBeside = promisify(read);

/** Octets `from` on of a buffer that stand `at` in the file. */
type Run = { readonly at: number; readonly from: number; readonly length: number };

export class MemoryFile {
  private readonly fd: number;
  private readonly writes: Writes;
  private readonly page = new Uint8Array(PAGE);
  private parts: readonly FilePart[] = [];

  /** BackendError where the file is not there. */
  constructor(path: string) {
    try {
      this.fd = openSync(path, "r+");
    } catch (error) {
      throw new BackendError(`QEMU's memory is not to be had: ${(error as Error).message}`);
    }
    this.writes = new Writes(this.fd);
  }

  /** Where the pages are. BackendError where the file is too short for them. */
  lie(parts: readonly FilePart[]): void {
    const last = parts.at(-1) as FilePart;
    const { size } = fstatSync(this.fd);
    if (size < (last.page + last.pages) * PAGE)
      throw new BackendError(`QEMU's memory has ${size} octets, which is too little`);
    this.parts = parts;
  }

  /** Copies pages in any order; neighbours in one call, and long runs beside what goes on here meanwhile. */
  async read(pfns: readonly number[], into: Uint8Array): Promise<void> {
    for (const run of this.runs(pfns, into)) {
      if (run.length < LONG) this.get(into, run);
      else await this.getBeside(into, run);
    }
  }

  /**
   * Sets pages, but leaves those of zeros alone where there are zeros: memory that nobody has used takes no room. They are written beside what
   * goes on here meanwhile, in the order of the calls; `octets` are left alone until it is done.
   */
  async fill(pfns: readonly number[], octets: Uint8Array): Promise<void> {
    let done: Promise<void> | undefined;
    for (const { at, from, length } of this.runs(pfns, octets))
      for (let first = from; first < from + length; ) {
        const zero = isZero(octets, first);
        let next = first + PAGE;
        while (next < from + length && isZero(octets, next) === zero) next += PAGE;
        const run = { at: at + first - from, from: first, length: next - first };
        // Holes of a file are zeros, and stay holes.
        if (!zero || !this.hasZeros(run)) done = this.writes.put(octets.subarray(first, next), run.at);
        first = next;
      }
    await done;
  }

  close(): void {
    closeSync(this.fd);
  }

  private hasZeros({ at, length }: Run): boolean {
    if (this.writes.covers(at, length)) return false;
    for (let page = 0; page < length; page += PAGE)
      if (readSync(this.fd, this.page, 0, PAGE, at + page) !== PAGE || !isZero(this.page, 0)) return false;
    return true;
  }

  private get(into: Uint8Array, { at, from, length }: Run): void {
    for (let done = 0; done < length; ) done += some(readSync(this.fd, into, from + done, length - done, at + done));
  }

  private async getBeside(into: Uint8Array, { at, from, length }: Run): Promise<void> {
    for (let done = 0; done < length; )
      done += some((await readBeside(this.fd, into, from + done, length - done, at + done)).bytesRead);
  }

  /** Stretches of pages that are neighbours in the file too. */
  private *runs(pfns: readonly number[], octets: Uint8Array): Generator<Run> {
    if (octets.length !== pfns.length * PAGE)
      throw new BackendError(`${pfns.length} pages do not go with ${octets.length} octets`);
    for (let first = 0; first < pfns.length; ) {
      const pfn = pfns[first] as number;
      const part = this.partOf(pfn);
      const most = Math.min(pfns.length, first + part.pfn + part.pages - pfn);
      let next = first + 1;
      while (next < most && pfns[next] === pfn + next - first) next++;
      yield { at: (part.page + pfn - part.pfn) * PAGE, from: first * PAGE, length: (next - first) * PAGE };
      first = next;
    }
  }

  private partOf(pfn: number): FilePart {
    const part = this.parts.find((one) => pfn >= one.pfn && pfn < one.pfn + one.pages);
    if (part === undefined) throw new BackendError(`there is no RAM at pfn 0x${pfn.toString(16)}`);
    return part;
  }
}

/** How much was read, which is something as long as the file is as long as it was. */
function some(count: number): number {
  if (count === 0) throw new BackendError("QEMU's memory has become shorter");
  return count;
}

/** Whether the page at `from` is full of zeros. */
function isZero(octets: Uint8Array, from: number): boolean {
  return octets[from] === 0 && ZEROS.compare(octets, from, from + PAGE) === 0;
}
