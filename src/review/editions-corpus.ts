import { readFileSync } from "node:fs";
import type { BlobSource, StreamDocument } from "../containers/index.ts";
import { canonicalJson } from "../harness/json-compare.ts";
import type { Edition, Image, Stream } from "../harness/model.ts";
import { imageKey } from "../harness/runs.ts";
import { grouped } from "../site/spec/grouped.ts";
import { type Said, sameAnswer } from "./answers.ts";
import { remembered } from "./cache.ts";
import { type Change, changeFindings } from "./corpus-changes.ts";
import { implementationKey } from "./implementation.ts";
import { ownWriting } from "./own-writing.ts";
import { type Question, questionsOf } from "./questions.ts";
import { readByAll } from "./readers.ts";
import type { ReadingTask, SharedImage } from "./reading.ts";
import type { Finding } from "./rules.ts";
import type { Side } from "./side.ts";

/** Two editions of one project: every image, case and stream of either, before the Readers, Verifiers and Writers of both. */
export async function diffEditions(old: Side, now: Side, root: string): Promise<Finding[]> {
  const editions = [old.edition!, now.edition!] as const;
  const key = [implementationKey(root), old.suite.digest, ...editions];
  const changes = await remembered("editions", key, async () => {
    const asked = editions.flatMap((edition) => questionsOf(old.suite, edition));
    // Threads begin to read while the streams are written here.
    const changes = await Promise.all([readingChanges(asked, editions), writingChanges(asked, editions)]);
    return changes.flat();
  });
  return changeFindings(changes, [editions[1]], true);
}

type Editions = readonly [Edition, Edition];

async function readingChanges(asked: readonly Question[], editions: Editions): Promise<Change[]> {
  const images = new Map<string, SharedImage>();
  const groups = grouped(asked, ({ run: { input } }) => (input.kind === "image" ? imageKey(input) : ""));
  groups.delete("");
  const asks: { readonly task: ReadingTask; readonly about: readonly Question[] }[] = [];
  for (const group of groups.values()) {
    const { input } = group[0]!.run;
    if (input.kind !== "image") continue;
    const { image, edits, keepSums } = input;
    if (!images.has(image.name)) images.set(image.name, await shared(image));
    // What a role makes of an input hangs on its context, not on the edition that the question came from.
    const byAsk = grouped(group, ({ run: { role, context } }) => canonicalJson([role, context] as never));
    const own = [...byAsk.values()].map(([one]) => one!);
    const roles = own.map(({ run: { role, context } }) => ({ role, context }));
    asks.push({ task: { image: image.name, edits, keepSums, asks: roles }, about: own });
  }
  const byImage = [...grouped(asks, ({ task }) => task.image).values()].flat();
  const answers = await readByAll({ images, tasks: byImage.map(({ task }) => task), editions });
  const answered = new Map(byImage.map((ask, i) => [ask, answers[i]!]));
  return asks.flatMap((ask) => answered.get(ask)!.flatMap(([was, is], j) => changed(ask.about[j]!, was, is)));
}

/** The octets of an image where every thread finds them. */
async function shared({ octets, size, labels, sums }: Image): Promise<SharedImage> {
  const memory = new SharedArrayBuffer(size);
  new Uint8Array(memory).set(await octets());
  return { octets: memory, size, labels, sums };
}

async function writingChanges(asked: readonly Question[], [before, after]: Editions): Promise<Change[]> {
  return asked.flatMap((question) => {
    const { input } = question.run;
    if (input.kind !== "stream") return [];
    const document = JSON.parse(Buffer.from(input.stream.text).toString()) as StreamDocument;
    const [was, is] = [before, after].map((edition) => ownWriting(document, blobsOf(input.stream), edition));
    return changed(question, was!, is!);
  });
}

function blobsOf({ name, blobs }: Stream): BlobSource {
  return {
    get(sha256) {
      const blob = blobs.find((one) => one.sha256 === sha256);
      if (blob === undefined) throw new Error(`${name} has no blob ${sha256}`);
      return readFileSync(blob.path);
    },
  };
}

function changed({ name, run: { role, edition } }: Question, was: Said, is: Said): Change[] {
  return sameAnswer(was, is) ? [] : [{ name: `${name} (${edition})`, role, of: edition, was, is }];
}
