/** The memory of an image, page by page at its place, and the body of one of its records. */

import type { Event, RecordHead } from "../format/events.ts";
import type { Facts } from "../format/facts.ts";
import { carriesData, type DomainKind } from "../format/vocabulary.ts";
import { bodyOctets } from "./body-octets.ts";
import type { PfnRange } from "./elf-core.ts";
import { type Consumer, type OpenOptions, Session } from "./session.ts";
import { type VcpuRegisters, vcpuRegisters } from "./vcpu-registers.ts";

/** What memory there is: the pfns that have contents, in maximal ranges that ascend, and the vCPUs. */
export type MemoryMap = {
  readonly ranges: readonly PfnRange[];
  /** Octets of a page. */
  readonly pageSize: number;
  readonly kind: DomainKind | undefined;
  /** None of other domains than those of x86. */
  readonly vcpus: readonly VcpuRegisters[];
};

/** Takes pages with contents: those of neighbouring pfns from `pfn` on. What comes last for a pfn counts. */
export type PlacePages = (pfn: number, octets: Uint8Array) => void;

/**
 * Extracts memory in two passes: the first says which pfns have contents in the end, the second hands them over. `begin` is called
 * between the two. Of a checkpointed stream it is the memory of the last commit. Throws FormatError as a Reader does.
 */
export function extractMemory(options: OpenOptions, begin: (map: MemoryMap) => PlacePages): Consumer<MemoryMap> {
  let committed: VcpuRegisters[] | undefined;
  let commits = 0;
  const session: Session = new Session({ ...options, deep: false }, "reader", () => {
    if (facts.commits === commits) return;
    commits = facts.commits;
    committed = vcpuRegisters(facts);
  });
  const { facts } = session.examiner;
  let map: MemoryMap = { ranges: [], pageSize: 0, kind: undefined, vcpus: [] };
  return {
    push: (octets) => session.push(octets),
    done: () => session.done,
    end() {
      session.finish();
      if (commits > 0) facts.pages.rollback();
      const { pageSize, kind } = facts;
      map = { ranges: rangesOf(facts), pageSize, kind, vcpus: committed ?? vcpuRegisters(facts) };
      return map;
    },
    secondPass: () => placing(options, facts, begin(map), map),
  };
}

function rangesOf({ pages }: Facts): PfnRange[] {
  const ranges: { pfn: number; count: number }[] = [];
  for (const { pfn, type } of pages.entries()) {
    if (!carriesData(type)) continue;
    const last = ranges.at(-1);
    if (last !== undefined && last.pfn + last.count === pfn) last.count++;
    else ranges.push({ pfn, count: 1 });
  }
  return ranges;
}

/** Hands over the pages of pfns that have contents in the end: not those behind VERIFY, nor behind the last commit. */
function placing(options: OpenOptions, first: Facts, place: PlacePages, map: MemoryMap): Consumer<MemoryMap> {
  const second: Session = new Session({ ...options, deep: false, rules: [] }, "reader", (event) => {
    const { verifying, commits } = second.examiner.facts;
    if (event.kind !== "pages" || verifying || (first.commits > 0 && commits === first.commits)) return;
    const { list, first: from, octets } = event.subject;
    const pfnOf = (page: number) => list.pfns[list.withData[from + page] as number] as number;
    const { pageSize } = list;
    const count = octets.length / pageSize;
    for (let page = 0; page < count; ) {
      const pfn = pfnOf(page);
      let run = 1;
      if (!carriesData(first.pages.type(pfn))) {
        page++;
        continue;
      }
      while (page + run < count && pfnOf(page + run) === pfn + run && carriesData(first.pages.type(pfn + run))) run++;
      place(pfn, octets.subarray(page * pageSize, (page + run) * pageSize));
      page += run;
    }
  });
  return {
    push: (octets) => second.push(octets),
    done: () => second.done,
    end() {
      second.finish();
      return map;
    },
  };
}

/** A record by its layer and its number there, counted from 0: of the image, of the libxl stream, or a part of a suspend image. */
export type RecordPlace = { readonly layer: "image" | "libxl" | "xenopsd"; readonly index: number };

/**
 * Hands over the body of one record as it stands in the image, without its padding, in pieces. The result is whether there is such a
 * record and it is whole. An image that departs from the specification is read as far as its records can be walked.
 */
export function extractRecord(
  options: OpenOptions,
  place: RecordPlace,
  take: (octets: Uint8Array) => void,
): Consumer<boolean> {
  let found = false;
  const session: Session = new Session({ ...options, deep: false }, "verifier", (event) => {
    if (found) return;
    const part = pieceOf(event, place);
    if (part === "end") found = true;
    else if (part !== undefined) for (const octets of part) take(octets);
  });
  return {
    push: (octets) => session.push(octets),
    done: () => found || session.done,
    end() {
      if (!found) session.finish();
      return found;
    },
  };
}

/** The octets that an event tells of the wanted record, or that it has ended. */
function pieceOf(event: Event, { layer, index }: RecordPlace): readonly Uint8Array[] | "end" | undefined {
  if (event.kind === "xenopsd-contents" || event.kind === "xenopsd-part-end") {
    if (layer !== "xenopsd" || event.subject.part.index !== index) return undefined;
    return event.kind === "xenopsd-part-end" ? "end" : [event.subject.octets];
  }
  const head = headOf(event);
  if (head === undefined || head.layer !== layer || head.index !== index) return undefined;
  return event.kind === "record-end" ? "end" : bodyOctets(event);
}

function headOf({ kind, subject }: Event): RecordHead | undefined {
  if (kind === "record-end") return subject;
  if (kind === "pages") return subject.list.head;
  return "head" in subject ? subject.head : undefined;
}
