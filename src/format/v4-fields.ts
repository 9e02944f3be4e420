/** Bodies of the records of `v4-draft` as named fields (spec 18 to 23); the names are those of the .ksy. */

import { blobLength, blobOf, blobSegments, hexText, parseHex } from "./blobs.ts";
import { countEntries, entryOctets } from "./entries.ts";
import { type FieldCodec, list, reservedOctets, writer } from "./field-codec.ts";
import { MACHINE_VCPU_HEADER, PLATFORM_DIGEST, readMachine } from "./machine.ts";
import { hex, fields as integers } from "./octets.ts";
import { readItems } from "./requires.ts";
import type { Blob } from "./stream-document.ts";
import { carriesData, RECORD } from "./vocabulary.ts";

type Item = { readonly tag: number; readonly value: Blob };
type Region = { readonly first_pfn: string; readonly pages: string; readonly flags?: string };
type IdRegister = { readonly encoding: number; readonly flags?: number; readonly value: string };
type Property = { readonly name: string; readonly value: string };
type Register = { readonly set: number; readonly index: number; readonly value: Blob };
/** First pfn, count, type; a fourth member of 1 says that the pages are zeros. */
type Run = readonly [string, number, number, 1?];

const requires: FieldCodec = {
  show(body, isBe, sink) {
    const { items, end } = readItems(body, isBe);
    if (end !== body.length) return undefined;
    return { fields: { items: items.map(({ tag, value }) => ({ tag, value: blobOf(value, sink) })) } };
  },
  write({ items }, _reserved, isBe, source) {
    const out = writer(isBe);
    for (const { tag, value } of list<Item>(items)) {
      out.u32(tag);
      out.u32(blobLength(value));
      for (const segment of blobSegments(value, source)) out.octets(segment);
    }
    return out.parts;
  },
};

const memoryLayout: FieldCodec = {
  show(body, isBe) {
    if (body.length % 24 !== 0) return undefined;
    const { u64 } = integers(body, isBe);
    const regions = Array.from({ length: body.length / 24 }, (_, region) => {
      const flags = u64(24 * region + 16);
      return {
        first_pfn: hex(u64(24 * region)),
        pages: hex(u64(24 * region + 8)),
        ...(flags === 0n ? {} : { flags: hex(flags) }),
      };
    });
    return { fields: { regions } };
  },
  write({ regions }, _reserved, isBe) {
    const out = writer(isBe);
    for (const { first_pfn, pages, flags } of list<Region>(regions)) {
      out.u64(first_pfn);
      out.u64(pages);
      out.u64(flags ?? "0x0");
    }
    return out.parts;
  },
};

const armIdPolicy: FieldCodec = {
  show(body, isBe) {
    if (body.length % 16 !== 0) return undefined;
    const { u32, u64 } = integers(body, isBe);
    const registers = Array.from({ length: body.length / 16 }, (_, register) => {
      const flags = u32(16 * register + 4);
      return {
        encoding: u32(16 * register),
        ...(flags === 0 ? {} : { flags }),
        value: hex(u64(16 * register + 8)),
      };
    });
    return { fields: { registers } };
  },
  write({ registers }, _reserved, isBe) {
    const out = writer(isBe);
    for (const { encoding, flags, value } of list<IdRegister>(registers)) {
      out.u32(encoding);
      out.u32(flags ?? 0);
      out.u64(value);
    }
    return out.parts;
  },
};

const armVcpu: FieldCodec = {
  show(body, isBe, sink) {
    if (body.length < 8) return undefined;
    const { u16, u32 } = integers(body, isBe);
    const registers: Register[] = [];
    for (let at = 8; at < body.length; ) {
      if (body.length - at < 8) return undefined;
      const size = u16(at + 2);
      registers.push({
        set: body[at] as number,
        index: u32(at + 4),
        value: blobOf(body.slice(at + 8, at + 8 + size), sink),
      });
      at += 8 + size + (-size & 7);
    }
    return { fields: { vcpu_id: u32(0), registers } };
  },
  write({ vcpu_id, registers }, _reserved, isBe, source) {
    const out = writer(isBe);
    out.u32(vcpu_id as number);
    out.u32(0);
    for (const { set, index, value } of list<Register>(registers)) {
      const size = blobLength(value);
      out.u8(set);
      out.u8(0);
      out.u16(size);
      out.u32(index);
      for (const segment of blobSegments(value, source)) out.octets(segment);
      out.octets(new Uint8Array(-size & 7));
    }
    return out.parts;
  },
};

/** Names and values as text: a body whose octets are no UTF-8 has no such form. */
const machine: FieldCodec = {
  show(body, isBe) {
    const said = readMachine({ head: { isBe }, octets: body });
    if (said === undefined || said.end !== body.length) return undefined;
    const text = (octets: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(octets);
    return {
      fields: {
        version: said.version,
        vcpus: said.vcpus,
        ram_pages: hex(said.ramPages),
        properties: said.properties.map(({ name, value }) => ({ name: text(name), value: text(value) })),
      },
    };
  },
  write({ version, vcpus, ram_pages, properties }, _reserved, isBe) {
    const out = writer(isBe);
    out.u32(version as number);
    out.u32(vcpus as number);
    out.u64(ram_pages as string);
    for (const property of list<Property>(properties)) {
      const [name, value] = [property.name, property.value].map((text) => new TextEncoder().encode(text)) as [
        Uint8Array,
        Uint8Array,
      ];
      out.u32(name.length);
      out.u32(value.length);
      out.octets(name);
      out.octets(value);
      out.octets(new Uint8Array(-(name.length + value.length) & 7));
    }
    return out.parts;
  },
};

const machineVcpu: FieldCodec = {
  show(body, isBe, sink) {
    if (body.length < MACHINE_VCPU_HEADER) return undefined;
    return {
      fields: { vcpu_id: integers(body, isBe).u32(0), registers: blobOf(body.slice(MACHINE_VCPU_HEADER), sink) },
      reserved: body.slice(4, MACHINE_VCPU_HEADER),
    };
  },
  write({ vcpu_id, registers }, reserved, isBe, source) {
    const out = writer(isBe);
    out.u32(vcpu_id as number);
    return [...out.parts, reservedOctets(reserved, 4), ...blobSegments(registers as Blob, source)];
  },
};

/** The digest as hexadecimal: a Writer that is given a wrong one writes it. */
const platformState: FieldCodec = {
  show(body, _isBe, sink) {
    if (body.length < PLATFORM_DIGEST) return undefined;
    return {
      fields: {
        digest: hexText(body.subarray(0, PLATFORM_DIGEST)),
        state: blobOf(body.slice(PLATFORM_DIGEST), sink),
      },
    };
  },
  write({ digest, state }, _reserved, _isBe, source) {
    return [parseHex(digest as string), ...blobSegments(state as Blob, source)];
  },
};

/** Bit 52 of an entry: a page of zeros. */
const ZERO_PAGE = 1n << 52n;

const pageDataCompressed: FieldCodec = {
  show(body, isBe, sink) {
    if (body.length < 16) return undefined;
    const { u16, u32, u64 } = integers(body, isBe);
    const count = u32(0);
    const flags = u16(6);
    if (16 + 8 * count > body.length) return undefined;
    const runs: [string, number, number, 1?][] = [];
    let frames = 0;
    let before: { word: bigint; run: (typeof runs)[number] } | undefined;
    for (let entry = 0; entry < count; entry++) {
      const word = u64(16 + 8 * entry);
      const type = Number(word >> 60n);
      const isZero = (word & ZERO_PAGE) !== 0n;
      if (carriesData(type) && !isZero) frames++;
      if (before !== undefined && word === before.word + BigInt(before.run[1])) before.run[1]++;
      else {
        const pfn = hex(word & 0xf_ffff_ffff_ffffn);
        before = { word, run: isZero ? [pfn, 1, type, 1] : [pfn, 1, type] };
        runs.push(before.run);
      }
    }
    const listEnd = 16 + 8 * count;
    const lengths = (flags & 1) === 0 ? 0 : frames;
    const framesAt = listEnd + 8 * Math.ceil(lengths / 2);
    if (framesAt > body.length) return undefined;
    return {
      fields: {
        codec: u16(4),
        flags,
        raw_length: hex(u64(8)),
        pfns: runs,
        ...(lengths === 0
          ? {}
          : { frame_lengths: Array.from({ length: lengths }, (_, frame) => u32(listEnd + 4 * frame)) }),
        frames: blobOf(body.slice(framesAt), sink),
      },
    };
  },
  write({ codec, flags, raw_length, pfns, frame_lengths, frames }, _reserved, isBe, source) {
    const out = writer(isBe);
    const runs = list<Run>(pfns);
    out.u32(countEntries(runs));
    out.u16(codec as number);
    out.u16(flags as number);
    out.u64(raw_length as string);
    for (const [first, count, type, zero] of runs) {
      const upper = (BigInt(type) << 60n) | (zero === 1 ? ZERO_PAGE : 0n);
      out.octets(entryOctets([first, count, upper], isBe));
    }
    const lengths = list<number>(frame_lengths ?? []);
    for (const length of lengths) out.u32(length);
    if (lengths.length % 2 === 1) out.u32(0);
    return [...out.parts, ...blobSegments(frames as Blob, source)];
  },
};

/** IMAGE_DIGEST is shown by the stream builder where its sum is right; with fields the encoder works its body out. */
const imageDigest: FieldCodec = { show: () => undefined, write: () => [] };

/** The record types of `v4-draft` that have fields. */
export const v4Codecs: readonly (readonly [number, FieldCodec])[] = [
  [RECORD.REQUIRES, requires],
  [RECORD.MEMORY_LAYOUT, memoryLayout],
  [RECORD.ARM_ID_POLICY, armIdPolicy],
  [RECORD.ARM_VCPU, armVcpu],
  [RECORD.MACHINE, machine],
  [RECORD.MACHINE_VCPU, machineVcpu],
  [RECORD.PLATFORM_STATE, platformState],
  [RECORD.PAGE_DATA_COMPRESSED, pageDataCompressed],
  [RECORD.IMAGE_DIGEST, imageDigest],
];
