/** A domain's image as it is written: which records there are and what they say of the domain. In which order its memory comes is the caller's. */

import {
  type ImageStart,
  ImageWriter,
  machineRequires,
  newWrapping,
  type RawRecord,
  type Segments,
  type StreamRecord,
  type Wrapping,
} from "../containers/index.ts";
import { RECORD } from "../format/index.ts";
import { BackendError, type Domain, type Machine, type PageBatch } from "./backend.ts";
import { hvmRecords } from "./hvm-records.ts";
import { domainTypeOf, layoutBody, machineBody, platformBody, vcpuBody } from "./machine-records.ts";
import { cpuEntry } from "./vcpu.ts";

/** Takes octets to be written, in order; they may be views on the domain's memory, and are good until it is done. */
export type Write = (octets: Uint8Array) => Promise<void>;

/** Editions that machines are saved in: all of a machine, or its memory and registers as an HVM domain of Xen. */
export type ImageEdition = "v4-draft" | "v3";

/** How an image is written: its edition (v4-draft where nothing is said), its sums, the codec of its pages, and whether it is checkpointed. */
export type ImageOptions = Pick<ImageStart, "checks" | "codec" | "stream"> & {
  readonly edition?: ImageEdition;
  /** What is put around the image of a domain of Xen, with what libxl says of it. */
  readonly container?: "none" | "xl";
};

/** What a domain that stands still is besides its memory, as records. It may run on once it has been asked for. */
export type DomainState = readonly (StreamRecord | RawRecord)[];

/** CRC-32 behind each record: what a disk or a link changes is found where it stands. */
export const CHECKS = { recordCheck: 3, imageDigest: 0 } as const;
/** Whose layout registers have (spec 23.1), and an HVM context. */
const XEN = { pageShift: 12, xenMajor: 4, xenMinor: 17 };
const HVM = 2;

/** What an image of a machine uses of the format, for receivers to say whether they take it. */
export function imageNeeds(machine: Machine): {
  readonly version: number;
  readonly domainType: number;
  readonly types: readonly number[];
} {
  return { version: 4, domainType: domainTypeOf(machine), types: MACHINE_TYPES };
}

/** Types of mandatory records in an image of a machine. */
const MACHINE_TYPES: readonly number[] = [
  RECORD.END,
  RECORD.PAGE_DATA,
  RECORD.VERIFY,
  RECORD.CHECKPOINT,
  RECORD.STATIC_DATA_END,
  RECORD.MEMORY_LAYOUT,
  RECORD.PAGE_DATA_COMPRESSED,
  RECORD.REQUIRES,
  RECORD.MACHINE,
  RECORD.MACHINE_VCPU,
  RECORD.PLATFORM_STATE,
];

export class DomainImage {
  /** Octets written. */
  octets = 0;
  private readonly domain: Domain;
  private readonly write: Write;
  private readonly writer: ImageWriter;
  private readonly options: ImageOptions;
  private written: Promise<void> = Promise.resolve();
  private readonly around: Wrapping;

  constructor(domain: Domain, write: Write, options: ImageOptions = {}) {
    const { edition = "v4-draft", container = "none", ...rest } = options;
    this.domain = domain;
    this.write = write;
    this.options = options;
    this.around = wrappingOf(domain, container);
    const type = domain.xen?.type ?? (edition === "v3" ? HVM : domainTypeOf(domain.machine));
    this.writer = new ImageWriter({
      ...(edition === "v3" ? {} : { checks: CHECKS, sparse: true }),
      ...rest,
      edition,
      domain: { ...XEN, type },
    });
  }

  /** What comes before memory. */
  async begin(): Promise<void> {
    const { xen } = this.domain;
    await this.put([...this.around.before()]);
    await this.put(this.writer.begin());
    if (xen !== undefined) return await this.state(await xen.head());
    if (this.options.edition !== "v3") {
      const { machine } = this.domain;
      const { codec = "none" } = this.options;
      await this.put(this.writer.record({ type: RECORD.REQUIRES, octets: machineRequires(MACHINE_TYPES, codec) }));
      await this.put(this.writer.record({ type: RECORD.MEMORY_LAYOUT, octets: layoutBody(machine) }));
      await this.put(this.writer.record({ type: RECORD.MACHINE, octets: machineBody(machine) }));
    }
    await this.put(this.writer.record({ type: RECORD.STATIC_DATA_END }));
  }

  /** Pages, at most BATCH of them. A batch that lasts is written while the next is got ready. */
  async pages({ pfns, data, types, lasting }: PageBatch): Promise<void> {
    const segments = this.writer.pages(pfns, data, types);
    await this.written;
    this.written = this.give(segments);
    // Who waits for it next hears of it.
    this.written.catch(() => {});
    if (!lasting) await this.written;
  }

  /** The state that goes with the pages so far. */
  async state(records: DomainState): Promise<void> {
    for (const record of records) await this.put(this.writer.record(record));
  }

  /** Makes of pages and state a checkpoint. */
  async checkpoint(): Promise<void> {
    await this.put(this.writer.record({ type: RECORD.CHECKPOINT }));
  }

  async end(): Promise<void> {
    await this.put(this.writer.end());
    await this.put([...this.around.after()]);
  }

  private async put(segments: Segments): Promise<void> {
    await this.written;
    await this.give(segments);
  }

  private async give(segments: Segments): Promise<void> {
    for (const segment of segments) {
      this.octets += segment.length;
      await this.write(segment);
    }
  }
}

/** The state of a domain that stands still. BackendError where an image of v3 would lack what its MUSTs ask for. */
export async function stateOf(domain: Domain, edition: ImageEdition = "v4-draft"): Promise<DomainState> {
  if (domain.xen !== undefined) return await domain.xen.tail();
  if (edition === "v3") return await hvmRecords(domain);
  const vcpus = await domain.vcpus();
  const { blob } = await domain.platformState();
  return [
    ...vcpus.map((vcpu, id) => ({ type: RECORD.MACHINE_VCPU, octets: vcpuBody(id, cpuEntry(vcpu)) })),
    { type: RECORD.PLATFORM_STATE, octets: platformBody(domain.machine, blob) },
  ];
}

/** What xl's file has around an image: a length, what libxl keeps of the domain, and a NUL (spec 12). */
function wrappingOf({ id, xen }: Domain, container: "none" | "xl"): Wrapping {
  if (container === "none") return newWrapping("none", new Uint8Array(0), 0);
  if (xen === undefined) throw new BackendError(`${id} is no domain of Xen, and goes into no file of xl`);
  const config = xen.config();
  const data = new Uint8Array(4 + config.length + (config.at(-1) === 0 ? 0 : 1));
  new DataView(data.buffer).setUint32(0, data.length - 4, true);
  data.set(config, 4);
  return newWrapping("xl", data, 0);
}

/** Throws BackendError, by name, for what an image of v3 of this domain would lack. */
export function requireV3({ checks, codec = "none" }: ImageOptions): void {
  if (codec !== "none") throw new BackendError(`v3 has no codec ${codec}`);
  if (checks !== undefined && checks.recordCheck !== 0) throw new BackendError("v3 has no sums behind its records");
}
