/** Writers on trial in this process: the codec's, and mutants of it that write one thing otherwise. */

import { join } from "node:path";
import { FormatError, readImage, type StreamDocument, verifyImage, writeImage } from "../../../containers/index.ts";
import { RECORD } from "../../../format/vocabulary.ts";
import { equalJson } from "../../../harness/json-compare.ts";
import { octetsOf } from "../../../harness/runs.ts";
import type { Json } from "../../../harness/strict-json.ts";
import type { Trial } from "../../../harness/trials.ts";
import { folderSource } from "../../blobs.ts";
import { CommandError } from "../../ending.ts";
import { packageRoot } from "../../package-root.ts";
import { readStreamDocument } from "../../stream-document.ts";
import { type Verdict, whole } from "./bench.ts";
import { codesOf } from "./derived.ts";
import { domainFields, headersOf, isBare, isBigEndian, joined, type RawRecord, rewritten, turned } from "./records.ts";
import { wrappersWritten } from "./wrappers.ts";

/** A trial of a Writer, and the octets or the state that it asks for. */
export type WriteTrial = { readonly trial: Trial; readonly wanted?: Uint8Array; readonly state?: Json };

/** The octets of a document; undefined: refused. */
export type Writer = (text: Uint8Array) => Uint8Array | undefined;

/** Those of `trials` that are of a Writer, with what they ask for. */
export async function writeTrials(trials: readonly Trial[]): Promise<WriteTrial[]> {
  const ready: WriteTrial[] = [];
  for (const trial of trials) {
    if (trial.role !== "writer") continue;
    const { demand } = trial;
    if (demand?.kind === "octets")
      ready.push({ trial, wanted: await octetsOf({ kind: "image", image: demand.image, edits: [], keepSums: false }) });
    else ready.push({ trial, ...(demand === undefined ? {} : { state: demand.value }) });
  }
  return ready;
}

const source = folderSource(join(packageRoot(), "conformance/blobs"));

/** The codec's Writer. `forgives` are the codes of refusals that it does not make: what it has written by then stays. */
export function writer(
  forgives: readonly string[] = [],
  edit: (document: StreamDocument) => StreamDocument = (document) => document,
): Writer {
  return (text) => {
    const segments: Uint8Array[] = [];
    try {
      for (const segment of writeImage(edit(readStreamDocument(text)), source)) segments.push(segment.slice());
    } catch (error) {
      if (error instanceof CommandError) return undefined;
      if (!(error instanceof FormatError)) throw error;
      if (!forgives.includes(error.finding.code)) return undefined;
    }
    return joined(segments);
  };
}

/** A Writer that writes what a requirement forbids, and what follows of it. */
export function unrefusing(requirement: string, alsoCodes: readonly string[]): Writer {
  return writer([...codesOf(requirement), ...alsoCodes]);
}

/** What the harness would say of what a Writer made of a trial's document. */
export function writeVerdict(write: Writer, { trial, wanted, state }: WriteTrial): Verdict {
  const { input } = trial.run;
  if (input.kind !== "stream") throw new Error(`${trial.case.id} has no stream`);
  const octets = write(input.stream.text);
  if ((octets !== undefined) !== (trial.expected === "accept")) return "fail";
  if (octets === undefined) return "pass";
  if (wanted !== undefined) return Buffer.compare(octets, wanted) === 0 ? "pass" : "wrong-value";
  if (state === undefined) return "pass";
  const options = { edition: trial.edition, context: trial.run.context, deep: true };
  try {
    const read = whole(readImage(options), octets);
    const sound = whole(verifyImage(options), octets).verdict === "accept";
    return sound && equalJson(state, JSON.parse(JSON.stringify(read))) ? "pass" : "wrong-value";
  } catch (error) {
    if (error instanceof FormatError) return "wrong-value";
    throw error;
  }
}

/** The codec's Writer, whose octets come out otherwise. */
function writing(change: (octets: Uint8Array) => Uint8Array): Writer {
  return (text) => {
    const octets = writer()(text);
    return octets === undefined ? undefined : change(octets);
  };
}

/** The records of a bare image written otherwise. */
function records(edit: (record: RawRecord, isBe: boolean) => readonly RawRecord[]): Writer {
  return writing((octets) => rewritten(octets, edit));
}

/** Records of some types with other bodies. */
function bodies(types: readonly number[], change: (body: Uint8Array, isBe: boolean) => Uint8Array): Writer {
  return records((record, isBe) => [
    types.includes(record.type) ? { ...record, body: change(record.body.slice(), isBe) } : record,
  ]);
}

/** Every head of a bare image at its place in the octets, which may be changed. */
function heads(change: (octets: Uint8Array, at: number, isBe: boolean) => void): Writer {
  return writing((octets) => {
    if (!isBare(octets)) return octets;
    const isBe = isBigEndian(octets);
    const { buffer } = octets;
    for (let at = headersOf(octets); at < octets.length; ) {
      const length = new DataView(buffer, octets.byteOffset).getUint32(at + 4, !isBe);
      change(octets, at, isBe);
      at += 8 + Math.ceil(length / 8) * 8;
    }
    return octets;
  });
}

function addToLength(octets: Uint8Array, at: number, isBe: boolean, more: (length: number) => number): void {
  const view = new DataView(octets.buffer, octets.byteOffset);
  const length = view.getUint32(at + 4, !isBe);
  view.setUint32(at + 4, length + more(length), !isBe);
}

function withoutPadding(octets: Uint8Array): Uint8Array {
  if (!isBare(octets)) return octets;
  const parts = [octets.subarray(0, headersOf(octets))];
  const view = new DataView(octets.buffer, octets.byteOffset);
  for (let at = headersOf(octets); at < octets.length; ) {
    const length = view.getUint32(at + 4, !isBigEndian(octets));
    parts.push(octets.subarray(at, at + 8 + length));
    at += 8 + Math.ceil(length / 8) * 8;
  }
  return joined(parts);
}

const VCPU = [4, 5, 6, 12];
const LIBXL_IDENT = "LibxlFmt";

function isLibxl(octets: Uint8Array): boolean {
  return Buffer.from(octets.subarray(0, 8)).toString("latin1") === LIBXL_IDENT;
}

function isXl(octets: Uint8Array): boolean {
  return Buffer.from(octets.subarray(0, 9)).toString("latin1") === "Xen saved";
}

/** Mutants of kind `replace` that write, by the id of their file in conformance/mutants. */
export const writers: Readonly<Record<string, Writer>> = {
  "img-010-writes-little-endian": writing((octets) =>
    isBare(octets) && !isBigEndian(octets) ? turned(octets, [8, 12], [12, 16], [16, 18]) : octets,
  ),
  "img-015-sets-bit-0": writing((octets) => {
    if (isBare(octets)) octets[17] = (octets[17] as number) | 1;
    return octets;
  }),
  "dom-011-writes-big-endian": writing((octets) =>
    isBare(octets) && !isBigEndian(octets) ? turned(octets, ...domainFields(octets)) : octets,
  ),
  "rec-001-writes-big-endian": heads((octets, at, isBe) => {
    if (!isBe) for (const from of [at, at + 4]) octets.subarray(from, from + 4).reverse();
  }),
  "rec-001-writes-little-endian": heads((octets, at, isBe) => {
    if (isBe) for (const from of [at, at + 4]) octets.subarray(from, from + 4).reverse();
  }),
  "rec-002-counts-padding": heads((octets, at, isBe) =>
    addToLength(octets, at, isBe, (length) => (8 - (length % 8)) % 8),
  ),
  "rec-002-counts-the-head": heads((octets, at, isBe) => addToLength(octets, at, isBe, () => 8)),
  "rec-002-writes-no-padding": writing(withoutPadding),
  "rec-002-pads-whole-words": records((record) =>
    record.type !== RECORD.END && record.body.length % 8 === 0
      ? [{ ...record, body: joined([record.body, new Uint8Array(8)]) }]
      : [record],
  ),
  "rec-003-pads-with-ones": records((record) => [{ ...record, pad: new Uint8Array(8).fill(0xff) }]),
  "rec-033-drops-reserved": writer([], (document) => {
    const { reserved: _, ...image } = document.image;
    const { reserved: __, ...domain } = document.domain;
    return { ...document, image, domain };
  }),
  "rec-033-drops-padding": writer([], (document) => ({
    ...document,
    records: document.records.map((record) => {
      if ("libxl" in record) return record;
      const { pad: _, ...rest } = record;
      return rest;
    }),
  })),
  "page-003-writes-pages-in-reverse": bodies([RECORD.PAGE_DATA], (body) => {
    const pages = Math.floor((body.length - 8) / 4096);
    const from = body.length - 4096 * pages;
    const parts = Array.from({ length: pages }, (_, page) =>
      body.subarray(from + 4096 * page, from + 4096 * page + 4096),
    );
    return joined([body.subarray(0, from), ...parts.reverse()]);
  }),
  "page-003-zeros-for-holes": bodies([RECORD.PAGE_DATA], (body) => joined([body, new Uint8Array(4096)])),
  "page-003-counts-one-less": bodies([RECORD.PAGE_DATA], (body, isBe) => {
    const view = new DataView(body.buffer, body.byteOffset);
    view.setUint32(0, view.getUint32(0, !isBe) - 1, !isBe);
    return body;
  }),
  "pv-010-writes-frames-of-32-bits": bodies([RECORD.X86_PV_P2M_FRAMES], (body) =>
    joined([
      body.subarray(0, 8),
      ...Array.from({ length: body.length / 8 - 1 }, (_, frame) => body.subarray(8 + 8 * frame, 12 + 8 * frame)),
    ]),
  ),
  "pv-020-leaves-out-sub-header": bodies(VCPU, (body) => body.subarray(8)),
  "pv-022-writes-next-vcpu": bodies(VCPU, (body, isBe) => {
    const view = new DataView(body.buffer, body.byteOffset);
    view.setUint32(0, view.getUint32(0, !isBe) + 1, !isBe);
    return body;
  }),
  "pv-001-swaps-width-and-levels": bodies([RECORD.X86_PV_INFO], (body) => turned(body, [0, 2])),
  "hvm-003-leaves-out-end": bodies([RECORD.HVM_CONTEXT], (body) => body.subarray(0, -8)),
  "hvm-021-counts-octets": bodies([RECORD.HVM_PARAMS], (body, isBe) => {
    new DataView(body.buffer, body.byteOffset).setUint32(0, body.length - 8, !isBe);
    return body;
  }),
  "x86-001-writes-four-octets-less": bodies([RECORD.X86_TSC_INFO], (body) => body.subarray(0, 20)),
  "lxl-001-writes-another-ident": writing((octets) => {
    if (isLibxl(octets)) octets[5] = 0x66;
    return octets;
  }),
  "lxl-003-writes-little-endian": writing((octets) => (isLibxl(octets) ? turned(octets, [8, 12], [12, 16]) : octets)),
  "xl-003-writes-big-endian": writing((octets) => (isXl(octets) ? turned(octets, [32, 36]) : octets)),
  "xl-013-writes-config-length": writing((octets) => {
    if (!isXl(octets)) return octets;
    const view = new DataView(octets.buffer, octets.byteOffset);
    view.setUint32(44, view.getUint32(44, true) - 4, true);
    return octets;
  }),
  ...Object.fromEntries(Object.entries(wrappersWritten).map(([id, change]) => [id, writing(change)])),
  "ord-020-writes-by-type": writer([], (document) => ({
    ...document,
    records: [...document.records].sort((a, b) => order(a) - order(b)),
  })),
};

/** By ascending type, END last. */
function order(record: StreamDocument["records"][number]): number {
  if ("libxl" in record || record.type === RECORD.END) return Number.MAX_SAFE_INTEGER;
  return record.type;
}
