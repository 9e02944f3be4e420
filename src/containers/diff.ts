/** What sets two images apart: headers, records, what is restored besides memory, and pages, across editions and containers. */

import { sha256Stream } from "../codecs/sha256.ts";
import { hex, sameOctets } from "../format/octets.ts";
import type { PageMap } from "../format/page-map.ts";
import type { Hex, State } from "../format/state.ts";
import { carriesData, PAGE_TYPES } from "../format/vocabulary.ts";
import { leavesOf } from "./state-leaves.ts";
import type { Survey } from "./survey.ts";

/** One thing that differs; the side that lacks it has no key. */
export type Difference = { readonly path: string; readonly a?: unknown; readonly b?: unknown };

/** How one side has a range of pages: their type, and the digest of their digests where it carries contents. */
export type RangeSide = { readonly type: string; readonly sha256?: string };

/** Neighbouring pfns that differ in the same way. */
export type PageRange = { readonly pfn: Hex; readonly count: number; readonly a?: RangeSide; readonly b?: RangeSide };

/** The differences of two images (schemas/diff.schema.json). */
export type ImageDiff = {
  readonly dsi: "diff/1";
  readonly equal: boolean;
  /** Edition, container, and the fields of headers. */
  readonly headers: readonly Difference[];
  /** Records by kind: how many there are, and what those hold that the edition does not define. */
  readonly records: readonly Difference[];
  /** What a Reader restores besides memory, by the paths of a state. */
  readonly state: readonly Difference[];
  readonly pages: {
    readonly a: number;
    readonly b: number;
    readonly same: number;
    readonly differ: number;
    readonly ranges: readonly PageRange[];
  };
};

/** What is compared. `machine`: what is restored and nothing else, so neither headers nor records. */
export type DiffOptions = { readonly machine?: boolean };

/** Compares two surveys. */
export function diffSurveys(a: Survey, b: Survey, { machine = false }: DiffOptions = {}): ImageDiff {
  const headers = machine ? [] : differences(headersOf(a), headersOf(b));
  const records = machine ? [] : differences(a.records, b.records);
  const state = differences(leavesOf(machineOf(a.state)), leavesOf(machineOf(b.state)));
  const pages = diffPages(a.pages, b.pages);
  const equal = headers.length + records.length + state.length + pages.differ === 0;
  return { dsi: "diff/1", equal, headers, records, state, pages };
}

/** What of a state says how the image came and not what machine it holds; memory is compared page by page. */
const STREAM: readonly (keyof State | "digest")[] = [
  "dsi",
  "edition",
  "container",
  "endian",
  "octets",
  "end",
  "memory",
  "config",
  "checkpoints",
  "digest",
];

function machineOf({ domain: { type, pageShift }, ...state }: State): object {
  const rest = Object.entries(state).filter(([key]) => !(STREAM as readonly string[]).includes(key));
  return { domain: { type, pageShift }, ...Object.fromEntries(rest) };
}

function headersOf({ state, layers }: Survey): Map<string, unknown> {
  const { edition, container, endian, end, checkpoints, config } = state;
  const fields = layers.flatMap(({ layer, fields }) =>
    Object.entries(fields).map(([field, value]) => [`${layer}.${field}`, value] as const),
  );
  const whole: [string, unknown][] = [
    ["edition", edition],
    ["container", container],
    ["endian", endian],
    ["end", end],
    ["checkpoints", checkpoints],
  ];
  return new Map([...whole, ...fields, ...(config === undefined ? [] : [["config", config] as const])]);
}

/** Every path whose value differs or that one side lacks, in the order of the first side. */
function differences(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): Difference[] {
  const paths = new Set([...a.keys(), ...b.keys()]);
  return [...paths]
    .filter((path) => JSON.stringify(a.get(path)) !== JSON.stringify(b.get(path)))
    .map((path) => ({
      path,
      ...(a.has(path) ? { a: a.get(path) } : {}),
      ...(b.has(path) ? { b: b.get(path) } : {}),
    }));
}

type Page = { readonly type: number; readonly digest: Uint8Array | undefined };

function diffPages(a: PageMap, b: PageMap): ImageDiff["pages"] {
  const ranges: PageRange[] = [];
  const counts = { a: 0, b: 0, same: 0, differ: 0 };
  let open: OpenRange | undefined;
  for (const { pfn, left, right } of bothSides(a, b)) {
    if (left !== undefined) counts.a++;
    if (right !== undefined) counts.b++;
    if (isSame(left, right)) {
      counts.same++;
      continue;
    }
    counts.differ++;
    if (open === undefined || !open.goesOn(pfn, left, right)) {
      if (open !== undefined) ranges.push(open.range());
      open = new OpenRange(pfn, left, right);
    }
    open.add(left, right);
  }
  if (open !== undefined) ranges.push(open.range());
  return { ...counts, ranges };
}

function isSame(left: Page | undefined, right: Page | undefined): boolean {
  if (left === undefined || right === undefined || left.type !== right.type) return false;
  if (!carriesData(left.type)) return true;
  return left.digest !== undefined && right.digest !== undefined && sameOctets(left.digest, right.digest);
}

/** Every pfn that either names, ascending. */
function* bothSides(
  a: PageMap,
  b: PageMap,
): Generator<{ pfn: number; left: Page | undefined; right: Page | undefined }> {
  const lefts = a.entries();
  const rights = b.entries();
  let left = lefts.next();
  let right = rights.next();
  while (left.done !== true || right.done !== true) {
    const pfn = Math.min(left.done ? Infinity : left.value.pfn, right.done ? Infinity : right.value.pfn);
    const here = { pfn, left: undefined as Page | undefined, right: undefined as Page | undefined };
    if (left.done !== true && left.value.pfn === pfn) {
      here.left = { type: left.value.type, digest: a.digest(pfn) };
      left = lefts.next();
    }
    if (right.done !== true && right.value.pfn === pfn) {
      here.right = { type: right.value.type, digest: b.digest(pfn) };
      right = rights.next();
    }
    yield here;
  }
}

/** A range that may go on with the next pfn. */
class OpenRange {
  private readonly pfn: number;
  private readonly types: readonly [number | undefined, number | undefined];
  private readonly hashes = [sha256Stream(), sha256Stream()] as const;
  private count = 0;

  constructor(pfn: number, left: Page | undefined, right: Page | undefined) {
    this.pfn = pfn;
    this.types = [left?.type, right?.type];
  }

  goesOn(pfn: number, left: Page | undefined, right: Page | undefined): boolean {
    return pfn === this.pfn + this.count && left?.type === this.types[0] && right?.type === this.types[1];
  }

  add(...sides: readonly [Page | undefined, Page | undefined]): void {
    this.count++;
    for (const [side, page] of sides.entries())
      if (page?.digest !== undefined && carriesData(page.type)) this.hashes[side as 0 | 1].update(page.digest);
  }

  range(): PageRange {
    const [a, b] = [this.side(0), this.side(1)];
    return { pfn: hex(this.pfn), count: this.count, ...(a && { a }), ...(b && { b }) };
  }

  private side(side: 0 | 1): RangeSide | undefined {
    const type = this.types[side];
    if (type === undefined) return undefined;
    const name = PAGE_TYPES[type] as string;
    return carriesData(type) ? { type: name, sha256: this.hashes[side].hex() } : { type: name };
  }
}
