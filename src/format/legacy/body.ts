/** The chunks of a body (spec 15.4 to 15.7). */

import type { PageList } from "../events.ts";
import type { Steps } from "../input.ts";
import { fields, hex } from "../octets.ts";
import { PAGE_SIZE, RECORD } from "../vocabulary.ts";
import { CHUNK, PARAM_OF } from "./chunks.ts";
import { compressedData, dropAnnounced } from "./compressed.ts";
import { readEntries } from "./entries.ts";
import type { Chunk, LegacyFields } from "./parts.ts";
import { readToolstack } from "./toolstack.ts";
import { headOf, pagesIn, remember, skip, structure, tell, tellBody, type Walk } from "./walk.ts";

/** Reads chunks up to one of identifier 0; false where the input ends before. */
export function* decodeBody(walk: Walk): Steps<boolean> {
  const { input } = walk;
  walk.toolstack = [];
  for (; ; walk.index++) {
    const at = input.at;
    const octets = yield* input.take(4);
    if (octets === undefined) return false;
    const id = fields(octets).u32(0) | 0;
    const chunk: Chunk = { part: "chunk", at, index: walk.index, id, body: walk.body };
    tell(walk, chunk);
    const content = id > 0 ? yield* pageBatch(walk, chunk, id) : yield* metadata(walk, chunk);
    if (content === undefined) return false;
    tell(walk, { part: "chunk-end", chunk, end: input.at, fields: content });
    if (id !== CHUNK.END) continue;
    walk.index++;
    tell(walk, { part: "body-end", at, index: chunk.index, missing: walk.queue.length });
    dropAnnounced(walk);
    return true;
  }
}

const NO_FIELDS: LegacyFields = {};

/** Reads what follows an identifier that is no number of pages; undefined where the input ends within. */
function* metadata(walk: Walk, chunk: Chunk): Steps<LegacyFields | undefined> {
  switch (chunk.id) {
    case CHUNK.ENABLE_VERIFY_MODE:
      walk.verifying = true;
      return NO_FIELDS;
    case CHUNK.LAST_CHECKPOINT:
      walk.sawLast = true;
      return NO_FIELDS;
    case CHUNK.ENABLE_COMPRESSION:
      if (walk.body === 0) walk.compression = true;
      return NO_FIELDS;
    case CHUNK.VCPU_INFO:
      return yield* vcpuInfo(walk, chunk);
    case CHUNK.TSC_INFO:
      return yield* tscInfo(walk);
    case CHUNK.COMPRESSED_DATA:
      return yield* compressedData(walk, chunk);
    case CHUNK.TOOLSTACK:
      return yield* toolstack(walk, chunk);
    default:
      return PARAM_OF.has(chunk.id) ? yield* parameter(walk, chunk) : NO_FIELDS;
  }
}

function* pageBatch(walk: Walk, { at, index }: Chunk, count: number): Steps<LegacyFields | undefined> {
  const { input, long } = walk;
  const from = input.at;
  const raw = yield* input.take(long * count);
  if (raw === undefined) return undefined;
  const { list, places } = readEntries(headOf(walk, RECORD.PAGE_DATA, at, 0), raw.slice(), from, long);
  tell(walk, { part: "entries", index, list, places });
  for (let page = 0; walk.formatB && page < list.pages; page++) {
    const entry = list.withData[page] as number;
    walk.queue.push({ pfn: list.pfns[entry] as number, type: list.types[entry] as number });
  }
  if (!walk.formatB && !(yield* contents(walk, list))) return undefined;
  return { entries: count, pages: list.pages };
}

/** Reads and tells the pages of a batch, as many at a time as there are. */
function* contents(walk: Walk, list: PageList): Steps<boolean> {
  const { input } = walk;
  for (let first = 0; first < list.pages; ) {
    const whole = Math.floor(input.available / PAGE_SIZE);
    const { at } = input;
    const octets = yield* input.take(PAGE_SIZE * Math.max(1, Math.min(whole, list.pages - first)));
    if (octets === undefined) return false;
    input.tell({ kind: "pages", subject: { list, at, first, octets } });
    if (walk.sent !== undefined && !walk.verifying) {
      for (let page = 0; page < pagesIn(octets); page++) {
        const pfn = list.pfns[list.withData[first + page] as number] as number;
        remember(walk, pfn, octets.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE));
      }
    }
    first += pagesIn(octets);
  }
  return true;
}

function* vcpuInfo(walk: Walk, { index }: Chunk): Steps<LegacyFields | undefined> {
  const { input } = walk;
  const { at } = input;
  const first = yield* input.take(4);
  if (first === undefined) return undefined;
  const maxId = fields(first).u32(0);
  tell(walk, { part: "vcpu-max", at, index, maxId });
  const mapAt = input.at;
  const map = yield* input.take(8 * (Math.floor(maxId / 64) + 1));
  if (map === undefined) return undefined;
  const online: number[] = [];
  let beyond = false;
  for (let id = 0; id < 8 * map.length; id++) {
    if ((((map[id >> 3] as number) >> (id & 7)) & 1) === 0) continue;
    if (id <= maxId) online.push(id);
    else beyond = true;
  }
  tell(walk, { part: "vcpu-map", at: mapAt, index, beyond });
  walk.sawVcpus = true;
  walk.online = online;
  return { max_id: maxId, online };
}

/** The same as X86_TSC_INFO, in another order (LEG-048). */
function* tscInfo(walk: Walk): Steps<LegacyFields | undefined> {
  const { at } = walk.input;
  const octets = yield* walk.input.take(20);
  if (octets === undefined) return undefined;
  const { u32, u64 } = fields(octets);
  const [mode, nsec, khz, incarnation] = [u32(0), u64(4), u32(12), u32(16)];
  const body = structure(24, [0, 4, mode], [4, 4, khz], [8, 8, nsec], [16, 4, incarnation]);
  tellBody(walk, RECORD.X86_TSC_INFO, at, body);
  return { mode, nsec: hex(nsec), khz, incarnation };
}

function* parameter(walk: Walk, { id, index }: Chunk): Steps<LegacyFields | undefined> {
  const { at } = walk.input;
  const octets = yield* walk.input.take(12);
  if (octets === undefined) return undefined;
  const { u32, u64 } = fields(octets);
  const value = u64(4);
  tell(walk, { part: "param", at, index, padding: u32(0) });
  tellParams(walk, at + 4, [[PARAM_OF.get(id) as number, value]]);
  return { value: hex(value) };
}

/** Tells parameters as HVM_PARAMS would hold them; `at` is the offset of the value of the first. */
export function tellParams(walk: Walk, at: number, pairs: readonly (readonly [number, bigint])[]): void {
  const body = structure(
    8 + 16 * pairs.length,
    [0, 4, pairs.length],
    ...pairs.flatMap(([index, value], pair) => [
      [8 + 16 * pair, 8, index] as const,
      [16 + 16 * pair, 8, value] as const,
    ]),
  );
  tellBody(walk, RECORD.HVM_PARAMS, at - 16, body);
}

/** Kept until the tail; of a PV domain it is passed over (LEG-059). */
function* toolstack(walk: Walk, { index }: Chunk): Steps<LegacyFields | undefined> {
  const { input } = walk;
  const first = yield* input.take(4);
  if (first === undefined) return undefined;
  const length = fields(first).u32(0);
  if (walk.kind === "pv") return (yield* skip(walk, length)) ? { length } : undefined;
  const { at } = input;
  const data = yield* input.take(length);
  if (data === undefined) return undefined;
  const { pairs, fault } = readToolstack(data, walk.long);
  tell(walk, { part: "toolstack", at, index, fault });
  walk.toolstack = pairs;
  return { length, mappings: Math.floor(pairs.length / 6) };
}
