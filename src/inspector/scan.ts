/** A walk over an image that reads what tells of it and passes over the contents of pages. */

import { type InspectedLayer, LayerList } from "../containers/layers.ts";
import { Session } from "../containers/session.ts";
import type { Edition } from "../format/edition.ts";
import type { CompressedBody, Event } from "../format/events.ts";
import { type Finding, FormatError, UnsupportedError } from "../format/fault.ts";
import { chunkName } from "../format/legacy/chunks.ts";
import type { Long } from "../format/legacy/parts.ts";
import { recordName } from "../format/profile.ts";
import { type Context, PAGE_SIZE, partName, plainContext, RECORD } from "../format/vocabulary.ts";
import { contentsOf, PageTable, SPAN } from "./page-table.ts";
import { legacyPages, openPages, packedPages } from "./places.ts";
import { type Round, RoundCounter } from "./rounds.ts";
import type { Source } from "./source.ts";

/** A record, a part of a suspend image, or a chunk of a legacy stream. */
export interface ScannedRecord {
  readonly layer: "image" | "libxl" | "xenopsd" | "legacy";
  /** Counts those of its layer. */
  readonly index: number;
  readonly at: number;
  /** Offset behind it, padding and trailer included. */
  readonly end: number;
  readonly type: number;
  readonly name: string;
  /** Octets of its body. */
  readonly length: number;
  readonly isBe: boolean;
  readonly trailer: number;
}

/** All that an image tells of itself without the contents of its pages. */
export interface Scanned {
  readonly source: Source;
  readonly kind: StreamKind;
  readonly edition: Edition | null;
  readonly container: readonly string[];
  readonly layers: readonly InspectedLayer[];
  readonly records: readonly ScannedRecord[];
  readonly pages: PageTable;
  readonly rounds: readonly Round[];
  /** Octets in a register of a PV guest, 0 for others. */
  readonly guestWidth: number;
  /** Octets of a page of this guest. */
  readonly pageSize: number;
  /** Octets of a long of who wrote a legacy stream. */
  readonly long: Long;
  /** What a Verifier reports; without the contents of pages it cannot say all. */
  readonly findings: readonly Finding[];
  /** Why the walk ended before the image did. */
  readonly problem: string | undefined;
}

/** What the user sees of a walk, and how it is ended. */
export interface Watched {
  progress(done: number, total: number): void;
  readonly signal: AbortSignal;
}

/** How a stream travelled, which it does not say itself. */
export type StreamKind = Context["stream"];

/** Walks `source`. Never throws for what is in it: `problem` says what could not be read. */
export async function scan(source: Source, watched: Watched, kind: StreamKind = "plain"): Promise<Scanned> {
  const layers = new LayerList();
  const records: ScannedRecord[] = [];
  const pages = new PageTable();
  const counter = new RoundCounter(pages);
  const counts = { image: 0, libxl: 0, xenopsd: 0, legacy: 0 };
  let framing = 0;
  let packed: CompressedBody | undefined;
  let long: Long = 4;
  let info: InspectedLayer | undefined;
  let framesAt: number | undefined;
  const add = (record: Omit<ScannedRecord, "index">) => {
    records.push({ ...record, index: counts[record.layer]++ });
  };
  const take = (event: Event, session: Session): void => {
    layers.take(event);
    switch (event.kind) {
      case "record":
        framing = event.subject.framing.trailer;
        packed = undefined;
        break;
      case "page-list":
        counter.take(
          event.subject,
          packed === undefined ? openPages(event.subject) : packedPages(event.subject, packed),
        );
        break;
      case "compressed":
        packed = event.subject;
        break;
      case "xenopsd-part-end": {
        const { at, type, length } = event.subject.part;
        const end = at + 16 + Number(length);
        add({
          layer: "xenopsd",
          at,
          end,
          type: Number(type),
          name: partName(type),
          length: Number(length),
          isBe: false,
          trailer: 0,
        });
        break;
      }
      case "legacy": {
        const part = event.subject;
        if (part.part === "header") long = part.long;
        if (part.part === "info")
          info = {
            layer: "extended information",
            at: part.at - long,
            length: part.overAt + part.over - part.at + long,
            fields: {},
          };
        if (part.part === "frames") framesAt = part.at;
        if (part.part === "chunk" && framesAt !== undefined) {
          if (info) layers.list.push(info);
          layers.list.push({ layer: "p2m frame list", at: framesAt, length: part.at - framesAt, fields: {} });
          framesAt = undefined;
        }
        if (part.part === "entries") counter.take(part.list, legacyPages(part.list));
        if (part.part !== "chunk-end") break;
        const { chunk, end } = part;
        add({
          layer: "legacy",
          at: chunk.at,
          end,
          type: chunk.id,
          name: chunkName(chunk.id),
          length: end - chunk.at - 4,
          isBe: false,
          trailer: 0,
        });
        break;
      }
      case "record-end": {
        const { facts } = session.examiner;
        if (facts.legacy !== undefined) break;
        const { layer, at, end, type, length, isBe } = event.subject;
        add({ layer, at, end, type, name: recordName(layer, type, facts.edition), length, isBe, trailer: framing });
        if (layer === "image" && type === RECORD.CHECKPOINT) counter.checkpoint(end);
        break;
      }
    }
  };
  const session: Session = new Session(
    { ...travelled(kind), deep: false, frames: false, contents: false },
    "verifier",
    (event) => take(event, session),
  );
  const problem = await feed(source, session, watched);
  const { judge, facts } = session.examiner;
  for (const { pfn, type } of facts.pages.entries()) pages.chunk(pfn).types[pfn % SPAN] = type;
  return {
    source,
    kind,
    edition: session.edition,
    container: session.container,
    layers: layers.list,
    records,
    pages,
    rounds: counter.rounds,
    guestWidth: facts.pvInfo?.width ?? 0,
    pageSize: facts.pageSize || PAGE_SIZE,
    long,
    findings: [...judge.findings],
    problem,
  };
}

/** What a Verifier finds where it reads everything; `problem` says why it did not come to the end. */
export interface Contents {
  readonly findings: readonly Finding[];
  readonly problem: string | undefined;
}

/** Reads everything, opens what is packed, and enters what the contents of each page look like into `scanned.pages`. */
export async function readContents({ source, pages, kind }: Scanned, watched: Watched): Promise<Contents> {
  const session = new Session({ ...travelled(kind), deep: true }, "verifier", (event) => {
    if (event.kind !== "pages") return;
    const { list, first, octets } = event.subject;
    const { pfns, withData, pageSize } = list;
    for (let page = 0; page * pageSize < octets.length; page++) {
      const pfn = pfns[withData[first + page]!]!;
      const contents = octets.subarray(page * pageSize, (page + 1) * pageSize);
      pages.chunk(pfn).contents[pfn % SPAN] = contentsOf(contents);
    }
  });
  const problem = await feed(source, session, watched);
  return { findings: [...session.examiner.judge.findings], problem };
}

/** The options of a session that reads a stream of a kind. */
export const travelled = (stream: StreamKind): { readonly context: Context } => ({
  context: { ...plainContext, stream },
});

const SMALL = 2 ** 16;
const LARGE = 2 ** 22;

/** Gives a session the octets up to `end`, passing over what it does not want; resolves to what ended it too early. */
export async function feed(
  source: Source,
  session: Session,
  { progress, signal }: Watched,
  end = source.size,
): Promise<string | undefined> {
  let piece = SMALL;
  try {
    for (let at = 0; at < end && !session.done; ) {
      signal.throwIfAborted();
      const over = Math.min(session.overlooked, end - at);
      if (over > 0) {
        session.passOver(over);
        at += over;
        piece = SMALL;
        continue;
      }
      const octets = await source.read(at, Math.min(piece, end - at));
      if (octets.length === 0) break;
      session.push(octets);
      at += octets.length;
      // Where nothing is passed over, long pieces cost less than many.
      piece = Math.min(LARGE, 2 * piece);
      progress(at, source.size);
    }
    if (end === source.size) session.finish();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof FormatError) return error.message;
    if (error instanceof UnsupportedError) return `not supported here: ${error.what}`;
    throw error;
  }
  return undefined;
}
