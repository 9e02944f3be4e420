/** Rules on PAGE_DATA_COMPRESSED (spec 19). The layout is read in `compressed-pages.ts`. */

import { codecName } from "../codecs/page-codecs.ts";
import type { CompressedBody } from "./events.ts";
import { fields, hex, hexOctets, isZero } from "./octets.ts";
import { type AnyRule, type Report, rule } from "./rule.ts";
import { carriesData, RECORD_LIMIT } from "./vocabulary.ts";

const RESERVED = 0x0fe0_0000;

/** A rule on each entry; `wrong` is given the type and the upper half. */
function entryRule(
  code: AnyRule["code"],
  wrong: (type: number, upper: number) => boolean,
  found: string,
  wanted: string,
): AnyRule {
  return rule(code, "compressed", (body, _, report) => {
    if (!body.complete) return;
    const data = new DataView(body.octets.buffer, body.octets.byteOffset, body.octets.length);
    for (let entry = 0; entry < body.count; entry++) {
      const at = 16 + 8 * entry;
      const upper = data.getUint32(body.head.isBe ? at : at + 4, !body.head.isBe);
      if (wrong(upper >>> 28, upper)) report(body.at + at, `rec[${body.head.index}].pfns[${entry}]`, found, wanted);
    }
  });
}

function frameRule(code: "zip-frame" | "zip-window" | "zip-delta-base"): AnyRule {
  return rule(code, "frame-fault", (fault, _, report) => {
    if (fault.code === code) report(fault.at, `rec[${fault.body.head.index}].frames`, fault.found, fault.wanted);
  });
}

const path = ({ head }: CompressedBody, field: string) => `rec[${head.index}].${field}`;

export const compressedRules: readonly AnyRule[] = [
  rule("zip-count", "compressed", (body, _, report) => {
    if (body.count === 0 && body.octets.length >= 16) report(body.at, path(body, "count"), 0, "at least 1");
  }),
  rule("zip-layout", "compressed", (body, _, report) => {
    const { problem } = body;
    if (problem !== undefined) report(body.at + problem.at, path(body, "frames"), problem.found, problem.wanted);
  }),
  rule("zip-flags", "compressed", (body, _, report) => {
    if (body.flags > 1) report(body.at + 6, path(body, "flags"), hex(body.flags), "bits 1 to 15 clear");
  }),
  entryRule(
    "zip-entry-reserved",
    (_, upper) => (upper & RESERVED) !== 0,
    "a bit of 53 to 59 set",
    "bits 53 to 59 clear",
  ),
  entryRule(
    "zip-zero-type",
    (type, upper) => (upper & 0x0010_0000) !== 0 && !carriesData(type),
    "bit 52 set",
    "a type with contents, or bit 52 clear",
  ),
  rule("zip-padding", "compressed", (body, _, report) => {
    if (!body.complete || body.framesAt > body.octets.length) return;
    const padding = body.octets.subarray(body.padding, body.framesAt);
    if (!isZero(padding)) report(body.at + body.padding, path(body, "padding"), hexOctets(padding), "zero");
  }),
  rule("zip-codec", "compressed", (body, _, report) => {
    if (codecName(body.codec) === undefined)
      report(body.at + 4, path(body, "codec"), body.codec, "0 (none), 1 (word-delta), 2 (gzip), 3 (zstd) or 4 (lz4)");
  }),
  rule("zip-raw-length", "compressed", (body, { pageSize }, report) => {
    if (!body.complete) return;
    const wanted = body.framed * pageSize;
    if (body.rawLength !== BigInt(wanted))
      report(body.at + 8, path(body, "raw_length"), body.rawLength, String(wanted));
    else if (wanted > RECORD_LIMIT) report(body.at + 8, path(body, "raw_length"), wanted, `at most ${RECORD_LIMIT}`);
  }),
  rule("zip-delta-repeated", "compressed", (body, _, report) => {
    if (body.codec === 1 && body.complete) repeated(body, report);
  }),
  rule("requires-broken-codec", "compressed", (body, { requires }, report) => {
    if (requires === undefined || body.codec === 0 || codecName(body.codec) === undefined) return;
    if (((requires.codecs >> BigInt(body.codec)) & 1n) === 0n)
      report(
        body.at + 4,
        path(body, "codec"),
        `${body.codec} (${codecName(body.codec)})`,
        "a codec that CODECS of REQUIRES names",
      );
  }),
  frameRule("zip-frame"),
  frameRule("zip-window"),
  frameRule("zip-delta-base"),
];

function repeated(body: CompressedBody, report: Report): void {
  const { u64 } = fields(body.octets, body.head.isBe);
  const seen = new Set<bigint>();
  for (let entry = 0; entry < body.count; entry++) {
    const pfn = u64(16 + 8 * entry) & 0xf_ffff_ffff_ffffn;
    if (seen.has(pfn))
      report(body.at + 16 + 8 * entry, path(body, `pfns[${entry}]`), `pfn ${hex(pfn)} again`, "each pfn once");
    seen.add(pfn);
  }
}
