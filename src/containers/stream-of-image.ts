/** An image as a stream document: what a Writer would have to be told to write the same octets (CONTRACT 5). */

import { blobOf, hexText } from "../format/blobs.ts";
import { NEWEST } from "../format/edition.ts";
import type {
  DomainHeader,
  Event,
  ImageFeatures,
  ImageHeader,
  LibvirtHeader,
  LibxlHeader,
  PageList,
  RecordHead,
  XenopsdPart,
  XlHeader,
} from "../format/events.ts";
import { UnsupportedError } from "../format/fault.ts";
import { hex } from "../format/octets.ts";
import { showBody } from "../format/record-fields.ts";
import type { Hex } from "../format/state.ts";
import type {
  BlobSink,
  HandOver,
  PageDataFields,
  StreamDocument,
  StreamPart,
  StreamRecord,
} from "../format/stream-document.ts";
import { PART, RECORD } from "../format/vocabulary.ts";
import { type Consumer, type OpenOptions, Session } from "./session.ts";

/** Reads an image into a document; blobs of more than 4096 octets go into `sink`. A record that the input breaks off in is left out. */
export function streamOfImage(options: OpenOptions, sink: BlobSink): Consumer<StreamDocument> {
  const builder = new StreamBuilder(sink);
  const session = new Session(options, "reader", (event) => builder.take(event));
  return {
    push: (octets) => session.push(octets),
    done: () => session.done,
    end() {
      session.finish();
      return builder.document(session.examiner.facts.edition);
    },
  };
}

class StreamBuilder {
  private readonly sink: BlobSink;
  private xlHeader: XlHeader | undefined;
  private xlData = new Uint8Array(0);
  private libvirtHeader: LibvirtHeader | undefined;
  private xml = new Uint8Array(0);
  /** The parts of a suspend image before and after Libxc. */
  private parts: { readonly before: StreamPart[]; readonly after: StreamPart[] } | undefined;
  private libxlHeader: LibxlHeader | undefined;
  private imageHeader: ImageHeader | undefined;
  private features: ImageFeatures | undefined;
  private domain: DomainHeader | undefined;
  private readonly before: StreamRecord[] = [];
  private readonly after: StreamRecord[] = [];
  private readonly records: (StreamRecord | HandOver)[] = [];
  private imageOver = false;
  private pieces: Uint8Array[] = [];
  private list: PageFields | undefined;
  private pad = new Uint8Array(0);
  private footReserved = 0;
  /** Whether the record is an IMAGE_DIGEST with the right sum: the Writer works it out anew. */
  private digest = false;

  constructor(sink: BlobSink) {
    this.sink = sink;
  }

  take(event: Event): void {
    switch (event.kind) {
      case "legacy":
        throw new UnsupportedError("a legacy stream as a document to be written");
      case "xl-header":
        this.xlHeader = event.subject;
        break;
      case "xl-optional":
        this.xlData = event.subject.octets.slice();
        break;
      case "libvirt-header":
        this.libvirtHeader = event.subject;
        break;
      case "libvirt-xml":
        this.xml = event.subject.octets.slice();
        break;
      case "xenopsd-signature":
        this.parts = { before: [], after: [] };
        break;
      case "xenopsd-part":
        this.pieces = [];
        break;
      case "xenopsd-part-end":
        this.part(event.subject.part);
        break;
      case "libxl-header":
        this.libxlHeader = event.subject;
        break;
      case "image-header":
        this.imageHeader = event.subject;
        break;
      case "image-features":
        this.features = event.subject;
        break;
      case "domain-header":
        this.domain = event.subject;
        break;
      case "record":
        this.pieces = [];
        this.list = undefined;
        this.digest = false;
        this.pad = new Uint8Array(0);
        this.footReserved = 0;
        break;
      case "page-list":
        if (event.subject.head.type !== RECORD.PAGE_DATA_COMPRESSED) this.pageList(event.subject);
        break;
      case "pages":
        if (event.subject.list.head.type !== RECORD.PAGE_DATA_COMPRESSED)
          this.pieces.push(event.subject.octets.slice());
        break;
      case "image-digest":
        this.digest = event.subject.wanted !== undefined;
        if (!this.digest) this.pieces.push(event.subject.octets.slice());
        break;
      case "body":
      case "chunk":
      case "compressed":
      case "emulator":
      case "xenopsd-contents":
        this.pieces.push(event.subject.octets.slice());
        break;
      case "padding":
        this.pad = event.subject.octets.slice();
        break;
      case "trailer":
        this.footReserved = event.subject.octets.length === 8 ? event.subject.reserved : 0;
        break;
      case "record-end":
        this.finish(event.subject);
        break;
    }
  }

  document(edition: StreamDocument["edition"]): StreamDocument {
    const { xlHeader, libvirtHeader, libxlHeader, imageHeader, domain } = this;
    if (imageHeader === undefined || domain === undefined) throw new Error("an accepted image has headers");
    const xl = xlHeader && {
      mandatory: xlHeader.mandatoryFlags,
      optional: xlHeader.optionalFlags,
      data: blobOf(this.xlData, this.sink),
    };
    const libvirt = libvirtHeader && {
      xml: blobOf(this.xml, this.sink),
      ...(isZero(libvirtHeader.unused) ? {} : { reserved: hexText(libvirtHeader.unused) }),
    };
    const libxl = libxlHeader && { options: libxlHeader.options, before: this.before, after: this.after };
    const { version, options, reserved, isBe } = imageHeader;
    return {
      dsi: "stream/1",
      edition,
      endian: isBe ? "big" : "little",
      ...(xl === undefined ? {} : { xl }),
      ...(libvirt === undefined ? {} : { libvirt }),
      ...(this.parts === undefined ? {} : { xenopsd: this.parts }),
      ...(libxl === undefined ? {} : { libxl }),
      image: { version, options, ...(isZero(reserved) ? {} : { reserved: hexText(reserved) }), ...this.appended() },
      domain: {
        ...(domain.arch === undefined || domain.arch === 1 ? {} : { arch: domain.arch }),
        type: domain.type,
        pageShift: domain.pageShift,
        ...(domain.reserved === 0 ? {} : { reserved: domain.reserved }),
        xenMajor: domain.xenMajor,
        xenMinor: domain.xenMinor,
      },
      records: this.records,
    };
  }

  /** What version 4 appends to the image header, where it is not zero. */
  private appended(): Partial<StreamDocument["image"]> {
    if (this.features === undefined) return {};
    const { incompat, compat, recordCheck, imageDigest } = this.features;
    return Object.fromEntries(
      Object.entries({ incompat, compat, recordCheck, imageDigest }).filter(([, value]) => value !== 0),
    );
  }

  /** A list that fields can say is kept as runs; otherwise its octets are kept as they stand. */
  private pageList(list: PageList): void {
    if (list.complete && list.firstReserved === -1 && list.expected === list.head.length) {
      this.list = { pfns: runsOf(list), reserved: integer(list.reserved, list.head.isBe) };
    } else {
      if (list.head.length >= 8)
        this.pieces.push(integer(list.count, list.head.isBe), integer(list.reserved, list.head.isBe));
      this.pieces.push(list.raw.slice());
    }
  }

  private finish(head: RecordHead): void {
    const { options, reserved, isBe } = head;
    const record: StreamRecord = {
      ...this.shown(head),
      ...(isZero(this.pad) ? {} : { pad: hexText(this.pad) }),
      ...(options === 0 ? {} : { options }),
      ...(reserved === undefined || isZero(reserved) ? {} : { headReserved: hexText(reserved) }),
      ...(this.footReserved === 0 ? {} : { footReserved: hexText(integer(this.footReserved, isBe)) }),
    };
    if (head.layer === "image") {
      this.records.push(record);
      if (head.type === RECORD.END) this.imageOver = true;
    } else if (this.imageHeader === undefined) this.before.push(record);
    else if (this.imageOver) this.after.push(record);
    else this.handOver(record);
  }

  /** Libxc and End_of_image are the Writer's own. */
  private part({ type }: XenopsdPart): void {
    if (type === PART.Libxc || type === PART.End_of_image) return;
    const data = blobOf(Buffer.concat(this.pieces), this.sink);
    this.parts?.[this.imageHeader === undefined ? "before" : "after"].push({ type: Number(type), data });
  }

  private shown({ layer, type, isBe }: RecordHead): StreamRecord {
    if (this.digest) return { type, fields: {} };
    const octets = Buffer.concat(this.pieces);
    if (this.list === undefined)
      return showBody(layer, type, octets, isBe, this.sink, this.imageHeader?.edition ?? NEWEST);
    const { pfns, reserved } = this.list;
    const fields: PageDataFields = { pfns, pages: blobOf(octets, this.sink) };
    return { type, fields, ...(isZero(reserved) ? {} : { reserved: hexText(reserved) }) };
  }

  private handOver(record: StreamRecord): void {
    const last = this.records.at(-1);
    if (last !== undefined && "libxl" in last)
      this.records[this.records.length - 1] = { libxl: [...last.libxl, record] };
    else this.records.push({ libxl: [record] });
  }
}

type PageFields = { readonly pfns: PageDataFields["pfns"]; readonly reserved: Uint8Array };

/** Ascending runs of one type: [first pfn, count, type]. */
function runsOf({ entries, pfns, types }: PageList): PageDataFields["pfns"] {
  const runs: [Hex, number, number][] = [];
  for (let entry = 0; entry < entries; entry++) {
    const last = runs.at(-1);
    const follows = entry > 0 && pfns[entry] === (pfns[entry - 1] as number) + 1 && types[entry] === types[entry - 1];
    if (follows && last !== undefined) last[1]++;
    else runs.push([hex(pfns[entry] as number), 1, types[entry] as number]);
  }
  return runs;
}

function integer(value: number, isBe: boolean): Uint8Array {
  const octets = new Uint8Array(4);
  new DataView(octets.buffer).setUint32(0, value, !isBe);
  return octets;
}

function isZero(octets: Uint8Array): boolean {
  return octets.every((octet) => octet === 0);
}
