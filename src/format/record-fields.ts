/**
 * Bodies of records as named fields, and back (CONTRACT 5). Each codec is the pair of a reader, which gives undefined for a body that has no
 * such form, and a writer; a body is shown as fields only where the writer gives the same octets again.
 */

import { blobLength, blobOf, blobSegments, hexText, parseHex } from "./blobs.ts";
import { FieldError } from "./field-error.ts";
import { walkHvmContext } from "./hvm-context.ts";
import { hex, fields as integers, sameOctets } from "./octets.ts";
import type { Blob, BlobSink, BlobSource, PageDataFields, RecordFields, StreamRecord } from "./stream-document.ts";
import { carriesData, LIBXL, PAGE_SIZE, RECORD } from "./vocabulary.ts";

/** A body in segments, none of them to be changed. */
export type Segments = readonly Uint8Array[];

/** A body as fields, and the reserved octets of its fixed part. */
type Shown = { readonly fields: RecordFields; readonly reserved?: Uint8Array };

type FieldCodec = {
  readonly show: (body: Uint8Array, isBe: boolean, sink: BlobSink) => Shown | undefined;
  readonly write: (fields: RecordFields, reserved: Uint8Array, isBe: boolean, source: BlobSource) => Segments;
};

/** Grows octets from integers in one byte order. */
function writer(isBe: boolean) {
  const parts: Uint8Array[] = [];
  const put = (size: number, set: (view: DataView) => void) => {
    const octets = new Uint8Array(size);
    set(new DataView(octets.buffer));
    parts.push(octets);
  };
  return {
    u8: (value: number) => put(1, (view) => view.setUint8(0, value)),
    u16: (value: number) => put(2, (view) => view.setUint16(0, value, !isBe)),
    u32: (value: number) => put(4, (view) => view.setUint32(0, value, !isBe)),
    u64: (value: bigint | string) => put(8, (view) => view.setBigUint64(0, BigInt(value), !isBe)),
    octets: (octets: Uint8Array) => void parts.push(octets),
    parts,
  };
}

/** A field that is a list; the schema of documents has checked its items. */
function list<Item>(value: unknown): readonly Item[] {
  return value as readonly Item[];
}

type Register = { readonly index: number; readonly value: string };
type Param = { readonly index: string; readonly value: string };
type Leaf = Readonly<Record<(typeof LEAF)[number], number>>;
type ContextEntry = { readonly typecode: number; readonly instance: number; readonly body: Blob };
type XenstoreEntry = { readonly key: string; readonly value: string };

/** `reserved` as the document gave it, filled up or cut to `length` octets. */
function reservedOctets(reserved: Uint8Array, length: number): Uint8Array {
  if (reserved.length !== 0 && reserved.length !== length)
    throw new FieldError("reserved", `${reserved.length} octets`, String(length));
  return reserved.length === 0 ? new Uint8Array(length) : reserved;
}

const pvInfo: FieldCodec = {
  show: (body) =>
    body.length === 8
      ? { fields: { guest_width: body[0], pt_levels: body[1] }, reserved: body.subarray(2) }
      : undefined,
  write({ guest_width, pt_levels }, reserved) {
    return [Uint8Array.of(guest_width as number, pt_levels as number), reservedOctets(reserved, 6)];
  },
};

const p2mFrames: FieldCodec = {
  show(body, isBe) {
    if (body.length < 8 || body.length % 8 !== 0) return undefined;
    const { u32, u64 } = integers(body, isBe);
    const frames = Array.from({ length: body.length / 8 - 1 }, (_, frame) => hex(u64(8 + 8 * frame)));
    return { fields: { start_pfn: u32(0), end_pfn: u32(4), frames } };
  },
  write({ start_pfn, end_pfn, frames }, _, isBe) {
    const out = writer(isBe);
    out.u32(start_pfn as number);
    out.u32(end_pfn as number);
    for (const frame of frames as string[]) out.u64(frame);
    return out.parts;
  },
};

const vcpuContext: FieldCodec = {
  show(body, isBe, sink) {
    if (body.length < 8) return undefined;
    return {
      fields: { vcpu_id: integers(body, isBe).u32(0), context: blobOf(body.subarray(8), sink) },
      reserved: body.subarray(4, 8),
    };
  },
  write({ vcpu_id, context }, reserved, isBe, source) {
    const out = writer(isBe);
    out.u32(vcpu_id as number);
    return [...out.parts, reservedOctets(reserved, 4), ...blobSegments(context as Blob, source)];
  },
};

/** The entries are the hypervisor's, little-endian in every image (spec 1.4). */
const vcpuMsrs: FieldCodec = {
  show(body, isBe) {
    if (body.length < 8 || body.length % 16 !== 8) return undefined;
    const { u32, u64 } = integers(body);
    const msrs = Array.from({ length: (body.length - 8) / 16 }, (_, entry) => {
      const at = 8 + 16 * entry;
      return { index: u32(at), reserved: u32(at + 4), value: hex(u64(at + 8)) };
    });
    return { fields: { vcpu_id: integers(body, isBe).u32(0), msrs }, reserved: body.subarray(4, 8) };
  },
  write({ vcpu_id, msrs }, reserved, isBe) {
    const out = writer(isBe);
    out.u32(vcpu_id as number);
    out.octets(reservedOctets(reserved, 4));
    const entries = writer(false);
    for (const { index, reserved: word, value } of list<Register & { readonly reserved?: number }>(msrs)) {
      entries.u32(index);
      entries.u32(word ?? 0);
      entries.u64(value);
    }
    return [...out.parts, ...entries.parts];
  },
};

const sharedInfo: FieldCodec = {
  show: (body, _, sink) => ({ fields: { page: blobOf(body, sink) } }),
  write: ({ page }, _reserved, _isBe, source) => [...blobSegments(page as Blob, source)],
};

const tscInfo: FieldCodec = {
  show(body, isBe) {
    if (body.length !== 24) return undefined;
    const { u32, u64 } = integers(body, isBe);
    return {
      fields: { mode: u32(0), khz: u32(4), nsec: hex(u64(8)), incarnation: u32(16) },
      reserved: body.subarray(20),
    };
  },
  write({ mode, khz, nsec, incarnation }, reserved, isBe) {
    const out = writer(isBe);
    out.u32(mode as number);
    out.u32(khz as number);
    out.u64(nsec as string);
    out.u32(incarnation as number);
    return [...out.parts, reservedOctets(reserved, 4)];
  },
};

const hvmContext: FieldCodec = {
  show(body, _, sink) {
    const { entries, end } = walkHvmContext(body);
    if (end === undefined) return undefined;
    const shown = entries.map(({ typecode, instance, body: contents }) => ({
      typecode,
      instance,
      body: blobOf(contents, sink),
    }));
    return { fields: { entries: [...shown, { typecode: 0, instance: 0, body: { hex: "" } }] } };
  },
  write({ entries }, _reserved, _isBe, source) {
    const out = writer(false);
    for (const { typecode, instance, body } of list<ContextEntry>(entries)) {
      out.u16(typecode);
      out.u16(instance);
      out.u32(blobLength(body));
      for (const segment of blobSegments(body, source)) out.octets(segment);
    }
    return out.parts;
  },
};

const hvmParams: FieldCodec = {
  show(body, isBe) {
    if (body.length < 8 || body.length % 16 !== 8) return undefined;
    const { u64 } = integers(body, isBe);
    const params = Array.from({ length: (body.length - 8) / 16 }, (_, pair) => ({
      index: hex(u64(8 + 16 * pair)),
      value: hex(u64(16 + 16 * pair)),
    }));
    return { fields: { params }, reserved: body.subarray(4, 8) };
  },
  write({ params }, reserved, isBe) {
    const out = writer(isBe);
    out.u32(list<Param>(params).length);
    out.octets(reservedOctets(reserved, 4));
    for (const { index, value } of list<Param>(params)) {
      out.u64(index);
      out.u64(value);
    }
    return out.parts;
  },
};

const LEAF = ["leaf", "subleaf", "eax", "ebx", "ecx", "edx"] as const;

const cpuidPolicy: FieldCodec = {
  show(body, isBe) {
    if (body.length % 24 !== 0) return undefined;
    const { u32 } = integers(body, isBe);
    const leaves = Array.from({ length: body.length / 24 }, (_, leaf) =>
      Object.fromEntries(LEAF.map((name, word) => [name, u32(24 * leaf + 4 * word)])),
    );
    return { fields: { leaves } };
  },
  write({ leaves }, _, isBe) {
    const out = writer(isBe);
    for (const leaf of list<Leaf>(leaves)) for (const name of LEAF) out.u32(leaf[name]);
    return out.parts;
  },
};

const msrPolicy: FieldCodec = {
  show(body, isBe) {
    if (body.length % 16 !== 0) return undefined;
    const { u32, u64 } = integers(body, isBe);
    const msrs = Array.from({ length: body.length / 16 }, (_, entry) => ({
      index: u32(16 * entry),
      flags: u32(16 * entry + 4),
      value: hex(u64(16 * entry + 8)),
    }));
    return { fields: { msrs } };
  },
  write({ msrs }, _, isBe) {
    const out = writer(isBe);
    for (const { index, flags, value } of list<Register & { readonly flags?: number }>(msrs)) {
      out.u32(index);
      out.u32(flags ?? 0);
      out.u64(value);
    }
    return out.parts;
  },
};

/** PAGE_DATA is shown by the stream builder, which meets it in pieces. */
const pageData: FieldCodec = {
  show: () => undefined,
  write(fields, reserved, isBe, source) {
    const { pfns, pages } = fields as PageDataFields;
    const count = pfns.reduce((sum, [, run]) => sum + run, 0);
    const withData = pfns.reduce((sum, [, run, type]) => sum + (carriesData(type) ? run : 0), 0);
    if (blobLength(pages) !== withData * PAGE_SIZE)
      throw new FieldError(
        "fields.pages",
        `${blobLength(pages)} octets`,
        `${withData * PAGE_SIZE}, for ${withData} pages with contents`,
      );
    const out = writer(isBe);
    out.u32(count);
    out.octets(reservedOctets(reserved, 4));
    for (const [first, run, type] of pfns) {
      for (let pfn = BigInt(first), last = pfn + BigInt(run); pfn < last; pfn++) out.u64((BigInt(type) << 60n) | pfn);
    }
    return [...out.parts, ...blobSegments(pages, source)];
  },
};

const emulatorXenstore: FieldCodec = {
  show(body, isBe) {
    if (body.length < 8) return undefined;
    const { u32 } = integers(body, isBe);
    const strings = new TextDecoder().decode(body.subarray(8)).split("\0").slice(0, -1);
    const entries = Array.from({ length: Math.floor(strings.length / 2) }, (_, pair) => ({
      key: strings[2 * pair],
      value: strings[2 * pair + 1],
    }));
    return { fields: { emulator_id: u32(0), index: u32(4), entries } };
  },
  write({ emulator_id, index, entries }, _, isBe) {
    const out = writer(isBe);
    out.u32(emulator_id as number);
    out.u32(index as number);
    for (const { key, value } of list<XenstoreEntry>(entries))
      out.octets(new TextEncoder().encode(`${key}\0${value}\0`));
    return out.parts;
  },
};

const emulatorContext: FieldCodec = {
  show(body, isBe, sink) {
    if (body.length < 8) return undefined;
    const { u32 } = integers(body, isBe);
    return { fields: { emulator_id: u32(0), index: u32(4), state: blobOf(body.subarray(8), sink) } };
  },
  write({ emulator_id, index, state }, _, isBe, source) {
    const out = writer(isBe);
    out.u32(emulator_id as number);
    out.u32(index as number);
    return [...out.parts, ...blobSegments(state as Blob, source)];
  },
};

const checkpointState: FieldCodec = {
  show: (body, isBe) => (body.length === 4 ? { fields: { control_id: integers(body, isBe).u32(0) } } : undefined),
  write({ control_id }, _, isBe) {
    const out = writer(isBe);
    out.u32(control_id as number);
    return out.parts;
  },
};

const imageCodecs: ReadonlyMap<number, FieldCodec> = new Map([
  [RECORD.PAGE_DATA, pageData],
  [RECORD.X86_PV_INFO, pvInfo],
  [RECORD.X86_PV_P2M_FRAMES, p2mFrames],
  [RECORD.X86_PV_VCPU_BASIC, vcpuContext],
  [RECORD.X86_PV_VCPU_EXTENDED, vcpuContext],
  [RECORD.X86_PV_VCPU_XSAVE, vcpuContext],
  [RECORD.X86_PV_VCPU_MSRS, vcpuMsrs],
  [RECORD.SHARED_INFO, sharedInfo],
  [RECORD.X86_TSC_INFO, tscInfo],
  [RECORD.HVM_CONTEXT, hvmContext],
  [RECORD.HVM_PARAMS, hvmParams],
  [RECORD.X86_CPUID_POLICY, cpuidPolicy],
  [RECORD.X86_MSR_POLICY, msrPolicy],
]);

const libxlCodecs: ReadonlyMap<number, FieldCodec> = new Map([
  [LIBXL.EMULATOR_XENSTORE_DATA, emulatorXenstore],
  [LIBXL.EMULATOR_CONTEXT, emulatorContext],
  [LIBXL.CHECKPOINT_STATE, checkpointState],
]);

/** Which layer a record belongs to. */
export type Layer = "image" | "libxl";

function codecOf(layer: Layer, type: number): FieldCodec | undefined {
  return (layer === "image" ? imageCodecs : libxlCodecs).get(type);
}

/** A body as a record of a document: by fields where they say all of it, else as octets. */
export function showBody(layer: Layer, type: number, body: Uint8Array, isBe: boolean, sink: BlobSink): StreamRecord {
  const codec = codecOf(layer, type);
  const shown = codec !== undefined && saysAll(codec, body, isBe) ? codec.show(body, isBe, sink) : undefined;
  if (shown === undefined) return { type, body: blobOf(body, sink) };
  const isZero = shown.reserved?.every((octet) => octet === 0) ?? true;
  return { type, fields: shown.fields, ...(isZero ? {} : { reserved: hexText(shown.reserved as Uint8Array) }) };
}

/** Whether the fields of a body give the same octets again. Blobs are kept in memory meanwhile. */
function saysAll(codec: FieldCodec, body: Uint8Array, isBe: boolean): boolean {
  const blobs: Uint8Array[] = [];
  const memory: BlobSink & BlobSource = {
    put: (octets) => ({ len: octets.length, sha256: String(blobs.push(octets) - 1) }),
    get: (name) => blobs[Number(name)] as Uint8Array,
  };
  const shown = codec.show(body, isBe, memory);
  if (shown === undefined) return false;
  let at = 0;
  const same = codec.write(shown.fields, shown.reserved ?? new Uint8Array(0), isBe, memory).every((segment) => {
    const there = body.subarray(at, at + segment.length);
    at += segment.length;
    return sameOctets(segment, there);
  });
  return same && at === body.length;
}

/** The octets of a record's body. Throws FieldError where the fields cannot be written. */
export function bodySegments(layer: Layer, record: StreamRecord, isBe: boolean, source: BlobSource): Segments {
  if (record.body !== undefined) return [...blobSegments(record.body, source)];
  const codec = codecOf(layer, record.type);
  if (record.fields === undefined) return [];
  if (codec === undefined)
    throw new FieldError("fields", `fields of type ${hex(record.type)}`, "a body, as the type has no named fields");
  return codec.write(record.fields, parseHex(record.reserved ?? ""), isBe, source);
}
