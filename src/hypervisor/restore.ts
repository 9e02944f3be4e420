/** Restoring: an image to a domain of a backend. */

import { crc32 } from "node:zlib";
import { type ImageStep, imageSteps, type RecordStep } from "../containers/index.ts";
import { hex, RECORD, walkHvmContext } from "../format/index.ts";
import {
  type Backend,
  type Domain,
  type Machine,
  type PlatformState,
  RefusedError,
  type RestoreTarget,
  ramOf,
} from "./backend.ts";
import { isOurs, MACHINE, OVERLAY_LIMIT, PLATFORM_STATE, readMachine, readPlatform } from "./overlay.ts";
import { cpuDifference, cpuEntry } from "./vcpu.ts";

const HVM = 2;
const CPU = 2;

/**
 * Restores the image that arrives in `chunks` and gives the domain, paused, at the very instant it was saved. Throws FormatError for an
 * image that a Reader rejects, RefusedError for one that is of another machine, has been changed, or lacks a part; then nothing is left
 * of the machine.
 */
export async function restoreDomain(
  backend: Backend,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Domain> {
  const restoring = new Restoring(backend);
  try {
    return await restoring.run(chunks);
  } catch (error) {
    await restoring.abandon();
    throw error;
  }
}

class Restoring {
  private readonly backend: Backend;
  private target: RestoreTarget | undefined;
  private filled: Filled | undefined;
  private context: Uint8Array | undefined;
  private platform: PlatformState | undefined;
  private ended = false;
  private domain: Domain | undefined;

  constructor(backend: Backend) {
    this.backend = backend;
  }

  async run(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Domain> {
    const steps = imageSteps({
      extra: [MACHINE, PLATFORM_STATE],
      limit: OVERLAY_LIMIT,
      addUp: (octets, sum) => crc32(octets, sum),
    });
    for await (const chunk of chunks) {
      for (const step of steps.push(chunk)) await this.take(step);
      // Who sends the image may wait for an answer: there need not be an end of the input.
      if (this.ended) break;
    }
    for (const step of steps.end()) await this.take(step);
    return await this.commit();
  }

  async abandon(): Promise<void> {
    await this.target?.destroy().catch(() => {});
    await this.domain?.destroy().catch(() => {});
  }

  private async take(step: ImageStep): Promise<void> {
    switch (step.kind) {
      case "domain":
        if (step.type !== HVM) throw new RefusedError("the image is of a PV domain, and a machine's is HVM");
        break;
      case "pages":
        this.nothingAfterState();
        if (this.target === undefined) throw new RefusedError("the image does not say of which machine it is");
        await this.target.writePages(step.pfns, step.octets);
        this.filled?.add(step.pfns);
        break;
      case "record":
        await this.takeRecord(step);
        break;
      case "end":
        this.ended = true;
    }
  }

  private async takeRecord({ type, isBe, octets, sum }: RecordStep): Promise<void> {
    const isOverlay = type === MACHINE || type === PLATFORM_STATE;
    if (isOverlay && !isOurs(octets)) return;
    if (type !== RECORD.END) this.nothingAfterState();
    if (type === RECORD.HVM_CONTEXT) this.context = octets;
    if (type === PLATFORM_STATE) this.platform = readPlatform(octets, isBe, (body) => crc32(body, sum));
    if (type !== MACHINE) return;
    if (this.target !== undefined) throw new RefusedError("the image says twice of which machine it is");
    const machine = readMachine(octets, isBe);
    this.target = await this.backend.incoming(machine);
    this.filled = new Filled(machine);
  }

  /** The platform state's sum covers what stands before it: nothing may come after. */
  private nothingAfterState(): void {
    if (this.platform !== undefined) throw new RefusedError("the image goes on after the platform state");
  }

  private async commit(): Promise<Domain> {
    const { target, filled, platform } = this;
    if (!this.ended) throw new RefusedError("the image has no end");
    if (target === undefined || filled === undefined)
      throw new RefusedError("the image does not say of which machine it is");
    if (platform === undefined) throw new RefusedError(`the image lacks the state of a ${target.machine.kind} machine`);
    const missing = filled.firstMissing();
    if (missing !== undefined) throw new RefusedError(`the image lacks the page at pfn ${hex(missing)}`);
    this.domain = await target.commit(platform);
    await sameRegisters(this.domain, this.context);
    return this.domain;
  }
}

/** Holds what the hypervisor has made of its state against the registers that the image says. */
async function sameRegisters(domain: Domain, context: Uint8Array | undefined): Promise<void> {
  const entries = context === undefined ? [] : walkHvmContext(context).entries;
  const said = entries.filter(({ typecode }) => typecode === CPU);
  const vcpus = await domain.vcpus();
  if (said.length !== vcpus.length)
    throw new RefusedError(`the image has registers of ${said.length} vCPUs, the machine has ${vcpus.length}`);
  for (const [id, vcpu] of vcpus.entries()) {
    const entry = said.find(({ instance }) => instance === id);
    if (entry === undefined) throw new RefusedError(`the image has no registers of vCPU ${id}`);
    const difference = cpuDifference(entry.body, cpuEntry(vcpu));
    if (difference !== undefined)
      throw new RefusedError(
        `vCPU ${id} has ${difference.field} ${difference.b} after the restore, and the image says ${difference.a}`,
      );
  }
}

/** Which pages of a machine's RAM have been set. */
class Filled {
  private readonly ranges: readonly { readonly pfn: number; readonly pages: Uint8Array }[];

  constructor(machine: Machine) {
    this.ranges = ramOf(machine).map(({ pfn, pages }) => ({ pfn, pages: new Uint8Array(pages) }));
  }

  add(pfns: readonly number[]): void {
    for (const one of pfns) {
      const range = this.ranges.find(({ pfn, pages }) => one >= pfn && one < pfn + pages.length);
      if (range !== undefined) range.pages[one - range.pfn] = 1;
    }
  }

  firstMissing(): number | undefined {
    for (const { pfn, pages } of this.ranges) {
      const index = pages.indexOf(0);
      if (index !== -1) return pfn + index;
    }
    return undefined;
  }
}
