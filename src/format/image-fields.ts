/** Bodies of image records as named fields, by type; the names are those of the .ksy. */

import { blobLength, blobOf, blobSegments } from "./blobs.ts";
import { countEntries, entryOctets } from "./entries.ts";
import { type FieldCodec, list, reservedOctets, writer } from "./field-codec.ts";
import { FieldError } from "./field-error.ts";
import { walkHvmContext } from "./hvm-context.ts";
import { hex, fields as integers } from "./octets.ts";
import type { Blob, PageDataFields } from "./stream-document.ts";
import { v4Codecs } from "./v4-fields.ts";
import { ARM_PAGE_SHIFTS, carriesData, PAGE_SIZE, RECORD } from "./vocabulary.ts";

type Register = { readonly index: number; readonly value: string };
type Param = { readonly index: string; readonly value: string };
type Leaf = Readonly<Record<(typeof LEAF)[number], number>>;
type ContextEntry = { readonly typecode: number; readonly instance: number; readonly body: Blob };

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
    const count = countEntries(pfns);
    const withData = pfns.reduce((sum, [, run, type]) => sum + (carriesData(type) ? run : 0), 0);
    // Which of these sizes the domain's pages have is for the rule on the length of the record (PAGE-003).
    const sizes = ARM_PAGE_SHIFTS.map((shift) => withData * 2 ** shift);
    if (!sizes.includes(blobLength(pages)))
      throw new FieldError(
        "fields.pages",
        `${blobLength(pages)} octets`,
        `${withData * PAGE_SIZE}, for ${withData} pages with contents`,
      );
    const out = writer(isBe);
    out.u32(count);
    out.octets(reservedOctets(reserved, 4));
    for (const [first, run, type] of pfns) out.octets(entryOctets([first, run, BigInt(type) << 60n], isBe));
    return [...out.parts, ...blobSegments(pages, source)];
  },
};

/** The record types of an image that have fields. */
export const imageCodecs: ReadonlyMap<number, FieldCodec> = new Map<number, FieldCodec>([
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
  ...v4Codecs,
]);
