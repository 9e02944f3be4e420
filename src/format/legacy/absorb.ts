/** Takes the parts of a legacy stream into the facts, after the rules have looked at them. */

import type { Facts } from "../facts.ts";
import { PAGE_TYPES, XTAB } from "../vocabulary.ts";
import { CHUNK } from "./chunks.ts";
import type { LegacyPart } from "./parts.ts";
import { SIZE_LIMIT } from "./rules.ts";

/** Takes one part into `facts`. */
export function absorbLegacy(part: LegacyPart, facts: Facts): void {
  switch (part.part) {
    case "header":
      facts.legacy = { size: part.size, compression: false };
      break;
    case "frames":
      if (facts.p2m !== undefined) facts.p2m = { ...facts.p2m, stride: part.long };
      break;
    case "chunk":
      if (part.id === CHUNK.ENABLE_VERIFY_MODE) facts.verifying = true;
      if (part.id === CHUNK.ENABLE_COMPRESSION && facts.legacy !== undefined) facts.legacy.compression = true;
      break;
    case "entries":
      if (!facts.verifying) absorbEntries(part.list, facts);
      break;
    case "unmapped-pfns":
      for (const pfn of part.pfns) if (pfn < SIZE_LIMIT) facts.pages.setType(pfn, XTAB);
      break;
  }
}

/** Entries that follow each other in pfn and type are taken as one run. */
function absorbEntries({ entries, pfns, types }: Extract<LegacyPart, { part: "entries" }>["list"], { pages }: Facts) {
  for (let entry = 0; entry < entries; ) {
    const pfn = pfns[entry] as number;
    const type = types[entry] as number;
    let count = 1;
    while (entry + count < entries && pfns[entry + count] === pfn + count && types[entry + count] === type) count++;
    if (pfn + count <= SIZE_LIMIT && PAGE_TYPES[type] !== undefined) pages.setRun(pfn, count, type);
    entry += count;
  }
}
