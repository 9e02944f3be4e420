import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { sha256 } from "../codecs/sha256.ts";
import type { Edit } from "../harness/edits.ts";
import type { Edition } from "../harness/model.ts";
import { type Patchable, planPatch } from "../harness/patch.ts";
import { patchedPieces, type Run } from "../harness/runs.ts";
import { ownAnswer, type Said } from "./answers.ts";

/** An image whose octets all threads share. */
export type SharedImage = Patchable & { readonly octets: SharedArrayBuffer };

/** One input, and who is to look at it. */
export interface ReadingTask {
  /** Name of the image. */
  readonly image: string;
  readonly edits: readonly Edit[];
  readonly keepSums: boolean;
  readonly asks: readonly Pick<Run, "role" | "context">[];
}

/** Inputs to be put before the Readers and Verifiers of two editions. */
export interface Readings {
  readonly images: ReadonlyMap<string, SharedImage>;
  /** Those of one image stand together. */
  readonly tasks: readonly ReadingTask[];
  readonly editions: readonly [Edition, Edition];
}

/** What both editions say of each ask of a task. */
export type Answers = readonly (readonly [Said, Said])[];

/** The number of the next task that nobody has taken, in memory that all threads share. */
export type Counter = Int32Array<SharedArrayBuffer>;

/** Takes tasks until none is left, with a `pause` before each; gives the answers with the numbers of the tasks. */
export async function readAway(
  { images, tasks, editions }: Readings,
  next: Counter,
  pause?: () => Promise<unknown>,
): Promise<[number, Answers][]> {
  const done: [number, Answers][] = [];
  let open: Opened | undefined;
  for (;;) {
    await pause?.();
    const i = Atomics.add(next, 0, 1);
    if (i >= tasks.length) return done;
    const { image: name, edits, keepSums, asks } = tasks[i]!;
    const image = images.get(name)!;
    // Decoders of text do not take memory that another thread could write.
    if (open?.name !== name) open = opened(name, new Uint8Array(image.octets).slice());
    const { octets, digest } = open;
    const pieces = edits.length === 0 ? [octets] : patchedPieces(planPatch(image, edits, keepSums), octets);
    const answer = (ask: ReadingTask["asks"][number], of: Edition) => ownAnswer(pieces, ask, of, digest);
    done.push([i, asks.map((ask) => [answer(ask, editions[0]), answer(ask, editions[1])])]);
  }
}

/** An image that a thread is at work on. */
interface Opened {
  readonly name: string;
  readonly octets: Uint8Array;
  readonly digest: (page: Uint8Array) => Uint8Array;
}

/** Patched images share most of their pages with the image: their digests are worked out once. */
function opened(name: string, octets: Uint8Array): Opened {
  const known = new Map<number, Uint8Array>();
  const digest = (page: Uint8Array) => {
    if (page.buffer !== octets.buffer) return sha256(page);
    const place = page.byteOffset * 2 ** 17 + page.length;
    const before = known.get(place) ?? sha256(page);
    known.set(place, before);
    return before;
  };
  return { name, octets, digest };
}

if (!isMainThread && workerData?.readings)
  parentPort!.postMessage(await readAway(workerData.readings as Readings, workerData.next as Counter));
