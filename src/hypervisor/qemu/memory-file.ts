/** A machine's main memory as the file that QEMU has mapped: what is read or written there, the guest has. */

import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { BackendError, PAGE } from "../backend.ts";
import type { FilePart } from "./memory-map.ts";

const ZEROS = new Uint8Array(PAGE);

export class MemoryFile {
  private readonly fd: number;
  private readonly page = new Uint8Array(PAGE);
  private parts: readonly FilePart[] = [];

  /** BackendError where the file is not there. */
  constructor(path: string) {
    try {
      this.fd = openSync(path, "r+");
    } catch (error) {
      throw new BackendError(`QEMU's memory is not to be had: ${(error as Error).message}`);
    }
  }

  /** Where the pages are. BackendError where the file is too short for them. */
  lie(parts: readonly FilePart[]): void {
    const last = parts.at(-1) as FilePart;
    const { size } = fstatSync(this.fd);
    if (size < (last.page + last.pages) * PAGE)
      throw new BackendError(`QEMU's memory has ${size} octets, which is too little`);
    this.parts = parts;
  }

  /** Copies pages of ascending or any other order; neighbours in one call. */
  read(pfns: readonly number[], into: Uint8Array): void {
    this.runs(pfns, into, (piece, at) => readSync(this.fd, piece, 0, piece.length, at));
  }

  write(pfns: readonly number[], from: Uint8Array): void {
    this.runs(pfns, from, (piece, at) => writeSync(this.fd, piece, 0, piece.length, at));
  }

  /** The same, but leaves pages of zeros alone where there are zeros: memory that nobody has used takes no room. */
  fill(pfns: readonly number[], from: Uint8Array): void {
    this.runs(pfns, from, (piece, at) => {
      const isZero = (page: number) => Buffer.compare(piece.subarray(page * PAGE, (page + 1) * PAGE), ZEROS) === 0;
      const pages = piece.length / PAGE;
      for (let first = 0; first < pages; ) {
        const zero = isZero(first);
        let next = first + 1;
        while (next < pages && isZero(next) === zero) next++;
        const run = piece.subarray(first * PAGE, next * PAGE);
        if (!zero || !this.hasZeros(at + first * PAGE, run.length)) this.put(run, at + first * PAGE);
        first = next;
      }
      return piece.length;
    });
  }

  /** Whether there are only zeros; holes of a file are, and stay holes. */
  private hasZeros(at: number, length: number): boolean {
    for (let page = 0; page < length; page += PAGE)
      if (readSync(this.fd, this.page, 0, PAGE, at + page) !== PAGE || Buffer.compare(this.page, ZEROS) !== 0)
        return false;
    return true;
  }

  private put(octets: Uint8Array, at: number): void {
    for (let done = 0; done < octets.length; )
      done += writeSync(this.fd, octets, done, octets.length - done, at + done);
  }

  close(): void {
    closeSync(this.fd);
  }

  private runs(pfns: readonly number[], octets: Uint8Array, move: (piece: Uint8Array, at: number) => number): void {
    if (octets.length !== pfns.length * PAGE)
      throw new BackendError(`${pfns.length} pages do not go with ${octets.length} octets`);
    const pages = pfns.map((pfn) => this.pageOf(pfn));
    for (let first = 0; first < pages.length; ) {
      let next = first + 1;
      while (next < pages.length && pages[next] === (pages[first] as number) + next - first) next++;
      const piece = octets.subarray(first * PAGE, next * PAGE);
      const at = (pages[first] as number) * PAGE;
      for (let done = 0; done < piece.length; ) {
        const moved = move(piece.subarray(done), at + done);
        if (moved === 0) throw new BackendError("QEMU's memory has become shorter");
        done += moved;
      }
      first = next;
    }
  }

  private pageOf(pfn: number): number {
    const part = this.parts.find((one) => pfn >= one.pfn && pfn < one.pfn + one.pages);
    if (part === undefined) throw new BackendError(`there is no RAM at pfn 0x${pfn.toString(16)}`);
    return part.page + (pfn - part.pfn);
  }
}
