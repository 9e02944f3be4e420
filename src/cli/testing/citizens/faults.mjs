// The planted faults. `rules`: another table of rules; `state`: another state; `before`: octets read otherwise; `answer`: an answer without
// looking at the image; `exec`: a program for each request, which lets FormatError escape.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { allRules } from "../../../../dist/src/containers/rules.js";
import { isDefined } from "../../../../dist/src/format/profile.js";
import { rule } from "../../../../dist/src/format/rule.js";

const without = (...codes) => allRules.filter(({ code }) => !codes.includes(code));

const images = new URL("../../../../conformance/images/", import.meta.url);

/** SHA-256 of every image of the suite as it is. */
function knownImages() {
  const files = readdirSync(images).filter((file) => file.endsWith(".json"));
  return new Set(files.map((file) => JSON.parse(readFileSync(new URL(file, images), "utf8")).sha256));
}

function asDoubles(value) {
  if (typeof value === "string")
    return /^0x[0-9a-f]+$/.test(value) ? `0x${BigInt(Number(BigInt(value))).toString(16)}` : value;
  if (Array.isArray(value)) return value.map(asDoubles);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asDoubles(item)]));
}

/** A bare image as one sees it who goes on right behind each body: padding looks like the next head. */
function unpadded(octets) {
  if (octets.length < 40 || octets[0] !== 0xff) return octets;
  const big = (octets[17] & 1) === 1;
  const parts = [octets.subarray(0, 40)];
  let at = 40;
  while (at + 8 <= octets.length) {
    const length = big ? octets.readUInt32BE(at + 4) : octets.readUInt32LE(at + 4);
    if (at + 8 + length > octets.length) break;
    parts.push(octets.subarray(at, at + 8 + length), Buffer.alloc((8 - (length % 8)) % 8));
    at += 8 + length;
  }
  return Buffer.concat([...parts, octets.subarray(at)]);
}

let table;

export const faults = {
  "accept-all": { answer: () => "accept", values: [] },
  "reject-all": { answer: () => "reject" },
  throws: { exec: true },
  "u64-as-double": { state: asDoubles },
  "first-wins": {
    rules: [
      ...allRules,
      rule("record-padding", "image-header", (_, { pages }) => {
        const { setRun } = pages;
        pages.setRun = (pfn, count, type) => {
          for (let page = pfn; page < pfn + count; page++)
            if (pages.type(page) === -1) setRun.call(pages, page, 1, type);
        };
      }),
    ],
  },
  "truncated-as-ended": { rules: without("record-truncated", "record-end-missing", "libxl-truncated", "xl-truncated") },
  "digest-table": {
    answer(octets) {
      table ??= knownImages();
      return table.has(createHash("sha256").update(octets).digest("hex")) ? undefined : "reject";
    },
  },
  "padding-ignored": { before: unpadded },
  "limit-off-by-one": {
    rules: allRules.map((one) =>
      one.code !== "hvm-params-index"
        ? one
        : {
            ...one,
            check: (subject, facts, report) =>
              one.check(subject, facts, (at, path, found, wanted) => {
                if (BigInt(found) !== 39n) report(at, path, found, wanted);
              }),
          },
    ),
  },
  "optional-rejected": {
    rules: [
      ...allRules,
      rule("record-unknown-mandatory", "record", ({ layer, at, type }, _, report) => {
        if (layer === "image" && !isDefined(layer, type)) report(at, "type", type, "a known type");
      }),
    ],
  },
  "mandatory-skipped": { rules: without("record-unknown-mandatory") },
  "xtab-with-data": {
    rules: [
      ...allRules,
      rule("page-length", "page-list", ({ at, typesSeen, expected }, _, report) => {
        if ((typesSeen & 0x8000) !== 0) report(at, "body_length", expected, "4096 octets more for XTAB");
      }),
    ],
  },
};
