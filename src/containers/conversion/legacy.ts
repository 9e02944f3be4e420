/** A legacy stream as an image of version 2 or 3 (spec 15.14): what its walk tells in common with images, in the order of a saver. */

import { type CodecEdition, VERSION } from "../../format/edition.ts";
import { domainHeaderOctets, imageHeaderOctets } from "../../format/encoder.ts";
import type { Event, PageList, RecordBody } from "../../format/events.ts";
import { UnsupportedError } from "../../format/fault.ts";
import type { LegacyPart } from "../../format/legacy/parts.ts";
import { fields } from "../../format/octets.ts";
import { paddingOf } from "../../format/records.ts";
import { CONVERTED, LIBXL, RECORD, XTAB } from "../../format/vocabulary.ts";
import type { Wrapping } from "../wrapping.ts";
import { XL_FLAG } from "../xl-save-file.ts";
import { newWrapping, type TargetContainer, xlData } from "./layers.ts";
import { octetsOf } from "./octets-of.ts";
import { refusal } from "./refusal.ts";

/** What is to be made, and where to. */
export type LegacyTarget = {
  readonly edition: CodecEdition;
  /** Without it a libxl stream, behind the header of xl where there was one. */
  readonly container: TargetContainer | undefined;
  readonly config: Uint8Array | undefined;
  readonly put: (octets: Uint8Array) => void;
};

/** Version of the converter, which an image says where others say a release of Xen (chapter 3). */
const CONVERTER = { xenMajor: 0, xenMinor: 1 };
/** Entries of a PAGE_DATA record. */
const BATCH = 1024;
/** Records of a PV tail, which follow memory as they come. */
const AS_THEY_COME: readonly number[] = [
  RECORD.X86_PV_INFO,
  RECORD.X86_PV_VCPU_BASIC,
  RECORD.X86_PV_VCPU_EXTENDED,
  RECORD.X86_PV_VCPU_XSAVE,
  RECORD.SHARED_INFO,
  RECORD.HVM_CONTEXT,
];

export class LegacyConverter {
  private readonly target: LegacyTarget;
  private readonly params = new Map<number, bigint>();
  private readonly emulator: { type: number; at: number; pieces: Uint8Array[] }[] = [];
  private tsc: Uint8Array | undefined;
  private xl: Uint8Array[] = [];
  private isOver = false;

  constructor(target: LegacyTarget) {
    if (target.edition !== "v2" && target.edition !== "v3")
      throw new UnsupportedError(`a legacy stream as an image of ${target.edition}`);
    this.target = target;
  }

  /** Takes an event that has been examined. `verifying`: pages are there to be compared. Throws FormatError, UnsupportedError. */
  take(event: Event, checkpointed: boolean, verifying: boolean): void {
    switch (event.kind) {
      case "legacy":
        this.part(event.subject, verifying);
        break;
      case "xl-header":
        this.xl = octetsOf({
          kind: "xl-header",
          subject: { ...event.subject, mandatoryFlags: event.subject.mandatoryFlags | XL_FLAG.libxlStream },
        });
        break;
      case "xl-optional":
        this.xl.push(event.subject.octets.slice());
        break;
      case "domain-header":
        // An image that was converted is a finished save (DOM-008).
        if (checkpointed) throw new UnsupportedError("a checkpointed legacy stream as an image");
        this.begin(event.subject.type);
        break;
      case "pages":
        if (!verifying) this.target.put(event.subject.octets.slice());
        break;
      case "body":
        this.body(event.subject);
        break;
      case "emulator":
        this.emulator.push({ type: event.subject.head.type, at: event.subject.at, pieces: [] });
        break;
      case "chunk":
        this.emulator.at(-1)?.pieces.push(event.subject.octets.slice());
        break;
    }
  }

  /** Ends the layers around the image, once it is over. */
  end(): void {
    if (!this.isOver) return;
    for (const octets of this.around().after()) this.target.put(octets);
  }

  private begin(type: number): void {
    const { edition, put } = this.target;
    for (const octets of this.xl) if (this.target.container === undefined) put(octets);
    for (const octets of this.around().before()) put(octets);
    put(imageHeaderOctets({ version: VERSION[edition], options: 0 }, edition));
    put(domainHeaderOctets({ type, pageShift: 12, ...CONVERTER }, false));
    if (type === 2) this.staticEnd();
  }

  private part(part: LegacyPart, verifying: boolean): void {
    if (part.part === "entries" && !verifying) this.pageData(part.list);
    if (part.part === "body-end" && this.tsc !== undefined) this.record(RECORD.X86_TSC_INFO, this.tsc);
    if (part.part === "unmapped-pfns") {
      for (let first = 0; first < part.pfns.length; first += BATCH) this.holes(part.pfns.slice(first, first + BATCH));
    }
    if (part.part === "tail") this.finish();
  }

  private body({ head, octets }: RecordBody): void {
    if (head.layer === "libxl") this.emulator.at(-1)?.pieces.push(octets.slice());
    else if (head.type === RECORD.X86_TSC_INFO) this.tsc = octets.slice();
    else if (head.type === RECORD.HVM_PARAMS) this.takeParams(octets);
    else if (head.type === RECORD.X86_PV_P2M_FRAMES) {
      this.staticEnd();
      this.record(head.type, octets.slice());
    } else if (AS_THEY_COME.includes(head.type)) this.record(head.type, octets.slice());
  }

  private takeParams(octets: Uint8Array): void {
    const { u32, u64 } = fields(octets);
    for (let pair = 0; pair < u32(0); pair++) this.params.set(u32(8 + 16 * pair), u64(16 + 16 * pair));
  }

  private staticEnd(): void {
    if (this.target.edition === "v3") this.record(RECORD.STATIC_DATA_END, new Uint8Array(0));
  }

  /** Parameters that are not 0, END, and what is the emulator's. */
  private finish(): void {
    const params = [...this.params].filter(([, value]) => value !== 0n).sort(([a], [b]) => a - b);
    if (params.length > 0) {
      const body = new Uint8Array(8 + 16 * params.length);
      const view = new DataView(body.buffer);
      view.setUint32(0, params.length, true);
      params.forEach(([index, value], pair) => {
        view.setUint32(8 + 16 * pair, index, true);
        view.setBigUint64(16 + 16 * pair, value, true);
      });
      this.record(RECORD.HVM_PARAMS, body);
    }
    this.record(RECORD.END, new Uint8Array(0));
    for (const { type, at, pieces } of this.emulator) this.emulatorRecord(type, at, pieces);
    this.isOver = true;
  }

  private emulatorRecord(type: number, at: number, pieces: readonly Uint8Array[]): void {
    if (pieces.length === 0) return;
    if (this.target.container === "none") {
      const found = type === LIBXL.EMULATOR_CONTEXT ? "the emulator's state" : "what the emulator has mapped";
      const wanted = "no record that only libxl has";
      throw refusal("convert-libxl-record", this.target.edition, { at, path: "tail.emulator", found, wanted });
    }
    this.record(type, new Uint8Array(8), ...pieces);
  }

  /** The list of a PAGE_DATA record; its pages follow as they come. */
  private pageData({ entries, pages, pfns, types }: PageList): void {
    if (entries === 0) return;
    const octets = new Uint8Array(16 + 8 * entries);
    const view = new DataView(octets.buffer);
    view.setUint32(0, RECORD.PAGE_DATA, true);
    view.setUint32(4, 8 + 8 * entries + 4096 * pages, true);
    view.setUint32(8, entries, true);
    for (let entry = 0; entry < entries; entry++) {
      view.setUint32(16 + 8 * entry, pfns[entry] as number, true);
      view.setUint32(20 + 8 * entry, (types[entry] as number) << 28, true);
    }
    this.target.put(octets);
  }

  /** Pfns that have no memory (LEG-078). */
  private holes(pfns: readonly number[]): void {
    const body = new Uint8Array(8 + 8 * pfns.length);
    const view = new DataView(body.buffer);
    view.setUint32(0, pfns.length, true);
    pfns.forEach((pfn, entry) => {
      view.setUint32(8 + 8 * entry, pfn, true);
      view.setUint32(12 + 8 * entry, XTAB << 28, true);
    });
    this.record(RECORD.PAGE_DATA, body);
  }

  private record(type: number, ...pieces: readonly Uint8Array[]): void {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const head = new Uint8Array(8);
    const view = new DataView(head.buffer);
    view.setUint32(0, type, true);
    view.setUint32(4, length, true);
    for (const octets of [head, ...pieces, new Uint8Array(paddingOf(length))]) this.target.put(octets);
  }

  private around(): Wrapping {
    const { container = "libxl", config } = this.target;
    return newWrapping(container, xlData(config), CONVERTED);
  }
}
