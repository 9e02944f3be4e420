/** Memory of the golden images, as the files that a recorded guest has. */

import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Session } from "../../containers/session.ts";
import { RECORD } from "../../format/vocabulary.ts";
import { root } from "../root.ts";
import { PAGE } from "./save.ts";

/** Golden images with the memory of a whole guest, and the one of a checkpointed stream. */
export const GOLDEN = {
  whole: ["pvh-tiny-1vcpu", "hvm-tiny-8M", "pv-tiny"],
  checkpointed: "pvh-tiny-remus-15ckpt",
} as const;

/** The last contents of each page of an image, one after the other by pfn, in a file of its own. */
export function goldenMemory(name: string, folder: string): string {
  const pages = new Map<number, Uint8Array>();
  walk(name, false, (pfn, octets) => pages.set(pfn, octets));
  const file = join(folder, name);
  writeFileSync(file, Buffer.concat([...pages].sort(([a], [b]) => a - b).map(([, octets]) => octets)));
  return file;
}

/** Memory at the first checkpoint of the checkpointed stream, and for each later one the pages that came with it. */
export function goldenCheckpoints(folder: string): { readonly memory: string; readonly files: readonly string[] } {
  const rounds: Map<number, Uint8Array>[] = [new Map()];
  walk(
    GOLDEN.checkpointed,
    true,
    (pfn, octets) => rounds.at(-1)?.set(pfn, octets),
    () => rounds.push(new Map()),
  );
  const [first = new Map<number, Uint8Array>(), ...later] = rounds.filter((round) => round.size > 0);
  // Pages lie side by side: a guest of 4 MiB has some at the top of its 4 GiB.
  const places = new Map(
    [...new Set(rounds.flatMap((round) => [...round.keys()]))].sort((a, b) => a - b).map((pfn, place) => [pfn, place]),
  );
  const whole = Buffer.alloc(places.size * PAGE);
  for (const [pfn, octets] of first) whole.set(octets, (places.get(pfn) as number) * PAGE);
  const memory = join(folder, GOLDEN.checkpointed);
  writeFileSync(memory, whole);
  const files = later.map((round, number) => {
    const file = `${memory}-${number + 1}`;
    const fd = openSync(file, "w");
    const place = Buffer.alloc(4);
    for (const [pfn, octets] of round) {
      place.writeUInt32LE(places.get(pfn) as number);
      writeSync(fd, place);
      writeSync(fd, octets);
    }
    closeSync(fd);
    return file;
  });
  return { memory, files };
}

function walk(
  name: string,
  isRemus: boolean,
  page: (pfn: number, octets: Uint8Array) => void,
  checkpoint = () => {},
): void {
  const context = { stream: isRemus ? "remus" : "plain", channel: "forward" } as const;
  const session = new Session({ context }, "reader", (event) => {
    if (event.kind === "record-end" && event.subject.layer === "image" && event.subject.type === RECORD.CHECKPOINT)
      checkpoint();
    if (event.kind !== "pages") return;
    const { list, first, octets } = event.subject;
    for (let at = 0; at < octets.length; at += PAGE) {
      page(list.pfns[list.withData[first + at / PAGE] as number] as number, octets.slice(at, at + PAGE));
    }
  });
  session.push(new Uint8Array(gunzipSync(readFileSync(join(root, `conformance/images/${name}.img.gz`)))));
  session.finish();
}
