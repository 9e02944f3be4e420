/** Frames of other domains, mapped for as long as they are copied. */

import { BackendError, PAGE } from "../backend.ts";
import { type Libraries, lastError } from "./libraries.ts";

const READ = 1;
const WRITE = 2;
/** The most frames that are mapped at a time: those of one record (PAGE-007). */
const MOST = 1024;

export class Frames {
  private readonly libraries: Libraries;
  private readonly handle: unknown;

  constructor(libraries: Libraries) {
    this.libraries = libraries;
    this.handle = libraries.memory.open(null, 0);
    if (this.handle === null) throw lastError(libraries, "frames of other domains cannot be mapped");
  }

  close(): void {
    this.libraries.memory.close(this.handle);
  }

  /** Copies whole frames, in order; those that are not there are left as they are, and their indices returned. */
  read(domain: number, frames: readonly number[], into: Uint8Array): number[] {
    return this.eachBatch(domain, READ, frames, (mapped, from) => into.set(mapped, from * PAGE));
  }

  /** Writes whole frames, in order. BackendError where one is not there. */
  write(domain: number, frames: readonly number[], octets: Uint8Array): void {
    const missing = this.eachBatch(domain, READ | WRITE, frames, (mapped, from) =>
      mapped.set(octets.subarray(from * PAGE, from * PAGE + mapped.length)),
    );
    const first = missing[0];
    if (first !== undefined) throw new BackendError(`domain ${domain} has no frame 0x${frames[first]?.toString(16)}`);
  }

  /** Gives each stretch of frames that are there, mapped, and the index of its first. A view on them is not to be kept: they go when it returns. */
  private eachBatch(
    domain: number,
    protection: number,
    frames: readonly number[],
    use: (mapped: Uint8Array, from: number) => void,
  ): number[] {
    const missing: number[] = [];
    for (let first = 0; first < frames.length; first += MOST) {
      const batch = BigUint64Array.from(frames.slice(first, first + MOST), BigInt);
      const errors = new Int32Array(batch.length);
      const { memory, koffi } = this.libraries;
      const pointer = memory.map(this.handle, domain, protection, batch.length, batch, errors);
      if (pointer === null) throw lastError(this.libraries, `frames of domain ${domain} cannot be mapped`);
      const mapped = new Uint8Array(koffi.view(pointer, batch.length * PAGE));
      for (let index = 0; index < batch.length; ) {
        let end = index;
        while (end < batch.length && errors[end] === 0) end++;
        if (end > index) use(mapped.subarray(index * PAGE, end * PAGE), first + index);
        if (end < batch.length) missing.push(first + end);
        index = end + 1;
      }
      memory.unmap(this.handle, pointer, batch.length);
    }
    return missing;
  }
}
