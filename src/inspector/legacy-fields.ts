/** The fields of a legacy stream, which has no record that says what it holds: chunks, what stands before them and the tail (spec 15). */

import { locateLegacyExtendedInfo } from "../../generated/open/legacy_extended_info.ts";
import { locateLegacyHvmParam } from "../../generated/open/legacy_hvm_param.ts";
import { locateLegacyHvmTail } from "../../generated/open/legacy_hvm_tail.ts";
import { locateLegacyToolstack } from "../../generated/open/legacy_toolstack.ts";
import { locateLegacyTscInfo } from "../../generated/open/legacy_tsc_info.ts";
import { locateLegacyVcpuInfo } from "../../generated/open/legacy_vcpu_info.ts";
import { CHUNK, PARAM_OF } from "../format/legacy/chunks.ts";
import { readEntries } from "../format/legacy/entries.ts";
import type { Long } from "../format/legacy/parts.ts";
import { headOf, longAt } from "../format/legacy/walk.ts";
import { PAGE_SIZE, PAGE_TYPES, RECORD } from "../format/vocabulary.ts";
import { type Field, octetsText, treeFrom } from "./fields.ts";

type Octets = { readonly octets: Uint8Array; readonly at: number };

/** A field as it is written down here; what it is about stands in chapter 15. */
const field = (
  name: string,
  at: number,
  length: number,
  value: string,
  doc: string,
  req: readonly string[],
  children: readonly Field[] = [],
): Field => ({ name, at, length, value, doc, req, children });

/** What the first words and the extended information of a PV stream hold. */
export function legacyHeadFields(layer: string, { octets, at }: Octets, long: Long): readonly Field[] {
  if (layer === "legacy")
    return [
      field("p2m_size", at, long, number(longAt(octets, 0, long)), "One more than the highest pfn.", ["LEG-007"]),
    ];
  if (layer === "p2m frame list") {
    const req = ["LEG-023", "LEG-025"];
    return Array.from({ length: octets.length / long }, (_, i) =>
      field(
        `[${i}]`,
        at + long * i,
        long,
        hex(longAt(octets, long * i, long)),
        "A pfn that holds part of the guest's own table.",
        req,
      ),
    );
  }
  const signature = field("signature", at, long, "all ones", "Says that extended information follows.", ["LEG-006"]);
  return [signature, ...treeFrom("legacy_extended_info", locateLegacyExtendedInfo(octets.subarray(long)), at + long)];
}

/** The fields of a chunk. */
export function chunkFields(id: number, { octets, at }: Octets, long: Long): readonly Field[] {
  const name = id > 0 ? "number of entries" : "what the chunk is";
  const first = field("id", at, 4, String(id), `Its identifier: the ${name}.`, ["LEG-027"]);
  return [first, ...bodyFields(id, { octets: octets.subarray(4), at: at + 4 }, long)];
}

function bodyFields(id: number, { octets, at }: Octets, long: Long): readonly Field[] {
  if (id > 0) return batchFields(id, { octets, at }, long);
  if (PARAM_OF.has(id)) return treeFrom("legacy_hvm_param", locateLegacyHvmParam(octets), at);
  if (id === CHUNK.VCPU_INFO) return treeFrom("legacy_vcpu_info", locateLegacyVcpuInfo(octets), at);
  if (id === CHUNK.TSC_INFO) return treeFrom("legacy_tsc_info", locateLegacyTscInfo(octets), at);
  if (id === CHUNK.TOOLSTACK) {
    const data = locateLegacyToolstack(octets.subarray(4), { longWidth: long });
    const length = field("length", at, 4, number(longAt(octets, 0, 4)), "Octets of the data.", ["LEG-009"]);
    return [length, ...treeFrom("legacy_toolstack", data, at + 4)];
  }
  if (id === CHUNK.COMPRESSED_DATA) {
    const length = field("length", at, long, number(longAt(octets, 0, long)), "Octets of the codes.", ["LEG-064"]);
    const codes = octets.subarray(long);
    return [
      length,
      field("codes", at + long, codes.length, octetsText(codes), "The codes of pages that entries have announced.", [
        "LEG-065",
        "LEG-067",
      ]),
    ];
  }
  return [];
}

function batchFields(count: number, { octets, at }: Octets, long: Long): readonly Field[] {
  const raw = octets.subarray(0, long * count);
  const { list, places } = readEntries(headOf({ index: 0 }, RECORD.PAGE_DATA, at, 0), raw, at, long);
  const entries = places.map((place, i) => {
    const type = list.types[i]!;
    const what = `${hex(list.pfns[i]!)} ${PAGE_TYPES[type] ?? `type ${type}`}`;
    return field(`[${i}]`, place, long, what, "A pfn and its type.", ["LEG-034", "LEG-036"]);
  });
  const pages = octets.subarray(raw.length);
  const contents = field(
    "pages",
    at + raw.length,
    pages.length,
    `${pages.length / PAGE_SIZE} pages`,
    "The contents of the pages that have some.",
    ["LEG-031", "LEG-033"],
  );
  return [
    field("entries", at, raw.length, `${count}`, "A long for each page.", ["LEG-034", "LEG-036"], entries),
    contents,
  ];
}

/** Octets of a signature of an emulator's record. */
const SIGNATURE = 21;
const WITHOUT_LENGTH = "QemuDeviceModelRecord";

/** The fields of a tail. */
export function tailFields(isPv: boolean, { octets, at }: Octets, long: Long): readonly Field[] {
  if (isPv) return pvTailFields({ octets, at }, long);
  const located = locateLegacyHvmTail(octets);
  const tail = treeFrom("legacy_hvm_tail", located, at);
  const from = 28 + longAt(octets, 24, 4);
  const signature = String.fromCharCode(...octets.subarray(from, from + SIGNATURE));
  if (octets.length < from + SIGNATURE) return tail;
  const announced = signature !== WITHOUT_LENGTH;
  const stateAt = from + SIGNATURE + (announced ? 4 : 0);
  const state = octets.subarray(stateAt);
  const named = field(
    "signature",
    at + from,
    SIGNATURE,
    JSON.stringify(signature),
    "Whose record of an emulator follows.",
    ["LEG-098"],
  );
  const length = announced
    ? [
        field("length", at + from + SIGNATURE, 4, number(longAt(octets, from + SIGNATURE, 4)), "Octets of its state.", [
          "LEG-009",
        ]),
      ]
    : [];
  const rest = field(
    "state",
    at + stateAt,
    state.length,
    octetsText(state),
    "The emulator's state.",
    announced ? ["LEG-102"] : ["LEG-100"],
  );
  return [...tail, named, ...length, rest];
}

function pvTailFields({ octets, at }: Octets, long: Long): readonly Field[] {
  const count = longAt(octets, 0, 4);
  const vcpusAt = 4 + long * count;
  const sharedAt = octets.length - PAGE_SIZE;
  const unmapped = Array.from({ length: Math.min(count, 4096) }, (_, i) =>
    field(`[${i}]`, at + 4 + long * i, long, hex(longAt(octets, 4 + long * i, long)), "A pfn without memory.", [
      "LEG-076",
      "LEG-078",
    ]),
  );
  const [vcpus, shared] = [octets.subarray(vcpusAt, sharedAt), octets.subarray(sharedAt)];
  return [
    field("unmapped_count", at, 4, number(count), "How many pfns have no memory now.", ["LEG-074"]),
    field("unmapped", at + 4, long * count, `${count} pfns`, "Those pfns.", ["LEG-076", "LEG-078"], unmapped),
    field("vcpus", at + vcpusAt, vcpus.length, octetsText(vcpus), "The contexts of each vCPU that is online.", [
      "LEG-079",
      "LEG-081",
      "LEG-085",
      "LEG-089",
    ]),
    field("shared_info", at + sharedAt, PAGE_SIZE, octetsText(shared), "The page that guest and hypervisor share.", [
      "LEG-009",
    ]),
  ];
}

const number = (value: number) => (value > 9 ? `${value} (${hex(value)})` : String(value));
const hex = (value: number) => `0x${value.toString(16)}`;
