/** Bodies of records of the proposal of 2014 as named fields, by type (spec 16.13); PAGE_DATA is that of later editions. */

import { P2M_HEADER } from "./draft-b.ts";
import { type FieldCodec, list, reservedOctets, writer } from "./field-codec.ts";
import { imageCodecs } from "./image-fields.ts";
import { hex, fields as integers } from "./octets.ts";
import { DRAFT_B } from "./profile.ts";
import { RECORD } from "./vocabulary.ts";

const vcpuInfo: FieldCodec = {
  show: (body, isBe) =>
    body.length === 8
      ? { fields: { max_vcpu_id: integers(body, isBe).u32(0) }, reserved: body.subarray(4) }
      : undefined,
  write({ max_vcpu_id }, reserved, isBe) {
    const out = writer(isBe);
    out.u32(max_vcpu_id as number);
    return [...out.parts, reservedOctets(reserved, 4)];
  },
};

const pvInfo: FieldCodec = {
  show(body, isBe) {
    if (body.length !== 8) return undefined;
    const options = integers(body, isBe).u16(2);
    return { fields: { guest_width: body[0], pt_levels: body[1], options }, reserved: body.subarray(4) };
  },
  write({ guest_width, pt_levels, options }, reserved, isBe) {
    const out = writer(isBe);
    out.u8(guest_width as number);
    out.u8(pt_levels as number);
    out.u16(options as number);
    return [...out.parts, reservedOctets(reserved, 4)];
  },
};

const p2m: FieldCodec = {
  show(body, isBe) {
    if (body.length < P2M_HEADER || body.length % 8 !== 0) return undefined;
    const { u64 } = integers(body, isBe);
    const mfns = Array.from({ length: (body.length - P2M_HEADER) / 8 }, (_, entry) => hex(u64(P2M_HEADER + 8 * entry)));
    return { fields: { pfn_begin: hex(u64(0)), pfn_end: hex(u64(8)), mfns } };
  },
  write({ pfn_begin, pfn_end, mfns }, _, isBe) {
    const out = writer(isBe);
    out.u64(pfn_begin as string);
    out.u64(pfn_end as string);
    for (const mfn of list<string>(mfns)) out.u64(mfn);
    return out.parts;
  },
};

/** The record types of this edition that have fields. */
export const draftBCodecs: ReadonlyMap<number, FieldCodec> = new Map([
  [DRAFT_B.PAGE_DATA, imageCodecs.get(RECORD.PAGE_DATA) as FieldCodec],
  [DRAFT_B.VCPU_INFO, vcpuInfo],
  [DRAFT_B.VCPU_CONTEXT, imageCodecs.get(RECORD.X86_PV_VCPU_BASIC) as FieldCodec],
  [DRAFT_B.X86_PV_INFO, pvInfo],
  [DRAFT_B.P2M, p2m],
]);
