/** Two images side by side: what differs in headers, records and pages. */

import { Session } from "../containers/session.ts";
import { sameOctets } from "../format/octets.ts";
import { RECORD } from "../format/vocabulary.ts";
import { HOLE, SPAN } from "./page-table.ts";
import { feed, type Scanned, type ScannedRecord, travelled, type Watched } from "./scan.ts";
import type { Span } from "./views/hex-view.ts";

/** Something that one image has otherwise than the other; the spans are where each of them says it. */
export interface Difference {
  readonly what: string;
  readonly detail: string;
  readonly a?: Span;
  readonly b?: Span;
}

/** What comes of a comparison. `pairs` tells the record of the second image that goes with one of the first. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly pairs: ReadonlyMap<ScannedRecord, ScannedRecord>;
  readonly pages: { readonly same: number; readonly other: number };
}

/** Octets of a record that are compared at a time. */
const PIECE = 2 ** 20;
/** Pages that are named one by one; the map shows them all. */
const NAMED = 200;

/** Compares two images, and marks in the pages of both which of them differ. */
export async function compare(a: Scanned, b: Scanned, { progress, signal }: Watched): Promise<Comparison> {
  const differences: Difference[] = [...layerDifferences(a, b)];
  const pairs = pairedRecords(a.records, b.records);
  const taken = new Set(pairs.values());
  for (const record of a.records) {
    signal.throwIfAborted();
    const other = pairs.get(record);
    if (isPages(record)) continue;
    if (other === undefined) differences.push({ what: nameOf(record), detail: "only in the first", a: spanOf(record) });
    else differences.push(...(await recordDifferences(a, record, b, other)));
  }
  for (const record of b.records)
    if (!taken.has(record) && !isPages(record))
      differences.push({ what: nameOf(record), detail: "only in the second", b: spanOf(record) });
  const pages = await pageDifferences(a, b, { progress, signal }, differences);
  return { differences, pairs, pages };
}

function* layerDifferences(a: Scanned, b: Scanned): Generator<Difference> {
  const names = [...new Set([...a.layers, ...b.layers].map(({ layer }) => layer))];
  for (const name of names) {
    const [was, is] = [a, b].map(({ layers }) => layers.find(({ layer }) => layer === name));
    const spans = { ...(was && { a: spanOf(was) }), ...(is && { b: spanOf(is) }) };
    if (!was || !is) {
      yield { what: `${name} header`, detail: was ? "only in the first" : "only in the second", ...spans };
      continue;
    }
    for (const key of new Set([...Object.keys(was.fields), ...Object.keys(is.fields)])) {
      const [one, other] = [was.fields[key], is.fields[key]].map((value) => JSON.stringify(value) ?? "nothing");
      if (one !== other) yield { what: `${name} header, ${key}`, detail: `${one} and ${other}`, ...spans };
    }
  }
}

const spanOf = ({ at, ...rest }: { at: number; end?: number; length: number }): Span => ({
  at,
  length: rest.end === undefined ? rest.length : rest.end - at,
});

/** Records of pages are batches: pages are compared by their pfn. */
const isPages = ({ layer, type }: ScannedRecord) =>
  layer === "image" && (type === RECORD.PAGE_DATA || type === RECORD.PAGE_DATA_COMPRESSED);

const nameOf = ({ layer, name, index }: ScannedRecord) => `${name} (${layer === "image" ? "rec" : layer}[${index}])`;

/** The n-th record of a name goes with the n-th of that name. */
function pairedRecords(a: readonly ScannedRecord[], b: readonly ScannedRecord[]): Map<ScannedRecord, ScannedRecord> {
  const byName = new Map<string, ScannedRecord[]>();
  for (const record of b) {
    const key = `${record.layer} ${record.name}`;
    byName.set(key, [...(byName.get(key) ?? []), record]);
  }
  const pairs = new Map<ScannedRecord, ScannedRecord>();
  const used = new Map<string, number>();
  for (const record of a) {
    const key = `${record.layer} ${record.name}`;
    const next = used.get(key) ?? 0;
    const other = byName.get(key)?.[next];
    used.set(key, next + 1);
    if (other) pairs.set(record, other);
  }
  return pairs;
}

async function recordDifferences(
  a: Scanned,
  one: ScannedRecord,
  b: Scanned,
  other: ScannedRecord,
): Promise<Difference[]> {
  const found: Difference[] = [];
  const where = { a: spanOf(one), b: spanOf(other) };
  if (one.length !== other.length)
    found.push({ what: nameOf(one), detail: `${one.length} and ${other.length} octets of body`, ...where });
  const first = await firstDifference(a, one.at, b, other.at, Math.min(one.end - one.at, other.end - other.at));
  if (first !== undefined && one.length === other.length)
    found.push({
      what: nameOf(one),
      detail: `from octet ${first} of the record on`,
      a: { at: one.at + first, length: 1 },
      b: { at: other.at + first, length: 1 },
    });
  return found;
}

async function firstDifference(
  a: Scanned,
  atA: number,
  b: Scanned,
  atB: number,
  length: number,
): Promise<number | undefined> {
  for (let done = 0; done < length; done += PIECE) {
    const size = Math.min(PIECE, length - done);
    const [one, other] = await Promise.all([a.source.read(atA + done, size), b.source.read(atB + done, size)]);
    const at = one.findIndex((octet, i) => octet !== other[i]);
    if (at >= 0) return done + at;
  }
  return undefined;
}

async function pageDifferences(
  a: Scanned,
  b: Scanned,
  { progress, signal }: Watched,
  differences: Difference[],
): Promise<Comparison["pages"]> {
  const isSame = await sameness(a, b, { progress, signal });
  const starts = [...new Set([...a.pages.starts(), ...b.pages.starts()])].sort((x, y) => x - y);
  let [same, other] = [0, 0];
  for (const [i, start] of starts.entries()) {
    signal.throwIfAborted();
    progress(i, starts.length);
    const [one, two] = [a.pages.chunk(start), b.pages.chunk(start)];
    for (let at = 0; at < SPAN; at++) {
      if (one.types[at] === HOLE && two.types[at] === HOLE) continue;
      const places = [one.at[at]!, two.at[at]!] as const;
      const differs =
        one.types[at] !== two.types[at] || places[0] < 0 !== places[1] < 0 || !(await isSame(start + at, places));
      one.differs[at] = two.differs[at] = differs ? 1 : 0;
      if (!differs) {
        same++;
        continue;
      }
      other++;
      if (other > NAMED) continue;
      const span = (place: number) => ({ at: place, length: a.pageSize });
      differences.push({
        what: `page 0x${(start + at).toString(16)}`,
        detail:
          one.types[at] === HOLE
            ? "only in the second"
            : two.types[at] === HOLE
              ? "only in the first"
              : "other contents or another type",
        ...(places[0] >= 0 && { a: span(places[0]) }),
        ...(places[1] >= 0 && { b: span(places[1]) }),
      });
    }
  }
  if (other > NAMED)
    differences.push({ what: "more pages", detail: `${other - NAMED} more differ; the map shows them` });
  return { same, other };
}

type IsSame = (pfn: number, places: readonly [number, number]) => boolean | Promise<boolean>;

/** What tells whether a page has the same contents in both: its octets, or digests where those of either image have to be unpacked first. */
async function sameness(a: Scanned, b: Scanned, watched: Watched): Promise<IsSame> {
  if (!hasPacked(a) && !hasPacked(b))
    return async (_, [atA, atB]) => atA < 0 || (await firstDifference(a, atA, b, atB, a.pageSize)) === undefined;
  const digests = [await digestsOf(a, watched), await digestsOf(b, watched)] as const;
  return (pfn) => {
    const [one, two] = digests.map((digest) => digest(pfn));
    return one === undefined || two === undefined ? one === two : sameOctets(one, two);
  };
}

const hasPacked = ({ records }: Scanned) =>
  records.some(({ layer, type }) => layer === "image" && type === RECORD.PAGE_DATA_COMPRESSED);

/** A digest of the last contents of each page. Throws an Error that says what cannot be read. */
async function digestsOf(
  { source, kind }: Scanned,
  watched: Watched,
): Promise<(pfn: number) => Uint8Array | undefined> {
  const session = new Session({ ...travelled(kind), deep: true, sums: false }, "verifier", () => {});
  const problem = await feed(source, session, watched);
  if (problem !== undefined) throw new Error(`${source.name}: ${problem}`);
  const { pages } = session.examiner.facts;
  return (pfn) => pages.digest(pfn);
}
