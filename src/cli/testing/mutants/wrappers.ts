/** Mutants of kind `replace` on the wrappers around an image: what reads or writes a file of libvirt or xenopsd otherwise. */

import { DEVICE_PARTS, PART } from "../../../format/vocabulary.ts";
import type { JsonObject } from "../../../harness/strict-json.ts";
import { imageEnd, joined, turned } from "./records.ts";

const LIBVIRT = "libvirt-xml";
const XENOPSD = "XenSaved";

function begins(octets: Uint8Array, text: string): boolean {
  return Buffer.from(octets.subarray(0, text.length)).toString("latin1") === text;
}

/** A part of a suspend image: the offsets of its header, its contents, and the next part. */
type Part = { readonly type: bigint; readonly at: number; readonly contents: number; readonly end: number };

/** The parts of a suspend image, as far as they can be told. */
function parts(octets: Uint8Array): Part[] {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const found: Part[] = [];
  for (let at = 15; at + 16 <= octets.length; at = (found.at(-1) as Part).end) {
    const type = view.getBigInt64(at, true);
    const contents = at + 16;
    const length = Number(view.getBigInt64(at + 8, true));
    const end = type === PART.Libxc ? imageEnd(octets, contents) : contents + (type === PART.End_of_image ? 0 : length);
    if (end < contents || end > octets.length) break;
    found.push({ type, at, contents, end });
    if (type === PART.End_of_image) break;
  }
  return found;
}

/** The octets without some spans. */
function cut(octets: Uint8Array, spans: readonly (readonly [from: number, to: number])[]): Uint8Array {
  const kept = spans.map(([from], index) => octets.subarray(spans[index - 1]?.[1] ?? 0, from));
  return joined([...kept, octets.subarray(spans.at(-1)?.[1] ?? 0)]);
}

/** Octets up to the next multiple of eight. */
function toEight(at: number): number {
  return Math.ceil(at / 8) * 8;
}

/** Changes the octets of libvirt files, or of suspend images, and leaves others alone. */
type Change = (octets: Uint8Array) => Uint8Array;
const ofLibvirt =
  (change: Change): Change =>
  (octets) =>
    begins(octets, LIBVIRT) ? change(octets) : octets;
const ofXenopsd =
  (change: (octets: Uint8Array, found: readonly Part[]) => Uint8Array): Change =>
  (octets) =>
    begins(octets, XENOPSD) ? change(octets, parts(octets)) : octets;

/** What mutants that read make of octets before the codec reads them. */
export const wrappersRead: Readonly<Record<string, Change>> = {
  "lv-015-aligns-the-stream": ofLibvirt((octets) => {
    if (octets.length < 64) return octets;
    const at = 64 + new DataView(octets.buffer, octets.byteOffset).getUint32(20, true);
    return cut(octets, [[at, toEight(at)]]);
  }),
  "xpd-017-aligns-parts": ofXenopsd((octets, found) =>
    cut(
      octets,
      found.filter(({ type }) => type !== PART.End_of_image).map(({ end }) => [end, toEight(end)] as const),
    ),
  ),
};

type Device = { readonly id: number };

function isDevice({ id }: Device): boolean {
  return DEVICE_PARTS.includes(BigInt(id));
}

/** What mutants that read make of the state. */
export const wrappersAnswer: Readonly<Record<string, (state: JsonObject) => JsonObject>> = {
  "xpd-024-restores-the-emulator-alone": ({ emulators, ...state }) => {
    const kept = ((emulators ?? []) as Device[]).filter((one) => !isDevice(one) || BigInt(one.id) === PART.Qemu_trad);
    return kept.length === 0 ? state : { ...state, emulators: kept };
  },
  "xpd-024-numbers-devices": ({ emulators, ...state }) =>
    emulators === undefined
      ? state
      : { ...state, emulators: (emulators as Device[]).map((one, id) => (isDevice(one) ? { ...one, id } : one)) },
};

function writingLength(octets: Uint8Array, at: number, length: bigint): Uint8Array {
  new DataView(octets.buffer, octets.byteOffset).setBigInt64(at + 8, length, true);
  return octets;
}

/** What mutants that write make of octets. */
export const wrappersWritten: Readonly<Record<string, Change>> = {
  "lv-001-ends-magic-in-nul": ofLibvirt((octets) => {
    octets[15] = 0;
    return octets;
  }),
  "lv-003-writes-big-endian": ofLibvirt((octets) => turned(octets, [16, 20], [20, 24])),
  "lv-007-writes-a-flag": ofLibvirt((octets) => {
    octets[24] = 1;
    return octets;
  }),
  "lv-009-writes-no-xml": ofLibvirt((octets) => {
    const length = new DataView(octets.buffer, octets.byteOffset).getUint32(20, true);
    return cut(octets, [[64, 64 + length]]);
  }),
  "xpd-001-ends-signature-in-nul": ofXenopsd((octets) => {
    octets[14] = 0;
    return octets;
  }),
  "xpd-003-leaves-out-footer": ofXenopsd((octets) => octets.subarray(0, -16)),
  "xpd-007-writes-unknown-length": ofXenopsd((octets, found) => writingLength(octets, (found[0] as Part).at, -1n)),
  "xpd-011-writes-image-length": ofXenopsd((octets, found) => {
    const image = found.find(({ type }) => type === PART.Libxc) as Part;
    return writingLength(octets, image.at, BigInt(image.end - image.contents));
  }),
  "xpd-013-leaves-out-the-header": ofXenopsd((octets, found) => {
    const { at, contents } = found.find(({ type }) => type === PART.Libxc) as Part;
    return cut(octets, [[at, contents]]);
  }),
  "xpd-015-writes-the-image-twice": ofXenopsd((octets, found) => {
    const { at, end } = found.find(({ type }) => type === PART.Libxc) as Part;
    return joined([octets.subarray(0, end), octets.subarray(at, end), octets.subarray(end)]);
  }),
};
