/** A legacy stream as an image of version 2 or later (spec 15.14): what its walk tells in common with images, in the order of a saver. */

import { encodeRecord } from "../../format/encoder.ts";
import type { Event, RecordBody } from "../../format/events.ts";
import type { Facts } from "../../format/facts.ts";
import { UnsupportedError } from "../../format/fault.ts";
import { writer } from "../../format/field-codec.ts";
import type { LegacyPart } from "../../format/legacy/parts.ts";
import { fields } from "../../format/octets.ts";
import { CONVERTED, LIBXL, PAGE_SIZE, RECORD, XTAB } from "../../format/vocabulary.ts";
import type { Wrapping } from "../wrapping.ts";
import { XL_FLAG } from "../xl-save-file.ts";
import type { ConversionTarget } from "./convert.ts";
import { type Description, descriptionOf } from "./description.ts";
import { ImageOutput, NO_CHECKS } from "./image-output.ts";
import type { Put } from "./layers.ts";
import { hasLibxl, newWrapping, type TargetContainer } from "./new-wrapping.ts";
import { octetsOf } from "./octets-of.ts";
import { type PageRecords, pagesInBatches } from "./page-records.ts";
import { refusal, unsayable } from "./refusal.ts";
import { requiresOf } from "./requirements.ts";

/** Version of the converter, which an image says where others say a release of Xen (chapter 3). */
const CONVERTER = { xenMajor: 0, xenMinor: 1 };
/** Entries of a PAGE_DATA record without contents. */
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
const NOTHING = new Uint8Array(0);

export class LegacyConverter {
  private readonly target: ConversionTarget;
  /** What is asked for; without, a libxl stream behind the header of xl where there was one. */
  private readonly container: TargetContainer;
  private readonly put: Put;
  private readonly out: ImageOutput;
  private readonly pages: PageRecords;
  private readonly description: Description;
  private readonly params = new Map<number, bigint>();
  private readonly emulator: { type: number; at: number; pieces: Uint8Array[] }[] = [];
  private around: Wrapping | undefined;
  private tsc: Uint8Array | undefined;
  private xl: Uint8Array[] = [];
  private isOver = false;

  constructor(target: ConversionTarget, put: Put) {
    this.target = target;
    this.container = target.container ?? "libxl";
    this.put = put;
    this.out = new ImageOutput(target.edition, put);
    this.pages = pagesInBatches(this.out, PAGE_SIZE, target.codec ?? "none");
    this.description = descriptionOf(this.container, target, target.edition);
  }

  /** Takes an event that has been examined. Throws FormatError, UnsupportedError. */
  take(event: Event, { checkpointed, verifying, kind }: Facts): void {
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
        if ((event.subject.header.mandatoryFlags & XL_FLAG.jsonConfig) !== 0) this.description.take(event);
        break;
      case "domain-header":
        // An image that was converted is a finished save (DOM-008).
        if (checkpointed) throw new UnsupportedError("a checkpointed legacy stream as an image");
        if (this.target.edition === "draft-b") unsayable("v3", "draft-b", event.subject, kind);
        this.begin(event.subject.type);
        break;
      case "pages":
        if (!verifying) this.pages.contents(event.subject);
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
    if (this.isOver) this.putAll(this.around?.after() ?? []);
  }

  private begin(type: number): void {
    const { edition, container, codec, checks } = this.target;
    this.around = newWrapping(this.container, this.description.octets(), CONVERTED);
    if (container === undefined) this.putAll(this.xl);
    this.putAll(this.around.before());
    this.out.begin({ type, pageShift: 12, ...CONVERTER }, false, checks ?? NO_CHECKS);
    if (edition === "v4-draft")
      this.out.whole(RECORD.REQUIRES, requiresOf(type === 2 ? "hvm" : "pv", false, codec, false));
    if (type === 2) this.staticEnd();
  }

  private part(part: LegacyPart, verifying: boolean): void {
    if (part.part === "entries" && !verifying) this.pages.entries(part.list);
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
    if (this.target.edition !== "v2") this.record(RECORD.STATIC_DATA_END, NOTHING);
  }

  /** Parameters that are not 0, END, and what is the emulator's. */
  private finish(): void {
    const params = [...this.params].filter(([, value]) => value !== 0n).sort(([a], [b]) => a - b);
    if (params.length > 0) {
      const out = writer(false);
      out.u64(BigInt(params.length));
      for (const [index, value] of params) {
        out.u64(BigInt(index));
        out.u64(value);
      }
      this.record(RECORD.HVM_PARAMS, ...out.parts);
    }
    this.record(RECORD.END, NOTHING);
    for (const { type, at, pieces } of this.emulator) this.emulatorRecord(type, at, pieces);
    this.isOver = true;
  }

  /** A record of the libxl layer, for emulator 0. */
  private emulatorRecord(type: number, at: number, pieces: readonly Uint8Array[]): void {
    if (pieces.length === 0) return;
    if (!hasLibxl(this.container)) {
      const found = type === LIBXL.EMULATOR_CONTEXT ? "the emulator's state" : "what the emulator has mapped";
      const wanted = "no record that only libxl has";
      throw refusal("convert-libxl-record", this.target.edition, { at, path: "tail.emulator", found, wanted });
    }
    const body = Buffer.concat([new Uint8Array(8), ...pieces]);
    const record = { type, body: { sha256: "", len: body.length } };
    this.putAll(encodeRecord("libxl", record, "tail", false, { get: () => body }));
  }

  /** Pfns that have no memory (LEG-078). */
  private holes(pfns: readonly number[]): void {
    const out = writer(false);
    out.u64(BigInt(pfns.length));
    for (const pfn of pfns) out.u64((BigInt(XTAB) << 60n) | BigInt(pfn));
    this.record(RECORD.PAGE_DATA, ...out.parts);
  }

  private record(type: number, ...pieces: readonly Uint8Array[]): void {
    this.pages.flush();
    this.out.whole(type, ...pieces);
  }

  private putAll(segments: Iterable<Uint8Array>): void {
    for (const octets of segments) this.put(octets);
  }
}
