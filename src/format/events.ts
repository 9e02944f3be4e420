/**
 * What a decoder tells while octets arrive. Octet arrays in events are views on the caller's buffer, valid until the next push,
 * unless it says otherwise. Every `at` counts octets from the start of the outermost layer.
 */

import type { CodecEdition } from "./edition.ts";
import type { Framing } from "./framing.ts";
import type { LegacyPart } from "./legacy/parts.ts";

/** The image header (spec 2). */
export type ImageHeader = {
  readonly at: number;
  readonly marker: Uint8Array;
  readonly id: number;
  readonly version: number;
  readonly options: number;
  readonly reserved: Uint8Array;
  readonly isBe: boolean;
  /** Its 24 octets. */
  readonly raw: Uint8Array;
  /** By whose rules the image is read: the edition of its version, where the role that looks at it takes that. */
  readonly edition: CodecEdition;
};

/** The octets that version 4 appends to the image header. */
export type ImageFeatures = {
  readonly at: number;
  readonly incompat: number;
  readonly compat: number;
  readonly recordCheck: number;
  readonly imageDigest: number;
  readonly reserved: number;
  /** Its 16 octets. */
  readonly raw: Uint8Array;
};

/** The domain header (spec 3). */
export type DomainHeader = {
  readonly at: number;
  /** Only in 8 octets. */
  readonly arch: number | undefined;
  readonly type: number;
  readonly pageShift: number;
  readonly reserved: number;
  /** 0 where the header has 8 octets and no release of Xen. */
  readonly xenMajor: number;
  readonly xenMinor: number;
  /** Its octets. */
  readonly raw: Uint8Array;
};

/** The head of a record of either layer; `index` counts the records of that layer. */
export type RecordHead = {
  readonly layer: "image" | "libxl";
  readonly at: number;
  readonly index: number;
  readonly type: number;
  readonly length: number;
  /** Offset behind the record, as its length announces it. */
  readonly end: number;
  readonly isBe: boolean;
  readonly framing: Framing;
  /** 0 in a head of 8 octets. */
  readonly options: number;
  /** The last six octets of a head of 16. These may be held on to. */
  readonly reserved: Uint8Array | undefined;
};

/** What follows the padding of a record. `sum` is the CRC of its octets, where the framing has one for it. */
export type RecordTrailer = {
  readonly head: RecordHead;
  readonly at: number;
  readonly checksum: number;
  readonly reserved: number;
  readonly sum: number | undefined;
  /** The trailer as it stands, and as it has to be by the octets before it. */
  readonly octets: Uint8Array;
  readonly wanted: Uint8Array | undefined;
};

/** The trailer of the two headers of an image (spec 18.2). */
export type HeaderTrailer = { readonly at: number; readonly octets: Uint8Array; readonly wanted: Uint8Array };

/** IMAGE_DIGEST (spec 18.3): its body, how many octets of the image precede it, and the sum of the round where the header names an algorithm. */
export type ImageDigest = RecordBody & {
  readonly position: number;
  /** Offset of the first octet that it covers. */
  readonly from: number;
  readonly wanted: Uint8Array | undefined;
};

/** The whole body of a record that is kept whole; `at` is that of the body. The octets may be held on to. */
export type RecordBody = { readonly head: RecordHead; readonly at: number; readonly octets: Uint8Array };

/** The body of PAGE_DATA_COMPRESSED, taken apart (spec 19). Offsets count from the first octet of the body. */
export type CompressedBody = RecordBody & {
  readonly count: number;
  readonly codec: number;
  readonly flags: number;
  readonly rawLength: bigint;
  /** Whether the body is long enough for its entries. */
  readonly complete: boolean;
  /** Pages whose contents are in frames. */
  readonly framed: number;
  /** Where the lengths of frames end, and where the frames begin. */
  readonly padding: number;
  readonly framesAt: number;
  /** The length of each frame; none where the layout is not sound. */
  readonly frames: readonly number[];
  readonly problem: { readonly at: number; readonly found: string; readonly wanted: string } | undefined;
};

/** What is wrong with a frame; `at` is absolute. */
export type FrameFault = {
  readonly body: CompressedBody;
  readonly code: "zip-frame" | "zip-window" | "zip-delta-base";
  readonly at: number;
  readonly found: string;
  readonly wanted: string;
};

/** Runs of entries whose pfns follow each other and whose upper halves are the same: entry number, pfn and type of each one's first. */
export type PageRuns = {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly pfns: Float64Array;
  readonly types: Uint8Array;
};

/** The list of a PAGE_DATA record. Its arrays are reused by the next such record. */
export type PageList = {
  readonly head: RecordHead;
  /** Octets of a page of this domain. */
  readonly pageSize: number;
  /** Offset of the count field. */
  readonly at: number;
  /** 0 where the body is too short to hold a count. */
  readonly count: number;
  readonly reserved: number;
  /** Whether the body is long enough for the announced entries; if not, `entries` is 0. */
  readonly complete: boolean;
  /** Number of entries in `pfns` and `types`. */
  readonly entries: number;
  readonly pfns: Float64Array;
  readonly types: Uint8Array;
  /** Entry numbers, in order, of those that carry data. */
  readonly withData: Uint32Array;
  readonly pages: number;
  /** The entries by runs, which is how images name most of them. */
  readonly runs: PageRuns;
  /** Index of the first entry with a reserved bit set, or -1. */
  readonly firstReserved: number;
  /** One bit for each page type that occurs. */
  readonly typesSeen: number;
  readonly maxPfn: number;
  /** The octets of the body as the entries announce them: 8 + 8 × count + pageSize × pages. */
  readonly expected: number;
  /** The entries as they stand in the image. */
  readonly raw: Uint8Array;
};

/** Whole pages of a PAGE_DATA record, in the order of `list.withData`; `first` is the index there of the first page. */
export type Pages = {
  readonly list: PageList;
  readonly at: number;
  readonly first: number;
  readonly octets: Uint8Array;
};

/** What follows the 16 octets of a libxl stream's options (spec 11.1). */
export type LibxlHeader = {
  readonly at: number;
  readonly ident: Uint8Array;
  readonly version: number;
  readonly options: number;
};

/** The header of an xl save file (spec 12.1). */
export type XlHeader = {
  readonly at: number;
  readonly magic: Uint8Array;
  readonly byteorder: Uint8Array;
  readonly mandatoryFlags: number;
  readonly optionalFlags: number;
  readonly optionalLength: number;
};

/** The optional data of an xl save file (spec 12.2); absent where its length is 0. The octets may be held on to. */
export type XlOptional = { readonly header: XlHeader; readonly at: number; readonly octets: Uint8Array };

/** The header of a libvirt save file (spec 13.1). `unused` are its octets 24 to 63. */
export type LibvirtHeader = {
  readonly at: number;
  readonly magic: Uint8Array;
  readonly version: number;
  readonly xmlLength: number;
  readonly unused: Uint8Array;
};

/** The XML of a libvirt save file (spec 13.2); absent where its length is 0. The octets may be held on to. */
export type LibvirtXml = { readonly at: number; readonly octets: Uint8Array };

/** The signature of a suspend image of xenopsd (spec 14.1). */
export type XenopsdSignature = { readonly at: number; readonly octets: Uint8Array };

/** The header of a part of a suspend image (spec 14.2). `length` is signed, in octets. */
export type XenopsdPart = {
  readonly at: number;
  readonly index: number;
  readonly type: bigint;
  readonly length: bigint;
};

/** What the text of a Xenops part comes to (spec 14.3): the names of its fields, or why it is no list of fields. */
export type XenopsText = { readonly fields: readonly string[] } | { readonly problem: string };

/** Where an input ended too early. `layer` names what was being read. */
export type Broken = {
  readonly at: number;
  readonly layer: "image-header" | "domain-header" | "image" | "libxl" | "xl" | "libvirt" | "xenopsd";
  /** Between two records, inside a header, inside a body or its padding, or where a trailer has to stand. */
  readonly inside: "nothing" | "header" | "body" | "trailer";
};

/** The sub-header of an emulator record, its 8 octets included (spec 11.4). */
export type EmulatorHeader = {
  readonly head: RecordHead;
  readonly at: number;
  readonly id: number;
  readonly index: number;
  readonly octets: Uint8Array;
};

/** Everything that a decoder can tell. */
export type Event =
  | { readonly kind: "xl-header"; readonly subject: XlHeader }
  | { readonly kind: "xl-optional"; readonly subject: XlOptional }
  | { readonly kind: "libvirt-header"; readonly subject: LibvirtHeader }
  | { readonly kind: "libvirt-xml"; readonly subject: LibvirtXml }
  | { readonly kind: "xenopsd-signature"; readonly subject: XenopsdSignature }
  | { readonly kind: "xenopsd-part"; readonly subject: XenopsdPart }
  /** Octets of the contents of a part that is no image, in order. */
  | { readonly kind: "xenopsd-contents"; readonly subject: { readonly part: XenopsdPart; readonly octets: Uint8Array } }
  /** The contents of a part are complete; of an image and of End_of_image, its header. `text` only of Xenops. */
  | { readonly kind: "xenopsd-part-end"; readonly subject: { readonly part: XenopsdPart; readonly text?: XenopsText } }
  | { readonly kind: "libxl-header"; readonly subject: LibxlHeader }
  | { readonly kind: "image-header"; readonly subject: ImageHeader }
  | { readonly kind: "image-features"; readonly subject: ImageFeatures }
  | { readonly kind: "domain-header"; readonly subject: DomainHeader }
  | { readonly kind: "record"; readonly subject: RecordHead }
  | { readonly kind: "body"; readonly subject: RecordBody }
  | { readonly kind: "page-list"; readonly subject: PageList }
  | { readonly kind: "pages"; readonly subject: Pages }
  /** Octets of a body that is not kept whole, in order. */
  | { readonly kind: "chunk"; readonly subject: RecordBody }
  | { readonly kind: "emulator"; readonly subject: EmulatorHeader }
  | { readonly kind: "padding"; readonly subject: RecordBody }
  | { readonly kind: "trailer"; readonly subject: RecordTrailer }
  | { readonly kind: "header-trailer"; readonly subject: HeaderTrailer }
  | { readonly kind: "compressed"; readonly subject: CompressedBody }
  | { readonly kind: "frame-fault"; readonly subject: FrameFault }
  | { readonly kind: "image-digest"; readonly subject: ImageDigest }
  /** The record is complete; for END and CHECKPOINT of the image this is where its state is judged. */
  | { readonly kind: "record-end"; readonly subject: RecordHead }
  /** The outermost layer has ended where it says so; `at` is the next octet. */
  | { readonly kind: "end"; readonly subject: { readonly at: number } }
  /** Octets after the end: up to the first eight of them. */
  | { readonly kind: "trailing"; readonly subject: { readonly at: number; readonly octets: Uint8Array } }
  | { readonly kind: "broken"; readonly subject: Broken }
  /** What only a legacy stream has (spec 15). */
  | { readonly kind: "legacy"; readonly subject: LegacyPart };

/** The names of events. */
export type EventKind = Event["kind"];

/** What an event of this kind is about. */
export type Subject<K extends EventKind> = Extract<Event, { kind: K }>["subject"];
