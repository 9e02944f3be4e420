/** What containers put around an image: before it, between two rounds of a checkpointed one, and behind it. */

import { blobLength, blobSegments, parseHex } from "../format/blobs.ts";
import { encodeRecords, type Writing } from "../format/encoder.ts";
import { FieldError } from "../format/field-error.ts";
import type { BlobSource, HandOver, StreamDocument, StreamPart, StreamRecord } from "../format/stream-document.ts";
import { LIBXL, PART, partName } from "../format/vocabulary.ts";
import { LIBVIRT_HEADER, LIBVIRT_MAGIC } from "./libvirt-save-file.ts";
import { XENOPSD_SIGNATURE } from "./xenopsd-suspend-image.ts";
import { XL_MAGIC } from "./xl-save-file.ts";

/** The containers that a document names. */
export type Wrappers = Pick<StreamDocument, "xl" | "libvirt" | "xenopsd" | "libxl">;

/** The octets around an image, in the order they are written. All throw FieldError where what was asked for cannot be written. */
export type Wrapping = {
  before(): Writing;
  /** Records of the libxl layer between two rounds; `path` is theirs in the document. */
  between(block: HandOver, path: string): Writing;
  after(): Writing;
};

/** The wrapping that a document asks for. At most one of `xl`, `libvirt` and `xenopsd`; the first two take a libxl stream. */
export function wrapping(wrappers: Wrappers, source: BlobSource): Wrapping {
  checkWrappers(wrappers);
  const { xl, libvirt, xenopsd, libxl } = wrappers;
  const isBe = libxl !== undefined && (libxl.options & 1) !== 0;
  const records = (list: readonly StreamRecord[], path: string) => encodeRecords("libxl", list, path, isBe, source);
  return {
    *before() {
      if (xl !== undefined) yield* xlHeader(xl, source);
      if (libvirt !== undefined) yield* libvirtHeader(libvirt, source);
      if (xenopsd !== undefined) {
        yield XENOPSD_SIGNATURE;
        yield* parts(xenopsd.before, "xenopsd.before", source);
        yield partHeader(PART.Libxc, 0);
      }
      if (libxl !== undefined) {
        yield libxlHeader(libxl.options);
        const hasContext = libxl.before.some(({ type }) => type === LIBXL.LIBXC_CONTEXT);
        yield* records(hasContext ? libxl.before : [...libxl.before, { type: LIBXL.LIBXC_CONTEXT }], "libxl.before");
      }
    },
    *between(block, path) {
      if (libxl === undefined)
        throw new FieldError(path, "records of the libxl layer", "a libxl layer around the image");
      yield* records(block.libxl, path);
    },
    *after() {
      if (libxl !== undefined) yield* records(libxl.after, "libxl.after");
      if (xenopsd === undefined) return;
      yield* parts(xenopsd.after, "xenopsd.after", source);
      yield partHeader(PART.End_of_image, 0);
    },
  };
}

function checkWrappers({ xl, libvirt, xenopsd, libxl }: Wrappers): void {
  const outer = Object.entries({ xl, libvirt, xenopsd }).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  if (outer.length > 1) throw new FieldError(outer[1] as string, `${outer.join(" and ")}`, "one of them");
  if (xenopsd !== undefined && libxl !== undefined) throw new FieldError("libxl", "a libxl stream in xenopsd", "none");
  if (libvirt !== undefined && libxl === undefined) throw new FieldError("libvirt", "no libxl stream in it", "one");
}

/** Always little-endian, as x86 hosts write it (XL-003). */
function* xlHeader({ mandatory, optional, data }: NonNullable<Wrappers["xl"]>, source: BlobSource): Writing {
  const header = new Uint8Array(48);
  const view = new DataView(header.buffer);
  header.set(XL_MAGIC);
  view.setUint32(32, 0x01020304, true);
  view.setUint32(36, mandatory, true);
  view.setUint32(40, optional, true);
  view.setUint32(44, length32(data, "xl.data"), true);
  yield header;
  yield* blobSegments(data, source);
}

/** Always little-endian, and of version 2 (LV-003). */
function* libvirtHeader({ xml, reserved }: NonNullable<Wrappers["libvirt"]>, source: BlobSource): Writing {
  const header = new Uint8Array(LIBVIRT_HEADER);
  const view = new DataView(header.buffer);
  header.set(LIBVIRT_MAGIC);
  view.setUint32(16, 2, true);
  view.setUint32(20, length32(xml, "libvirt.xml"), true);
  const given = parseHex(reserved ?? "");
  if (given.length > 40) throw new FieldError("libvirt.reserved", `${given.length} octets`, "at most 40");
  header.set(given, 24);
  yield header;
  yield* blobSegments(xml, source);
}

function length32(blob: StreamPart["data"], path: string): number {
  const length = blobLength(blob);
  if (length > 0xffff_ffff) throw new FieldError(path, `${length} octets`, "a length of 32 bits");
  return length;
}

/** Big-endian whatever the records are. */
function libxlHeader(options: number): Uint8Array {
  const octets = new Uint8Array(16);
  octets.set(new TextEncoder().encode("LibxlFmt"));
  const view = new DataView(octets.buffer);
  view.setUint32(8, 2);
  view.setUint32(12, options);
  return octets;
}

function* parts(list: readonly StreamPart[], path: string, source: BlobSource): Writing {
  for (const [index, { type, data }] of list.entries()) {
    if (BigInt(type) === PART.Libxc || BigInt(type) === PART.End_of_image)
      throw new FieldError(`${path}[${index}].type`, partName(BigInt(type)), "a part that is not the Writer's own");
    yield partHeader(BigInt(type), blobLength(data));
    yield* blobSegments(data, source);
  }
}

function partHeader(type: bigint, length: number): Uint8Array {
  const octets = new Uint8Array(16);
  const view = new DataView(octets.buffer);
  view.setBigUint64(0, type, true);
  view.setBigUint64(8, BigInt(length), true);
  return octets;
}
