/** The contents of a page that lies packed in an image. */

import { CODEC } from "../codecs/page-codecs.ts";
import { Session } from "../containers/session.ts";
import { layOut, tellCompressed } from "../format/compressed-pages.ts";
import type { Event, RecordBody } from "../format/events.ts";
import { UnsupportedError } from "../format/fault.ts";
import { PLAIN } from "../format/framing.ts";
import { Input } from "../format/input.ts";
import { pageListRoom } from "../format/page-list.ts";
import type { PageFacts } from "./page-table.ts";
import { feed, type Scanned, type ScannedRecord, travelled, type Watched } from "./scan.ts";

/** Octets of the head of a record. */
const HEAD = 8;

/**
 * The octets of a page out of the record that brought them last. A frame that stands for itself is opened alone; for a delta all that was
 * said of the page before has to be read. Throws an Error that says why it cannot be opened.
 */
export async function unpackedPage(scanned: Scanned, page: PageFacts, watched: Watched): Promise<Uint8Array> {
  const record = scanned.records.find(({ layer, at, end }) => layer === "image" && page.at >= at && page.at < end);
  if (record === undefined) throw new Error("no record holds it");
  let found: Uint8Array | undefined;
  let fault: string | undefined;
  const take = (event: Event) => {
    if (event.kind === "frame-fault") fault = `found ${event.subject.found}, wanted ${event.subject.wanted}`;
    if (event.kind !== "pages") return;
    const { list, first, octets } = event.subject;
    for (let at = 0; at * list.pageSize < octets.length; at++)
      if (list.pfns[list.withData[first + at]!] === page.pfn)
        found = octets.slice(at * list.pageSize, (at + 1) * list.pageSize);
  };
  const body = await bodyOf(scanned, record);
  if (layOut(body).codec === CODEC["word-delta"]) {
    const session = new Session({ ...travelled(scanned.kind), deep: true, sums: false }, "verifier", take);
    fault = (await feed(scanned.source, session, watched, record.end)) ?? fault;
  } else {
    try {
      tellCompressed(new Input(take), body, pageListRoom(scanned.pageSize));
    } catch (error) {
      if (!(error instanceof UnsupportedError)) throw error;
      fault = error.message;
    }
  }
  if (found === undefined) throw new Error(fault ?? "nothing sound is in it");
  return found;
}

async function bodyOf({ source }: Scanned, { layer, at, end, index, type, length, isBe }: ScannedRecord) {
  if (layer !== "image") throw new Error("no record of an image");
  const octets = await source.read(at + HEAD, length);
  const head = { layer, at, index, type, length, end, isBe, framing: PLAIN, options: 0, reserved: undefined };
  return { head, at: at + HEAD, octets } satisfies RecordBody;
}
