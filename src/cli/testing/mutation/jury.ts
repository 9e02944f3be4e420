/** Who judges a mutant of the codec: every trial of the suite, the reasons of rejections, and two laws that hold for any image. */

import { Buffer } from "node:buffer";
import { join } from "node:path";
import {
  type BlobSource,
  FormatError,
  readImage,
  type StreamDocument,
  verifyImage,
} from "../../../containers/index.ts";
import { equalJson } from "../../../harness/json-compare.ts";
import { reasonsOf } from "../../../harness/reasons.ts";
import type { Json } from "../../../harness/strict-json.ts";
import type { Trial } from "../../../harness/trials.ts";
import { about } from "../../adapter/about.ts";
import { folderSource } from "../../blobs.ts";
import { CommandError } from "../../ending.ts";
import { packageRoot } from "../../package-root.ts";
import { readStreamDocument } from "../../stream-document.ts";
import { declaredTrials, projectSuite, readyTrials, whole } from "../mutants/bench.ts";
import { joined } from "../mutants/records.ts";
import { writeTrials } from "../mutants/writers.ts";
import { type Codec, unchanging } from "./codec.ts";

/** What a judge found: nothing, a wrong verdict, a rejection for another reason, or a law that is broken. */
export type Finding = "verdict" | "reason" | "law";

/** One thing that a codec is asked. */
export type Judge = {
  /** What is asked, for people. */
  readonly name: string;
  /** Undefined: the codec answers as it should. */
  readonly ask: (codec: Codec) => Finding | undefined;
};

type Rejection = { readonly code: string; readonly at: number };
type Outcome = { readonly value: string } | { readonly findings: readonly Rejection[] };

/** Octets of the largest images that laws are asked of. */
const LAWS_UP_TO = 200_000;

/**
 * Every judge. Trials that ask the same of the codec are one; those of images of hundreds of MiB are left out, and so is v4-draft of a case that
 * it shares with v3: the score can only be lower for it.
 */
export async function jury(): Promise<Judge[]> {
  const declared = declaredTrials(await projectSuite()).filter(({ case: { large } }) => large !== true);
  const of = ({ case: { id }, role }: Trial) => `${id} ${role}`;
  const byV3 = new Set(declared.filter(({ edition }) => edition === "v3").map(of));
  const trials = declared.filter((trial) => trial.edition !== "v4-draft" || !byV3.has(of(trial)));
  return [...(await ofImages(trials)), ...(await ofWriters(trials))];
}

async function ofImages(all: readonly Trial[]): Promise<Judge[]> {
  const byRun = new Map<string, { octets: Uint8Array; trials: Trial[] }>();
  for (const { trial, octets } of await readyTrials(all)) {
    const known = byRun.get(trial.run.key);
    if (known === undefined) byRun.set(trial.run.key, { octets, trials: [trial] });
    else known.trials.push(trial);
  }
  const judges: Judge[] = [];
  const seen = new Set<unknown>();
  for (const { octets, trials } of byRun.values()) {
    unchanging.add(octets.buffer);
    const trial = trials[0] as Trial;
    const answer = remembering(trials, trial.role);
    const { edition, role } = trial;
    const options = { edition, context: trial.run.context, deep: true } as const;
    const name = `${trial.case.id} ${role} ${edition}`;
    judges.push({ name, ask: (codec) => answer(outcome(codec, () => answered(codec, role, options, octets))) });
    // The laws are asked of images as they are stored, which hold every record.
    const { input } = trial.run;
    if (input.kind !== "image" || input.edits.length > 0 || octets.length > LAWS_UP_TO || seen.has(input.image))
      continue;
    if (role !== "verifier" || trial.expected !== "accept" || edition === "legacy") continue;
    if (trial.run.context.channel === "back") continue;
    seen.add(input.image);
    judges.push({ name: `${name}: written again`, ask: thereAndBack(options, octets) });
    if (octets.length < LAWS_UP_TO / 4)
      judges.push({ name: `${name}: in pieces`, ask: (codec) => inPieces(codec, options, octets) });
  }
  return judges;
}

type Options = Parameters<typeof readImage>[0];

function answered(codec: Codec, role: string, options: Options, octets: Uint8Array): Outcome {
  if (role !== "verifier") {
    // Printed like the command prints it.
    return { value: JSON.stringify(whole(codec.readImage(options), octets)) ?? "" };
  }
  const { verdict, findings } = whole(codec.verifyImage(options), octets);
  return verdict === "accept" ? { value: "" } : { findings };
}

/** What comes of some work; whatever is thrown that is no finding ends the mutant. */
function outcome(codec: Codec, work: () => Outcome): Outcome {
  try {
    return work();
  } catch (error) {
    if (error instanceof codec.FormatError) return { findings: [error.finding] };
    throw error;
  }
}

/** Judges answers by the trials that ask for them; an answer that was right once is not compared again. */
function remembering(trials: readonly Trial[], role: string): (answer: Outcome) => Finding | undefined {
  let right: string | undefined;
  let reasonable: boolean | undefined;
  return (answer) => {
    const accepted = "value" in answer;
    for (const { expected, demand } of trials) {
      if (accepted !== (expected === "accept")) return "verdict";
      if (!accepted || demand?.kind !== "state" || answer.value === right) continue;
      if (!equalJson(demand.value, (answer.value === "" ? undefined : JSON.parse(answer.value)) as Json))
        return "verdict";
    }
    if (accepted) {
      right ??= answer.value;
      return undefined;
    }
    const good = trials.every((trial) => isRight(trial, answer.findings, role));
    // The first who is asked is the codec as it is: reasons that it does not give itself are not asked of a mutant.
    reasonable ??= good;
    return good || !reasonable ? undefined : "reason";
  };
}

const declared = about() as never;

function isRight(trial: Trial, findings: readonly Rejection[], role: string): boolean {
  const evidence = { outcome: "reject", ...(role === "verifier" ? { findings } : findings[0]) };
  const reasons = reasonsOf(trial, evidence as never, declared);
  return reasons?.codes?.right !== false && reasons?.at?.right !== false;
}

/** A well-formed image is written again, octet for octet, by the document that is made of it. */
function thereAndBack(options: Options, octets: Uint8Array): Judge["ask"] {
  // What the codec as it is, who is asked first, writes: nothing where no document can say what the image says.
  let right: Uint8Array | undefined | "unasked" = "unasked";
  return (codec) => {
    const written = rewrittenBy(codec, options, octets);
    if (right === "unasked") {
      right = written;
      return undefined;
    }
    if (right === undefined || written === undefined) return right === written ? undefined : "law";
    return Buffer.compare(written, right) === 0 ? undefined : "law";
  };
}

function rewrittenBy(codec: Codec, options: Options, octets: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = [];
  const sink = {
    put(blob: Uint8Array) {
      kept.push(blob.slice());
      return { len: blob.length, sha256: String(kept.length - 1).padStart(64, "0") };
    },
  };
  try {
    const isSmall = octets.length < LAWS_UP_TO / 4;
    const consumer = codec.streamOfImage(options, sink);
    const document = isSmall ? pieceByPiece(octets)(consumer) : whole(consumer, octets);
    const source = { get: (sha256: string) => kept[Number(sha256)] as Uint8Array };
    const written = joined([...codec.writeImage(document, source)].map((segment) => segment.slice()));
    return Buffer.compare(written, octets.subarray(0, written.length)) === 0 ? written : undefined;
  } catch (error) {
    if (error instanceof codec.FormatError || error instanceof codec.UnsupportedError) return undefined;
    throw error;
  }
}

/** Pieces of any size, in memory that is used again for each, come to the same as the whole. */
function inPieces(codec: Codec, options: Options, octets: Uint8Array): Finding | undefined {
  const state = (feed: Feed) => outcome(codec, () => ({ value: JSON.stringify(feed(codec.readImage(options))) ?? "" }));
  const whole = state((consumer) => {
    consumer.push(octets);
    return consumer.end();
  });
  return JSON.stringify(state(pieceByPiece(octets))) === JSON.stringify(whole) ? undefined : "law";
}

type Feed = <T>(consumer: { push(octets: Uint8Array): void; end(): T }) => T;

function pieceByPiece(octets: Uint8Array): Feed {
  const piece = 1 + ((octets.length * 7) % 61);
  const memory = new Uint8Array(piece);
  return (consumer) => {
    for (let at = 0; at < octets.length; at += piece) {
      const part = octets.subarray(at, at + piece);
      memory.set(part);
      consumer.push(memory.subarray(0, part.length));
    }
    return consumer.end();
  };
}

async function ofWriters(all: readonly Trial[]): Promise<Judge[]> {
  const source = remembered(folderSource(join(packageRoot(), "conformance/blobs")));
  const seen = new Set<string>();
  const judges: Judge[] = [];
  for (const { trial, wanted, state } of await writeTrials(all)) {
    const { input } = trial.run;
    const wish = `${trial.run.key} ${trial.demand?.kind === "octets" ? trial.demand.image.name : trial.demand?.kind}`;
    if (input.kind !== "stream" || seen.has(wish)) continue;
    seen.add(wish);
    let document: StreamDocument;
    try {
      document = readStreamDocument(input.stream.text);
    } catch {
      // Refused before the codec hears of it.
      continue;
    }
    const options = { edition: trial.edition, context: trial.run.context, deep: true } as const;
    let right: Uint8Array | undefined;
    const ask = (codec: Codec): Finding | undefined => {
      let octets: Uint8Array | undefined;
      let finding: Rejection | undefined;
      try {
        octets = joined([...codec.writeImage(document, source)].map((segment) => segment.slice()));
      } catch (error) {
        if (error instanceof codec.FormatError) finding = error.finding;
        else if (!(error instanceof CommandError)) throw error;
      }
      if ((octets !== undefined) !== (trial.expected === "accept")) return "verdict";
      if (octets === undefined) return finding && !isRight(trial, [finding], "writer") ? "reason" : undefined;
      if (right !== undefined && Buffer.compare(octets, right) === 0) return undefined;
      if (wanted !== undefined && Buffer.compare(octets, wanted) !== 0) return "verdict";
      if (wanted === undefined && state !== undefined && !judged(octets, options, state)) return "verdict";
      right ??= octets;
      return undefined;
    };
    judges.push({ name: `${trial.case.id} writer ${trial.edition}`, ask });
  }
  return judges;
}

/** Blobs are read once. */
function remembered(source: BlobSource): BlobSource {
  const known = new Map<string, Uint8Array>();
  return {
    get(sha256, len) {
      const blob = known.get(sha256);
      if (blob?.length === len) return blob;
      const got = source.get(sha256, len);
      known.set(sha256, got);
      return got;
    },
  };
}

/** What the judge of Writers does: the codec as it is has to accept, and to read the state. */
function judged(octets: Uint8Array, options: Options, state: Json): boolean {
  try {
    const read = whole(readImage(options), octets);
    return (
      whole(verifyImage(options), octets).verdict === "accept" &&
      equalJson(state, JSON.parse(JSON.stringify(read)) as Json)
    );
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  }
}
