/** Restoring: an image to a domain of a backend. */

import { type ImageStep, type ImageSteps, imageSteps, type RecordStep } from "../containers/index.ts";
import { PLATFORM_DIGEST, RECORD, VCPU_HEADER } from "../format/index.ts";
import { type Backend, type Domain, PAGE, RefusedError, type RestoreTarget, type XenTarget } from "./backend.ts";
import { kindOf, readMachine } from "./machine-records.ts";
import { cpuDifference, cpuEntry } from "./vcpu.ts";

/**
 * Restores the image that arrives in `chunks` and gives the domain, paused, at the very instant it was saved. Throws FormatError for an
 * image that a Reader rejects, RefusedError for one that is of another machine, has been changed, or lacks a part; then nothing is left
 * of the machine. A chunk has to be good until the next but one is asked for: its pages are written meanwhile.
 */
export async function restoreDomain(
  backend: Backend,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Domain> {
  return (await followDomain(backend, chunks)).domain;
}

/** Is told of each checkpoint once it is committed: from then on the domain can be gone on from there. */
export type OnCheckpoint = (number: number) => Promise<void>;

/** A domain, paused. `broken` says why a checkpointed image broke off; the domain is as of its last checkpoint then. */
export type Followed = { readonly domain: Domain; readonly checkpoints: number; readonly broken: Error | undefined };

/**
 * The same for an image that may be checkpointed where there is somebody to be told. Once there is a checkpoint, an image that breaks off, or
 * `chunks` that throw, mean that it is restored (CKPT-011); an image at fault is still rejected (CKPT-014).
 */
export async function followDomain(
  backend: Backend,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  onCheckpoint?: OnCheckpoint,
): Promise<Followed> {
  const restoring = new Restoring(backend, onCheckpoint);
  try {
    return await restoring.run(chunks);
  } catch (error) {
    await restoring.abandon();
    throw error;
  }
}

/** What of a machine is set once its memory is filled: the registers of each vCPU, as CPU entries, and the emulator's own state. */
type Rest = { readonly registers: ReadonlyMap<number, Uint8Array>; readonly platform: Uint8Array };

class Restoring {
  private readonly backend: Backend;
  private readonly onCheckpoint: OnCheckpoint | undefined;
  private kind = "";
  /** Where the image is of a domain of Xen, and what came of its file before that was known. */
  private xen: XenTarget | undefined;
  private config: Uint8Array | undefined;
  private layout: Uint8Array | undefined;
  private target: RestoreTarget | undefined;
  private registers = new Map<number, Uint8Array>();
  private platform: Uint8Array | undefined;
  /** The last checkpoint, and the pages that came after it: they have no effect before the next. */
  private committed: Rest | undefined;
  private checkpoints = 0;
  private readonly later = new Map<number, Uint8Array>();
  private ended = false;
  /** Pages on their way into the machine. */
  private writing: Promise<void> = Promise.resolve();
  private domain: Domain | undefined;

  constructor(backend: Backend, onCheckpoint: OnCheckpoint | undefined) {
    this.backend = backend;
    this.onCheckpoint = onCheckpoint;
  }

  async run(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Followed> {
    const steps = imageSteps({ stream: this.onCheckpoint === undefined ? "plain" : "remus" });
    const broken = await this.follow(steps, whole(chunks));
    if (broken === undefined) for (const step of steps.end()) await this.take(step);
    return { domain: await this.commit(), checkpoints: this.checkpoints, broken };
  }

  /** Takes what comes up to the end; why it broke off, where there is a checkpoint to fall back on. */
  private async follow(steps: ImageSteps, chunks: AsyncIterator<Uint8Array>): Promise<Error | undefined> {
    let before = this.writing;
    while (!this.ended) {
      let chunk: IteratorResult<Uint8Array>;
      try {
        chunk = await chunks.next();
      } catch (error) {
        if (this.committed === undefined) throw error;
        return error as Error;
      }
      if (chunk.done) break;
      for (const step of steps.push(chunk.value)) await this.take(step);
      await before;
      before = this.writing;
      if (steps.isOver() && !this.ended) return new RefusedError("a sum of the image is wrong");
    }
    // Who sends the image may wait for an answer: there need not be an end of the input.
    await chunks.return?.();
    return this.ended || this.committed === undefined ? undefined : new RefusedError("the image has no end");
  }

  async abandon(): Promise<void> {
    await this.writing.catch(() => {});
    await this.target?.destroy().catch(() => {});
    await this.xen?.destroy().catch(() => {});
    await this.domain?.destroy().catch(() => {});
  }

  private async take(step: ImageStep): Promise<void> {
    switch (step.kind) {
      case "config":
        this.config = step.octets;
        break;
      case "domain":
        if (this.backend.incomingXen !== undefined && (step.type === 1 || step.type === 2))
          this.xen = this.backend.incomingXen(step.type);
        else this.kind = kindOf(step.type);
        if (this.config !== undefined) this.xen?.describe(this.config);
        break;
      case "allocate":
        this.xen?.allocate(step.pfns);
        break;
      case "pages":
        if (this.xen === undefined) this.takePages(step.pfns, step.octets);
        else this.xen.pages(step.pfns, step.octets, step.types);
        break;
      case "checkpoint":
        await this.takeCheckpoint();
        break;
      case "record":
        if (this.xen === undefined) await this.takeRecord(step);
        else this.xen.record(step.type, step.octets, step.isBe);
        break;
      case "end":
        this.ended = true;
    }
  }

  /** Where and how often each may stand the Reader has seen to. */
  private async takeRecord({ type, isBe, octets }: RecordStep): Promise<void> {
    if (type === RECORD.MEMORY_LAYOUT) this.layout = octets;
    if (type === RECORD.MACHINE)
      this.target = await this.backend.incoming(readMachine(this.kind, this.layout as Uint8Array, octets, isBe));
    if (type === RECORD.MACHINE_VCPU)
      this.registers.set(new DataView(octets.buffer).getUint32(0, !isBe), octets.subarray(VCPU_HEADER));
    if (type === RECORD.PLATFORM_STATE) this.platform = octets.subarray(PLATFORM_DIGEST);
  }

  private takePages(pfns: readonly number[], octets: Uint8Array): void {
    if (this.committed === undefined) {
      // They are begun in order, and may be done in any.
      const { writing } = this;
      const done = this.target?.writePages(pfns, octets);
      this.writing = writing.then(() => done);
      done?.catch(() => {});
      // Who waits for it next hears of it.
      this.writing.catch(() => {});
    } else for (const [page, pfn] of pfns.entries()) this.later.set(pfn, octets.slice(page * PAGE, (page + 1) * PAGE));
  }

  private async takeCheckpoint(): Promise<void> {
    await this.writing;
    if (this.xen !== undefined) throw new RefusedError("a checkpointed image of a domain of Xen is not restored");
    const rest = this.rest();
    for (const [pfn, octets] of this.later) await this.target?.writePages([pfn], octets);
    this.later.clear();
    this.committed = rest;
    this.registers = new Map();
    this.platform = undefined;
    await this.onCheckpoint?.(++this.checkpoints);
  }

  private async commit(): Promise<Domain> {
    await this.writing;
    if (this.committed === undefined && !this.ended) throw new RefusedError("the image has no end");
    if (this.xen !== undefined) {
      this.domain = await this.xen.commit();
      return this.domain;
    }
    const { registers, platform } = this.committed ?? this.rest();
    const { version } = (this.target as RestoreTarget).machine;
    this.domain = await (this.target as RestoreTarget).commit({ kind: this.kind, version, blob: platform });
    await sameRegisters(this.domain, registers);
    return this.domain;
  }

  /** What the Reader has found to be all there. */
  private rest(): Rest {
    const { registers, platform } = this;
    if (platform === undefined) throw new RefusedError("the image lacks the state of its machine");
    return { registers, platform };
  }
}

/** Chunks one by one, whichever way they come. */
async function* whole(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** Holds what the hypervisor has made of its state against the registers that the image says (MACH-050). */
async function sameRegisters(domain: Domain, registers: Rest["registers"]): Promise<void> {
  for (const [id, vcpu] of (await domain.vcpus()).entries()) {
    const said = registers.get(id);
    if (said === undefined) throw new RefusedError(`the image has no registers of vCPU ${id}`);
    const difference = cpuDifference(said, cpuEntry(vcpu));
    if (difference !== undefined)
      throw new RefusedError(
        `vCPU ${id} has ${difference.field} ${difference.b} after the restore, and the image says ${difference.a}`,
      );
  }
}
