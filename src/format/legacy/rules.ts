/** Rules on legacy streams (spec 15). Those on what they have in common with images are the rules of images. */

import type { Facts } from "../facts.ts";
import { hex, hexOctets } from "../octets.ts";
import { type AnyRule, type Report, type Rule, rule } from "../rule.ts";
import { NOTAB, PAGE_TYPES, tableLevel } from "../vocabulary.ts";
import { BATCH_LIMIT, CHUNK, chunkName, LOWEST_CHUNK, PARAM_OF } from "./chunks.ts";
import type { LegacyPart } from "./parts.ts";
import { BASIC_LENGTH } from "./pv-head.ts";
import { SIGNATURES } from "./tail.ts";

/** The largest p2m_size: what 28 bits of an entry can name (LEG-007). */
export const SIZE_LIMIT = 2 ** 28;
/** vCPUs that VCPU_INFO can speak of (LEG-042). */
const VCPU_LIMIT = 4096;
/** Octets of mask and size before the extended state of a vCPU. */
const XSAVE_HEAD = 16;

type Part<P extends LegacyPart["part"]> = Extract<LegacyPart, { part: P }>;

/** A rule on one part of a legacy stream. */
function on<P extends LegacyPart["part"]>(
  code: AnyRule["code"],
  part: P,
  check: (subject: Part<P>, facts: Facts, report: Report) => void,
  options: Pick<Rule, "fatal"> = {},
): AnyRule {
  return rule<"legacy">(
    code,
    "legacy",
    (subject, facts, report) => {
      if (subject.part === part) check(subject as Part<P>, facts, report);
    },
    options,
  );
}

const FATAL = { fatal: true } as const;

/** Reports the entries of a batch for which `wrong` says what was wanted. */
function entries(
  code: AnyRule["code"],
  wrong: (pfn: number, type: number, facts: Facts) => string | undefined,
): AnyRule {
  return on(code, "entries", ({ index, list, places }, facts, report) => {
    for (let entry = 0; entry < list.entries; entry++) {
      const pfn = list.pfns[entry] as number;
      const type = list.types[entry] as number;
      const wanted = wrong(pfn, type, facts);
      if (wanted !== undefined)
        report(
          places[entry] as number,
          `chunk[${index}].entries[${entry}]`,
          `pfn ${hex(pfn)}, ${PAGE_TYPES[type] ?? `type ${type}`}`,
          wanted,
        );
    }
  });
}

const isHole = (type: number) => type > 0xc;

export const legacyRules: readonly AnyRule[] = [
  on(
    "legacy-marker",
    "header",
    ({ at, octets }, _, report) => {
      if (octets.length === 8 && octets.every((octet) => octet === 0xff))
        report(at, "p2m_size", hexOctets(octets), "a number of pages, no marker");
    },
    FATAL,
  ),
  on(
    "legacy-size",
    "header",
    ({ at, size, octets }, _, report) => {
      if (octets.every((octet) => octet === 0xff)) return;
      if (size < 1 || size > SIZE_LIMIT) report(at, "p2m_size", size, `1 to ${SIZE_LIMIT}`);
    },
    FATAL,
  ),
  rule("legacy-truncated", "broken", ({ at, layer }, { legacy, commits }, report) => {
    if (legacy !== undefined && layer !== "xl" && commits === 0)
      report(at, "stream", "end of input", "the rest of body and tail");
  }),
  rule("legacy-trailing", "trailing", ({ at, octets }, { legacy }, report) => {
    if (legacy !== undefined) report(at, "stream", hexOctets(octets), "nothing after the last tail");
  }),
  rule("legacy-xl-flag", "xl-header", ({ at, mandatoryFlags }, { legacy }, report) => {
    if (legacy !== undefined && (mandatoryFlags & 2) !== 0)
      report(at + 36, "xl.mandatory_flags", hex(mandatoryFlags), "bit 1 clear, for a legacy stream");
  }),

  on(
    "legacy-info-length",
    "block",
    ({ at, size, left, id }, _, report) => {
      if (8 + size > left) report(at + 4, `info.${id}.size`, size, `at most ${left - 8}, what is left of tot_bytes`);
    },
    FATAL,
  ),
  on("legacy-info-length", "info", ({ over, overAt }, _, report) => {
    if (over > 0) report(overAt, "info", `${over} octets left of tot_bytes`, "0, or 8 for another block");
  }),
  on("legacy-info-vcpu", "info", ({ at, hasVcpu }, _, report) => {
    if (!hasVcpu) report(at, "info", "no block vcpu", "a block vcpu");
  }),
  on(
    "legacy-vcpu-size",
    "block",
    ({ at, id, size }, _, report) => {
      if (id === "vcpu" && size !== BASIC_LENGTH[8] && size !== BASIC_LENGTH[4])
        report(at + 4, "info.vcpu.size", size, `${BASIC_LENGTH[8]} or ${BASIC_LENGTH[4]}`);
    },
    FATAL,
  ),
  on("legacy-extv-size", "block", ({ at, id, size }, _, report) => {
    if (id === "extv" && size !== 0) report(at + 4, "info.extv.size", size, "0");
  }),
  on("legacy-xcnt", "block", ({ at, id, size, start }, _, report) => {
    if (id !== "xcnt") return;
    if (size !== 4) return report(at + 4, "info.xcnt.size", size, "4");
    const value = start.reduce((sum, octet, place) => sum + octet * 2 ** (8 * place), 0);
    if (value > 0 && value < XSAVE_HEAD) report(at + 8, "info.xcnt", value, `0, or at least ${XSAVE_HEAD}`);
  }),
  on("legacy-block", "block", ({ at, id }, _, report) => {
    if (!["vcpu", "extv", "xcnt"].includes(id)) report(at, "info.id", id, "vcpu, extv or xcnt");
  }),

  on(
    "legacy-chunk",
    "chunk",
    ({ at, index, id }, _, report) => {
      if (id < LOWEST_CHUNK || id > BATCH_LIMIT)
        report(at, `chunk[${index}].id`, id, `${LOWEST_CHUNK} to ${BATCH_LIMIT}`);
    },
    FATAL,
  ),
  on(
    "legacy-tmem",
    "chunk",
    ({ at, index, id }, _, report) => {
      if (id === CHUNK.TMEM || id === CHUNK.TMEM_EXTRA)
        report(at, `chunk[${index}].id`, chunkName(id), "no transcendent memory");
    },
    FATAL,
  ),
  entries("legacy-pfn", (pfn, _, { legacy }) =>
    legacy !== undefined && pfn >= legacy.size ? `less than p2m_size, ${hex(legacy.size)}` : undefined,
  ),
  entries("page-type", (_, type) => (PAGE_TYPES[type] === undefined ? "a type other than 5 to 8" : undefined)),
  entries("page-type-hvm", (_, type, { kind }) =>
    kind === "hvm" && type !== NOTAB && !isHole(type) && PAGE_TYPES[type] !== undefined
      ? "type 0, d, e or f in an HVM domain"
      : undefined,
  ),
  on(
    "legacy-vcpu-id",
    "vcpu-max",
    ({ at, index, maxId }, _, report) => {
      if (maxId >= VCPU_LIMIT) report(at, `chunk[${index}].max_id`, maxId | 0, `0 to ${VCPU_LIMIT - 1}`);
    },
    FATAL,
  ),
  on("legacy-vcpu-map", "vcpu-map", ({ at, index, beyond }, _, report) => {
    if (beyond) report(at, `chunk[${index}].map`, "a bit beyond max_id", "none");
  }),
  on("legacy-vcpu-info", "tail", ({ at, sawVcpus }, { kind }, report) => {
    if (kind === "pv" && !sawVcpus) report(at, "body", "no VCPU_INFO", "VCPU_INFO");
  }),
  on("legacy-last-checkpoint", "tail", ({ at, sawLast }, { checkpointed }, report) => {
    if (!checkpointed && !sawLast) report(at, "body", "no LAST_CHECKPOINT", "LAST_CHECKPOINT");
  }),
  on("legacy-param-padding", "param", ({ at, index, padding }, _, report) => {
    if (padding !== 0) report(at, `chunk[${index}].padding`, hex(padding), "0");
  }),
  on("legacy-param-kind", "chunk", ({ at, index, id }, { kind }, report) => {
    if (kind === "pv" && PARAM_OF.has(id)) report(at, `chunk[${index}].id`, chunkName(id), "none in a PV domain");
  }),
  on("legacy-toolstack", "toolstack", ({ at, index, fault }, _, report) => {
    if (fault !== undefined) report(at + fault.at, `chunk[${index}].toolstack`, fault.found, fault.wanted);
  }),

  on("legacy-compression-place", "chunk", ({ at, index, id, body }, { legacy, checkpointed }, report) => {
    if (id !== CHUNK.ENABLE_COMPRESSION || legacy === undefined) return;
    if (!checkpointed) report(at, `chunk[${index}].id`, "ENABLE_COMPRESSION in a plain stream", "none");
    else if (body > 0) report(at, `chunk[${index}].id`, `ENABLE_COMPRESSION in body ${body}`, "in the first body");
    else if (legacy.compression) report(at, `chunk[${index}].id`, "ENABLE_COMPRESSION again", "once");
  }),
  on("legacy-compressed-early", "compressed", ({ at, index, formatB }, _, report) => {
    if (!formatB) report(at, `chunk[${index}].id`, "COMPRESSED_DATA", "none in a body of format A");
  }),
  on(
    "legacy-delta",
    "code",
    ({ index, pfn, fault }, _, report) => {
      if (fault !== undefined)
        report(fault.at, `chunk[${index}] pfn ${hex(pfn)}`, fault.found, "runs of 1024 words in all");
    },
    FATAL,
  ),
  on("legacy-delta-base", "code", ({ at, index, pfn, type, full, hasBase }, _, report) => {
    if (full || (hasBase && tableLevel(type) === 0)) return;
    const found = tableLevel(type) > 0 ? "a page table" : "a pfn without contents before";
    report(at, `chunk[${index}] pfn ${hex(pfn)}`, found, "code 80");
  }),
  on("legacy-compressed-surplus", "surplus", ({ at, index, octets }, _, report) => {
    report(at, `chunk[${index}].data`, `${octets} octets`, "none, as every announced page has come");
  }),
  on("legacy-compressed-missing", "body-end", ({ at, index, missing }, _, report) => {
    if (missing > 0) report(at, `chunk[${index}]`, `the codes of ${missing} announced pages missing`, "all of them");
  }),

  on(
    "legacy-unmapped-count",
    "unmapped",
    ({ at, count }, _, report) => {
      if (count > SIZE_LIMIT) report(at, "tail.unmapped_count", count, `at most ${SIZE_LIMIT}`);
    },
    FATAL,
  ),
  on("legacy-unmapped-pfn", "unmapped-pfns", ({ at, long, pfns }, { legacy }, report) => {
    pfns.forEach((pfn, entry) => {
      if (legacy !== undefined && pfn >= legacy.size)
        report(at + long * entry, `tail.unmapped[${entry}]`, hex(pfn), `less than p2m_size, ${hex(legacy.size)}`);
    });
  }),
  on(
    "legacy-xsave-size",
    "xsave",
    ({ at, size, wanted }, _, report) => {
      if (size !== wanted) report(at, "tail.xsave.size", size, `${wanted}, as xcnt says`);
    },
    FATAL,
  ),
  on(
    "legacy-emulator-signature",
    "signature",
    ({ at, octets }, _, report) => {
      const signature = String.fromCharCode(...octets);
      if (!SIGNATURES.includes(signature))
        report(at, "tail.signature", JSON.stringify(signature), SIGNATURES.join(", "));
    },
    FATAL,
  ),
  on("legacy-emulator-magic", "magic", ({ at, octets }, _, report) => {
    if (String.fromCharCode(...octets) !== "QEVM") report(at, "tail.state", hexOctets(octets), "51 45 56 4d (QEVM)");
  }),
];
